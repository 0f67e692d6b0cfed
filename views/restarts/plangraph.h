// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/restarts/restartrow.h"

#include <QRect>

/// The waves of a plan as a picture: a column for each, a box for each instance that restarts or
/// starts, and lines from what has to run first to what comes after it. Only geometry.
///
/// A plan of very many instances is a box for each wave.
struct PlanGraph
{
    struct Box
    {
        QRect rect;
        int wave = 0;
        std::optional<RestartRow> row;  ///< None for a whole wave.
        int restarts = 0;               ///< Of a whole wave.
        int starts = 0;
    };
    struct Line
    {
        int from = 0;  ///< A box, by its place; likewise below.
        int to = 0;
    };

    QList<Box> boxes;     ///< Wave by wave, from top to bottom.
    QList<QRect> frames;  ///< Around those that back each other up.
    QList<Line> lines;    ///< From left to right.
    QList<int> columns;   ///< Where each wave's column begins, from the first.
    QSize size;

    bool isCounted() const { return !boxes.isEmpty() && !boxes.constFirst().row; }
    /// The box of an application; -1 for none.
    int find(ApplicationId application) const;
};

/// How large things are; all in pixels.
struct PlanGraphMetrics
{
    int boxWidth = 132;
    int boxHeight = 26;
    int headHeight = 26;  ///< Of a column.
};

/// Above this many boxes nobody could follow the lines.
inline constexpr qsizetype mostBoxes = 200;

/// Of rows that have a wave. Costs as much as they have connections.
PlanGraph planGraph(
    const Topology &topology, const QList<RestartRow> &rows, const PlanGraphMetrics &metrics);
