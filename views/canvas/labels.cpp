// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/labels.h"

#include "views/canvas/viewtransform.h"

#include <QFontMetricsF>
#include <QPainter>

Labels::Labels(const QFont &font)
    : m_font(font)
{
}

QFont Labels::font(int size, Weight weight) const
{
    auto font = m_font;
    font.setPixelSize(std::max(1, size));
    if (weight == Weight::Strong)
        font.setWeight(QFont::DemiBold);
    return font;
}

double Labels::width(const QString &text, int size, Weight weight) const
{
    return QFontMetricsF(font(size, weight)).horizontalAdvance(text);
}

void Labels::draw(QPainter &painter, const QRectF &rect, const QString &text, int size,
    Weight weight, Qt::Alignment alignment)
{
    const int width = int(rect.width());
    if (width < 5 || text.isEmpty())
        return;
    const Key key {text, width, size, weight};
    auto *label = m_labels.object(key);
    if (!label) {
        label = new Label;
        label->font = font(size, weight);
        for (int less = size - 1; m_leastSize && less >= *m_leastSize
             && QFontMetricsF(label->font).horizontalAdvance(text) > width;
             --less)
            label->font = font(less, weight);
        const QFontMetricsF metrics(label->font);
        label->text.setTextFormat(Qt::PlainText);
        label->text.setText(metrics.elidedText(text, Qt::ElideRight, width));
        QTextOption option;
        option.setWrapMode(QTextOption::NoWrap);
        label->text.setTextOption(option);
        label->text.setPerformanceHint(QStaticText::AggressiveCaching);
        label->text.prepare({}, label->font);
        label->size = label->text.size();
        m_labels.insert(key, label);
    }
    double left = rect.left();
    if (alignment & Qt::AlignHCenter)
        left += (rect.width() - label->size.width()) / 2;
    else if (alignment & Qt::AlignRight)
        left = rect.right() - label->size.width();
    painter.setFont(label->font);
    painter.drawStaticText(
        QPointF(toPixel(left), toPixel(rect.center().y() - label->size.height() / 2)), label->text);
}
