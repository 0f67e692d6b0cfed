// SPDX-License-Identifier: Apache-2.0
#include "views/navigator/navigatordelegate.h"

#include "views/common/mark.h"
#include "views/navigator/navigatormodel.h"

#include <QApplication>
#include <QPainter>

namespace {

constexpr int iconSize = 12;
constexpr int gap = 4;
constexpr int margin = 8;

struct Badge
{
    Mark mark;
    QString count;  // Empty for one alone at an object.
};

QList<Badge> badgesOf(const QModelIndex &index)
{
    const auto badges = index.data(NavigatorModel::BadgesRole).value<NavigatorBadges>();
    const bool isGroup = index.data(NavigatorModel::IsGroupRole).toBool();
    QList<Badge> list;
    const auto add = [&](Mark mark, int count) {
        if (count > 0)
            list.append({mark, isGroup || count > 1 ? QString::number(count) : QString()});
    };
    add(Mark::Error, badges.errors);
    add(Mark::Warning, badges.warnings);
    add(Mark::Restart, badges.restarts);
    add(Mark::Pending, badges.pending);
    return list;
}

int widthOf(const Badge &badge, const QFontMetrics &metrics)
{
    return iconSize + gap
        + (badge.count.isEmpty() ? 0 : metrics.horizontalAdvance(badge.count) + gap);
}

}  // namespace

void NavigatorDelegate::initStyleOption(
    QStyleOptionViewItem *option, const QModelIndex &index) const
{
    ElidedDelegate::initStyleOption(option, index);
    option->font.setBold(index.data(NavigatorModel::IsGroupRole).toBool());
    option->fontMetrics = QFontMetrics(option->font);
}

void NavigatorDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem shown = option;
    initStyleOption(&shown, index);
    const auto *style = shown.widget ? shown.widget->style() : QApplication::style();
    const auto badges = badgesOf(index);
    const QFontMetrics metrics(option.font);
    int width = badges.isEmpty() ? 0 : margin;
    for (const auto &badge : badges)
        width += widthOf(badge, metrics);

    // The line's background first; then the text, which ends where the badges begin.
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &shown, painter, shown.widget);
    shown.backgroundBrush = Qt::NoBrush;
    shown.rect.setRight(shown.rect.right() - width);
    style->drawControl(QStyle::CE_ItemViewItem, &shown, painter, shown.widget);

    int x = option.rect.right() - width + gap;
    for (const auto &badge : badges) {
        const QRect place(x, option.rect.center().y() - iconSize / 2 + 1, iconSize, iconSize);
        markIcon(badge.mark).paint(painter, place);
        if (!badge.count.isEmpty()) {
            painter->setFont(option.font);
            painter->setPen(toneColour(option.palette, markTone(badge.mark)));
            painter->drawText(
                QRect(place.right() + gap, option.rect.top(), width, option.rect.height()),
                Qt::AlignVCenter | Qt::AlignLeft, badge.count);
        }
        x += widthOf(badge, metrics);
    }
}
