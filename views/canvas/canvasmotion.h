// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/edit.h"

#include <QRectF>
#include <QVariantAnimation>

class CanvasView;
class DesktopMotion;
class QPainter;

/// Shows for a moment where an edit brought things: a frame slides from where a server stood to
/// where it stands, a port fills or empties.
///
/// Painted over the picture, which is the one after the edit from the first moment on: nothing
/// waits for it. Does nothing where people want no motion, nor for edits of many things.
class CanvasMotion final : public QObject
{
public:
    /// After the canvas has begun to follow its document.
    explicit CanvasMotion(CanvasView &canvas);

    bool isRunning() const { return m_animation.state() == QAbstractAnimation::Running; }
    void paint(QPainter &painter) const;

    /// In milliseconds, 0 for none, instead of what desktop and style say.
    void setDuration(int duration) { m_duration = duration; }

private:
    struct Move
    {
        ObjectId object;
        QRectF from;  ///< In scene units; likewise below.
        QRectF to;
    };
    struct PortFill
    {
        ApplicationId application;
        TenantId tenant;
        bool isFilled;
    };
    int duration() const;
    void remember(const Delta &delta);
    void start(const Delta &delta);
    void stop();

    CanvasView &m_canvas;
    DesktopMotion *m_desktop;
    std::optional<int> m_duration;
    QVariantAnimation m_animation;
    std::map<ObjectId, QRectF> m_before;  // Of what the edit touches, until it is applied.
    QList<Move> m_moves;
    QList<PortFill> m_ports;
};
