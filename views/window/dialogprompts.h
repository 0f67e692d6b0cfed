// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/common/prompts.h"

#include <QPointer>

class QSettings;
class QWidget;

/// Asks with the desktop's own boxes; remembers the folder.
class DialogPrompts final : public Prompts
{
public:
    explicit DialogPrompts(QSettings &settings);
    /// Boxes belong to this window; none before there is one.
    void setWindow(QWidget *window);

    QString openFile(const QString &title, const QString &filter) override;
    QStringList openFiles(const QString &title, const QString &filter) override;
    QString saveFile(
        const QString &title, const QString &suggestion, const QString &filter) override;
    bool choosePrinter(QPrinter &printer) override;
    void tell(const QString &title, const QString &text) override;
    bool ask(const QString &title, const QString &text, const QString &verb) override;

private:
    QString folder() const;
    void rememberFolder(const QString &file);

    QSettings &m_settings;
    QPointer<QWidget> m_window;
};
