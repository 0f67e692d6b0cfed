// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPalette>

/// The colours of the picture, taken from a palette once: one accent, quiet fills, hairlines.
struct CanvasColours
{
    explicit CanvasColours(const QPalette &palette);

    QPalette palette;
    QColor ground;  ///< Behind everything.
    QColor stripe;  ///< Every other lane.
    QColor line;    ///< Hairlines between bands.
    QColor lane;    ///< The line that ports hang on.
    QColor text;
    QColor muted;
    QColor accent;
    QColor card;  ///< Fill.
    QColor cardEdge;
    QColor bus;
    QColor busEdge;
    QColor aside;  ///< The side lane's ground.
    QColor foot;   ///< Switches.
    QColor footEdge;
    QColor selected;  ///< Fill of what is selected.

    /// Of hosts, told apart by their number.
    QColor host(quint32 id) const;
};

/// A colour between two: share 0 is the first.
QColor mixedColour(const QColor &a, const QColor &b, double share);
