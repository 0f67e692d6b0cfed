// SPDX-License-Identifier: Apache-2.0
#include "views/review/changesstep.h"

#include "views/common/elideddelegate.h"
#include "views/common/emptystate.h"
#include "views/common/flowlayout.h"
#include "views/common/icons.h"
#include "views/common/lazyrefresh.h"
#include "views/common/mark.h"
#include "views/common/notices.h"
#include "views/common/objecttext.h"
#include "views/common/plainlabel.h"
#include "views/common/selection.h"
#include "views/review/changesmodel.h"
#include "views/review/revert.h"

#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

/// Headings in bold; what a change asks for with its mark.
class ChangesDelegate final : public ElidedDelegate
{
public:
    ChangesDelegate(const ChangesModel &model, QObject *parent)
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
        if (index.column() != ChangesModel::ActionColumn || !row->action)
            return;
        // The icon is the glyph: not every font has that.
        const auto mark = markOf(*row->action);
        option->text = markWord(mark);
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = markIcon(mark);
        option->decorationSize = QSize(14, 14);
        const auto colour = toneColour(option->palette, markTone(mark));
        option->palette.setColor(QPalette::Text, colour);
        option->palette.setColor(QPalette::HighlightedText, colour);
    }

private:
    const ChangesModel &m_model;
};

/// More rows than this are unfolded by those who want to see them.
constexpr int unfoldedRows = 1000;

}  // namespace

ChangesStep::ChangesStep(Document &document, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_selection(selection)
    , m_base(new ComparedState(document, this))
    , m_model(new ChangesModel(this))
    , m_grouping(new QComboBox(this))
    , m_bases(new QComboBox(this))
    , m_headline(plainLabel({}, this))
    , m_revert(new QAction(actionIcon("undo"_L1), tr("Revert"), this))
    , m_tree(new QTreeView(this))
    , m_pages(new QStackedWidget(this))
    , m_empty(new EmptyState({}, {}, this))
    , m_refresh(new LazyRefresh(this, [this] { refresh(); }))
{
    setObjectName(u"changesStep"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    makeTree();
    makeHead();
    m_empty->setObjectName(u"noChangesState"_s);
    m_pages->addWidget(m_tree);
    m_pages->addWidget(m_empty);
    column->addWidget(m_pages, 1);
    setFocusProxy(m_tree);

    connect(&document, &Document::changed, m_refresh, &LazyRefresh::schedule);
    connect(&document, &Document::baselineChanged, m_refresh, &LazyRefresh::schedule);
    connect(&document, &Document::historyChanged, m_refresh, &LazyRefresh::schedule);
    connect(&selection, &Selection::changed, this, &ChangesStep::followSelection);
}

void ChangesStep::makeHead()
{
    m_grouping->setObjectName(u"changesGroupingBox"_s);
    m_grouping->setAccessibleName(tr("Group by"));
    m_grouping->addItems({tr("By tenant"), tr("By server")});
    m_bases->setObjectName(u"changesBaseBox"_s);
    m_bases->setAccessibleName(tr("Compare with"));
    m_bases->setToolTip(tr("What the working copy is compared with, and what Revert goes back to"));
    m_bases->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_bases->setMinimumContentsLength(14);
    m_headline->setObjectName(u"changesHeadline"_s);
    auto *revert = new QToolButton(this);
    revert->setObjectName(u"revertButton"_s);
    revert->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    revert->setAutoRaise(true);
    revert->setFocusPolicy(Qt::TabFocus);
    revert->setDefaultAction(m_revert);

    auto *head = new QWidget(this);
    auto *flow = new FlowLayout(head);
    flow->setContentsMargins(8, 6, 6, 6);
    flow->setSpacing(6);
    m_headline->setMinimumHeight(m_bases->sizeHint().height());
    for (auto *widget : std::initializer_list<QWidget *> {m_headline, m_grouping, m_bases, revert})
        flow->addWidget(widget);
    layout()->addWidget(head);
    connect(m_grouping, &QComboBox::activated, this, &ChangesStep::refresh);
    connect(m_bases, &QComboBox::activated, this, &ChangesStep::chooseBase);
}

void ChangesStep::makeTree()
{
    m_tree->setObjectName(u"changesView"_s);
    m_tree->setAccessibleName(tr("Changes"));
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new ChangesDelegate(*m_model, m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setIndentation(14);
    auto *header = m_tree->header();
    header->setObjectName(u"changesHeader"_s);
    header->setStretchLastSection(false);
    header->setSectionsMovable(false);
    header->setSectionResizeMode(ChangesModel::DifferenceColumn, QHeaderView::Stretch);
    header->resizeSection(ChangesModel::SubjectColumn, 160);
    header->resizeSection(ChangesModel::ActionColumn, 104);

    m_revert->setObjectName(u"revertAction"_s);
    m_revert->setShortcut(QKeySequence(u"Ctrl+Backspace"_s));
    m_revert->setShortcutContext(Qt::WidgetShortcut);
    m_tree->addAction(m_revert);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_revert, &QAction::triggered, this, &ChangesStep::revert);

    connect(m_model, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex &heading, int first, int last) {
            if (!heading.isValid())
                expandGroups(first, last);
        });
    connect(m_model, &QAbstractItemModel::modelReset, this,
        [this] { expandGroups(0, m_model->rowCount() - 1); });
    connect(m_tree, &QTreeView::collapsed, this, &ChangesStep::keepRestartsSeen);
    connect(m_tree, &QTreeView::activated, this, &ChangesStep::go);
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &ChangesStep::takeSelection);
}

// --- What is compared ---

void ChangesStep::listRevisions()
{
    const auto revisions = m_document.revisions();
    // They come, and never go or change.
    if (!revisions || m_bases->count() == revisions->size() + 1)
        return;
    const QSignalBlocker blocker(m_bases);
    const auto chosen = m_base->revision();
    m_bases->clear();
    m_bases->addItem(tr("Against the baseline"));
    for (auto revision = revisions->crbegin(); revision != revisions->crend(); ++revision) {
        const auto comment = plainText(revision->comment);
        m_bases->addItem(comment.isEmpty()
                ? tr("Against revision %1").arg(revision->number)
                : tr("Against revision %1: %2").arg(revision->number).arg(comment),
            revision->number);
        if (chosen == revision->number)
            m_bases->setCurrentIndex(m_bases->count() - 1);
    }
}

void ChangesStep::chooseBase(int row)
{
    const auto number = m_bases->itemData(row);
    const auto chosen =
        m_base->setRevision(number.isValid() ? std::optional(number.toInt()) : std::nullopt);
    if (!succeeded(chosen, this))
        m_bases->setCurrentIndex(std::max(0, m_bases->findData(m_base->revision().value_or(0))));
    m_refresh->now();
}

void ChangesStep::refresh()
{
    listRevisions();
    const int scrolled = m_tree->verticalScrollBar()->value();
    {
        const QScopedValueRollback updating(m_isUpdating, true);
        const auto grouping = m_grouping->currentIndex() == 0 ? ChangesModel::Grouping::ByTenant
                                                              : ChangesModel::Grouping::ByServer;
        m_model->show(m_base->topology(), m_document.topology(), m_base->planner(), grouping);
    }
    m_tree->verticalScrollBar()->setValue(scrolled);
    const auto objects = m_base->planner().summary().changes;
    m_headline->setText(m_model->changeCount() == 0
            ? QString()
            : tr("%1, %2").arg(counted(objects, tr("1 changed object"), tr("%1 changed objects")),
                counted(m_model->changeCount(), tr("1 difference"), tr("%1 differences"))));
    m_empty->setTexts(tr("Nothing has changed"),
        m_base->revision()
            ? tr("The working copy is as revision %1 was.").arg(*m_base->revision())
            : tr("The working copy is what runs in production, as far as the baseline says."));
    m_pages->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
    updateRevert();
    if (!m_tree->currentIndex().isValid())
        followSelection();
}

// --- Reverting ---

void ChangesStep::updateRevert()
{
    const auto chosen = m_model->changesAt(m_tree->selectionModel()->selectedRows()).size();
    m_revert->setText(chosen > 1 ? tr("Revert %1 changes").arg(chosen) : tr("Revert"));
    m_revert->setEnabled(chosen > 0 && !m_document.isReadOnly());
    m_revert->setToolTip(m_document.isReadOnly()
            ? tr("The document is read-only.")
            : tr("Takes the chosen changes back, in one step (Ctrl+Backspace)"));
}

void ChangesStep::revert()
{
    // What is chosen is to be what is shown.
    if (m_refresh->isStale())
        return;
    revertChanges(m_document, m_base->topology(),
        m_model->changesAt(m_tree->selectionModel()->selectedRows()), this);
}

// --- The tree ---

void ChangesStep::expandGroups(int first, int last)
{
    const bool isShort = m_model->changeCount() <= unfoldedRows;
    for (int row = first; row <= last; ++row) {
        const auto heading = m_model->index(row, 0);
        m_tree->setFirstColumnSpanned(row, {}, true);
        if (isShort || m_model->hasRestart(heading))
            m_tree->expand(heading);
    }
}

/// A cause of a restart is never folded away.
void ChangesStep::keepRestartsSeen(const QModelIndex &heading)
{
    if (m_model->hasRestart(heading))
        m_tree->expand(heading);
}

void ChangesStep::takeSelection()
{
    updateRevert();
    if (m_isUpdating || m_isFollowing)
        return;
    QList<ObjectId> objects;
    QSet<ObjectId> known;
    const auto add = [&](ObjectId object) {
        // What is gone can't be selected.
        if (!m_document.topology().contains(object) || known.contains(object))
            return;
        known.insert(object);
        objects.append(object);
    };
    for (const auto &index : m_tree->selectionModel()->selectedRows()) {
        const auto *row = m_model->row(index);
        if (row && row->change.subject == Change::Subject::Object)
            add(row->change.object);
        else if (!row && m_model->heading(index).subject)
            add(*m_model->heading(index).subject);
    }
    if (objects.isEmpty())
        return;
    const QScopedValueRollback following(m_isFollowing, true);
    m_selection.select(objects);
}

void ChangesStep::followSelection()
{
    const auto object = m_selection.current();
    if (m_isFollowing || m_refresh->isStale() || !object)
        return;
    const auto *row = m_model->row(m_tree->currentIndex());
    if (row && row->change.subject == Change::Subject::Object && row->change.object == *object)
        return;
    const auto found = m_model->find(*object);
    if (!found.isValid())
        return;
    const QScopedValueRollback following(m_isFollowing, true);
    m_tree->setCurrentIndex(found);
}

void ChangesStep::go(const QModelIndex &index)
{
    const auto *row = m_model->row(index);
    if (!row)
        m_tree->setExpanded(index, !m_tree->isExpanded(index));
    else if (row->change.subject == Change::Subject::Object
        && m_document.topology().contains(row->change.object))
        m_selection.reveal(row->change.object, row->change.field);
}
