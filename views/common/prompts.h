// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

class QPrinter;

/// Questions that need a box: the window asks through this, tests answer.
class Prompts
{
public:
    virtual ~Prompts() = default;

    /// Empty if the user thought better of it; likewise below. Filters as QFileDialog takes them.
    virtual QString openFile(const QString &title, const QString &filter) = 0;
    virtual QStringList openFiles(const QString &title, const QString &filter) = 0;
    /// Asks itself before a name is taken that exists.
    virtual QString saveFile(
        const QString &title, const QString &suggestion, const QString &filter) = 0;
    /// Which printer and paper; they are set on the printer.
    virtual bool choosePrinter(QPrinter &printer) = 0;
    /// For what can't be said inline, because there is no window content to say it in.
    virtual void tell(const QString &title, const QString &text) = 0;
    /// True for the verb, such as "Open read-only".
    virtual bool ask(const QString &title, const QString &text, const QString &verb) = 0;
};
