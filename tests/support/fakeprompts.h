// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/common/prompts.h"

#include <functional>

/// Answers what the test put in, and keeps what was asked. An answer that was not put in is a "no".
class FakePrompts final : public Prompts
{
public:
    QStringList
        files;  ///< Taken from the front; for several files at once they are separated by "|".
    bool agrees = false;
    QStringList asked;  ///< Titles of everything that was asked or told, in order.
    QStringList told;   ///< The texts of tell() and ask().

    std::function<bool(QPrinter &)> chooses;  ///< None: no printer is chosen.

    QString openFile(const QString &title, const QString &) override { return take(title); }
    QStringList openFiles(const QString &title, const QString &) override
    {
        return take(title).split(QLatin1Char('|'), Qt::SkipEmptyParts);
    }
    QString saveFile(const QString &title, const QString &, const QString &) override
    {
        return take(title);
    }
    bool choosePrinter(QPrinter &printer) override { return chooses && chooses(printer); }
    void tell(const QString &title, const QString &text) override
    {
        asked.append(title);
        told.append(text);
    }
    bool ask(const QString &title, const QString &text, const QString &) override
    {
        tell(title, text);
        return agrees;
    }

private:
    QString take(const QString &title)
    {
        asked.append(title);
        return files.isEmpty() ? QString() : files.takeFirst();
    }
};
