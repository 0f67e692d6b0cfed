// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/rowstep.h"

#include "models/topology/edits.h"

Step rowStep(const Scene &scene, ApplicationId bus, int row)
{
    const auto &node = scene.node(bus);
    const auto &buses = scene.bands()[size_t(node.band)].buses;
    const bool isLast = node.row == buses.count() - 1 && buses.row(node.row).size() == 1;
    if (row == node.row || row < 0 || row > buses.count() - (isLast ? 1 : 0))
        return {};
    QHash<ObjectId, std::optional<qint64>> places;
    for (int each = 0; each < buses.count(); ++each) {
        for (const auto &other : buses.row(each)) {
            const bool isInTheWay =
                each == row && other.first <= node.last && other.last >= node.first;
            places.insert(other.application, isInTheWay ? node.row : each);
        }
    }
    places.insert(bus, row);
    const auto &topology = scene.topology();
    auto step = setPlaces(topology, places);
    if (!step)
        return {};
    step->title = stepTitle(topology, Step {{}, {SetPlace {bus, std::nullopt, row}}});
    return *step;
}
