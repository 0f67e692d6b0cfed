// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/canvas/busrows.h"
#include "views/canvas/metrics.h"

#include <QString>

/// What stands in one lane: a server of one tenant, or a switch.
struct LaneCard
{
    int lane;
    quint32 order;  ///< Within the lane: its own number, or that of the server it stands in for.
    bool isBackup;  ///< Stands below that one.
    ObjectId object;

    auto operator<=>(const LaneCard &) const = default;
};

/// What servers of one group stand in, from the first lane to the last: rows of buses above, cards
/// below.
struct Band
{
    QString key;  ///< Of its group; the foot's is "switches".
    QString title;
    BusRows buses;
    std::vector<LaneCard> cards;  ///< Sorted.
    int slotCount = 0;            ///< Cards above each other in the fullest lane.
    int servers = 0;
    bool isFolded = false;
    double top = 0;
    double height = 0;

    double bottom() const { return top + height; }
    double busTop(int row) const { return top + Metrics::bandPadding + row * Metrics::busPitch; }
    double cardTop(int slot) const { return busTop(buses.count()) + slot * Metrics::cardPitch; }
    struct Rows
    {
        int first;
        int end;  ///< Behind the last.
    };
    /// The rows of buses, with what hangs from them, that meet these heights.
    Rows busRowsIn(double from, double to) const;
    /// Follows from rows, slotCount and folding.
    double neededHeight() const
    {
        if (isFolded)
            return Metrics::foldedBandHeight;
        return 2 * Metrics::bandPadding + buses.count() * Metrics::busPitch
            + slotCount * Metrics::cardPitch;
    }
    /// The first card of a lane, or where it would be.
    std::vector<LaneCard>::const_iterator firstCard(int lane) const;
    void countSlots();
};
