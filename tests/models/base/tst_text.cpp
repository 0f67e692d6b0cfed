// SPDX-License-Identifier: Apache-2.0
#include "models/base/text.h"
#include "models/topology/release.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void blanks_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("trimmed");
        QTest::addColumn<bool>("blank");
        QTest::newRow("empty") << u""_s << u""_s << true;
        QTest::newRow("em space and line separator") << u"\u2003\u2028"_s << u""_s << true;
        QTest::newRow("no-break and ideographic space")
            << u"\u00A0a b\u3000"_s << u"a b"_s << false;
        QTest::newRow("next line") << u"\u0085"_s << u""_s << true;
        QTest::newRow("zero width space is none") << u"\u200B"_s << u"\u200B"_s << false;
        QTest::newRow("byte order mark is none") << u" \uFEFF "_s << u"\uFEFF"_s << false;
        QTest::newRow("unit separator is none") << u"\u001F"_s << u"\u001F"_s << false;
    }
    void blanks()
    {
        QFETCH(QString, text);
        QTEST(trimmedText(text).toString(), "trimmed");
        QTEST(isBlank(text), "blank");
    }

    void order_data()
    {
        QTest::addColumn<QString>("less");
        QTest::addColumn<QString>("more");
        QTest::newRow("prefix") << u"a"_s << u"ab"_s;
        QTest::newRow("upper before lower") << u"B"_s << u"a"_s;
        QTest::newRow("a ligature before an emoji") << u"\uFB01"_s << u"😀"_s;
        QTest::newRow("below the surrogates") << u"\uD7FF"_s << u"\uE000"_s;
        QTest::newRow("two emojis") << u"😀"_s << u"😁"_s;
        QTest::newRow("empty") << u""_s << u" "_s;
    }
    void order()
    {
        QFETCH(QString, less);
        QFETCH(QString, more);
        QVERIFY(textLess(less, more));
        QVERIFY(!textLess(more, less));
        QVERIFY(!textLess(less, less));
        QVERIFY(less.toUcs4() < more.toUcs4());
    }

    void codePoints() { QCOMPARE(codePointCount(u"a😀ﬁ"), 3); }

    void visible_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("letters, accents, emoji") << u"Åsa & 😀"_s << u"Åsa & 😀"_s;
        QTest::newRow("escape sequence") << u"\u001B[31m"_s << u"\\u001B[31m"_s;
        QTest::newRow("line breaks") << u"a\nb\u2028c"_s << u"a\\u000Ab\\u2028c"_s;
        QTest::newRow("override of direction") << u"a\u202Eb"_s << u"a\\u202Eb"_s;
        QTest::newRow("tag") << u"a\U000E0041"_s << u"a\\uE0041"_s;
    }
    void visible()
    {
        QFETCH(QString, text);
        QTEST(visibleText(text), "shown");
    }

    void numbers()
    {
        QVERIFY(!WholeNumber::fromText(u""));
        QVERIFY(!WholeNumber::fromText(u"+1"));
        QVERIFY(!WholeNumber::fromText(u"١"));
        QVERIFY(*WholeNumber::fromText(u"007") == *WholeNumber::fromText(u"7"));
        QVERIFY(*WholeNumber::fromText(u"9") < *WholeNumber::fromText(u"10"));
        QVERIFY(*WholeNumber::fromText(u"99999999999999999999")
            < *WholeNumber::fromText(u"100000000000000000000"));
        QCOMPARE(WholeNumber::fromText(u"000")->digits(), u"0"_s);
    }

    void releases_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("known");
        QTest::addColumn<bool>("below812");
        QTest::newRow("short") << u"8.1.2"_s << true << false;
        QTest::newRow("release digit and build") << u"8.1.201.07"_s << true << false;
        QTest::newRow("before") << u"8.1.101.07"_s << true << true;
        QTest::newRow("leading zeros") << u"08.01.199"_s << true << true;
        QTest::newRow("ten is above nine") << u"8.10.000"_s << true << false;
        QTest::newRow("old") << u"7.6.900.01"_s << true << true;
        QTest::newRow("a very large first part") << u"99999999999.0.0"_s << true << false;
        QTest::newRow("a very large second part") << u"7.99999999999.9"_s << true << true;
        QTest::newRow("a fourth part is not looked at") << u"8.1.1.x"_s << true << true;
        QTest::newRow("two digits") << u"8.1.20"_s << false << false;
        QTest::newRow("four digits") << u"8.1.2000"_s << false << false;
        QTest::newRow("two parts") << u"8.1"_s << false << false;
        QTest::newRow("sign") << u"8.1.+2"_s << false << false;
        QTest::newRow("blank before") << u" 8.1.2"_s << false << false;
        QTest::newRow("empty part") << u"8..2"_s << false << false;
        QTest::newRow("empty") << u""_s << false << false;
    }
    void releases()
    {
        QFETCH(QString, text);
        QFETCH(bool, known);
        QTEST(isReleaseBelow(text, 8, 1, 2), "below812");
        QCOMPARE(Release::fromText(text).has_value(), known);
        QFETCH(bool, below812);
        QCOMPARE(isReleaseFrom(text, 8, 1, 2), known && !below812);
    }
};

QTEST_GUILESS_MAIN(TestText)
#include "tst_text.moc"
