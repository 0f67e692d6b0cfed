// SPDX-License-Identifier: Apache-2.0
#include "views/problems/problemsview.h"

#include "models/rules/fix.h"
#include "views/common/checkedtext.h"
#include "views/common/elideddelegate.h"
#include "views/common/emptystate.h"
#include "views/common/icons.h"
#include "views/common/mark.h"
#include "views/common/notices.h"
#include "views/common/objecttext.h"
#include "views/common/selection.h"
#include "views/problems/problemdetail.h"

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

/// Marks before the first column, headings in bold.
class ProblemDelegate final : public ElidedDelegate
{
public:
    ProblemDelegate(const ProblemsModel &model, QObject *parent)
        : ElidedDelegate(parent)
        , m_model(model)
    {
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        ElidedDelegate::initStyleOption(option, index);
        const auto *row = m_model.row(index);
        if (!row) {
            option->font.setBold(true);
            return;
        }
        const auto mark =
            index.column() == ProblemsModel::SeverityColumn ? m_model.mark(*row) : std::nullopt;
        if (mark) {
            option->features |= QStyleOptionViewItem::HasDecoration;
            option->icon = markIcon(*mark);
            option->decorationSize = QSize(14, 14);
        }
        if (index.column() == ProblemsModel::RuleColumn)
            option->palette.setColor(QPalette::Text, toneColour(option->palette, Tone::Muted));
    }

private:
    const ProblemsModel &m_model;
};

}  // namespace

/// Where the eye was before rows change.
struct ProblemsView::Place
{
    std::optional<ProblemRow> current;
    std::optional<ProblemRow>
        top;  ///< None while the list stands at its beginning: there it stays.
    QList<ProblemHeading> folded;
};

ProblemsView::ProblemsView(Document &document, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_selection(selection)
    , m_model(new ProblemsModel(document, this))
    , m_bar(new ProblemsBar(this))
    , m_tree(new QTreeView(this))
    , m_detail(new ProblemDetail(document, selection, this))
    , m_pages(new QStackedWidget(this))
    , m_empty(new EmptyState({}, {}, this))
{
    setObjectName(u"problemsPanel"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    makeTree();
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setObjectName(u"problemsSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_tree);
    splitter->addWidget(m_detail);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({700, 300});
    m_detail->setObjectName(u"problemDetail"_s);
    m_pages->addWidget(splitter);
    m_pages->addWidget(m_empty);
    column->addWidget(m_pages, 1);

    connect(m_bar, &ProblemsBar::filterChanged, this, &ProblemsView::applyFilter);
    connect(m_bar, &ProblemsBar::groupingChosen, this, [this] {
        keepPlace();
        m_model->setGrouping(m_bar->grouping());
        restorePlace();
    });
    connect(m_bar, &ProblemsBar::waiversRequested, this, &ProblemsView::waiversRequested);
    connect(m_detail, &ProblemDetail::fixRequested, this, &ProblemsView::fixRequested);
    connect(m_detail, &ProblemDetail::waiveRequested, this, &ProblemsView::waiveRequested);
    connect(&document, &Document::aboutToChange, this, &ProblemsView::keepPlace);
    // The last thing that the document tells about a step.
    connect(&document, &Document::historyChanged, this, &ProblemsView::restorePlace);
    connect(&document, &Document::baselineChanged, this, &ProblemsView::restorePlace);
    connect(&selection, &Selection::changed, this, &ProblemsView::followSelection);
    expandGroups({}, 0, m_model->rowCount() - 1);
    updateCounts();
    updateDetail();
}

ProblemsView::~ProblemsView() = default;

void ProblemsView::makeTree()
{
    m_tree->setObjectName(u"findingsView"_s);
    m_tree->setAccessibleName(tr("Problems"));
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new ProblemDelegate(*m_model, m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setIndentation(14);
    auto *header = m_tree->header();
    header->setStretchLastSection(false);
    header->setSectionsMovable(false);
    header->setSectionResizeMode(ProblemsModel::MessageColumn, QHeaderView::Stretch);
    header->resizeSection(ProblemsModel::SeverityColumn, 168);
    header->resizeSection(ProblemsModel::ObjectColumn, 120);
    header->resizeSection(ProblemsModel::TenantsColumn, 140);
    header->resizeSection(ProblemsModel::RuleColumn, 160);

    auto *copy = new QAction(actionIcon("copy"_L1), tr("Copy as text"), this);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &ProblemsView::copy);
    m_fix = new QAction(tr("Fix…"), this);
    m_waive = new QAction(markIcon(Mark::Waived), tr("Waive…"), this);
    connect(m_fix, &QAction::triggered, this, &ProblemsView::requestFix);
    connect(m_waive, &QAction::triggered, this, [this] {
        if (const auto *row = m_model->row(m_tree->currentIndex()))
            Q_EMIT waiveRequested(row->finding());
    });
    m_tree->addActions({m_fix, m_waive, copy});
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);

    connect(m_model, &QAbstractItemModel::rowsInserted, this, &ProblemsView::expandGroups);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] { m_wasReset = true; });
    connect(m_tree, &QTreeView::activated, this, &ProblemsView::go);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &ProblemsView::takeCurrent);
}

// --- What is shown ---

void ProblemsView::applyFilter()
{
    keepPlace();
    m_model->setFilter(m_bar->filter());
    restorePlace();
}

void ProblemsView::showSeverity(Severity severity)
{
    showOnly(ProblemsBar::Part(severity));
}

void ProblemsView::showRestarts()
{
    showOnly(ProblemsBar::Part::Restarts);
}

void ProblemsView::showWaived()
{
    showOnly(ProblemsBar::Part::Waived);
}

void ProblemsView::showOnly(ProblemsBar::Part part)
{
    m_bar->showOnly(part);
    applyFilter();
    if (part == ProblemsBar::Part::Waived)
        m_tree->expandAll();
    if (!m_tree->currentIndex().isValid() && m_model->rowCount() > 0)
        choose(m_model->index(0, 0, m_model->index(0, 0)));
    m_tree->setFocus();
}

void ProblemsView::updateCounts()
{
    const auto plan = m_document.planner().summary();
    const int all = m_document.validator().summary().total() + plan.restarts + plan.notStated;
    const int shown = m_model->problemCount();
    m_bar->showCounts(m_document, shown);
    const auto checked = checkedText(m_document.topology());
    if (all == 0)
        m_empty->setTexts(tr("No problems"), tr("No problems: %1.").arg(checked));
    else if (shown == 0)
        m_empty->setTexts(tr("Nothing to show"),
            counted(all, tr("1 line is hidden by the filter."),
                tr("%1 lines are hidden by the filter.")));
    m_pages->setCurrentIndex(shown > 0 ? 0 : 1);
}

void ProblemsView::updateDetail()
{
    const auto *row = m_model->row(m_tree->currentIndex());
    // What has the keyboard there goes with what it was about.
    if (m_detail->isAncestorOf(focusWidget()))
        m_tree->setFocus();
    m_detail->show(row);
    const bool isFinding = row && row->kind == ProblemRow::Kind::Finding;
    m_waive->setEnabled(isFinding && !m_document.isReadOnly());
    m_fix->setEnabled(
        m_waive->isEnabled() && hasFixes(m_document.validator().finding(row->finding()).rule));
}

void ProblemsView::expandGroups(const QModelIndex &parent, int first, int last)
{
    if (parent.isValid())
        return;
    for (int row = first; row <= last; ++row) {
        m_tree->setFirstColumnSpanned(row, {}, true);
        const auto group = m_model->index(row, 0);
        m_tree->setExpanded(group, m_model->heading(group).kind != ProblemHeading::Kind::Waived);
    }
}

// --- Staying in place ---

void ProblemsView::keepPlace()
{
    if (m_place)
        return;
    m_place = std::make_unique<Place>();
    if (const auto *row = m_model->row(m_tree->currentIndex()))
        m_place->current = *row;
    if (m_tree->verticalScrollBar()->value() > 0) {
        auto top = m_tree->indexAt(QPoint(1, 1));
        if (top.isValid() && m_model->isHeading(top))
            top = m_tree->indexBelow(top);
        if (const auto *row = m_model->row(top))
            m_place->top = *row;
    }
    // Folded wherever it comes from; any other group is open when it comes.
    m_place->folded.append({ProblemHeading::Kind::Waived});
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const auto group = m_model->index(row, 0);
        if (m_tree->isExpanded(group))
            m_place->folded.removeAll(m_model->heading(group));
        else
            m_place->folded.append(m_model->heading(group));
    }
    m_wasReset = false;
}

void ProblemsView::restorePlace()
{
    updateCounts();
    if (!m_place)
        return;
    if (m_wasReset) {
        // All at once: one by one, each would lay out the groups below it again.
        m_tree->expandAll();
        for (int row = 0; row < m_model->rowCount(); ++row) {
            const auto group = m_model->index(row, 0);
            m_tree->setFirstColumnSpanned(row, {}, true);
            if (m_place->folded.contains(m_model->heading(group)))
                m_tree->collapse(group);
        }
        const auto current = m_place->current ? m_model->find(*m_place->current) : QModelIndex();
        if (current.isValid())
            choose(current);
    } else if (const auto current =
                   m_place->current ? m_model->find(*m_place->current) : QModelIndex();
               current != m_tree->currentIndex() && m_tree->isExpanded(current.parent())) {
        choose(current);  // It has moved to another group that is open.
    }
    const auto top = m_place->top ? m_model->find(*m_place->top) : QModelIndex();
    if (top.isValid())
        m_tree->scrollTo(top, QAbstractItemView::PositionAtTop);
    m_place.reset();
    updateDetail();
}

// --- Going somewhere ---

/// That row alone, whatever keys are held: the view itself would add to the selection while Ctrl or
/// Shift of a shortcut are down.
void ProblemsView::choose(const QModelIndex &index)
{
    m_tree->selectionModel()->setCurrentIndex(
        index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void ProblemsView::takeCurrent(const QModelIndex &current)
{
    // While rows change, the current one may slip to its neighbour: nobody chose that.
    if (m_place)
        return;
    updateDetail();
    const auto *row = m_model->row(current);
    if (!row || m_isFollowing)
        return;
    m_isFollowing = true;
    m_selection.select(m_model->object(*row), m_model->field(*row));
    m_isFollowing = false;
}

void ProblemsView::followSelection()
{
    const auto object = m_selection.current();
    const auto *row = m_model->row(m_tree->currentIndex());
    if (m_isFollowing || !object || (row && m_model->object(*row) == *object))
        return;
    const auto findings = m_document.validator().findingsOf(*object);
    std::optional<ProblemRow> wanted;
    for (const auto id : findings) {
        const ProblemRow candidate {ProblemRow::Kind::Finding, id.value()};
        if (m_model->find(candidate).isValid() && !m_model->isWaived(candidate)
            && (!wanted || m_model->isBefore(candidate, *wanted)))
            wanted = candidate;
    }
    if (!wanted && object->kind == Kind::Application)
        wanted = ProblemRow {ProblemRow::Kind::Restart, object->id};
    const auto index = wanted ? m_model->find(*wanted) : QModelIndex();
    m_isFollowing = true;
    choose(index);
    m_isFollowing = false;
}

void ProblemsView::go(const QModelIndex &index)
{
    const auto *row = m_model->row(index);
    if (!row) {
        m_tree->setExpanded(index, !m_tree->isExpanded(index));
        return;
    }
    m_selection.reveal(m_model->object(*row), m_model->field(*row));
}

void ProblemsView::next()
{
    walk(1);
}

void ProblemsView::previous()
{
    walk(-1);
}

void ProblemsView::walk(int direction)
{
    int groups = m_model->rowCount();
    if (groups > 0
        && m_model->heading(m_model->index(groups - 1, 0)).kind == ProblemHeading::Kind::Waived)
        --groups;
    if (groups == 0)
        return;
    const auto current = m_tree->currentIndex();
    const bool isRow = m_model->row(current) != nullptr;
    int group = isRow ? current.parent().row() : current.row();
    int row = isRow ? current.row() : -1;
    if (!current.isValid() || group >= groups) {
        group = direction > 0 ? 0 : groups;
        row = -1;
    }
    row += direction;
    if (row < 0) {
        group = (group + groups - 1) % groups;
        row = m_model->rowCount(m_model->index(group, 0)) - 1;
    } else if (row >= m_model->rowCount(m_model->index(group, 0))) {
        group = (group + 1) % groups;
        row = 0;
    }
    const auto index = m_model->index(row, 0, m_model->index(group, 0));
    m_tree->expand(index.parent());
    choose(index);
    go(index);
}

void ProblemsView::requestFix()
{
    const auto *row = m_model->row(m_tree->currentIndex());
    if (!row || row->kind != ProblemRow::Kind::Finding) {
        postNotice(this, {tr("Choose a problem to fix first."), {}, {}, {}});
        return;
    }
    const auto finding = m_document.validator().finding(row->finding());
    if (m_document.isReadOnly() || fixesFor(m_document.topology(), finding).isEmpty())
        postNotice(this,
            {tr("There is no fix to offer for this problem; what to do stands beside it."), {}, {},
                {}});
    else
        Q_EMIT fixRequested(row->finding(), 0);
}

void ProblemsView::copy()
{
    QModelIndexList rows = m_tree->selectionModel()->selectedRows();
    if (rows.isEmpty()) {
        for (int group = 0; group < m_model->rowCount(); ++group) {
            const auto heading = m_model->index(group, 0);
            for (int row = 0; row < m_model->rowCount(heading); ++row)
                rows.append(m_model->index(row, 0, heading));
        }
    }
    QStringList lines;
    for (const auto &index : std::as_const(rows)) {
        QStringList cells;
        for (int column = 0; column < ProblemsModel::ColumnCount; ++column)
            cells.append(index.siblingAtColumn(column).data().toString());
        lines.append(cells.join(u'\t'));
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n') + u'\n');
}
