// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/canvas/scene.h"
#include "views/canvas/viewtransform.h"

/// What lies at a point of the view.
struct Hit
{
    enum class Part : quint8 {
        Nothing,   ///< Lane and band may be known all the same.
        Node,      ///< A server's card or bus.
        Port,      ///< Of a server, in a lane.
        Handle,    ///< Where a connection is drawn from: the small ring at the right of a server.
        LeftEdge,  ///< Where a bus or card is pulled wider.
        RightEdge,
        Switch,
        Stack,  ///< Folded servers of one type, in the side lane.
    };

    Part part = Part::Nothing;
    std::optional<ObjectId> object;       ///< Of a node, its parts, or a switch.
    std::optional<ApplicationType> type;  ///< Of a stack.
    int lane = -1;
    int band = -1;

    std::optional<ApplicationId> application() const
    {
        return object && object->kind == Kind::Application ? std::optional(object->application())
                                                           : std::nullopt;
    }
    bool operator==(const Hit &) const = default;
};

/// "focus" is the server whose ports and handles are shown in every lane: only it has any to hit,
/// besides the filled ports of buses.
Hit hitAt(
    const Scene &scene, const ViewTransform &view, QPointF at, std::optional<ApplicationId> focus);

/// The centre of the ring from which connections of a server are drawn, in pixels of the view.
QPointF connectionHandle(const Scene &scene, const ViewTransform &view, ApplicationId application);

/// Servers and switches that meet the rectangle of the scene.
QList<ObjectId> objectsIn(const Scene &scene, const QRectF &area);
