// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/common/mark.h"

#include <QRect>

class QPainter;
class QPalette;
struct MatrixCell;

// What the cells and heads of the matrix look like. Thousands of cells are painted while one
// scrolls: nothing here allocates more than a lookup.

/// Behind the headings of types, in the head and across the cells.
QColor headingBackground(const QPalette &palette);
/// The small triangle of a heading.
void paintFold(QPainter *painter, const QRect &rect, const QPalette &palette, bool isFolded);
/// The mark's icon, sharp on the painter's device.
void paintMark(QPainter *painter, const QRect &rect, Mark mark);
/// What says that a click is not allowed.
void paintHatch(QPainter *painter, const QRect &rect, const QPalette &palette);
/// Dot, ring, hatching and small marks of one cell; the background is there already.
void paintCell(QPainter *painter, const QRect &rect, const QPalette &palette,
    const MatrixCell &cell, std::optional<Mark> cost);
/// The part of a cell where a click toggles: the dot and some air around it.
QRect toggleArea(const QRect &cell);
