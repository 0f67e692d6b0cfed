// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

class QAction;
class QDockWidget;
class QMainWindow;
class QMenu;
class QSettings;
class Workspace;

/// The panels around the pages: navigator at the left, inspector at the right, lists below. They
/// stand where they stand; their sizes and whether they are shown is for people to choose, and
/// comes back.
class PanelDocks final
{
public:
    /// The actions that show and hide them go to the beginning of the menu.
    PanelDocks(QMainWindow &window, QMenu &menu, QSettings &settings);

    QDockWidget *navigator() const { return m_docks.at(0); }
    QDockWidget *inspector() const { return m_docks.at(1); }
    QDockWidget *lists() const { return m_docks.at(2); }

    /// Shows the workspace's panels.
    void show(Workspace &workspace);
    /// Shows "navigator" or "inspector"; false for another name.
    bool show(const QString &name);
    /// Shows the lists if this is the name of the one in front. Always true.
    bool showListsOf(const QString &name, const Workspace &workspace);
    /// Before the workspace goes.
    void saveVisibility() const;
    void hide();

private:
    QDockWidget *make(const QString &name, const QString &title, Qt::DockWidgetArea area);

    QMainWindow &m_window;
    QSettings &m_settings;
    QList<QDockWidget *> m_docks;
};
