// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <benchmark/benchmark.h>
#include <chrono>
#include <vector>

/// Times single operations, and reports p50 and p99 in microseconds beside the mean.
class Percentiles final
{
public:
    explicit Percentiles(benchmark::State &state)
        : m_state(state)
    {
    }
    ~Percentiles()
    {
        if (m_samples.empty())
            return;
        m_state.counters["p50_us"] = at(0.50);
        m_state.counters["p99_us"] = at(0.99);
    }

    template <class Operation>
    void time(Operation operation)
    {
        const auto start = std::chrono::steady_clock::now();
        operation();
        const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
        m_state.SetIterationTime(seconds.count());
        m_samples.push_back(seconds.count() * 1e6);
    }

private:
    double at(double share)
    {
        const auto index = size_t(share * double(m_samples.size() - 1));
        std::nth_element(
            m_samples.begin(), m_samples.begin() + std::ptrdiff_t(index), m_samples.end());
        return m_samples[index];
    }

    benchmark::State &m_state;
    std::vector<double> m_samples;
};
