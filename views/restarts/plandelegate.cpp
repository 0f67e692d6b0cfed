// SPDX-License-Identifier: Apache-2.0
#include "views/restarts/plandelegate.h"

#include "views/common/icons.h"
#include "views/common/mark.h"
#include "views/restarts/restartsmodel.h"

using namespace Qt::StringLiterals;

PlanDelegate::PlanDelegate(const RestartsModel &model, QObject *parent)
    : ElidedDelegate(parent)
    , m_model(model)
{
}

void PlanDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    ElidedDelegate::initStyleOption(option, index);
    const auto *row = m_model.row(index);
    if (!row) {
        option->font.setBold(true);
        return;
    }
    if (row->isDone)
        option->palette.setColor(QPalette::Text, toneColour(option->palette, Tone::Muted));
    if (index.column() != RestartsModel::ActionColumn)
        return;
    if (row->isDone) {
        option->text = tr("Done");
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = actionIcon("check"_L1);
        option->decorationSize = QSize(14, 14);
        return;
    }
    // The icon is the glyph: not every font has that.
    const auto mark = markOf(*row);
    option->text = markWord(mark);
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->icon = markIcon(mark);
    option->decorationSize = QSize(14, 14);
    option->palette.setColor(QPalette::Text, toneColour(option->palette, markTone(mark)));
    option->palette.setColor(
        QPalette::HighlightedText, toneColour(option->palette, markTone(mark)));
}
