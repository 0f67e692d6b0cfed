// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/walk.h"

#include <algorithm>
#include <cmath>

namespace {

bool serves(const Scene &scene, ApplicationId application, int lane)
{
    const auto &tenants = scene.topology().application(application).tenants;
    return std::binary_search(tenants.begin(), tenants.end(), scene.lanes().tenant(lane));
}

/// The next one of the lane above or below y.
std::optional<ObjectId> beyond(
    const Scene &scene, const std::vector<ObjectId> &column, double y, bool isDown)
{
    if (isDown) {
        for (const auto object : column) {
            if (scene.rect(object).center().y() > y + 1)
                return object;
        }
    } else {
        for (auto object = column.rbegin(); object != column.rend(); ++object) {
            if (scene.rect(*object).center().y() < y - 1)
                return *object;
        }
    }
    return std::nullopt;
}

Place vertical(const Scene &scene, const Place &from, Way way)
{
    const auto objects = column(scene, from.lane);
    if (objects.empty())
        return from;
    if (way == Way::First || way == Way::Last)
        return {way == Way::First ? objects.front() : objects.back(), from.lane};
    const bool isDown = way == Way::Down;
    if (!from.object)
        return isDown ? Place {objects.front(), from.lane} : from;
    // Above all that stands in a lane is its head; the side lane has none.
    const auto head = from.lane >= 0 ? Place {std::nullopt, from.lane} : from;
    // The side lane's columns follow each other.
    const auto at = std::find(objects.begin(), objects.end(), *from.object);
    if (at != objects.end()) {
        if (!isDown && at == objects.begin())
            return head;
        if (isDown && std::next(at) == objects.end())
            return from;
        return {isDown ? *std::next(at) : *std::prev(at), from.lane};
    }
    const auto next = beyond(scene, objects, scene.rect(*from.object).center().y(), isDown);
    if (!next)
        return isDown ? from : head;
    return {*next, from.lane};
}

Place sideways(const Scene &scene, const Place &from, Way way)
{
    const int step = way == Way::Left ? -1 : 1;
    const int lane = from.lane + step;
    const int least = scene.side().cards() > 0 ? -1 : 0;
    if (lane < least || lane >= scene.lanes().count())
        return from;
    if (from.object && from.object->kind == Kind::Application) {
        // Into the side lane only to what stands there.
        if (lane >= 0 || scene.node(from.object->application()).shape == Scene::Shape::Side)
            return {from.object, lane};
    }
    if (!from.object && lane >= 0)
        return {std::nullopt, lane};
    // To what is nearest in height.
    const auto objects = column(scene, lane);
    if (objects.empty())
        return {std::nullopt, lane};
    const double y = from.object ? scene.rect(*from.object).center().y() : 0;
    const auto nearest =
        std::min_element(objects.begin(), objects.end(), [&](ObjectId a, ObjectId b) {
            return std::abs(scene.rect(a).center().y() - y)
                < std::abs(scene.rect(b).center().y() - y);
        });
    return {*nearest, lane};
}

}  // namespace

std::vector<ObjectId> column(const Scene &scene, int lane)
{
    std::vector<ObjectId> objects;
    if (lane < 0) {
        for (int card = 0; card < scene.side().cards(); ++card) {
            if (const auto face = scene.side().face(card); face.application)
                objects.push_back(*face.application);
        }
        return objects;
    }
    for (const auto &band : scene.bands()) {
        if (band.isFolded)
            continue;
        for (int row = 0; row < band.buses.count(); ++row) {
            const auto &buses = band.buses.row(row);
            const auto bus = firstReaching(buses, lane);
            if (bus != buses.end() && bus->first <= lane && serves(scene, bus->application, lane))
                objects.push_back(bus->application);
        }
        if (scene.lanes().isFolded(lane))
            continue;
        for (auto card = band.firstCard(lane); card != band.cards.end() && card->lane == lane;
             ++card)
            objects.push_back(card->object);
    }
    return objects;
}

Place walked(const Scene &scene, const Place &from, Way way)
{
    switch (way) {
    case Way::Up:
    case Way::Down:
    case Way::First:
    case Way::Last:
        return vertical(scene, from, way);
    case Way::Left:
    case Way::Right:
        break;
    }
    return sideways(scene, from, way);
}
