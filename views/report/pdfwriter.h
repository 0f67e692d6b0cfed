// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "models/report/outline.h"

#include <QFont>

/// A4, with a table of contents and page numbers. Loads nothing. The same outline gives the same
/// bytes, but for the date that every PDF has. Needs a QGuiApplication, for fonts; any thread.
Result<QByteArray> pdfOf(const Outline &outline, const QFont &font);
