// SPDX-License-Identifier: Apache-2.0
#include "tests/benchmarks/growthreporter.h"

#include <cmath>
#include <iomanip>

void GrowthReporter::ReportRuns(const std::vector<Run> &runs)
{
    ConsoleReporter::ReportRuns(runs);
    for (const auto &run : runs) {
        if (run.run_type != Run::RT_Iteration || run.error_occurred || run.run_name.args.empty())
            continue;
        const auto median = run.counters.find("p50_us");
        const double time =
            median != run.counters.end() ? median->second.value : run.GetAdjustedRealTime();
        m_times[run.run_name.function_name][std::stoi(run.run_name.args)] = time;
    }
}

void GrowthReporter::Finalize()
{
    auto &out = GetOutputStream();
    out << "\ngrowth from 100 to 10,000 tenants\n";
    for (const auto &[name, times] : m_times) {
        const auto small = times.find(100);
        const auto large = times.find(10000);
        if (small == times.end() || large == times.end())
            continue;
        out << "  " << std::left << std::setw(24) << name << "exponent " << std::fixed
            << std::setprecision(2) << std::log(large->second / small->second) / std::log(100.0)
            << "\n";
    }
    ConsoleReporter::Finalize();
}
