// SPDX-License-Identifier: Apache-2.0
#include "views/window/windowactions.h"

#include "models/document/document.h"
#include "views/common/icons.h"
#include "views/common/objecttext.h"
#include "views/common/theme.h"

#include <QAction>
#include <QActionGroup>
#include <QFileInfo>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

WindowActions::WindowActions(QMainWindow *window)
    : QObject(window)
    , themes(new QActionGroup(this))
    , recentMenu(new QMenu(tr("Open &Recent"), window))
    , addMenu(new QMenu(tr("&Add"), window))
    , m_window(window)
{
    makeFileActions();
    makeEditActions();
    makeAddActions();
    makePlanActions();
    makeViewActions();
    fillMenuBar();
    fillToolBar();
    m_needDocument = {saveCopy, compareWith, review, exportFile, exportPicture, exportVisible,
        print, printVisible, closeDocument, find, whatIf, fewestRestarts, nextProblem,
        previousProblem, nextPanel, previousPanel};
    m_needWriting = {importFiles, merge, fixProblem, recordAnswer, onboard, addTenant,
        addApplication, addSwitch, addOffice, addHost};
    follow(nullptr);
}

QAction *WindowActions::make(const QString &name, const QString &text, const char *icon)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name + u"Action"_s);
    if (icon)
        action->setIcon(actionIcon(QLatin1String(icon)));
    return action;
}

void WindowActions::makeFileActions()
{
    newDocument = make(u"new"_s, tr("&New…"), "new");
    newDocument->setShortcut(QKeySequence::New);
    openDocument = make(u"open"_s, tr("&Open…"), "open");
    openDocument->setShortcut(QKeySequence::Open);
    openSample = make(u"openSample"_s, tr("Open the &Sample…"));
    saveCopy = make(u"saveCopy"_s, tr("Save a &Copy…"), "copy");
    saveCopy->setShortcut(QKeySequence(u"Ctrl+Shift+S"_s));
    keepRevision = make(u"keepRevision"_s, tr("&Keep a Revision…"), "revision");
    keepRevision->setShortcut(QKeySequence::Save);
    importFiles = make(u"import"_s, tr("&Import…"), "import");
    importFiles->setShortcut(QKeySequence(u"Ctrl+I"_s));
    review = make(u"review"_s, tr("Re&view"), "check");
    review->setShortcut(QKeySequence(u"Ctrl+Shift+R"_s));
    exportFile = make(u"export"_s, tr("&Export…"), "export");
    exportFile->setShortcut(QKeySequence(u"Ctrl+E"_s));
    compareWith = make(u"compareWith"_s, tr("Co&mpare With…"));
    merge = make(u"merge"_s, tr("Mer&ge…"));
    upgrade = make(u"upgrade"_s, tr("&Upgrade This Document"));
    exportPicture = make(u"exportPicture"_s, tr("&Export All of It…"));
    exportVisible = make(u"exportVisible"_s, tr("Export What Is &Visible…"));
    print = make(u"print"_s, tr("&Print All of It…"));
    print->setShortcut(QKeySequence::Print);
    printVisible = make(u"printVisible"_s, tr("Print What &Is Visible…"));
    closeDocument = make(u"close"_s, tr("Close &Document"), "close");
    closeDocument->setShortcut(QKeySequence::Close);
    quit = make(u"quit"_s, tr("&Quit"));
    quit->setShortcut(QKeySequence(u"Ctrl+Q"_s));
}

void WindowActions::makeEditActions()
{
    undo = make(u"undo"_s, tr("&Undo"), "undo");
    undo->setIconText(tr("Undo"));
    undo->setShortcut(QKeySequence(u"Ctrl+Z"_s));
    redo = make(u"redo"_s, tr("&Redo"), "redo");
    redo->setIconText(tr("Redo"));
    redo->setShortcuts({QKeySequence(u"Ctrl+Shift+Z"_s), QKeySequence(u"Ctrl+Y"_s)});
    rename = make(u"rename"_s, tr("Re&name"), "edit");
    rename->setShortcut(QKeySequence(Qt::Key_F2));
    duplicate = make(u"duplicate"_s, tr("&Duplicate"), "duplicate");
    duplicate->setShortcut(QKeySequence(u"Ctrl+D"_s));
    remove = make(u"remove"_s, tr("Re&move"), "remove");
    remove->setShortcut(QKeySequence::Delete);
    // Tables take these keys for their cells and rows; elsewhere they are the navigator's.
    for (auto *action : {rename, remove})
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    find = make(u"find"_s, tr("&Filter This Panel"), "filter");
    find->setShortcut(QKeySequence::Find);
}

void WindowActions::makeAddActions()
{
    addTenant = make(u"addTenant"_s, tr("&Tenant"));
    addTenant->setIcon(kindIcon(Kind::Tenant));
    addApplication = make(u"addApplication"_s, tr("&Application"));
    addApplication->setIcon(kindIcon(Kind::Application));
    addSwitch = make(u"addSwitch"_s, tr("&Switch"));
    addSwitch->setIcon(kindIcon(Kind::Switch));
    addOffice = make(u"addOffice"_s, tr("Switching &Office"));
    addOffice->setIcon(kindIcon(Kind::SwitchingOffice));
    addHost = make(u"addHost"_s, tr("&Host"));
    addHost->setIcon(kindIcon(Kind::Host));
    onboard = make(u"onboard"_s, tr("&Onboard a Tenant…"));
    onboard->setShortcut(QKeySequence(u"Ctrl+T"_s));
    addMenu->addActions({addApplication, addTenant, addSwitch, addOffice, addHost});
    addMenu->setIcon(actionIcon("add"_L1));
}

void WindowActions::makePlanActions()
{
    recordAnswer = make(u"recordAnswer"_s, tr("Record an &Answer…"));
    recordAnswer->setShortcut(QKeySequence(u"Ctrl+Shift+A"_s));
    recordAnswer->setToolTip(tr("What your site knows of a change that is not stated"));
    whatIf = make(u"whatIf"_s, tr("&What If a Release Were Another…"));
    fewestRestarts = make(u"fewestRestarts"_s, tr("&Fewest Restarts…"));
}

void WindowActions::makeViewActions()
{
    nextProblem = make(u"nextProblem"_s, tr("&Next Problem"), "next");
    nextProblem->setShortcut(QKeySequence(Qt::Key_F8));
    previousProblem = make(u"previousProblem"_s, tr("&Previous Problem"), "previous");
    previousProblem->setShortcut(QKeySequence(u"Shift+F8"_s));
    fixProblem = make(u"fixProblem"_s, tr("&Fix This Problem…"));
    fixProblem->setShortcut(QKeySequence(u"Ctrl+."_s));
    nextPanel = make(u"nextPanel"_s, tr("Next &Panel"));
    nextPanel->setShortcut(QKeySequence(Qt::Key_F6));
    previousPanel = make(u"previousPanel"_s, tr("Pre&vious Panel"));
    previousPanel->setShortcut(QKeySequence(u"Shift+F6"_s));
    for (const auto &[choice, text] :
        {std::pair(ThemeChoice::System, tr("&System")), std::pair(ThemeChoice::Light, tr("&Light")),
            std::pair(ThemeChoice::Dark, tr("&Dark"))}) {
        auto *theme = make(QString(Theme::token(choice)) + u"Theme"_s, text);
        theme->setCheckable(true);
        theme->setData(QString(Theme::token(choice)));
        themes->addAction(theme);
    }
    shortcuts = make(u"shortcuts"_s, tr("&Keyboard Shortcuts"), "help");
    shortcuts->setShortcut(QKeySequence::HelpContents);
    about = make(u"about"_s, tr("&About Switchyard"));
}

QMenu *WindowActions::addMenuToBar(const QString &title)
{
    auto *menu = m_window->menuBar()->addMenu(title);
    menu->setToolTipsVisible(true);
    return menu;
}

void WindowActions::fillMenuBar()
{
    auto *file = addMenuToBar(tr("&File"));
    file->addActions({newDocument, openDocument});
    file->addMenu(recentMenu);
    file->addAction(openSample);
    file->addSeparator();
    file->addActions({keepRevision, saveCopy});
    file->addSeparator();
    file->addActions({importFiles, review, exportFile});
    file->addActions({compareWith, merge, upgrade});
    auto *picture = file->addMenu(tr("Pict&ure"));
    picture->addActions({exportPicture, exportVisible});
    picture->addSeparator();
    picture->addActions({print, printVisible});
    file->addSeparator();
    file->addActions({closeDocument, quit});

    auto *edit = addMenuToBar(tr("&Edit"));
    edit->addActions({undo, redo});
    edit->addSeparator();
    edit->addMenu(addMenu);
    edit->addAction(onboard);
    edit->addActions({rename, duplicate, remove});
    edit->addSeparator();
    edit->addAction(find);

    auto *plan = addMenuToBar(tr("&Plan"));
    plan->addActions({recordAnswer, whatIf, fewestRestarts});

    viewMenu = addMenuToBar(tr("&View"));
    viewMenu->addSeparator();
    auto *theme = viewMenu->addMenu(actionIcon("theme"_L1), tr("&Theme"));
    theme->addActions(themes->actions());

    auto *go = addMenuToBar(tr("&Go"));
    go->addActions({nextProblem, previousProblem, fixProblem});
    go->addSeparator();
    go->addActions({nextPanel, previousPanel});

    auto *help = addMenuToBar(tr("&Help"));
    help->addActions({shortcuts, about});
}

void WindowActions::fillToolBar()
{
    auto *bar = m_window->addToolBar(tr("Tools"));
    bar->setObjectName(u"toolBar"_s);
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto *add = new QToolButton(bar);
    m_addButton = add;
    add->setObjectName(u"addButton"_s);
    add->setIcon(actionIcon("add"_L1));
    add->setText(tr("Add"));
    add->setToolTip(tr("Add an object"));
    add->setMenu(addMenu);
    add->setPopupMode(QToolButton::InstantPopup);
    add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->addWidget(add);
    bar->addActions({undo, redo});
    bar->addSeparator();
    bar->addActions({importFiles, review, exportFile});
    for (auto *button : bar->findChildren<QToolButton *>())
        button->setFocusPolicy(Qt::TabFocus);
}

void WindowActions::follow(const Document *document)
{
    const bool canWrite = document && !document->isReadOnly();
    for (auto *action : std::as_const(m_needDocument))
        action->setEnabled(document);
    for (auto *action : std::as_const(m_needWriting))
        action->setEnabled(canWrite);
    keepRevision->setEnabled(canWrite);
    upgrade->setVisible(document && document->isOfOlderVersion());
    addMenu->setEnabled(canWrite);
    m_addButton->setEnabled(canWrite);

    const auto name = [](QAction *action, const QString &verb, const QString &step,
                          const QString &plainVerb) {
        action->setText(step.isEmpty() ? plainVerb : verb.arg(mnemonicText(step)));
        action->setToolTip(toolTipText(step.isEmpty() ? QString(plainVerb).remove(u'&') : step));
    };
    undo->setEnabled(canWrite && document->canUndo());
    redo->setEnabled(canWrite && document->canRedo());
    name(undo, tr("&Undo %1"), document ? document->undoTitle() : QString(), tr("&Undo"));
    name(redo, tr("&Redo %1"), document ? document->redoTitle() : QString(), tr("&Redo"));
    undo->setIconText(tr("Undo"));
    redo->setIconText(tr("Redo"));
}

void WindowActions::followSelection(qsizetype count)
{
    remove->setEnabled(count > 0);
    rename->setEnabled(count == 1);
    duplicate->setEnabled(count == 1);
}

void WindowActions::fillRecent(const QStringList &paths)
{
    recentMenu->clear();
    recentMenu->setEnabled(!paths.isEmpty());
    for (const auto &path : paths) {
        auto *action = recentMenu->addAction(mnemonicText(QFileInfo(path).fileName()));
        action->setToolTip(toolTipText(path));
        connect(action, &QAction::triggered, this, [this, path] { Q_EMIT recentRequested(path); });
    }
    recentMenu->setToolTipsVisible(true);
    recentMenu->addSeparator();
    recentMenu->addAction(tr("&Clear This List"), this, &WindowActions::recentCleared);
}

void WindowActions::setTheme(const QString &token)
{
    for (auto *action : themes->actions())
        action->setChecked(action->data().toString() == token);
}
