// SPDX-License-Identifier: Apache-2.0
#include "views/window/mainwindow.h"

#include "views/common/objecttext.h"
#include "views/common/prompts.h"
#include "views/common/theme.h"
#include "views/history/revisionsview.h"
#include "views/problems/problemsview.h"
#include "views/restarts/restartsview.h"
#include "views/review/reviewpage.h"
#include "views/window/centerstack.h"
#include "views/window/documentdialogs.h"
#include "views/window/documentfollower.h"
#include "views/window/documentsession.h"
#include "views/window/noticebar.h"
#include "views/window/panelwalk.h"
#include "views/window/pictureoutput.h"
#include "views/window/plandialogs.h"
#include "views/window/reviewdesk.h"
#include "views/window/shortcutsdialog.h"
#include "views/window/statusstrip.h"
#include "views/window/undokeys.h"
#include "views/window/windowactions.h"
#include "views/window/workspace.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QDockWidget>
#include <QFileInfo>
#include <QSettings>
#include <QStatusBar>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

MainWindow::MainWindow(QSettings &settings, Prompts &prompts, Theme &theme)
    : m_settings(settings)
    , m_prompts(prompts)
    , m_theme(theme)
    , m_memory(settings, *this)
    , m_actions(new WindowActions(this))
    , m_session(new DocumentSession(settings, prompts, this))
    , m_dialogs(new DocumentDialogs(prompts, this))
    , m_pictures(new PictureOutput(prompts, this))
    , m_reviewDesk(new ReviewDesk(prompts, this))
    , m_center(new CenterStack(*m_actions, this))
    , m_docks(*this, *m_actions->viewMenu, settings)
    , m_notices(new NoticeBar(this))
    , m_strip(new StatusStrip(this))
{
    setObjectName(u"mainWindow"_s);
    setCentralWidget(m_center);
    new UndoKeys(this);
    makeFoot();
    connectSession();
    connectFileActions();
    connectEditActions();
    connectViewActions();
    resize(1366, 800);
    m_memory.restorePlace();
    hideDocument();
}

MainWindow::~MainWindow()
{
    // Panels go before the document that they show.
    m_follower.reset();
    m_strip->setDocument(nullptr);
    m_workspace.reset();
}

void MainWindow::makeFoot()
{
    auto *foot = new QWidget(this);
    auto *lines = new QVBoxLayout(foot);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(0);
    lines->addWidget(m_notices);
    lines->addWidget(m_strip);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(foot, 1);
}

// --- Connections ---

void MainWindow::connectSession()
{
    const auto complain = [this](const Error &error) { postError(this, error); };
    const auto tell = [this](const QString &text) { post({text, {}, {}, {}}); };
    connect(m_session, &DocumentSession::opened, this, &MainWindow::showDocument);
    connect(m_session, &DocumentSession::aboutToClose, this, &MainWindow::hideDocument);
    connect(m_session, &DocumentSession::failed, this, complain);
    connect(m_session, &DocumentSession::told, this, tell);
    connect(m_session, &DocumentSession::upgradeOffered, this, [this](const QString &text) {
        post({text, Mark::Warning, tr("Upgrade"), [this] { m_session->upgrade(); }});
    });
    connect(m_dialogs, &DocumentDialogs::failed, this, complain);
    connect(m_dialogs, &DocumentDialogs::told, this, tell);
    connect(m_pictures, &PictureOutput::failed, this, complain);
    connect(m_pictures, &PictureOutput::told, this, tell);
    connect(m_reviewDesk, &ReviewDesk::told, this, tell);
    auto &recent = m_session->recentFiles();
    connect(&recent, &RecentFiles::changed, this,
        [this] { m_actions->fillRecent(m_session->recentFiles().paths()); });
    connect(m_actions, &WindowActions::recentCleared, &recent, &RecentFiles::clear);
    connect(m_actions, &WindowActions::recentRequested, m_session, &DocumentSession::open);
    m_actions->fillRecent(recent.paths());

    connect(m_strip, &StatusStrip::severityRequested, this, [this](Severity severity) {
        showPanel(u"problems"_s);
        m_workspace->problems()->showSeverity(severity);
    });
    connect(m_strip, &StatusStrip::waivedRequested, this, [this] {
        showPanel(u"problems"_s);
        m_workspace->problems()->showWaived();
    });
    connect(m_strip, &StatusStrip::restartsRequested, this, [this] { showPanel(u"restarts"_s); });
    connect(
        m_strip, &StatusStrip::changesRequested, this, [this] { showReview(ReviewStep::Changes); });
}

void MainWindow::connectFileActions()
{
    const auto &actions = *m_actions;
    connect(actions.newDocument, &QAction::triggered, m_session, &DocumentSession::createByPrompt);
    connect(actions.openDocument, &QAction::triggered, m_session, &DocumentSession::openByPrompt);
    connect(
        actions.openSample, &QAction::triggered, m_session, &DocumentSession::createSampleByPrompt);
    connect(actions.saveCopy, &QAction::triggered, m_session, &DocumentSession::saveCopyByPrompt);
    connect(actions.closeDocument, &QAction::triggered, m_session, &DocumentSession::close);
    connect(actions.quit, &QAction::triggered, this, &QWidget::close);
    connect(actions.importFiles, &QAction::triggered, this,
        [this] { m_dialogs->showImport(m_workspace->document()); });
    connect(
        actions.exportFile, &QAction::triggered, this, [this] { showReview(ReviewStep::Export); });
    connect(actions.review, &QAction::triggered, this, [this] {
        showPanel(u"review"_s);
        m_workspace->review().setFocus();
    });
    connect(actions.keepRevision, &QAction::triggered, this,
        [this] { m_dialogs->showRevision(m_workspace->document()); });
    connect(actions.compareWith, &QAction::triggered, this,
        [this] { m_dialogs->showComparison(m_workspace->document(), m_workspace->selection()); });
    connect(actions.merge, &QAction::triggered, this,
        [this] { m_dialogs->showMerge(m_workspace->document()); });
    connect(actions.upgrade, &QAction::triggered, m_session, &DocumentSession::upgrade);
    connect(actions.exportPicture, &QAction::triggered, this,
        [this] { m_pictures->write(m_workspace->canvas(), PictureOutput::Part::All); });
    connect(actions.exportVisible, &QAction::triggered, this, [this] {
        showPanel(u"topology"_s);
        m_pictures->write(m_workspace->canvas(), PictureOutput::Part::Visible);
    });
    connect(actions.print, &QAction::triggered, this,
        [this] { m_pictures->print(m_workspace->canvas(), PictureOutput::Part::All); });
    connect(actions.printVisible, &QAction::triggered, this, [this] {
        showPanel(u"topology"_s);
        m_pictures->print(m_workspace->canvas(), PictureOutput::Part::Visible);
    });
}

void MainWindow::connectEditActions()
{
    const auto &actions = *m_actions;
    connect(actions.undo, &QAction::triggered, this, [this] { travel(true); });
    connect(actions.redo, &QAction::triggered, this, [this] { travel(false); });
    connect(actions.rename, &QAction::triggered, this, [this] {
        m_workspace->selection().reveal(*m_workspace->selection().current(), Field::Name);
    });
    connect(actions.duplicate, &QAction::triggered, this, [this] {
        auto &selection = m_workspace->selection();
        duplicateObject(m_workspace->document(), selection, *selection.current(), this);
    });
    connect(actions.remove, &QAction::triggered, this, [this] {
        removeObjects(m_workspace->document(), m_workspace->selection().objects(), this);
    });
    connect(actions.onboard, &QAction::triggered, this, [this] {
        onboardTenant(m_workspace->document(), m_workspace->selection().objects(), this);
    });
    connect(actions.recordAnswer, &QAction::triggered, this, [this] {
        showPanel(u"restarts"_s);
        m_workspace->restarts()->requestAnswer();
    });
    connect(actions.whatIf, &QAction::triggered, this,
        [this] { m_workspace->restarts()->requestWhatIf(); });
    connect(actions.fewestRestarts, &QAction::triggered, this,
        [this] { Q_EMIT m_workspace->restarts()->stagingRequested(); });
    connect(actions.find, &QAction::triggered, this, [this] {
        const auto panels = m_workspace->panels();
        const auto at = focusedPanel(panels);
        if (at < 0 || !focusFilter(panels.at(at)))
            focusFilter(m_workspace->navigator());
    });
    for (const auto &[action, kind] : {std::pair(actions.addTenant, Kind::Tenant),
             std::pair(actions.addApplication, Kind::Application),
             std::pair(actions.addSwitch, Kind::Switch),
             std::pair(actions.addOffice, Kind::SwitchingOffice),
             std::pair(actions.addHost, Kind::Host)})
        connect(action, &QAction::triggered, this, [this, kind = kind] { openAdd(kind); });
}

void MainWindow::connectViewActions()
{
    const auto &actions = *m_actions;
    connect(actions.nextProblem, &QAction::triggered, this,
        [this] { m_workspace->problems()->next(); });
    connect(actions.previousProblem, &QAction::triggered, this,
        [this] { m_workspace->problems()->previous(); });
    connect(actions.fixProblem, &QAction::triggered, this, [this] {
        showPanel(u"problems"_s);
        m_workspace->problems()->requestFix();
    });
    connect(actions.nextPanel, &QAction::triggered, this,
        [this] { walkPanels(m_workspace->panels(), 1); });
    connect(actions.previousPanel, &QAction::triggered, this,
        [this] { walkPanels(m_workspace->panels(), -1); });
    m_actions->setTheme(QString(Theme::token(m_theme.choice())));
    connect(actions.themes, &QActionGroup::triggered, this, [this](const QAction *action) {
        m_theme.setChoice(
            Theme::fromToken(action->data().toString()).value_or(ThemeChoice::System));
        m_settings.setValue("window/theme"_L1, action->data());
    });
    connect(actions.shortcuts, &QAction::triggered, this, [this] {
        const auto all = m_actions->findChildren<QAction *>(Qt::FindDirectChildrenOnly);
        (new ShortcutsDialog(all, this))->open();
    });
    connect(actions.about, &QAction::triggered, this, [this] {
        m_prompts.tell(tr("About Switchyard"),
            tr("Switchyard %1\nThe multi-tenant topology of an eServices installation: edited, checked, planned.\n"
               "Apache License 2.0")
                .arg(QCoreApplication::applicationVersion()));
    });
}

// --- The open document ---

void MainWindow::showDocument(Document *document)
{
    m_workspace = std::make_unique<Workspace>(*document, this);
    auto &workspace = *m_workspace;
    m_docks.show(workspace);
    m_center->showPages(workspace.pages());
    if (document->topology().isEmpty())
        m_center->showEmpty();
    workspace.navigator()->addActions({m_actions->rename, m_actions->remove, m_actions->whatIf});
    m_dialogs->serve(*document, *workspace.problems());
    workspace.revisions()->offer(m_actions->keepRevision);
    const auto servePlan = [this, document](RestartsView &panel) {
        new PlanDialogs(*document, panel, m_prompts, this, m_workspace.get());
    };
    servePlan(*workspace.restarts());
    connect(&workspace, &Workspace::restartsMade, this, servePlan);
    m_memory.restorePanel(workspace.inspector());
    m_memory.restorePanel(workspace.lists());
    m_strip->setDocument(document);
    m_follower = std::make_unique<DocumentFollower>(*document);

    connect(&workspace, &Workspace::panelMade, this,
        [this](QWidget *panel) { m_memory.restorePanel(panel); });
    connect(&workspace, &Workspace::reviewMade, this, &MainWindow::serveReview);
    connect(m_follower.get(), &DocumentFollower::failed, this,
        [this](const Error &error) { postError(this, error); });
    connect(document, &Document::changed, this, &MainWindow::followDocument);
    connect(document, &Document::historyChanged, this, &MainWindow::followDocument);
    connect(&workspace.selection(), &Selection::changed, this, &MainWindow::followSelection);
    connect(&workspace.selection(), &Selection::revealed, m_docks.inspector(), &QWidget::show);
    setWindowTitle(tr("%1 – Switchyard").arg(plainText(QFileInfo(document->path()).fileName())));
    followDocument();
    focusPanel(m_center->currentWidget());
}

void MainWindow::hideDocument()
{
    if (m_workspace) {
        m_docks.saveVisibility();
        m_memory.savePanel(this);
        m_follower.reset();
        m_strip->setDocument(nullptr);
        disconnect(&m_workspace->document(), nullptr, this, nullptr);
        m_workspace.reset();
        m_notices->clear();
    }
    setWindowTitle(tr("Switchyard"));
    m_docks.hide();
    m_center->showStart();
    m_actions->follow(nullptr);
    m_actions->followSelection(0);
}

void MainWindow::followDocument()
{
    const auto &document = m_workspace->document();
    m_actions->follow(&document);
    if (m_center->isShowingEmpty() && !document.topology().isEmpty())
        m_center->showPages(m_workspace->pages());
    followSelection();
}

void MainWindow::followSelection()
{
    const auto &objects = m_workspace->selection().objects();
    const auto &document = m_workspace->document();
    const bool canRemoveAll = std::all_of(objects.cbegin(), objects.cend(),
        [&](ObjectId object) { return canRemove(document, object); });
    m_actions->followSelection(canRemoveAll ? objects.size() : 0);
}

// --- Commands ---

void MainWindow::travel(bool isUndo)
{
    auto &document = m_workspace->document();
    const auto done = isUndo ? document.undo() : document.redo();
    if (!succeeded(done, this))
        return;
    const auto text = isUndo ? tr("Undone: %1 (%2)") : tr("Done again: %1 (%2)");
    post({text.arg(plainText(done->entry.title), plainText(done->entry.author)), {}, {}, {}});
}

void MainWindow::openAdd(Kind kind)
{
    m_center->showPages(m_workspace->pages());
    m_workspace->openAdd(kind);
}

void MainWindow::serveReview(ReviewPage &page)
{
    m_reviewDesk->serve(m_workspace->document(), page);
    connect(&page, &ReviewPage::problemsRequested, this, [this](std::optional<Severity> severity) {
        showPanel(u"problems"_s);
        if (severity)
            m_workspace->problems()->showSeverity(*severity);
        else
            m_workspace->problems()->showWaived();
    });
}

void MainWindow::showReview(ReviewStep step)
{
    showPanel(u"review"_s);
    m_workspace->review().show(step);
    m_workspace->review().setFocus();
}

bool MainWindow::showPanel(const QString &name)
{
    if (!m_workspace)
        return false;
    // It has something to say of an empty document, too.
    if (name == u"review"_s)
        m_center->showPages(m_workspace->pages());
    return m_docks.show(name)
        || (m_workspace->show(name) && m_docks.showListsOf(name, *m_workspace));
}

void MainWindow::post(const Notice &notice)
{
    m_notices->post(notice);
}

void MainWindow::showCascade(const QList<ObjectId> &objects)
{
    m_dialogs->showRemoval(m_workspace->document(), objects);
}

void MainWindow::showOnboarding(const QString &tenant)
{
    m_dialogs->showOnboarding(m_workspace->document(), tenant);
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    if (std::exchange(m_wasShown, true))
        return;
    // Sizes of docks hold only once the window has its own.
    if (m_memory.restoreDocks() && !m_workspace)
        m_docks.hide();
    focusPanel(m_center->currentWidget());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_workspace) {
        m_docks.saveVisibility();
        m_memory.savePanel(this);
    }
    m_memory.saveWindow();
    QMainWindow::closeEvent(event);
}
