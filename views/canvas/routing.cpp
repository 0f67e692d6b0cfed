// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/routing.h"

#include <cmath>

Route route(ApplicationId client, ApplicationId server, const QRectF &from, const QRectF &to)
{
    Route made {client, server, {}, {}, {}};
    const bool isBeside = from.right() < to.left() || to.right() < from.left();
    QPointF start;
    QPointF end;
    QPointF bend;
    if (isBeside) {
        const bool isRight = from.right() < to.left();
        start = {isRight ? from.right() : from.left(), from.center().y()};
        end = {isRight ? to.left() : to.right(), to.center().y()};
        bend = {std::clamp((end.x() - start.x()) / 2, -120.0, 120.0), 0};
    } else {
        // One above the other: where they share a column, away from the lanes' lines.
        const double x =
            (std::max(from.left(), to.left()) + std::min(from.right(), to.right())) / 2 + 9;
        const bool isBelow = from.center().y() <= to.center().y();
        start = {x, isBelow ? from.bottom() : from.top()};
        end = {x, isBelow ? to.top() : to.bottom()};
        bend = {0, (end.y() - start.y()) / 2};
    }
    made.path.moveTo(start);
    made.path.cubicTo(start + bend, end - bend, end);
    made.tip = end;
    const double length = std::hypot(bend.x(), bend.y());
    made.direction = length > 0 ? bend / length : QPointF(0, 1);
    return made;
}

std::vector<Route> routesOf(
    const Scene &scene, const ViewTransform &view, ApplicationId application, int most)
{
    std::vector<Route> routes;
    const auto own = scene.rect(application);
    if (own.isEmpty())
        return routes;
    const auto add = [&](ApplicationId client, ApplicationId server) {
        const auto other = scene.rect(client == application ? server : client);
        if (other.isEmpty() || client == server || int(routes.size()) >= most)
            return;
        const auto here = view.toView(own);
        const auto there = view.toView(other);
        routes.push_back(client == application ? route(client, server, here, there)
                                               : route(client, server, there, here));
    };
    const auto &topology = scene.topology();
    std::optional<ApplicationId> former;
    for (const auto &connection : topology.application(application).connections) {
        if (connection.target != former)
            add(application, connection.target);
        former = connection.target;
    }
    for (const auto client : topology.clientsOf(application))
        add(client, application);
    return routes;
}
