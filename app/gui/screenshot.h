// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"

#include <QSize>

class MainWindow;

/// Lets the window settle at this size, and draws it into a PNG file.
[[nodiscard]] Result<void> takeScreenshot(MainWindow &window, QSize size, const QString &path);
