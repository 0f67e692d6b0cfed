// SPDX-License-Identifier: Apache-2.0
#include "views/common/notices.h"

#include <QWidget>

void postNotice(const QWidget *from, const Notice &notice)
{
    for (const auto *widget = from; widget; widget = widget->parentWidget()) {
        if (auto *board = dynamic_cast<NoticeBoard *>(const_cast<QWidget *>(widget))) {
            board->post(notice);
            return;
        }
    }
}

void postError(const QWidget *from, const Error &error)
{
    postNotice(from, {error.text(), Mark::Error, {}, {}});
}
