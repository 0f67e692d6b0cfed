// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/common/gestures.h"
#include "views/common/notices.h"
#include "views/window/paneldocks.h"
#include "views/window/windowmemory.h"

#include <QMainWindow>

class CenterStack;
class Document;
class DocumentDialogs;
class DocumentFollower;
class DocumentSession;
class NoticeBar;
class PictureOutput;
class Prompts;
class QSettings;
class ReviewDesk;
class ReviewPage;
class StatusStrip;
class Theme;
class WindowActions;
class Workspace;
enum class Kind : quint8;
enum class ReviewStep : quint8;

/// Places the panels of the open document, and connects the commands.
///
/// Settings, prompts and theme must outlive the window.
class MainWindow final : public QMainWindow,
                         public NoticeBoard,
                         public RemovalGuard,
                         public OnboardingDesk
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
    void showCascade(const QList<ObjectId> &objects) override;
    void showOnboarding(const QString &tenant) override;

protected:
    void showEvent(QShowEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void makeFoot();
    void connectSession();
    void connectFileActions();
    void connectEditActions();
    void connectViewActions();

    void showDocument(Document *document);
    void hideDocument();
    void followDocument();
    void followSelection();
    void travel(bool isUndo);
    void openAdd(Kind kind);
    void serveReview(ReviewPage &page);
    void showReview(ReviewStep step);

    QSettings &m_settings;
    Prompts &m_prompts;
    Theme &m_theme;
    WindowMemory m_memory;
    WindowActions *m_actions;
    DocumentSession *m_session;
    DocumentDialogs *m_dialogs;
    PictureOutput *m_pictures;
    ReviewDesk *m_reviewDesk;
    CenterStack *m_center;
    PanelDocks m_docks;
    NoticeBar *m_notices;
    StatusStrip *m_strip;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<DocumentFollower> m_follower;
    bool m_wasShown = false;
};
