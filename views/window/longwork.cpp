// SPDX-License-Identifier: Apache-2.0
#include "views/window/longwork.h"

#include "views/common/plainlabel.h"

#include <QEventLoop>
#include <QProgressDialog>
#include <QTimer>

bool waitWithProgress(QThread &thread, const QString &text, QWidget *window)
{
    // Most work is done before anybody would look for a box.
    constexpr unsigned long patience = 1000;  // ms
    if (thread.wait(patience))
        return true;
    QProgressDialog progress(window);
    progress.setLabel(plainLabel(text, &progress));
    progress.setRange(0, 0);
    progress.setWindowModality(Qt::ApplicationModal);
    progress.setMinimumDuration(0);
    QEventLoop loop;
    QObject::connect(&thread, &QThread::finished, &loop, &QEventLoop::quit);
    QObject::connect(&progress, &QProgressDialog::canceled, &loop, &QEventLoop::quit);
    progress.show();
    if (!thread.isFinished())
        loop.exec();
    return !progress.wasCanceled();
}
