// SPDX-License-Identifier: Apache-2.0
#include "views/history/historyview.h"

#include "models/document/document.h"
#include "views/common/elideddelegate.h"
#include "views/common/emptystate.h"
#include "views/common/icons.h"
#include "views/common/notices.h"
#include "views/common/objecttext.h"
#include "views/common/selection.h"
#include "views/history/historybar.h"
#include "views/history/historymodel.h"
#include "views/history/stepobjects.h"
#include "views/history/steptravel.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>
#include <QStackedLayout>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

/// What was taken back is struck through; undos and redos are second-rank.
class HistoryDelegate final : public ElidedDelegate
{
public:
    using ElidedDelegate::ElidedDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        ElidedDelegate::initStyleOption(option, index);
        const bool isUndone = index.data(HistoryModel::IsUndoneRole).toBool();
        option->font.setStrikeOut(isUndone && index.column() == HistoryModel::WhatColumn);
        if (isUndone || index.data(HistoryModel::IsTravelRole).toBool()
            || index.column() == HistoryModel::StepColumn) {
            const auto muted = toneColour(option->palette, Tone::Muted);
            option->palette.setColor(QPalette::Text, muted);
            option->palette.setColor(QPalette::HighlightedText, muted);
        }
    }
};

}  // namespace

HistoryView::HistoryView(Document &document, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_selection(selection)
    , m_model(new HistoryModel(document, this))
    , m_filter(new HistoryFilter(this))
    , m_travel(new StepTravel(document, this))
    , m_undoBack(new QAction(actionIcon("undo"_L1), tr("Undo up to here"), this))
    , m_redoUp(new QAction(actionIcon("redo"_L1), tr("Redo up to here"), this))
    , m_select(new QAction(actionIcon("goto"_L1), tr("Select what it touched"), this))
    , m_list(new QTreeView(this))
    , m_empty(new EmptyState({}, {}, this))
{
    makeActions();
    m_bar = new HistoryBar({m_undoBack, m_redoUp}, this);
    m_filter->setSourceModel(m_model);
    makeList();

    auto *pages = new QWidget(this);
    m_pages = new QStackedLayout(pages);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_list);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(pages, 1);
    setFocusProxy(m_list);

    m_reading.setInterval(0);
    connect(&m_reading, &QTimer::timeout, this, &HistoryView::readOn);
    connect(m_bar, &HistoryBar::filterChanged, this, &HistoryView::applyFilter);
    connect(m_bar, &HistoryBar::stopRequested, m_travel, &StepTravel::stop);
    connect(m_model, &HistoryModel::authorsChanged, this,
        [this] { m_bar->addAuthors(m_model->authors()); });
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_filter, signal, this, &HistoryView::updatePage);
    connect(&document, &Document::historyChanged, this, &HistoryView::updateActions);
    connect(m_travel, &StepTravel::moved, this, &HistoryView::updateActions);
    connect(m_travel, &StepTravel::finished, this, &HistoryView::tell);
    connect(m_travel, &StepTravel::failed, this,
        [this](const Error &error) { postError(this, error); });
    // The first page; the list asks for the others.
    m_model->fetchMore({});
    updatePage();
}

void HistoryView::makeActions()
{
    m_undoBack->setObjectName(u"undoBackToAction"_s);
    m_undoBack->setShortcut(QKeySequence(u"Ctrl+Alt+Z"_s));
    m_redoUp->setObjectName(u"redoUpToAction"_s);
    m_redoUp->setShortcut(QKeySequence(u"Ctrl+Alt+Shift+Z"_s));
    m_select->setObjectName(u"selectTouchedAction"_s);
    // Enter and a double click are the list's own keys for it.
    for (auto *action : {m_undoBack, m_redoUp, m_select})
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addActions({m_undoBack, m_redoUp});
    connect(m_undoBack, &QAction::triggered, this, [this] {
        if (const auto *entry = current())
            m_travel->undoBackTo(entry->number);
    });
    connect(m_redoUp, &QAction::triggered, this, [this] {
        if (const auto *entry = current())
            m_travel->redoUpTo(entry->number);
    });
    connect(m_select, &QAction::triggered, this, &HistoryView::selectTouched);
}

void HistoryView::makeList()
{
    m_list->setObjectName(u"historyList"_s);
    m_list->setAccessibleName(tr("History"));
    m_list->setModel(m_filter);
    m_list->setItemDelegate(new HistoryDelegate(m_list));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAllColumnsShowFocus(true);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    auto *head = m_list->header();
    head->setObjectName(u"historyHeader"_s);
    head->setStretchLastSection(true);
    head->setSectionsMovable(false);
    head->resizeSection(HistoryModel::StepColumn, 64);
    head->resizeSection(HistoryModel::WhatColumn, 520);
    head->resizeSection(HistoryModel::WhoColumn, 140);
    head->resizeSection(HistoryModel::WhenColumn, 160);
    connect(m_list, &QTreeView::customContextMenuRequested, this, &HistoryView::openMenu);
    connect(m_list, &QTreeView::activated, this, &HistoryView::selectTouched);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &HistoryView::updateActions);
}

void HistoryView::showEvent(QShowEvent *event)
{
    // Who made any of the steps is only known once all of them were read.
    m_reading.start();
    QWidget::showEvent(event);
}

const JournalEntry *HistoryView::current() const
{
    const auto index = m_filter->mapToSource(m_list->currentIndex());
    return index.isValid() ? &m_model->entry(index.row()) : nullptr;
}

// --- What is shown ---

void HistoryView::readOn()
{
    const int before = m_model->rowCount();
    if (isVisible() && m_model->canFetchMore({}))
        m_model->fetchMore({});
    // None left, nobody is looking, or the file is busy: then the list asks again.
    if (m_model->rowCount() == before) {
        m_reading.stop();
        updatePage();
    }
}

void HistoryView::applyFilter()
{
    m_filter->setWanted(m_bar->wanted());
    m_reading.start();
    if (m_list->currentIndex().isValid())
        m_list->scrollTo(m_list->currentIndex());
    updatePage();
}

void HistoryView::updatePage()
{
    if (m_model->rowCount() == 0)
        m_empty->setTexts(
            tr("No steps yet"), tr("Every edit is kept here, with its author and time."));
    else if (m_reading.isActive() && isVisible())
        m_empty->setTexts(tr("Looking through the history …"), {});
    else
        m_empty->setTexts(tr("No step matches the filter"), tr("Clear it to see all of them."));
    m_bar->setVisible(m_model->rowCount() > 0);
    m_pages->setCurrentIndex(m_filter->rowCount() > 0 ? 1 : 0);
    updateActions();
}

void HistoryView::updateActions()
{
    const auto *entry = current();
    const bool canTravel = entry && !m_document.isReadOnly() && !m_travel->isRunning();
    const auto authors = entry ? m_model->authorsBackTo(*entry) : QStringList();
    m_undoBack->setEnabled(canTravel && !authors.isEmpty());
    m_redoUp->setEnabled(canTravel && m_model->isRedoable(*entry));
    m_select->setEnabled(entry);
    m_bar->setTravelling(m_travel->isRunning());
    if (m_travel->isRunning()) {
        m_bar->setSummary(
            counted(m_travel->count(), tr("1 step so far …"), tr("%1 steps so far …")));
        return;
    }
    QStringList parts;
    if (!m_filter->wanted().isAll()) {
        const QLocale locale;
        parts.append(
            tr("%1 of %2 shown")
                .arg(locale.toString(m_filter->rowCount()), locale.toString(m_model->rowCount())));
    }
    if (m_undoBack->isEnabled()) {
        const auto steps =
            counted(authors.size(), tr("Undo takes back 1 step"), tr("Undo takes back %1 steps"));
        const auto others = othersText(authors, m_document.author());
        parts.append(others.isEmpty() ? steps : tr("%1 (%2)").arg(steps, others));
    }
    m_bar->setSummary(parts.join(u" · "_s));
}

// --- What can be done ---

void HistoryView::openMenu(const QPoint &position)
{
    const auto index = m_list->indexAt(position);
    if (!index.isValid())
        return;
    m_list->setCurrentIndex(index);
    auto *menu = new QMenu(this);
    menu->setObjectName(u"historyMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_select);
    menu->addSeparator();
    menu->addActions({m_undoBack, m_redoUp});
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

void HistoryView::selectTouched()
{
    const auto *entry = current();
    if (!entry)
        return;
    const auto step =
        m_document.stepOf(entry->kind == StepKind::Edit ? entry->number : entry->target);
    if (!succeeded(step, this))
        return;
    const auto objects = objectsTouchedBy(*step, m_document.topology());
    // More than anybody wants to see selected: an import may have touched all there is.
    constexpr qsizetype most = 500;
    if (objects.isEmpty())
        tell(tr("Nothing that this step touched is there now."));
    else
        m_selection.select(objects.first(std::min(most, objects.size())));
    if (objects.size() > most)
        tell(tr("Selected the first %1 of %2 objects.").arg(most).arg(objects.size()));
}

void HistoryView::tell(const QString &text)
{
    updateActions();
    if (!text.isEmpty())
        postNotice(this, {text, {}, {}, {}});
}
