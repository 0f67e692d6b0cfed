// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/report/outline.h"

#include <QFont>
#include <QSizeF>

#include <functional>
#include <optional>

class QPainter;

/// A piece of a document as wide as the page that no page break cuts.
struct Strip
{
    using Paint = std::function<void(QPainter &, QPointF)>;  ///< At its upper left corner.

    double height = 0;
    double above = 0;  ///< Of that: empty, and left out where a page begins.
    Paint paint;
    bool keepsWithNext = false;         ///< No page ends with it, if that can be.
    int table = 0;                      ///< Rows of one table have one number; 0: none.
    bool isHead = false;                ///< Repeated where a page continues its table.
    std::optional<QString> title = {};  ///< Stands in the table of contents.
};

/// Lengths in the device's pixels.
struct PaperStyle
{
    QFont font;
    QSizeF page;       ///< What can be painted on, without the footer.
    double point = 1;  ///< How many pixels a point has.

    QFont sized(double points, bool isBold = false) const;
};

/// Lays out the parts of an outline for a page of this width. "contents" is where the table of
/// contents belongs: before this strip.
struct Strips
{
    QList<Strip> strips;
    qsizetype contents = 0;
};
Strips stripsOf(const Outline &outline, const PaperStyle &style);
/// "Restart plan ........ 7"; one strip a line, after a heading.
QList<Strip> contentsStrips(
    const QStringList &titles, const QList<int> &pages, const PaperStyle &style);
