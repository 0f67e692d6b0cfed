// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPixmap>
#include <QTimer>
#include <QWidget>

class CanvasView;

/// The whole picture in a corner of the canvas, with a frame around what is seen: click or drag to
/// go there. Hidden while everything is in sight.
class Minimap final : public QWidget
{
    Q_OBJECT

public:
    explicit Minimap(CanvasView &canvas);

    /// Into the lower right corner.
    void place();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    void render();
    void follow();
    void goTo(QPointF at);
    QRectF frame() const;

    CanvasView &m_canvas;
    QPixmap m_picture;
    QTimer m_rendering;  // Edits come in bursts; a map may lag a little.
};
