// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/canvas/scene.h"
#include "views/canvas/viewtransform.h"

#include <QPainterPath>

/// A connection as it is drawn: leaves the client at its nearer side, and ends at the server.
struct Route
{
    ApplicationId client;
    ApplicationId server;
    QPainterPath path;  ///< In pixels of the view.
    QPointF tip;        ///< Where the arrow head is.
    QPointF direction;  ///< Of the arrow head; of length 1.
};

/// The path between two rectangles of the view.
Route route(ApplicationId client, ApplicationId server, const QRectF &from, const QRectF &to);

/// The connections of a server, its own and those of its clients; those whose other end is folded
/// away are left out. No more than "most".
std::vector<Route> routesOf(
    const Scene &scene, const ViewTransform &view, ApplicationId application, int most);
