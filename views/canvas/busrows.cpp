// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/busrows.h"

#include <algorithm>

namespace {

/// Looking further than this for room costs more than a few rows are worth.
constexpr int searchedRows = 256;

}  // namespace

bool BusRows::isFree(int row, const Bus &bus) const
{
    if (row >= count())
        return true;
    const auto &buses = m_rows[size_t(row)];
    const auto at = firstReaching(buses, bus.first);
    return at == buses.end() || at->first > bus.last;
}

bool BusRows::isFree(int row, const Bus &bus, int height) const
{
    for (int below = 0; below < height; ++below) {
        if (!isFree(row + below, bus))
            return false;
    }
    return true;
}

int BusRows::put(const Bus &bus, std::optional<int> wanted, int height)
{
    int row = wanted.value_or(-1);
    if (row < 0 || row > count() + searchedRows || !isFree(row, bus, height)) {
        row = std::max(0, count() - searchedRows);
        while (!isFree(row, bus, height))
            ++row;
    }
    if (row >= count())
        m_rows.resize(size_t(row) + 1);
    auto &buses = m_rows[size_t(row)];
    buses.insert(buses.begin() + (firstReaching(buses, bus.first) - buses.begin()), bus);
    return row;
}

void BusRows::remove(const Bus &bus, int row)
{
    auto &buses = m_rows[size_t(row)];
    std::erase_if(buses, [&](const Bus &other) { return other.application == bus.application; });
    while (!m_rows.empty() && m_rows.back().empty())
        m_rows.pop_back();
}
