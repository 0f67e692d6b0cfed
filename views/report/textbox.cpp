// SPDX-License-Identifier: Apache-2.0
#include "views/report/textbox.h"

#include "models/base/text.h"

#include <QPainter>
#include <QTextLayout>

namespace {

constexpr double leading = 1.08;  // What the fonts ask for is tight on paper.

/// The one sign of ours that the font on every machine lacks becomes its plain form.
QString drawable(const QString &text)
{
    return visibleText(text).replace(QChar(u'ⓘ'), QChar(u'ℹ'));
}

}  // namespace

TextBox::TextBox(const QString &text, const QFont &font, double width, int mostLines)
    : m_layout(std::make_shared<QTextLayout>(drawable(text), font))
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setUseDesignMetrics(true);
    option.setTextDirection(Qt::LeftToRight);  // Whatever the name is that a sentence begins with.
    m_layout->setTextOption(option);
    m_layout->setCacheEnabled(true);
    m_layout->beginLayout();
    qsizetype cut = -1;
    for (int lines = 0;; ++lines) {
        auto line = m_layout->createLine();
        if (!line.isValid())
            break;
        if (lines == mostLines) {
            cut = line.textStart();
            break;
        }
        line.setLineWidth(width);
        line.setPosition({0, m_height});
        m_height += line.height() * leading;
    }
    m_layout->endLayout();
    if (cut > 2) {
        auto kept = m_layout->text().first(cut - 2);
        if (kept.back().isHighSurrogate())
            kept.chop(1);
        *this = TextBox(kept + QChar(u'…'), font, width, mostLines);
    }
}

void TextBox::paint(QPainter &painter, QPointF at, const QColor &colour) const
{
    painter.setPen(colour);
    m_layout->draw(&painter, at);
}
