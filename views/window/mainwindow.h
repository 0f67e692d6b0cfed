// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/common/notices.h"
#include "views/window/windowmemory.h"

#include <QMainWindow>

class Document;
class DocumentFollower;
class DocumentSession;
class EmptyState;
class NoticeBar;
class Prompts;
class QSettings;
class QStackedWidget;
class StatusStrip;
class Theme;
class WindowActions;
class Workspace;
enum class Kind : quint8;

/// Places the panels of the open document, and connects the commands.
///
/// Settings, prompts and theme must outlive the window.
class MainWindow final : public QMainWindow, public NoticeBoard
{
    Q_OBJECT

public:
    MainWindow(QSettings &settings, Prompts &prompts, Theme &theme);
    ~MainWindow() override;

    DocumentSession &session() { return *m_session; }
    /// Null while no document is open.
    Workspace *workspace() { return m_workspace.get(); }
    /// Brings a panel to the front: a name that Workspace::show() knows, "navigator" or
    /// "inspector". False for another.
    bool showPanel(const QString &name);

    void post(const Notice &notice) override;

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void connectSession();
    void connectFileActions();
    void connectEditActions();
    void connectViewActions();
    QDockWidget *makeDock(const QString &name, const QString &title, Qt::DockWidgetArea area);
    EmptyState *makeStartPage();
    EmptyState *makeEmptyPage();

    void showDocument(Document *document);
    void hideDocument();
    void leaveEmptyPage();
    void followDocument();
    void followSelection();
    void undo();
    void redo();
    void openAdd(Kind kind);
    void import();
    void showExport();
    void walkPanel(int step);
    QList<QWidget *> panels() const;

    QSettings &m_settings;
    Prompts &m_prompts;
    Theme &m_theme;
    WindowMemory m_memory;
    WindowActions *m_actions;
    DocumentSession *m_session;
    QStackedWidget *m_center;
    QDockWidget *m_navigatorDock;
    QDockWidget *m_inspectorDock;
    QDockWidget *m_listsDock;
    NoticeBar *m_notices;
    StatusStrip *m_strip;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<DocumentFollower> m_follower;
};
