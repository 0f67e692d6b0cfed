// SPDX-License-Identifier: Apache-2.0
#include "views/restarts/restartsview.h"

#include "models/topology/edits.h"
#include "views/common/emptystate.h"
#include "views/common/icons.h"
#include "views/common/lazyrefresh.h"
#include "views/common/mark.h"
#include "views/common/notices.h"
#include "views/common/objecttext.h"
#include "views/common/selection.h"
#include "views/restarts/plandelegate.h"
#include "views/restarts/plangraphview.h"
#include "views/restarts/restartdetail.h"
#include "views/restarts/restartsbar.h"
#include "views/restarts/restartsmodel.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

/// A narrower panel is for the list.
constexpr int roomForGraph = 1000;

}  // namespace

RestartsView::RestartsView(Document &document, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_selection(selection)
    , m_model(new RestartsModel(this))
    , m_bar(new RestartsBar(this))
    , m_tree(new QTreeView(this))
    , m_graph(new PlanGraphView(selection, this))
    , m_detail(new RestartDetail(document, this))
    , m_pages(new QStackedWidget(this))
    , m_empty(new EmptyState(tr("Nothing to restart"),
          tr("The working copy asks for no restart, start or stop: what runs in production matches it."),
          this))
    , m_refresh(new LazyRefresh(this, [this] { refresh(); }))
{
    setObjectName(u"restartsPanel"_s);
    makeTree();
    makeActions();
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setObjectName(u"restartsSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_tree);
    splitter->addWidget(m_graph);
    splitter->addWidget(m_detail);
    splitter->setStretchFactor(0, 4);
    splitter->setStretchFactor(1, 1);
    splitter->setStretchFactor(2, 1);
    splitter->setSizes({760, 190, 230});
    column->addWidget(splitter, 1);
    m_pages->addWidget(page);
    m_pages->addWidget(m_empty);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_pages);
    connectDocument();
}

void RestartsView::connectDocument()
{
    m_model->setTicking(!m_document.isReadOnly());
    // Waves follow connections, pairs and names as well: any change may be one of the plan.
    connect(&m_document, &Document::changed, this, [this](const Delta &delta) {
        // Exported anew, or ticked off by mistake: it waits again.
        for (const auto &edit : delta) {
            const auto *pending = std::get_if<SetPending>(&edit);
            if (pending && pending->after)
                m_ticked.remove(pending->application);
        }
        m_refresh->schedule();
    });
    connect(&m_document, &Document::baselineChanged, m_refresh, &LazyRefresh::schedule);
    connect(&m_selection, &Selection::changed, this, &RestartsView::followSelection);
    connect(m_bar, &RestartsBar::groupingChosen, this, &RestartsView::refresh);
    connect(m_bar, &RestartsBar::graphToggled, this, &RestartsView::showGraph);
    connect(m_detail, &RestartDetail::answerRequested, this, &RestartsView::answerRequested);
}

void RestartsView::makeTree()
{
    m_tree->setObjectName(u"restartsView"_s);
    m_tree->setAccessibleName(tr("Restarts"));
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new PlanDelegate(*m_model, m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setIndentation(14);
    auto *header = m_tree->header();
    header->setStretchLastSection(false);
    header->setSectionsMovable(false);
    header->setSectionResizeMode(RestartsModel::ReasonColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(RestartsModel::InterruptsColumn, QHeaderView::Stretch);
    header->resizeSection(RestartsModel::InstanceColumn, 190);
    header->resizeSection(RestartsModel::ActionColumn, 110);
    header->resizeSection(RestartsModel::InterruptionColumn, 100);
    header->resizeSection(RestartsModel::AfterColumn, 110);

    connect(m_model, &QAbstractItemModel::rowsInserted, this, &RestartsView::expandGroups);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_tree->expandAll();
        for (int row = 0; row < m_model->rowCount(); ++row)
            m_tree->setFirstColumnSpanned(row, {}, true);
    });
    connect(m_model, &RestartsModel::tickRequested, this, &RestartsView::tick);
    connect(m_tree, &QTreeView::activated, this, &RestartsView::go);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &RestartsView::takeCurrent);
}

void RestartsView::makeActions()
{
    m_tick = new QAction(actionIcon("check"_L1), tr("Restart confirmed"), this);
    m_tick->setShortcut(QKeySequence(Qt::Key_Space));
    m_tick->setShortcutContext(Qt::WidgetShortcut);
    connect(m_tick, &QAction::triggered, this, [this] {
        const auto index = m_tree->currentIndex().siblingAtColumn(RestartsModel::InstanceColumn);
        tick(index, index.data(Qt::CheckStateRole).toInt() != Qt::Checked);
    });
    m_answer = new QAction(markIcon(Mark::NotStated), tr("Record an answer…"), this);
    connect(m_answer, &QAction::triggered, this, &RestartsView::requestAnswer);
    m_whatIf = new QAction(tr("What if…"), this);
    connect(m_whatIf, &QAction::triggered, this, &RestartsView::requestWhatIf);
    auto *staging = new QAction(tr("Fewest restarts…"), this);
    staging->setToolTip(tr("Split what is pending into deployments that keep to your limits"));
    connect(staging, &QAction::triggered, this, &RestartsView::stagingRequested);
    auto *copy = new QAction(actionIcon("copy"_L1), tr("Copy as text"), this);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &RestartsView::copy);
    m_tree->addActions({m_tick, m_answer, m_whatIf, copy});
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_bar->addAction(staging, u"fewestRestartsButton"_s);
    m_bar->addAction(copy, u"copyPlanButton"_s);
}

// --- The plan ---

void RestartsView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (!m_refresh->isStale() && (width() >= roomForGraph) != m_graph->isVisibleTo(this))
        showGraph();
}

void RestartsView::refresh()
{
    const bool wasRegrouped = m_model->grouping() != m_bar->grouping();
    m_plan = m_document.planner().plan();
    const int scrolled = m_tree->verticalScrollBar()->value();
    const auto *shown = m_model->row(m_tree->currentIndex());
    const auto current =
        shown ? std::optional(shown->instance.application) : std::optional<ApplicationId>();
    m_isUpdating = true;
    m_rows = restartRows(m_document, m_plan, m_ticked);
    m_model->setRows(m_rows, m_bar->grouping());
    const auto *slipped = m_model->row(m_tree->currentIndex());
    if (current && (!slipped || slipped->instance.application != *current)) {
        if (const auto index = m_model->find(*current); index.isValid())
            choose(index);
    }
    m_isUpdating = false;
    if (wasRegrouped)
        m_tree->scrollTo(m_tree->currentIndex());
    else
        m_tree->verticalScrollBar()->setValue(scrolled);
    m_bar->showPlan(m_plan);
    m_pages->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
    if (!m_tree->currentIndex().isValid())
        followSelection();
    showDetail();
    showGraph();
}

/// Beside the list where there is room for both, and something to see.
void RestartsView::showGraph()
{
    const bool hasWaves = std::any_of(m_rows.cbegin(), m_rows.cend(),
        [](const RestartRow &row) { return row.instance.wave.has_value(); });
    const bool isShown = m_bar->showsGraph() && width() >= roomForGraph && hasWaves;
    m_graph->setVisible(isShown);
    if (isShown)
        m_graph->showPlan(m_document.topology(), m_rows);
}

void RestartsView::expandGroups(const QModelIndex &parent, int first, int last)
{
    if (parent.isValid())
        return;
    for (int row = first; row <= last; ++row) {
        m_tree->setFirstColumnSpanned(row, {}, true);
        m_tree->expand(m_model->index(row, 0));
    }
}

void RestartsView::showDetail()
{
    const auto *row = m_model->row(m_tree->currentIndex());
    // What has the keyboard there goes with what it was about.
    if (m_detail->isAncestorOf(focusWidget()))
        m_tree->setFocus();
    m_detail->show(row);
    m_tick->setEnabled(
        !m_document.isReadOnly() && !m_model->tickable(m_tree->currentIndex()).isEmpty());
    m_tick->setText(row && row->isDone ? tr("Not restarted after all") : tr("Restart confirmed"));
    m_answer->setEnabled(row && row->isPlanned && row->instance.action == Action::NotStated
        && !m_document.isReadOnly());
    m_whatIf->setEnabled(row && row->instance.action != Action::Stop);
}

// --- Ticking off ---

/// A box that is ticked among selected lines ticks all of them, as one step.
void RestartsView::tick(const QModelIndex &index, bool isDone)
{
    QModelIndexList indexes {index};
    const auto selected = m_tree->selectionModel()->selectedRows();
    if (selected.contains(index))
        indexes = selected;
    QList<ApplicationId> applications;
    for (const auto &each : std::as_const(indexes)) {
        for (const auto application : m_model->tickable(each)) {
            if (!applications.contains(application))
                applications.append(application);
        }
    }
    if (isDone)
        confirm(applications);
    else
        await(applications);
}

void RestartsView::confirm(const QList<ApplicationId> &applications)
{
    QList<ApplicationId> pending;
    for (const auto application : applications) {
        if (const auto revision = m_document.topology().pendingRestart(application)) {
            pending.append(application);
            m_ticked.add(m_document, application, *revision);
        }
    }
    succeeded(m_document.apply(
                  [&](const Topology &topology) { return confirmRestarts(topology, pending); }),
        this);
}

void RestartsView::await(const QList<ApplicationId> &applications)
{
    succeeded(m_document.apply([&](const Topology &topology) -> Result<Step> {
        Step step;
        for (const auto application : applications) {
            const auto revision = m_ticked.revision(m_document, application);
            if (!revision || topology.pendingRestart(application))
                continue;
            auto one = awaitRestarts(topology, {application}, *revision);
            if (!one)
                return one;
            step.edits.append(one->edits);
        }
        return step;
    }),
        this);
}

// --- Selection ---

/// That row alone, whatever keys are held.
void RestartsView::choose(const QModelIndex &index)
{
    m_tree->selectionModel()->setCurrentIndex(
        index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void RestartsView::takeCurrent(const QModelIndex &current)
{
    if (m_isUpdating)
        return;
    showDetail();
    const auto *row = m_model->row(current);
    // What stops is gone from the working copy: there is nothing to select.
    if (m_isFollowing || !row || row->instance.action == Action::Stop)
        return;
    m_isFollowing = true;
    m_selection.select(row->instance.application);
    m_isFollowing = false;
}

void RestartsView::followSelection()
{
    const auto object = m_selection.current();
    if (m_isFollowing || !object || object->kind != Kind::Application || m_refresh->isStale())
        return;
    const auto *row = m_model->row(m_tree->currentIndex());
    if (row && row->instance.application == object->application()
        && row->instance.action != Action::Stop)
        return;
    m_isFollowing = true;
    choose(m_model->find(object->application()));
    m_isFollowing = false;
}

void RestartsView::go(const QModelIndex &index)
{
    const auto *row = m_model->row(index);
    if (!row)
        m_tree->setExpanded(index, !m_tree->isExpanded(index));
    else if (row->instance.action != Action::Stop)
        m_selection.reveal(row->instance.application, Field::Tenants);
}

void RestartsView::requestAnswer()
{
    const auto *row = m_model->row(m_tree->currentIndex());
    if (!row || !row->isPlanned || row->instance.action != Action::NotStated) {
        postNotice(this, {tr("Choose a line that is not stated first."), {}, {}, {}});
        return;
    }
    Q_EMIT answerRequested(row->instance.application);
}

void RestartsView::requestWhatIf()
{
    const auto object = m_selection.current();
    if (!object || object->kind != Kind::Application) {
        postNotice(this, {tr("Choose a server first."), {}, {}, {}});
        return;
    }
    Q_EMIT whatIfRequested(object->application());
}

void RestartsView::copy()
{
    if (m_refresh->isStale())
        m_refresh->now();
    QStringList lines;
    for (int group = 0; group < m_model->rowCount(); ++group) {
        const auto heading = m_model->index(group, 0);
        for (int row = 0; row < m_model->rowCount(heading); ++row) {
            QStringList cells {row == 0 ? heading.data().toString() : QString()};
            for (int column = 0; column < RestartsModel::ColumnCount; ++column)
                cells.append(m_model->index(row, column, heading).data().toString());
            lines.append(cells.join(u'\t'));
        }
    }
    lines.append(planHeadline(m_plan));
    QGuiApplication::clipboard()->setText(lines.join(u'\n') + u'\n');
}
