// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/fakeprompts.h"
#include "views/common/theme.h"
#include "views/window/documentsession.h"
#include "views/window/mainwindow.h"
#include "views/window/workspace.h"

#include <QAction>
#include <QLabel>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

/// A window with settings, folder and prompts of its own.
struct Desk
{
    QTemporaryDir folder;
    QSettings settings {folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    FakePrompts prompts;
    Theme theme;
    std::unique_ptr<MainWindow> window;

    Desk()
    {
        theme.setChoice(ThemeChoice::Light);
        open();
    }
    void open()
    {
        window = std::make_unique<MainWindow>(settings, prompts, theme);
        window->show();
        if (!QTest::qWaitForWindowActive(window.get()))
            qFatal("the window is not active");
    }
    QString path(const QString &name) const { return folder.filePath(name); }
    /// A document of the window's own with this content.
    Document &show(
        const Topology &topology, const QString &name = QStringLiteral("site.switchyard"))
    {
        {
            const auto made =
                Document::create(path(name), QStringLiteral("anna"), topology, topology);
            if (!made)
                qFatal("%s", qPrintable(made.error().text()));
        }
        if (!window->session().open(path(name)))
            qFatal("not opened");
        return document();
    }
    Document &document() const { return window->workspace()->document(); }
    template <class Widget = QAction>
    Widget *find(const QString &name) const
    {
        auto *found = window->findChild<Widget *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }
    QString notice() const
    {
        const auto *label = find<QLabel>(QStringLiteral("noticeLabel"));
        return label->isVisible() ? label->text() : QString();
    }
};
