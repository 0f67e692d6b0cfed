// SPDX-License-Identifier: Apache-2.0
#include "views/report/pages.h"
#include "views/report/pdfwriter.h"
#include "views/report/textbox.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QFont font(u"DejaVu Sans"_s);

/// Strips as letters, 10 high each: "a" stands for itself, "H" keeps with the next, "T" is the head
/// of a table and keeps with the next, "r" its row, "X" is 100 high.
QList<Strip> stripsFrom(const QString &letters)
{
    QList<Strip> strips;
    int table = 0;
    for (const auto letter : letters) {
        Strip strip;
        strip.height = letter == u'X' ? 100 : 10;
        strip.isHead = letter == u'T';
        strip.keepsWithNext = letter == u'H' || letter == u'T';
        table += int(strip.isHead);
        strip.table = letter == u'T' || letter == u'r' ? table : 0;
        strips.append(strip);
    }
    return strips;
}

/// "Ha|ar": the letters of each page.
QString broken(const QString &letters, double height)
{
    QStringList texts;
    for (const auto &page : pagesOf(stripsFrom(letters), height)) {
        QString text;
        for (const auto &placed : page)
            text += letters[placed.strip];
        texts.append(text);
    }
    return texts.join(u'|');
}

Outline outlineOf(QList<Outline::Part> parts)
{
    return {u"Report"_s, u"a.switchyard"_s, std::move(parts)};
}

qsizetype pageCount(const QByteArray &pdf)
{
    return pdf.count("/Type /Page\n");
}

/// What the text puts on paper.
QImage painted(const QString &text)
{
    QImage image(600, 60, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    TextBox(text, font, 600).paint(painter, {}, Qt::black);
    return image;
}

}  // namespace

class PaperTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void breaks_data()
    {
        QTest::addColumn<QString>("letters");
        QTest::addColumn<QString>("pages");
        QTest::addRow("nothing") << u""_s << u""_s;
        QTest::addRow("one page") << u"aaa"_s << u"aaa"_s;
        QTest::addRow("two pages") << u"aaaa"_s << u"aaa|a"_s;
        QTest::addRow("no heading at the end") << u"aaHa"_s << u"aa|Ha"_s;
        QTest::addRow("two headings") << u"aHHa"_s << u"a|HHa"_s;
        QTest::addRow("longer than a page") << u"aHHHHa"_s << u"aHH|HHa"_s;
        QTest::addRow("head of a table again") << u"aTrrrr"_s << u"aTr|Trr|Tr"_s;
        QTest::addRow("no head at the end") << u"aaTr"_s << u"aa|Tr"_s;
        QTest::addRow("another table") << u"TrrTr"_s << u"Trr|Tr"_s;
        QTest::addRow("after a table") << u"Trra"_s << u"Trr|a"_s;
        QTest::addRow("too high") << u"aXa"_s << u"a|X|a"_s;
        QTest::addRow("heading of what is too high") << u"HXa"_s << u"H|X|a"_s;
    }

    void breaks()
    {
        QFETCH(QString, letters);
        QFETCH(QString, pages);
        QCOMPARE(broken(letters, 30), pages);
    }

    /// The space above a heading is for what stands above it.
    void spaceAtTheTop()
    {
        auto strips = stripsFrom(u"aaaa"_s);
        strips[3].above = 4;
        const auto pages = pagesOf(strips, 30);
        QCOMPARE(pages[1][0].top, -4.0);
    }

    /// Every place of a strip is on the page, and after the one before it.
    void placesAreInOrder()
    {
        const auto letters = u"HaTrrrrHTrrrrraHHaTrX"_s.repeated(5);
        const auto strips = stripsFrom(letters);
        qsizetype next = 0;
        for (const auto &page : pagesOf(strips, 50)) {
            double bottom = 0;
            for (const auto &placed : page) {
                QCOMPARE(placed.top, bottom);
                bottom += strips[placed.strip].height;
                const bool isRepeated = placed.strip < next;
                QVERIFY(!isRepeated || strips[placed.strip].isHead);
                next += int(!isRepeated);
            }
            QVERIFY(bottom <= 50 || page.size() == 1);
        }
        QCOMPARE(next, strips.size());
    }

    void textBox_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("lines");
        QTest::addRow("empty") << u""_s << 1;
        QTest::addRow("short") << u"a"_s << 1;
        QTest::addRow("words") << u"aaaa "_s.repeated(20).trimmed() << -1;
        QTest::addRow("a word without end") << u"a"_s.repeated(100'000) << 40;
    }

    void textBox()
    {
        QFETCH(QString, text);
        QFETCH(int, lines);
        const double line = TextBox(u"a"_s, font, 100).height();
        const auto height = TextBox(text, font, 100).height();
        if (lines > 0)
            QCOMPARE(height, line * lines);
        else
            QVERIFY(height > line && height < line * 30);
    }

    /// Markup is text, and what can't be seen is an escape.
    void plainText()
    {
        QVERIFY(painted(u"<b>a</b>"_s) != painted(u"a"_s));
        QCOMPARE(painted(u"a\nb"_s), painted(u"a\\u000Ab"_s));
        QCOMPARE(painted(u"a\u202Eb"_s), painted(u"a\\u202Eb"_s));
    }

    /// Sentences are read from the left, also those that begin with a name that is not.
    void fromTheLeft()
    {
        const QRect name(0, 0, 6, 60);
        QCOMPARE(painted(u"ש has no server."_s).copy(name), painted(u"ש"_s).copy(name));
        QVERIFY(painted(u"ש"_s).copy(name) != painted(u""_s).copy(name));
    }

    void pdf()
    {
        QList<Outline::Part> parts;
        parts.append(Outline::Paragraph {u"✔ Ready."_s, Outline::Tone::Good});
        for (int i = 0; i < 30; ++i) {
            parts.append(Outline::Heading {u"Part %1"_s.arg(i)});
            parts.append(Outline::Facts {{{u"a"_s, u"b"_s, u"https://x.y"_s}}});
            parts.append(Outline::List {{u"<img src=\"file:///etc/passwd\"/>"_s}});
            parts.append(
                Outline::Task {i, u"Restart"_s, Outline::Tone::Restart, {{u"a"_s, u"b"_s}}});
            parts.append(
                Outline::Table {{u"a"_s, u"b"_s}, {1, 2}, QList<QStringList>(20, {u"c"_s, u""_s})});
        }
        parts.append(Outline::Blanks {{u"a"_s}});
        const auto pdf = pdfOf(outlineOf(parts), font);
        QVERIFY(pdf);
        QVERIFY(pdf->startsWith("%PDF-1."));
        QVERIFY(pdf->trimmed().endsWith("%%EOF"));
        QVERIFY(pageCount(*pdf) > 10 && pageCount(*pdf) < 30);
        QCOMPARE(pageCount(*pdfOf(outlineOf(parts), font)), pageCount(*pdf));
    }

    void pdfOfNothing() { QCOMPARE(pageCount(*pdfOf(outlineOf({}), font)), 1); }

    /// Each piece is on a page; what is no picture is left out.
    void pdfWithDrawings()
    {
        const QByteArray svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100\" "
                               "height=\"300\"><rect width=\"9\" height=\"9\"/></svg>";
        const auto pdf = pdfOf(
            outlineOf({Outline::Heading {u"a"_s}, Outline::Drawing {u"a"_s, {svg, svg, "no"}}}),
            font);
        QVERIFY(pdf);
        QCOMPARE(pageCount(*pdf), 3);
    }
};

QTEST_MAIN(PaperTest)
#include "tst_paper.moc"
