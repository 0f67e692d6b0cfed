// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/objects.h"

#include <vector>

/// A server that reaches over several lanes.
struct Bus
{
    int first;  ///< Lane of its first port.
    int last;   ///< Lane of its last port.
    ApplicationId application;
};

/// The rows of buses in one band. Buses of a row don't meet; each stays in its row until it no
/// longer fits there, so that nothing moves by itself.
class BusRows final
{
public:
    /// A row for this bus: the wanted one if it is free there, else the first that is. With a
    /// height of 2, the row below is free too: for a pair.
    int put(const Bus &bus, std::optional<int> wanted = {}, int height = 1);
    void remove(const Bus &bus, int row);
    void clear() { m_rows.clear(); }

    int count() const { return int(m_rows.size()); }
    bool isEmpty() const { return m_rows.empty(); }
    /// Sorted by first lane.
    const std::vector<Bus> &row(int number) const { return m_rows[size_t(number)]; }

private:
    bool isFree(int row, const Bus &bus) const;
    bool isFree(int row, const Bus &bus, int height) const;

    std::vector<std::vector<Bus>> m_rows;
};

/// The first bus of a row that reaches to this lane or beyond; the end if there is none.
inline std::vector<Bus>::const_iterator firstReaching(const std::vector<Bus> &row, int lane)
{
    return std::lower_bound(
        row.begin(), row.end(), lane, [](const Bus &bus, int wanted) { return bus.last < wanted; });
}
