// SPDX-License-Identifier: Apache-2.0
#include "views/window/mainwindow.h"

#include "views/common/emptystate.h"
#include "views/common/gestures.h"
#include "views/common/objecttext.h"
#include "views/common/prompts.h"
#include "views/common/theme.h"
#include "views/problems/problemsview.h"
#include "views/window/documentfollower.h"
#include "views/window/documentsession.h"
#include "views/window/exportdialog.h"
#include "views/window/importdialog.h"
#include "views/window/importfiles.h"
#include "views/window/noticebar.h"
#include "views/window/panelwalk.h"
#include "views/window/revisiondialog.h"
#include "views/window/shortcutsdialog.h"
#include "views/window/statusstrip.h"
#include "views/window/windowactions.h"
#include "views/window/workspace.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QDockWidget>
#include <QFileInfo>
#include <QMenu>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace {

constexpr auto themeKey = "window/theme"_L1;
enum CenterPage { StartPage, EmptyPage, DocumentPages };

}  // namespace

MainWindow::MainWindow(QSettings &settings, Prompts &prompts, Theme &theme)
    : m_settings(settings)
    , m_prompts(prompts)
    , m_theme(theme)
    , m_memory(settings, *this)
    , m_actions(new WindowActions(this))
    , m_session(new DocumentSession(settings, prompts, this))
    , m_center(new QStackedWidget(this))
    , m_navigatorDock(makeDock(u"navigatorDock"_s, tr("Navigator"), Qt::LeftDockWidgetArea))
    , m_inspectorDock(makeDock(u"inspectorDock"_s, tr("Inspector"), Qt::RightDockWidgetArea))
    , m_listsDock(
          makeDock(u"listsDock"_s, tr("Problems, Restarts, History"), Qt::BottomDockWidgetArea))
    , m_notices(new NoticeBar(this))
    , m_strip(new StatusStrip(this))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("Switchyard"));
    setDockOptions(QMainWindow::AnimatedDocks);
    m_center->addWidget(makeStartPage());
    m_center->addWidget(makeEmptyPage());
    setCentralWidget(m_center);

    auto *foot = new QWidget(this);
    auto *lines = new QVBoxLayout(foot);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(0);
    lines->addWidget(m_notices);
    lines->addWidget(m_strip);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(foot, 1);

    connectSession();
    connectFileActions();
    connectEditActions();
    connectViewActions();
    resize(1366, 800);
    resizeDocks({m_navigatorDock, m_inspectorDock}, {250, 310}, Qt::Horizontal);
    resizeDocks({m_listsDock}, {230}, Qt::Vertical);
    hideDocument();
    m_memory.restoreWindow();
}

MainWindow::~MainWindow()
{
    // Panels go before the document that they show.
    m_follower.reset();
    m_strip->setDocument(nullptr);
    m_workspace.reset();
}

QDockWidget *MainWindow::makeDock(
    const QString &name, const QString &title, Qt::DockWidgetArea area)
{
    auto *dock = new QDockWidget(title, this);
    dock->setObjectName(name);
    // The panels say themselves what they are; where they stand is fixed, their size and presence
    // are not.
    dock->setFeatures(QDockWidget::DockWidgetClosable);
    dock->setTitleBarWidget(new QWidget(dock));
    dock->setWidget(new QWidget(dock));
    addDockWidget(area, dock);
    m_actions->viewMenu->insertAction(
        m_actions->viewMenu->actions().value(int(findChildren<QDockWidget *>().size()) - 1),
        dock->toggleViewAction());
    return dock;
}

EmptyState *MainWindow::makeStartPage()
{
    auto *page = new EmptyState(tr("No document is open"),
        tr("A document holds the topology of one installation, and every step that was made on it."),
        this);
    page->setObjectName(u"startPage"_s);
    page->addAction(m_actions->openSample);
    page->addAction(m_actions->openDocument);
    page->addAction(m_actions->newDocument);
    return page;
}

EmptyState *MainWindow::makeEmptyPage()
{
    auto *page = new EmptyState(tr("This document is empty"),
        tr("Import what a Configuration Server or another tool has exported, or begin with a tenant."),
        this);
    page->setObjectName(u"emptyPage"_s);
    page->addAction(m_actions->importFiles);
    page->addAction(m_actions->addTenant);
    page->addAction(m_actions->openSample);
    return page;
}

// --- Connections ---

void MainWindow::connectSession()
{
    connect(m_session, &DocumentSession::opened, this, &MainWindow::showDocument);
    connect(m_session, &DocumentSession::aboutToClose, this, &MainWindow::hideDocument);
    connect(m_session, &DocumentSession::failed, this,
        [this](const Error &error) { postError(this, error); });
    connect(m_session, &DocumentSession::told, this, [this](const QString &text) {
        post({text, {}, {}, {}});
    });
    auto &recent = m_session->recentFiles();
    connect(&recent, &RecentFiles::changed, this,
        [this] { m_actions->fillRecent(m_session->recentFiles().paths()); });
    connect(m_actions, &WindowActions::recentCleared, &recent, &RecentFiles::clear);
    connect(m_actions, &WindowActions::recentRequested, m_session, &DocumentSession::open);
    m_actions->fillRecent(recent.paths());

    connect(m_strip, &StatusStrip::severityRequested, this, [this](Severity severity) {
        m_listsDock->show();
        m_workspace->showSeverity(severity);
    });
    connect(m_strip, &StatusStrip::restartsRequested, this, [this] { showPanel(u"restarts"_s); });
    connect(m_strip, &StatusStrip::changesRequested, this, [this] { showPanel(u"history"_s); });
}

void MainWindow::connectFileActions()
{
    connect(
        m_actions->newDocument, &QAction::triggered, m_session, &DocumentSession::createByPrompt);
    connect(
        m_actions->openDocument, &QAction::triggered, m_session, &DocumentSession::openByPrompt);
    connect(m_actions->openSample, &QAction::triggered, m_session,
        &DocumentSession::createSampleByPrompt);
    connect(
        m_actions->saveCopy, &QAction::triggered, m_session, &DocumentSession::saveCopyByPrompt);
    connect(m_actions->closeDocument, &QAction::triggered, m_session, &DocumentSession::close);
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->importFiles, &QAction::triggered, this, &MainWindow::import);
    connect(m_actions->exportFile, &QAction::triggered, this, &MainWindow::showExport);
    connect(m_actions->keepRevision, &QAction::triggered, this, [this] {
        auto *dialog = new RevisionDialog(m_workspace->document(), this);
        connect(dialog, &RevisionDialog::kept, this, [this](const QString &text) {
            post({text, {}, {}, {}});
        });
        dialog->open();
    });
}

void MainWindow::connectEditActions()
{
    connect(m_actions->undo, &QAction::triggered, this, &MainWindow::undo);
    connect(m_actions->redo, &QAction::triggered, this, &MainWindow::redo);
    connect(m_actions->rename, &QAction::triggered, this, [this] {
        m_workspace->selection().reveal(*m_workspace->selection().current(), Field::Name);
    });
    connect(m_actions->duplicate, &QAction::triggered, this, [this] {
        auto &selection = m_workspace->selection();
        duplicateObject(m_workspace->document(), selection, *selection.current(), this);
    });
    connect(m_actions->remove, &QAction::triggered, this, [this] {
        removeObjects(m_workspace->document(), m_workspace->selection().objects(), this);
    });
    connect(m_actions->find, &QAction::triggered, this, [this] {
        const auto all = panels();
        const auto at = focusedPanel(all);
        if (at < 0 || !focusFilter(all.at(at)))
            focusFilter(m_workspace->navigator());
    });
    for (const auto &[action, kind] : {std::pair(m_actions->addTenant, Kind::Tenant),
             std::pair(m_actions->addApplication, Kind::Application),
             std::pair(m_actions->addSwitch, Kind::Switch),
             std::pair(m_actions->addOffice, Kind::SwitchingOffice),
             std::pair(m_actions->addHost, Kind::Host)})
        connect(action, &QAction::triggered, this, [this, kind = kind] { openAdd(kind); });
}

void MainWindow::connectViewActions()
{
    connect(m_actions->nextProblem, &QAction::triggered, this,
        [this] { m_workspace->problems()->next(); });
    connect(m_actions->previousProblem, &QAction::triggered, this,
        [this] { m_workspace->problems()->previous(); });
    connect(m_actions->nextPanel, &QAction::triggered, this, [this] { walkPanels(panels(), 1); });
    connect(
        m_actions->previousPanel, &QAction::triggered, this, [this] { walkPanels(panels(), -1); });
    m_actions->setTheme(QString(Theme::token(m_theme.choice())));
    connect(m_actions->themes, &QActionGroup::triggered, this, [this](const QAction *action) {
        m_theme.setChoice(
            Theme::fromToken(action->data().toString()).value_or(ThemeChoice::System));
        m_settings.setValue(themeKey, action->data());
    });
    connect(m_actions->shortcuts, &QAction::triggered, this, [this] {
        (new ShortcutsDialog(m_actions->findChildren<QAction *>(Qt::FindDirectChildrenOnly), this))
            ->open();
    });
    connect(m_actions->about, &QAction::triggered, this, [this] {
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
    m_navigatorDock->setWidget(m_workspace->navigator());
    m_inspectorDock->setWidget(m_workspace->inspector());
    m_listsDock->setWidget(m_workspace->lists());
    m_center->addWidget(m_workspace->pages());
    m_center->setCurrentIndex(document->topology().isEmpty() ? EmptyPage : DocumentPages);
    m_workspace->navigator()->addActions({m_actions->rename, m_actions->remove});
    for (auto *panel : {m_workspace->inspector(), static_cast<QWidget *>(m_workspace->lists())})
        m_memory.restorePanel(panel);
    connect(m_workspace.get(), &Workspace::panelMade, this,
        [this](QWidget *panel) { m_memory.restorePanel(panel); });
    m_strip->setDocument(document);
    m_follower = std::make_unique<DocumentFollower>(*document);

    connect(m_follower.get(), &DocumentFollower::failed, this,
        [this](const Error &error) { postError(this, error); });
    connect(document, &Document::changed, this, &MainWindow::leaveEmptyPage);
    connect(document, &Document::historyChanged, this, &MainWindow::followDocument);
    connect(&m_workspace->selection(), &Selection::changed, this, &MainWindow::followSelection);
    connect(&m_workspace->selection(), &Selection::revealed, m_inspectorDock, &QWidget::show);
    const QFileInfo file(document->path());
    setWindowTitle(tr("%1 – Switchyard").arg(plainText(file.fileName())));
    for (auto *dock : {m_navigatorDock, m_inspectorDock, m_listsDock}) {
        dock->toggleViewAction()->setEnabled(true);
        dock->setVisible(m_settings.value("docks/"_L1 + dock->objectName(), true).toBool());
    }
    followDocument();
    followSelection();
}

void MainWindow::hideDocument()
{
    if (m_workspace) {
        for (auto *dock : {m_navigatorDock, m_inspectorDock, m_listsDock})
            m_settings.setValue("docks/"_L1 + dock->objectName(), !dock->isHidden());
        m_memory.savePanel(this);
        m_follower.reset();
        m_strip->setDocument(nullptr);
        disconnect(&m_workspace->document(), nullptr, this, nullptr);
        m_workspace.reset();
        setWindowTitle(tr("Switchyard"));
        m_notices->clear();
    }
    for (auto *dock : {m_navigatorDock, m_inspectorDock, m_listsDock}) {
        dock->hide();
        dock->toggleViewAction()->setEnabled(false);
    }
    m_center->setCurrentIndex(StartPage);
    m_actions->follow(nullptr);
    for (auto *action : {m_actions->rename, m_actions->duplicate, m_actions->remove})
        action->setEnabled(false);
}

void MainWindow::leaveEmptyPage()
{
    if (m_center->currentIndex() == EmptyPage && !m_workspace->document().topology().isEmpty())
        m_center->setCurrentIndex(DocumentPages);
}

void MainWindow::followDocument()
{
    m_actions->follow(&m_workspace->document());
}

void MainWindow::followSelection()
{
    const auto &objects = m_workspace->selection().objects();
    const auto &document = m_workspace->document();
    const bool canRemoveAll = !objects.isEmpty()
        && std::all_of(objects.cbegin(), objects.cend(),
            [&](ObjectId object) { return canRemove(document, object); });
    m_actions->remove->setEnabled(canRemoveAll);
    m_actions->rename->setEnabled(objects.size() == 1 && canRemoveAll);
    m_actions->duplicate->setEnabled(objects.size() == 1 && canRemoveAll);
}

// --- Commands ---

void MainWindow::undo()
{
    const auto undone = m_workspace->document().undo();
    if (succeeded(undone, this))
        post({tr("Undone: %1 (%2)")
                  .arg(plainText(undone->entry.title), plainText(undone->entry.author)),
            {}, {}, {}});
}

void MainWindow::redo()
{
    const auto redone = m_workspace->document().redo();
    if (succeeded(redone, this))
        post({tr("Done again: %1 (%2)")
                  .arg(plainText(redone->entry.title), plainText(redone->entry.author)),
            {}, {}, {}});
}

void MainWindow::openAdd(Kind kind)
{
    m_center->setCurrentIndex(DocumentPages);
    m_workspace->openAdd(kind);
}

void MainWindow::import()
{
    const auto paths =
        m_prompts.openFiles(tr("Import"), tr("Topology and mutagen files (*.json);;All files (*)"));
    if (paths.isEmpty())
        return;
    auto &document = m_workspace->document();
    auto input = readFiles(paths, document.topology(), this);
    if (!input || !succeeded(*input, this))
        return;
    QStringList names;
    for (const auto &path : paths)
        names.append(QFileInfo(path).fileName());
    auto *dialog = new ImportDialog(document, names, std::move(**input), this);
    connect(dialog, &ImportDialog::imported, this, [this](const QString &text) {
        post({text, {}, {}, {}});
    });
    dialog->open();
}

void MainWindow::showExport()
{
    auto *dialog =
        new ExportDialog(m_workspace->document(), m_workspace->selection(), m_prompts, this);
    connect(dialog, &ExportDialog::exported, this, [this](const QString &text) {
        post({text, {}, {}, {}});
    });
    dialog->open();
}

QList<QWidget *> MainWindow::panels() const
{
    if (!m_workspace)
        return {m_center};
    return {m_workspace->navigator(), m_workspace->pages(), m_workspace->inspector(),
        m_workspace->lists()};
}

bool MainWindow::showPanel(const QString &name)
{
    if (!m_workspace)
        return false;
    if (name == u"navigator" || name == u"inspector") {
        (name == u"navigator" ? m_navigatorDock : m_inspectorDock)->show();
        return true;
    }
    if (!m_workspace->show(name))
        return false;
    if (m_workspace->lists()->currentWidget()->objectName().startsWith(name))
        m_listsDock->show();
    return true;
}

void MainWindow::post(const Notice &notice)
{
    m_notices->post(notice);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_workspace)
        m_memory.savePanel(this);
    m_memory.saveWindow();
    QMainWindow::closeEvent(event);
}
