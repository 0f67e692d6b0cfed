// SPDX-License-Identifier: Apache-2.0
#include "views/common/elideddelegate.h"

#include "views/common/objecttext.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QToolTip>

QSize ElidedDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    constexpr int air = 10;  // Pixels, above and below the text together.
    auto size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(std::max(size.height(), option.fontMetrics.height() + air));
    return size;
}

bool ElidedDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
    const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QStyleOptionViewItem shown = option;
    initStyleOption(&shown, index);
    const auto *style = view->style();
    const auto place = style->subElementRect(QStyle::SE_ItemViewItemText, &shown, view);
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &shown, view) + 1;
    const bool isCut = shown.fontMetrics.horizontalAdvance(shown.text) > place.width() - 2 * margin;

    // The model's tool tip is made by toolTipText() already.
    QString text = isCut ? toolTipText(shown.text) : QString();
    text += index.data(Qt::ToolTipRole).toString();
    QToolTip::showText(event->globalPos(), text, view);
    return true;
}
