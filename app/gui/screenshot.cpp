// SPDX-License-Identifier: Apache-2.0
#include "app/gui/screenshot.h"

#include "views/window/mainwindow.h"

#include <QCoreApplication>
#include <QPixmap>

using namespace Qt::StringLiterals;

Result<void> takeScreenshot(MainWindow &window, QSize size, const QString &path)
{
    window.resize(size);
    window.show();
    // Layouts and lists settle in a few turns of posted events.
    constexpr int turns = 10;
    for (int i = 0; i < turns; ++i) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }
    if (!window.grab().save(path, "PNG"))
        return failure(Error::Code::Io,
            QCoreApplication::translate("Screenshot", "The picture can't be written."), path);
    return {};
}
