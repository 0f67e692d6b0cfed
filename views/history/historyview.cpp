// SPDX-License-Identifier: Apache-2.0
#include "views/history/historyview.h"

#include "models/document/document.h"
#include "views/common/elideddelegate.h"
#include "views/common/emptystate.h"
#include "views/common/icons.h"
#include "views/common/notices.h"
#include "views/common/objecttext.h"
#include "views/history/historymodel.h"

#include <QHeaderView>
#include <QMenu>
#include <QStackedLayout>
#include <QTreeView>

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

HistoryView::HistoryView(Document &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_model(new HistoryModel(document, this))
    , m_list(new QTreeView(this))
{
    m_list->setObjectName(u"historyList"_s);
    m_list->setAccessibleName(tr("History"));
    m_list->setModel(m_model);
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

    auto *empty = new EmptyState(
        tr("No steps yet"), tr("Every edit is kept here, with its author and time."), this);
    auto *pages = new QStackedLayout(this);
    pages->addWidget(empty);
    pages->addWidget(m_list);
    const auto choosePage = [this, pages] {
        pages->setCurrentIndex(m_model->rowCount() > 0 ? 1 : 0);
    };
    connect(m_model, &QAbstractItemModel::rowsInserted, this, choosePage);
    // The first page; the list asks for the others.
    m_model->fetchMore({});
    choosePage();
    setFocusProxy(m_list);

    connect(m_list, &QTreeView::customContextMenuRequested, this, &HistoryView::openMenu);
}

void HistoryView::openMenu(const QPoint &position)
{
    const auto index = m_list->indexAt(position);
    if (!index.isValid() || m_document.isReadOnly())
        return;
    const auto &entry = m_model->entry(index.row());
    if (entry.kind != StepKind::Edit)
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"historyMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto step = entry.number;
    if (m_model->isUndone(entry)) {
        auto *redo = menu->addAction(actionIcon("redo"_L1), tr("Redo up to this step"), this,
            [this, step] { redoUpTo(step); });
        redo->setObjectName(u"redoUpToAction"_s);
        redo->setEnabled(m_model->isRedoable(entry));
    } else {
        auto *undo = menu->addAction(actionIcon("undo"_L1), tr("Undo back to before this step"),
            this, [this, step] { undoBackTo(step); });
        undo->setObjectName(u"undoBackToAction"_s);
    }
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

void HistoryView::undoBackTo(qint64 step)
{
    int count = 0;
    while (m_document.head().undoTop >= step) {
        if (!succeeded(m_document.undo(), this))
            return;
        ++count;
    }
    postNotice(this, {counted(count, tr("Undone: 1 step."), tr("Undone: %1 steps.")), {}, {}, {}});
}

void HistoryView::redoUpTo(qint64 step)
{
    int count = 0;
    while (m_document.canRedo()) {
        const auto redone = m_document.redo();
        if (!succeeded(redone, this))
            return;
        ++count;
        if (redone->entry.number == step)
            break;
    }
    postNotice(
        this, {counted(count, tr("Done again: 1 step."), tr("Done again: %1 steps.")), {}, {}, {}});
}
