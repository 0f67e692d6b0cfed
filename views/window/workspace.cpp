// SPDX-License-Identifier: Apache-2.0
#include "views/window/workspace.h"

#include "models/document/document.h"
#include "views/canvas/canvaspage.h"
#include "views/history/historyview.h"
#include "views/history/revisionsview.h"
#include "views/inspector/inspector.h"
#include "views/matrix/assignmentsview.h"
#include "views/navigator/navigator.h"
#include "views/problems/problemsview.h"
#include "views/restarts/restartsview.h"
#include "views/review/reviewpage.h"
#include "views/tables/tablepage.h"
#include "views/window/lazypage.h"
#include "views/window/longwork.h"

#include <QTabBar>
#include <QTabWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QTabWidget *makeTabs(const QString &name, const QString &accessibleName, QWidget *parent)
{
    auto *tabs = new QTabWidget(parent);
    tabs->setObjectName(name);
    tabs->setDocumentMode(true);
    tabs->tabBar()->setAccessibleName(accessibleName);
    tabs->tabBar()->setDrawBase(true);
    tabs->tabBar()->setExpanding(false);
    return tabs;
}

}  // namespace

Workspace::Workspace(Document &document, QWidget *window)
    : QObject(window)
    , m_document(document)
    , m_navigator(new Navigator(document, m_selection, window))
    , m_pages(makeTabs(u"pagesTabs"_s, tr("Pages"), window))
    , m_inspector(new Inspector(document, m_selection, window))
    , m_lists(makeTabs(u"listsTabs"_s, tr("Lists"), window))
    , m_problems(new ProblemsView(document, m_selection, m_lists))
    , m_revisions(new RevisionsView(
          document, m_selection, &startLongWork<RevisionsView::Compared>, m_lists))
    , m_restarts(new RestartsView(document, m_selection, m_lists))
{
    m_topologyPage = new LazyPage(
        [this](QWidget *parent) { return new CanvasPage(m_document, m_selection, parent); },
        m_pages);
    m_topologyPage->setObjectName(u"topologyPage"_s);
    m_pages->addTab(m_topologyPage, tr("Topology"));
    connect(m_topologyPage, &LazyPage::made, this, &Workspace::panelMade);
    auto *assignments = new LazyPage(
        [this](QWidget *parent) { return new AssignmentsView(m_document, m_selection, parent); },
        m_pages);
    assignments->setObjectName(u"assignmentsPage"_s);
    m_pages->addTab(assignments, tr("Assignments"));
    addTable(u"applications"_s, tr("Applications"), {Kind::Application});
    addTable(u"tenants"_s, tr("Tenants"), {Kind::Tenant});
    addTable(u"switches"_s, tr("Switches"), {Kind::Switch, Kind::SwitchingOffice});
    addTable(u"hosts"_s, tr("Hosts"), {Kind::Host});
    connect(assignments, &LazyPage::made, this, &Workspace::panelMade);
    addReview();

    auto *history = new HistoryView(document, m_selection, m_lists);
    m_lists->addTab(m_problems, tr("Problems"));
    m_lists->addTab(m_restarts, tr("Restarts"));
    m_lists->addTab(history, tr("History"));
    m_lists->addTab(m_revisions, tr("Revisions"));
    history->setObjectName(u"historyPanel"_s);
    m_revisions->setObjectName(u"revisionsPanel"_s);
    m_inspector->setObjectName(u"inspectorPanel"_s);
    m_navigator->setObjectName(u"navigatorPanel"_s);

    connect(&document, &Document::aboutToChange, this, &Workspace::dropFromSelection);
    // The last thing that the document tells about a step.
    connect(&document, &Document::historyChanged, &m_selection, &Selection::release);
    connect(&document, &Document::changed, this, &Workspace::updateTitles);
    connect(&document, &Document::findingsChanged, this, &Workspace::updateTitles);
    connect(&document, &Document::planChanged, this, &Workspace::updateTitles);
    connect(&document, &Document::baselineChanged, this, &Workspace::updateTitles);
    updateTitles();
}

Workspace::~Workspace()
{
    delete m_navigator;
    delete m_pages;
    delete m_inspector;
    delete m_lists;
}

QWidget *Workspace::navigator() const
{
    return m_navigator;
}

CanvasView &Workspace::canvas() const
{
    return static_cast<CanvasPage *>(m_topologyPage->content())->canvas();
}

ReviewPage &Workspace::review() const
{
    return *static_cast<ReviewPage *>(m_reviewPage->content());
}

QList<QWidget *> Workspace::panels() const
{
    return {m_navigator, m_pages, m_inspector, m_lists};
}

void Workspace::addTable(const QString &name, const QString &title, const QList<Kind> &kinds)
{
    auto *page = new LazyPage(
        [this, kinds](
            QWidget *parent) { return new TablePage(m_document, m_selection, kinds, parent); },
        m_pages);
    page->setObjectName(name + u"Page"_s);
    m_pages->addTab(page, title);
    connect(page, &LazyPage::made, this, &Workspace::panelMade);
}

void Workspace::addReview()
{
    m_reviewPage = new LazyPage(
        [this](QWidget *parent) {
            // Panels don't know each other: the review takes a plan of its own.
            auto *restarts = new RestartsView(m_document, m_selection);
            Q_EMIT restartsMade(*restarts);
            return new ReviewPage(m_document, m_selection, restarts, parent);
        },
        m_pages);
    m_reviewPage->setObjectName(u"reviewPage"_s);
    m_pages->addTab(m_reviewPage, tr("Review"));
    connect(m_reviewPage, &LazyPage::made, this, [this](QWidget *page) {
        Q_EMIT panelMade(page);
        Q_EMIT reviewMade(*static_cast<ReviewPage *>(page));
    });
}

bool Workspace::show(const QString &name)
{
    for (auto *tabs : {m_pages, m_lists}) {
        for (int i = 0; i < tabs->count(); ++i) {
            const auto tab = tabs->widget(i)->objectName();
            if (tab == name + u"Page"_s || tab == name + u"Panel"_s) {
                tabs->setCurrentIndex(i);
                return true;
            }
        }
    }
    return false;
}

void Workspace::openAdd(Kind kind)
{
    const auto name = [kind] {
        switch (kind) {
        case Kind::Tenant:
            return u"tenants"_s;
        case Kind::SwitchingOffice:
        case Kind::Switch:
            return u"switches"_s;
        case Kind::Host:
            return u"hosts"_s;
        case Kind::Application:
            break;
        }
        return u"applications"_s;
    }();
    show(name);
    if (auto *page = qobject_cast<LazyPage *>(m_pages->currentWidget()))
        static_cast<TablePage *>(page->content())->openAdd(kind);
}

/// While it still exists, so that no panel ever looks for a selected object that is gone.
void Workspace::dropFromSelection(const Delta &delta)
{
    auto objects = m_selection.objects();
    for (const auto &edit : delta) {
        if (const auto *removed = std::get_if<RemoveObject>(&edit))
            objects.removeAll(objectId(*removed->record));
    }
    if (objects.size() != m_selection.objects().size())
        m_selection.select(objects);
    m_selection.hold();
}

void Workspace::updateTitles()
{
    // A tab that is told its own title lays the window out again.
    const auto title = [this](int tab, const QString &name, int count) {
        const auto text = count > 0 ? u"%1 %2"_s.arg(name).arg(count) : name;
        if (m_lists->tabText(tab) != text)
            m_lists->setTabText(tab, text);
    };
    const auto findings = m_document.validator().summary();
    title(0, tr("Problems"), findings.total() - findings.waived);
    title(1, tr("Restarts"), restartCount());
}

/// Those of the plan, and those that were exported and nobody ticked off.
int Workspace::restartCount() const
{
    const auto &topology = m_document.topology();
    const auto &planner = m_document.planner();
    const auto &pending = topology.pendingRestarts();
    const auto alone = std::count_if(pending.keyBegin(), pending.keyEnd(), [&](ApplicationId id) {
        const auto *row = planner.row(id);
        return topology.applications().contains(id) && !(row && row->action == Action::Restart);
    });
    return planner.summary().restarts + int(alone);
}
