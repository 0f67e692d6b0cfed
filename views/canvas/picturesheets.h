// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "views/canvas/picture.h"

class QPagedPaintDevice;

// Pictures that are too large for one sheet of paper are cut between lanes, and below that between
// rows; each sheet has the heads of its own lanes and bands.

inline constexpr int pixelsPerInch = 96;  ///< Of sizes on paper.

/// The sheets of a part of the scene on paper of this size, in pixels: one if that can be read,
/// else as many as it takes; lanes of the same rows go from left to right.
QList<PictureSheet> sheetsFor(const Picture &picture, const QRectF &part, QSizeF paper);

/// The sheet, smaller if that paper asks for it.
PictureSheet sheetFor(const Picture &picture, PictureSheet sheet, QSizeF paper);
/// What can be painted on, in pixels.
QSizeF paperSize(const QPagedPaintDevice &device);

/// Paints each sheet on a page of its own.
Result<void> paintSheets(
    QPagedPaintDevice &device, Picture &picture, const QList<PictureSheet> &sheets);
