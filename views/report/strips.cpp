// SPDX-License-Identifier: Apache-2.0
#include "views/report/strips.h"

#include "views/report/textbox.h"

#include <QCoreApplication>
#include <QPainter>
#include <QSvgRenderer>

#include <cmath>
#include <numeric>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

struct StripTexts
{
    Q_DECLARE_TR_FUNCTIONS(PdfWriter)
};

using Tone = Outline::Tone;

constexpr int mostTitleLines = 8;

const QColor ink(0x1d, 0x21, 0x29);
const QColor muted(0x5a, 0x62, 0x70);
const QColor line(0xc4, 0xca, 0xd4);
const QColor panel(0xf4, 0xf6, 0xf9);

QColor colourOf(Tone tone)
{
    switch (tone) {
    case Tone::Muted:
        return muted;
    case Tone::Good:
        return {0x1a, 0x6b, 0x37};
    case Tone::Error:
        return {0xb3, 0x20, 0x1f};
    case Tone::Warning:
        return {0x8a, 0x53, 0x00};
    case Tone::Advice:
        return {0x3a, 0x5a, 0x86};
    case Tone::Restart:
        return {0x7a, 0x3a, 0xa6};
    case Tone::Plain:
        break;
    }
    return ink;
}

/// A text where it stands in a strip.
struct Piece
{
    TextBox box;
    QPointF at;
    QColor colour = ink;
};

class StripMaker final
{
public:
    explicit StripMaker(const PaperStyle &style)
        : m_style(style)
        , m_width(style.page.width())
    {
    }

    Strips take(const Outline &outline)
    {
        text(outline.title, 10, false, 0, 4, muted);
        text(outline.subject, 20, true, 0, 10);
        std::optional<qsizetype> contents;
        for (const auto &part : outline.parts) {
            if (std::holds_alternative<Outline::Heading>(part) && !contents)
                contents = m_strips.size();
            std::visit([this](const auto &each) { add(each); }, part);
        }
        return {std::move(m_strips), contents.value_or(m_strips.size())};
    }

private:
    double points(double number) const { return number * m_style.point; }

    Strip &append(double height, Strip::Paint paint)
    {
        m_strips.append(Strip {height, 0, std::move(paint)});
        return m_strips.last();
    }
    void space(double height)
    {
        append(points(height), [](QPainter &, QPointF) {}).above = points(height);
    }
    Strip &appendPieces(double height, QList<Piece> pieces)
    {
        return append(height, [pieces = std::move(pieces)](QPainter &painter, QPointF at) {
            for (const auto &piece : pieces)
                piece.box.paint(painter, at + piece.at, piece.colour);
        });
    }
    Strip &text(const QString &text, double size, bool isBold, double above, double below,
        const QColor &colour = ink)
    {
        const TextBox box(text, m_style.sized(size, isBold), m_width);
        auto &strip = appendPieces(
            points(above) + box.height() + points(below), {{box, {0, points(above)}, colour}});
        strip.above = points(above);
        return strip;
    }

    void add(const Outline::Heading &heading)
    {
        auto &strip = heading.level == 1 ? text(heading.text, 14, true, 20, 6)
            : heading.level == 2         ? text(heading.text, 11, true, 14, 4)
                                         : text(heading.text, 9.5, true, 11, 3);
        strip.keepsWithNext = true;
        if (heading.level == 1)
            strip.title = heading.text;
    }

    void add(const Outline::Paragraph &paragraph)
    {
        const bool isBar = paragraph.tone != Tone::Plain && paragraph.tone != Tone::Muted;
        const auto colour = colourOf(paragraph.tone);
        if (!isBar) {
            text(paragraph.text, 9, false, 2, 4, colour);
            return;
        }
        const TextBox box(paragraph.text, m_style.sized(9, true), m_width - points(16));
        const double height = box.height() + points(8);
        auto &strip = append(height + points(5),
            [=, width = m_width, bar = points(2.5), inset = points(9), pad = points(4)](
                QPainter &painter, QPointF at) {
                painter.fillRect(QRectF(at, QSizeF(width, height)), panel);
                painter.fillRect(QRectF(at, QSizeF(bar, height)), colour);
                box.paint(painter, at + QPointF(inset, pad), colour);
            });
        strip.keepsWithNext = true;  // With what explains it.
    }

    /// "Label   text", from "left" on.
    double addLine(const Outline::Line &fact, double left, QList<Piece> &pieces)
    {
        const double labelWidth = points(82);
        const auto font = m_style.sized(8.5);
        const auto whole = fact.address.isEmpty() ? fact.text : fact.text + u" · "_s + fact.address;
        const TextBox label(fact.label, font, labelWidth - points(6));
        const TextBox box(whole, font, m_width - left - labelWidth - points(6));
        pieces.append({label, {left, 0}, muted});
        pieces.append({box, {left + labelWidth, 0}});
        return std::max(label.height(), box.height()) + points(2.5);
    }
    void add(const Outline::Facts &facts)
    {
        for (const auto &fact : facts.lines) {
            QList<Piece> pieces;
            const double height = addLine(fact, 0, pieces);
            appendPieces(height, pieces).keepsWithNext = &fact != &facts.lines.last();
        }
        space(4);
    }

    void add(const Outline::List &list)
    {
        const auto font = m_style.sized(9);
        for (const auto &item : list.items) {
            const TextBox dot(u"•"_s, font, points(10));
            const TextBox box(item, font, m_width - points(12));
            appendPieces(box.height() + points(2), {{dot, {0, 0}, muted}, {box, {points(12), 0}}});
        }
        space(4);
    }

    void add(const Outline::Table &table)
    {
        const int number = ++m_tables;
        auto &head = row(table, table.head, true);
        head.keepsWithNext = true;
        head.isHead = true;
        head.table = number;
        for (const auto &cells : table.rows)
            row(table, cells, false).table = number;
        space(6);
    }
    Strip &row(const Outline::Table &table, const QStringList &cells, bool isHead)
    {
        // Many columns are narrow ones.
        const auto font = table.head.size() > 6 ? m_style.sized(7) : m_style.sized(8, isHead);
        const int whole = std::accumulate(table.widths.begin(), table.widths.end(), 0);
        QList<Piece> pieces;
        double left = 0;
        double height = 0;
        for (qsizetype i = 0; i < cells.size(); ++i) {
            const double width = m_width * table.widths[i] / whole;
            const TextBox box(cells[i], font, width - points(6));
            pieces.append({box, {left, points(3)}, isHead ? muted : ink});
            height = std::max(height, box.height());
            left += width;
        }
        height += points(6);
        return append(height,
            [=, width = m_width, thin = points(isHead ? 0.8 : 0.4)](QPainter &painter, QPointF at) {
                for (const auto &piece : pieces)
                    piece.box.paint(painter, at + piece.at, piece.colour);
                painter.fillRect(QRectF(at.x(), at.y() + height - thin, width, thin), line);
            });
    }

    /// A strip of a task's frame, in the order from the top.
    void frame(double height, const QList<Piece> &pieces, Tone tone, bool isLast,
        const Strip::Paint &extra = {})
    {
        const auto bar = tone == Tone::Plain ? line : colourOf(tone);
        auto &strip = append(
            height, [=, width = m_width, barWidth = points(2.5)](QPainter &painter, QPointF at) {
                painter.fillRect(QRectF(at, QSizeF(width, height + 1)), panel);
                painter.fillRect(QRectF(at, QSizeF(barWidth, height + 1)), bar);
                for (const auto &piece : pieces)
                    piece.box.paint(painter, at + piece.at, piece.colour);
                if (extra)
                    extra(painter, at);
            });
        strip.keepsWithNext = !isLast;
    }
    void add(const Outline::Task &task)
    {
        const double left = points(28);
        const auto number = u"%1. "_s.arg(task.number);
        const TextBox title(number + task.title, m_style.sized(9.5, true),
            m_width - left - points(6), mostTitleLines);
        frame(title.height() + points(9), {{title, {left, points(6)}}}, task.tone, false,
            [box = points(9), x = points(11), y = points(7), pen = points(0.8)](
                QPainter &painter, QPointF at) {
                painter.setPen(QPen(ink, pen));
                painter.setBrush(Qt::white);
                painter.drawRect(QRectF(at + QPointF(x, y), QSizeF(box, box)));
            });
        for (const auto &each : task.lines) {
            QList<Piece> pieces;
            const double height = addLine(each, left, pieces);
            frame(height, pieces, task.tone, false);
        }
        const auto font = m_style.sized(8);
        const TextBox by(StripTexts::tr("Done by"), font, points(80));
        const TextBox at(StripTexts::tr("at"), font, points(20));
        const double middle = m_width * 0.68;
        const double base = points(9) + by.height();
        frame(base + points(7), {{by, {left, points(8)}, muted}, {at, {middle, points(8)}, muted}},
            task.tone, true,
            [=, width = m_width, thin = points(0.5), gap = points(40), small = points(14),
                end = points(8)](QPainter &painter, QPointF place) {
                painter.fillRect(QRectF(place.x() + left + gap, place.y() + base,
                                     middle - left - gap - end, thin),
                    muted);
                painter.fillRect(QRectF(place.x() + middle + small, place.y() + base,
                                     width - middle - small - end, thin),
                    muted);
            });
        space(7);
    }

    void add(const Outline::Blanks &blanks)
    {
        for (const auto &label : blanks.labels) {
            const TextBox box(label, m_style.sized(8.5), points(150));
            const double base = points(13) + box.height();
            const bool isLast = &label == &blanks.labels.last();
            append(base + points(3),
                [=, width = m_width, left = points(156), top = points(12), thin = points(0.5)](
                    QPainter &painter, QPointF at) {
                    box.paint(painter, at + QPointF(0, top), muted);
                    painter.fillRect(
                        QRectF(at.x() + left, at.y() + base, width - left, thin), muted);
                })
                .keepsWithNext = !isLast;
        }
    }

    /// As wide as the page, or as high.
    void add(const Outline::Drawing &drawing)
    {
        text(drawing.description, 9, false, 0, 4, muted);
        bool isFirst = true;
        for (const auto &svg : drawing.svgs) {
            auto renderer = std::make_shared<QSvgRenderer>(svg);
            const auto wanted = QSizeF(renderer->defaultSize());
            if (!renderer->isValid() || wanted.isEmpty())
                continue;
            // Room for the heading and the line above the first.
            const double room = m_style.page.height() - points(70);
            const auto size = wanted.scaled({m_width, room}, Qt::KeepAspectRatio);
            m_strips.last().keepsWithNext = std::exchange(isFirst, false);
            append(size.height() + points(6),
                [renderer = std::move(renderer), size](QPainter &painter, QPointF at) {
                    renderer->render(&painter, QRectF(at, size));
                });
        }
    }

    const PaperStyle &m_style;
    const double m_width;
    QList<Strip> m_strips;
    int m_tables = 0;
};

}  // namespace

QFont PaperStyle::sized(double points, bool isBold) const
{
    QFont sized = font;
    sized.setPixelSize(int(std::lround(points * point)));
    sized.setBold(isBold);
    sized.setHintingPreference(QFont::PreferNoHinting);
    return sized;
}

Strips stripsOf(const Outline &outline, const PaperStyle &style)
{
    return StripMaker(style).take(outline);
}

QList<Strip> contentsStrips(
    const QStringList &titles, const QList<int> &pages, const PaperStyle &style)
{
    const auto font = style.sized(9);
    const double width = style.page.width();
    const double numberWidth = 30 * style.point;
    const double gap = 3 * style.point;
    QList<Strip> strips;
    const TextBox heading(StripTexts::tr("Contents"), style.sized(14, true), width);
    const double above = 18 * style.point;
    strips.append(Strip {heading.height() + above + 2 * gap, above,
        [=](QPainter &painter, QPointF at) { heading.paint(painter, at + QPointF(0, above), ink); },
        true});
    for (qsizetype i = 0; i < titles.size(); ++i) {
        const TextBox title(titles[i], font, width - 2 * numberWidth, 1);
        const auto number = QString::number(pages[i]);
        const double textWidth = QFontMetricsF(font).horizontalAdvance(number);
        const TextBox page(number, font, numberWidth);
        strips.append(Strip {title.height() + gap, 0, [=](QPainter &painter, QPointF at) {
                                 title.paint(painter, at, ink);
                                 page.paint(painter, at + QPointF(width - textWidth, 0), ink);
                             }});
    }
    return strips;
}
