// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/canvas/viewtransform.h"

#include <QPixmap>
#include <QRegion>

class ScenePainter;

/// The picture as it was painted last, so that panning paints only what comes into sight.
class PictureBuffer final
{
public:
    /// In pixels of the view. Forgets what was painted if it is another.
    void resize(QSize size, double ratio);
    /// That part has to be painted again; everything if nothing is said.
    void spoil(const QRect &area);
    void spoil() { m_spoilt = QRect({0, 0}, m_size); }

    /// Paints what is missing for this view, and gives the whole.
    const QPixmap &updated(ScenePainter &painter, const ViewTransform &view);

private:
    void scroll(const ViewTransform &view);

    QSize m_size;
    QPixmap m_pixmap;
    ViewTransform m_view;
    QRegion m_spoilt;
};
