// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/canvas/picturelegend.h"
#include "views/canvas/scenepainter.h"

/// One sheet of a picture: a part of the scene, and how large.
struct PictureSheet
{
    QRectF part;      ///< In scene units.
    double zoom = 1;  ///< As in ViewTransform.
    int number = 1;   ///< "Sheet 2 of 7", where there are several.
    int count = 1;
};

/// A scene on paper: with a title above, a legend below, and the heads of its lanes and bands
/// around, in the light palette.
///
/// Knows neither windows nor files: paints with any painter, in any thread. Scene and facts must
/// outlive it.
class Picture final
{
public:
    struct Style
    {
        QString title;  ///< What is shown: the name of a document or file.
        QString date;   ///< Follows it; empty for none.
        QFont font;
        Overlay overlay = Overlay::Problems;
    };
    Picture(const Scene &scene, const PictureFacts &facts, const Style &style);

    const Scene &scene() const { return m_painter.scene(); }
    QString title() const { return m_style.title; }
    /// "6 tenants · 28 applications · 2 errors · 1 restart".
    QString counts() const;

    /// What the sheet needs, in pixels at 96 a inch. A lower zoom makes the scene smaller, but
    /// neither title, heads nor legend.
    QSizeF size(const PictureSheet &sheet) const;
    /// Where the scene stands on the sheet.
    static QRectF place(const PictureSheet &sheet);
    /// How much of that the scene itself gets of a sheet that has this size.
    QSizeF room(QSizeF size) const;
    /// From the painter's origin.
    void paint(QPainter &painter, const PictureSheet &sheet, QSizeF size);

private:
    void paintTitle(QPainter &painter, const PictureSheet &sheet, double width);

    ScenePainter m_painter;
    Style m_style;
    PictureLegend m_legend;
};
