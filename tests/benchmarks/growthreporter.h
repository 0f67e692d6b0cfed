// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <benchmark/benchmark.h>
#include <map>
#include <string>

/// Prints what Google Benchmark prints, and at the end how each row grows from 100 to 10,000
/// tenants: the exponent e of time ~ N^e, of the median (p50) where single operations are timed.
class GrowthReporter final : public benchmark::ConsoleReporter
{
public:
    void ReportRuns(const std::vector<Run> &runs) override;
    void Finalize() override;

private:
    std::map<std::string, std::map<int, double>> m_times;  // Benchmark, number of tenants.
};
