// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class CanvasView;

/// The tenants' heads above the canvas: always in sight. A click selects, a drag moves the lane or
/// assigns the tenant, a double click folds.
class LaneHeads final : public QWidget
{
    Q_OBJECT

public:
    explicit LaneHeads(CanvasView &canvas);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    int laneAt(QPointF at) const;
    QPointF inView(QPointF at) const;

    CanvasView &m_canvas;
    int m_hovered = -1;
};

/// The groups' heads at the left of the canvas. A click folds or unfolds the band.
class BandHeads final : public QWidget
{
    Q_OBJECT

public:
    explicit BandHeads(CanvasView &canvas);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    int bandAt(QPointF at) const;

    CanvasView &m_canvas;
    int m_hovered = -1;
};
