// SPDX-License-Identifier: Apache-2.0
#include "views/report/pdfwriter.h"

#include "models/base/text.h"
#include "views/report/pages.h"
#include "views/report/textbox.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPainter>
#include <QPdfWriter>

using namespace Qt::StringLiterals;

namespace {

struct PdfWriterTexts
{
    Q_DECLARE_TR_FUNCTIONS(PdfWriter)
};

constexpr int pixelsPerInch = 1200;
constexpr QMarginsF margins {15, 14, 15, 12};  // Millimetres.
constexpr double footer = 22;                  // Points.

/// Titles of the contents, and the page of each: the strips that have one, in their order.
struct Contents
{
    QStringList titles;
    QList<int> pages;
};

Contents contentsOf(const QList<Strip> &strips, const QList<Page> &pages)
{
    Contents contents;
    for (qsizetype page = 0; page < pages.size(); ++page) {
        for (const auto &placed : pages[page]) {
            if (const auto &title = strips[placed.strip].title) {
                contents.titles.append(*title);
                contents.pages.append(int(page) + 1);
            }
        }
    }
    return contents;
}

/// All strips, the contents among them. Their number and heights don't depend on the numbers in
/// them, so that a second look has them right.
QList<Strip> withContents(const Strips &laidOut, const Contents &contents, const PaperStyle &style)
{
    return laidOut.strips.first(laidOut.contents)
        + contentsStrips(contents.titles, contents.pages, style)
        + laidOut.strips.sliced(laidOut.contents);
}

void paintFooter(
    QPainter &painter, const Outline &outline, const PaperStyle &style, int number, qsizetype count)
{
    const auto font = style.sized(7.5);
    const double top = style.page.height() + (footer - 10) * style.point;
    const auto pageText = PdfWriterTexts::tr("Page %1 of %2").arg(number).arg(count);
    const double pageWidth = QFontMetricsF(font).horizontalAdvance(pageText) + 2 * style.point;
    const double left = style.page.width() - pageWidth;
    const QColor grey(0x5a, 0x62, 0x70);
    TextBox(pageText, font, pageWidth).paint(painter, {left, top}, grey);
    TextBox(outline.title + u": "_s + outline.subject, font, left - 10 * style.point, 1)
        .paint(painter, {0, top}, grey);
}

}  // namespace

Result<QByteArray> pdfOf(const Outline &outline, const QFont &font)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(visibleText(outline.title + u": "_s + outline.subject));
    writer.setCreator(u"Switchyard"_s);
    writer.setResolution(pixelsPerInch);
    writer.setPageLayout(
        {QPageSize(QPageSize::A4), QPageLayout::Portrait, margins, QPageLayout::Millimeter});
    QPainter painter;
    if (!painter.begin(&writer))
        return failure(Error::Code::Io, PdfWriterTexts::tr("The PDF can't be made."), {});

    const double point = pixelsPerInch / 72.0;
    const PaperStyle style {font, QSizeF(writer.width(), writer.height() - footer * point), point};
    const auto laidOut = stripsOf(outline, style);
    QList<Strip> strips = laidOut.strips;
    auto pages = pagesOf(strips, style.page.height());
    for (int look = 0; look < 2; ++look) {
        strips = withContents(laidOut, contentsOf(strips, pages), style);
        pages = pagesOf(strips, style.page.height());
    }
    for (qsizetype i = 0; i < pages.size(); ++i) {
        if (i > 0)
            writer.newPage();
        for (const auto &placed : pages[i])
            strips[placed.strip].paint(painter, {0, placed.top});
        paintFooter(painter, outline, style, int(i) + 1, pages.size());
    }
    painter.end();
    return bytes;
}
