// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/band.h"

#include <algorithm>
#include <cmath>

std::vector<LaneCard>::const_iterator Band::firstCard(int lane) const
{
    return std::lower_bound(cards.begin(), cards.end(), lane,
        [](const LaneCard &card, int wanted) { return card.lane < wanted; });
}

void Band::countSlots()
{
    slotCount = 0;
    int lane = -1;
    int run = 0;
    for (const auto &card : cards) {
        run = card.lane == lane ? run + 1 : 1;
        lane = card.lane;
        slotCount = std::max(slotCount, run);
    }
}

Band::Rows Band::busRowsIn(double from, double to) const
{
    const auto rowAt = [this](double y) {
        return int(std::clamp(
            std::floor((y - busTop(0)) / Metrics::busPitch), -1.0, double(buses.count())));
    };
    return {std::max(0, rowAt(from)), std::min(buses.count(), rowAt(to) + 1)};
}
