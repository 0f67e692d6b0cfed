// SPDX-License-Identifier: Apache-2.0
#include "views/merge/conflictstable.h"

#include "views/common/elideddelegate.h"
#include "views/merge/conflictsmodel.h"

#include <QAction>
#include <QHeaderView>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace {

/// The two sides of a line look like the radio buttons that they are.
class ChoiceDelegate final : public ElidedDelegate
{
public:
    using ElidedDelegate::ElidedDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override
    {
        ElidedDelegate::paint(painter, option, index);
        if (!ConflictsModel::sideOf(index.column()))
            return;
        QStyleOptionButton radio;
        radio.QStyleOption::operator=(option);
        const int space = spaceOf(*option.widget);
        radio.rect =
            QRect(option.rect.left() + air, option.rect.top(), space, option.rect.height());
        radio.state = QStyle::State_Enabled
            | (index.data(ConflictsModel::IsChosenRole).toBool() ? QStyle::State_On
                                                                 : QStyle::State_Off);
        radio.rect =
            QStyle::alignedRect(option.direction, Qt::AlignCenter, QSize(space, space), radio.rect);
        option.widget->style()->drawPrimitive(
            QStyle::PE_IndicatorRadioButton, &radio, painter, option.widget);
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        ElidedDelegate::initStyleOption(option, index);
        option->font.setBold(index.data(ConflictsModel::IsChosenRole).toBool());
        if (!ConflictsModel::sideOf(index.column()))
            return;
        // Room for the button, which is painted over it.
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = QSize(spaceOf(*option->widget), 1);
        option->icon = QIcon();
    }

private:
    static constexpr int air = 3;
    static int spaceOf(const QWidget &widget)
    {
        return widget.style()->pixelMetric(QStyle::PM_ExclusiveIndicatorWidth, nullptr, &widget);
    }
};

}  // namespace

ConflictsTable::ConflictsTable(ConflictsModel &model, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
{
    setObjectName(u"conflictsTable"_s);
    setAccessibleName(tr("Conflicts"));
    setModel(&model);
    setItemDelegate(new ChoiceDelegate(this));
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setFrameShape(QFrame::NoFrame);
    setAllColumnsShowFocus(true);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    header()->setSectionsMovable(false);
    header()->setStretchLastSection(false);
    header()->resizeSection(ConflictsModel::ObjectColumn, 170);
    header()->resizeSection(ConflictsModel::WhatColumn, 150);
    for (const int column :
        {ConflictsModel::BaseColumn, ConflictsModel::OursColumn, ConflictsModel::TheirsColumn})
        header()->setSectionResizeMode(column, QHeaderView::Stretch);
    addChoice(u"takeOursAction"_s, tr("Take ours"), QKeySequence(Qt::Key_O),
        [this](int row) { m_model.choose(row, MergeSide::Ours); });
    addChoice(u"takeTheirsAction"_s, tr("Take theirs"), QKeySequence(Qt::Key_T),
        [this](int row) { m_model.choose(row, MergeSide::Theirs); });
    addChoice(u"takeOtherAction"_s, tr("Take the other side"), QKeySequence(Qt::Key_Space),
        [this](int row) { m_model.choose(row, otherSide(m_model.choice(row))); });
    setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(this, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        if (const auto side = ConflictsModel::sideOf(index.column()))
            m_model.choose(index.row(), *side);
    });
}

void ConflictsTable::addChoice(const QString &name, const QString &text, const QKeySequence &key,
    std::function<void(int)> choose)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, [this, choose = std::move(choose)] {
        for (const auto &index : selectionModel()->selectedRows())
            choose(index.row());
    });
    addAction(action);
}
