// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "models/topology/edit.h"

// Many cells of the matrix at once: ranges and pasted blocks.

/// What a cell should become.
struct CellWish
{
    ApplicationId application;
    TenantId tenant;
    bool isAssigned = false;
};

/// One step that fulfils all wishes; cells that are so already are left out. Of two wishes for one
/// cell the last counts.
[[nodiscard]] Result<Step> setAssignments(const Topology &topology, const QList<CellWish> &wishes);

/// What a spreadsheet puts into the clipboard, as rows of cells: "x" (or 1, yes, true, ✓ …) is
/// assigned, an empty cell (or 0, no, false, -) is not. The error names the first cell that is
/// neither.
[[nodiscard]] Result<QList<QList<bool>>> readCells(const QString &text);
/// The same the other way: "x" and nothing, tabs between cells, one line a row.
QString writeCells(const QList<QList<bool>> &rows);
