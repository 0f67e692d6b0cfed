// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "views/common/mark.h"

#include <functional>

class QWidget;

/// Something to say that needs no answer: shown inline in the window, gone after a while.
struct Notice
{
    QString text;
    std::optional<Mark> mark;
    QString actionText;  ///< A link behind the text, such as "Undo"; empty for none.
    std::function<void()> action;
};

/// Where notices are shown; the main window is one.
class NoticeBoard
{
public:
    virtual ~NoticeBoard() = default;
    virtual void post(const Notice &notice) = 0;
};

/// Posts to the nearest notice board among the widget and its parents. Without one (a panel alone,
/// in a test) nothing is shown.
void postNotice(const QWidget *from, const Notice &notice);
void postError(const QWidget *from, const Error &error);

/// True if it succeeded; else posts the error.
template <class T>
bool succeeded(const Result<T> &result, const QWidget *from)
{
    if (!result)
        postError(from, result.error());
    return result.has_value();
}
