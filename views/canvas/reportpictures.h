// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/canvas/picturefile.h"

/// Where a report's picture is looked at.
enum class ReportForm : quint8 {
    Screen,  ///< In one piece.
    Pages,   ///< In pieces that can be read on A4, as long as they are not too many.
};
/// The picture as SVG for a report. Of a topology that is too large for either it is an overview:
/// a report is to be read, and sent about.
Result<QList<QByteArray>> reportPictures(
    const PictureSource &source, const Picture::Style &style, ReportForm form);
