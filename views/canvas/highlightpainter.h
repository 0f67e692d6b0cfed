// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/canvas/hit.h"
#include "views/common/mark.h"

class QPainter;
class ScenePainter;

/// What is said at the pointer: who, what it would do, what it would cost.
struct PointerNote
{
    struct Line
    {
        QString text;
        std::optional<Mark> mark;
    };
    QString title;
    QList<Line> lines;
    bool isEmpty() const { return title.isEmpty(); }
};

/// What is painted over the picture: it follows pointer, keyboard and selection.
struct Highlights
{
    QList<ObjectId> selected;
    /// The server that shows its ports in every lane, and its connections.
    std::optional<ApplicationId> focus;
    std::optional<ObjectId> hovered;
    int hoveredLane = -1;  ///< Of the port under the pointer.
    /// Where the keyboard is; drawn only while the canvas has the focus.
    std::optional<ObjectId> cursor;
    int cursorLane = -1;
    QRectF rubberBand;  ///< Pixels of the view; empty for none.
    QRectF ghost;       ///< What is dragged, likewise.
    bool isGhostLegal = true;
    QPointF wireFrom;  ///< A connection that is being drawn.
    QPointF wireTo;
    bool hasWire = false;
    std::optional<ApplicationId> wireClient;  ///< Of a connection that is drawn by keyboard.
};

/// How ports are drawn.
enum class PortLook : quint8 { Filled, Hollow, Conditional, Barred };
PortLook portLook(const Topology &topology, ApplicationId application, TenantId tenant);

void paintHighlights(QPainter &painter, ScenePainter &scene, const ViewTransform &view,
    const QRectF &area, const Highlights &state);
/// The note beside the point, kept inside the area.
void paintNote(QPainter &painter, ScenePainter &scene, const QRectF &area, QPointF at,
    const PointerNote &note);
