// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/hit.h"

#include <cmath>

namespace {

constexpr double reach = 4;  // Pixels around small things that count as them.

/// The bus in whose row and span of lanes the point of the scene is; its ports hang below it.
std::optional<ApplicationId> busAround(const Scene &scene, QPointF at)
{
    const int number = scene.bandAt(at.y());
    const int lane = scene.lanes().nearest(at.x());
    if (number < 0 || lane < 0 || scene.bands()[size_t(number)].isFolded)
        return std::nullopt;
    const auto &band = scene.bands()[size_t(number)];
    const auto rows = band.busRowsIn(at.y(), at.y());
    if (rows.first >= rows.end)
        return std::nullopt;
    const auto &buses = band.buses.row(rows.first);
    const auto bus = firstReaching(buses, lane);
    return bus != buses.end() && bus->first <= lane ? std::optional(bus->application)
                                                    : std::nullopt;
}

/// The server, switch or stack at a point of the scene.
Hit boxAt(const Scene &scene, QPointF at)
{
    Hit hit;
    hit.band = scene.bandAt(at.y());
    hit.lane = scene.lanes().at(at.x());
    if (at.x() < scene.lanes().begin()) {
        if (const int card = scene.side().cardAt(at); card >= 0) {
            const auto face = scene.side().face(card);
            if (face.application) {
                hit.part = Hit::Part::Node;
                hit.object = *face.application;
            } else {
                hit.part = Hit::Part::Stack;
                hit.type = face.stack->type;
            }
        }
        return hit;
    }
    if (hit.band < 0)
        return hit;
    const auto &band = scene.bands()[size_t(hit.band)];
    if (band.isFolded)
        return hit;
    // A bus reaches a little beyond its lanes' centres, never out of its lanes.
    if (const auto bus = busAround(scene, at)) {
        if (scene.rect(*bus).contains(at)) {
            hit.part = Hit::Part::Node;
            hit.object = *bus;
        }
        return hit;
    }
    if (hit.lane < 0 || scene.lanes().isFolded(hit.lane))
        return hit;
    const int slot = int(std::floor((at.y() - band.cardTop(0)) / Metrics::cardPitch));
    const auto first = band.firstCard(hit.lane);
    if (slot < 0 || band.cards.end() - first <= slot)
        return hit;
    const auto card = first + slot;
    if (card->lane == hit.lane && scene.cardRect(band, hit.lane, slot).contains(at)) {
        hit.part = card->object.kind == Kind::Switch ? Hit::Part::Switch : Hit::Part::Node;
        hit.object = card->object;
    }
    return hit;
}

bool isNear(QPointF a, QPointF b, double distance)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y()) <= distance;
}

}  // namespace

QPointF connectionHandle(const Scene &scene, const ViewTransform &view, ApplicationId application)
{
    const auto rect = view.toView(scene.rect(application));
    return {rect.right() + 9, rect.center().y()};
}

Hit hitAt(
    const Scene &scene, const ViewTransform &view, QPointF at, std::optional<ApplicationId> focus)
{
    const auto inScene = view.toScene(at);
    auto hit = boxAt(scene, inScene);
    const int lane = hit.lane;
    const auto isPortOf = [&](ApplicationId application) {
        if (lane < 0)
            return false;
        const double radius = std::max(3.0, Metrics::portRadius * view.zoom) + reach;
        return isNear(view.toView(scene.port(application, lane)), at, radius);
    };
    const auto become = [&](Hit::Part part, ApplicationId application) {
        hit.part = part;
        hit.object = application;
        return hit;
    };
    if (focus && !scene.rect(*focus).isEmpty()) {
        if (isPortOf(*focus))
            return become(Hit::Part::Port, *focus);
        const auto shape = scene.node(*focus).shape;
        const auto rect = view.toView(scene.rect(*focus));
        if (shape != Scene::Shape::Side && rect.width() > 30 && at.y() >= rect.top()
            && at.y() <= rect.bottom()) {
            if (std::abs(at.x() - rect.left()) <= reach)
                return become(Hit::Part::LeftEdge, *focus);
            if (std::abs(at.x() - rect.right()) <= reach)
                return become(Hit::Part::RightEdge, *focus);
        }
        // Reaches to the right edge, which comes first.
        if (isNear(connectionHandle(scene, view, *focus), at, 6 + reach))
            return become(Hit::Part::Handle, *focus);
    }
    // The filled ports of any bus under the pointer.
    if (const auto application = busAround(scene, inScene); application && isPortOf(*application)) {
        const auto &tenants = scene.topology().application(*application).tenants;
        if (std::binary_search(tenants.begin(), tenants.end(), scene.lanes().tenant(lane)))
            return become(Hit::Part::Port, *application);
    }
    return hit;
}

QList<ObjectId> objectsIn(const Scene &scene, const QRectF &area)
{
    QList<ObjectId> found;
    for (int card = 0; card < scene.side().cards(); ++card) {
        if (!scene.side().cardRect(card).intersects(area))
            continue;
        if (const auto face = scene.side().face(card); face.application)
            found.append(*face.application);
    }
    const auto &lanes = scene.lanes();
    if (area.right() < lanes.begin() || lanes.count() == 0)
        return found;
    const int firstLane = lanes.nearest(area.left());
    const int lastLane = lanes.nearest(area.right());
    for (const auto &band : scene.bands()) {
        if (band.isFolded || band.bottom() < area.top() || band.top > area.bottom())
            continue;
        const auto rows = band.busRowsIn(area.top(), area.bottom());
        for (int row = rows.first; row < rows.end; ++row) {
            const auto &buses = band.buses.row(row);
            for (auto bus = firstReaching(buses, firstLane);
                 bus != buses.end() && bus->first <= lastLane; ++bus) {
                if (scene.busRect(band, row, *bus).intersects(area))
                    found.append(bus->application);
            }
        }
        int slot = 0;
        int lane = -1;
        for (auto card = band.firstCard(firstLane);
             card != band.cards.end() && card->lane <= lastLane; ++card) {
            slot = card->lane == lane ? slot + 1 : 0;
            lane = card->lane;
            if (!lanes.isFolded(lane) && scene.cardRect(band, lane, slot).intersects(area))
                found.append(card->object);
        }
    }
    return found;
}
