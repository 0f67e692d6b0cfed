// SPDX-License-Identifier: Apache-2.0
#include "views/common/flowlayout.h"

namespace {

constexpr int gap = 10;  // Pixels between items of a line.
constexpr int lineGap = 3;

}  // namespace

FlowLayout::FlowLayout(QWidget *parent)
    : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const auto *item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect &rect, bool isPlacing) const
{
    const auto area = rect.marginsRemoved(contentsMargins());
    int x = area.x();
    int y = area.y();
    int lineHeight = 0;
    for (auto *item : m_items) {
        auto size = item->sizeHint();
        size.setWidth(std::min(size.width(), area.width()));
        if (x > area.x() && x + size.width() > area.x() + area.width()) {
            x = area.x();
            y += lineHeight + lineGap;
            lineHeight = 0;
        }
        if (isPlacing)
            item->setGeometry(QRect({x, y}, size));
        x += size.width() + gap;
        lineHeight = std::max(lineHeight, size.height());
    }
    const auto margins = contentsMargins();
    return y + lineHeight - rect.y() + margins.bottom();
}
