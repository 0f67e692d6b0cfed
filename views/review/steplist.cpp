// SPDX-License-Identifier: Apache-2.0
#include "views/review/steplist.h"

#include "views/common/mark.h"
#include "views/common/objecttext.h"

#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace {

enum Role { StateRole = Qt::UserRole, RefusedRole };

constexpr int margin = 10;

/// The title, and below it the state, smaller and muted.
class StepDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {160, 2 * option.fontMetrics.height() + 2 * margin};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &given,
        const QModelIndex &index) const override
    {
        auto option = given;
        initStyleOption(&option, index);
        option.text.clear();
        const auto *style = option.widget->style();
        style->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);
        const auto place = option.rect.adjusted(margin, margin, -margin, -margin);
        const auto height = option.fontMetrics.height();
        painter->save();
        auto bold = option.font;
        bold.setBold(true);
        const bool isSelected = option.state & QStyle::State_Selected;
        painter->setFont(bold);
        painter->setPen(
            option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text));
        painter->drawText(QRect(place.topLeft(), QSize(place.width(), height)),
            Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetrics(bold).elidedText(
                index.data(Qt::DisplayRole).toString(), Qt::ElideRight, place.width()));
        painter->setFont(option.font);
        painter->setPen(toneColour(
            option.palette, index.data(RefusedRole).toBool() ? Tone::Error : Tone::Muted));
        painter->drawText(QRect(place.left(), place.top() + height, place.width(), height),
            Qt::AlignLeft | Qt::AlignVCenter,
            option.fontMetrics.elidedText(
                index.data(StateRole).toString(), Qt::ElideRight, place.width()));
        painter->restore();
    }
};

}  // namespace

StepList::StepList(QWidget *parent)
    : QListWidget(parent)
{
    setObjectName(u"reviewSteps"_s);
    setAccessibleName(tr("Steps of the review"));
    setItemDelegate(new StepDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void StepList::addStep(const QString &title)
{
    addItem(tr("%1  %2").arg(count() + 1).arg(title));
}

void StepList::setState(int step, const QString &state, bool isRefused)
{
    auto *shown = item(step);
    shown->setData(StateRole, state);
    shown->setData(RefusedRole, isRefused);
    shown->setData(Qt::AccessibleTextRole, tr("%1: %2").arg(shown->text(), state));
    shown->setToolTip(toolTipText(state));
}
