// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <benchmark/benchmark.h>

/// Numbers of tenants; each brings 12 applications.
inline void sizes(benchmark::internal::Benchmark *benchmark)
{
    benchmark->Arg(10)->Arg(100)->Arg(1000)->Arg(10000)->Unit(benchmark::kMillisecond);
}
