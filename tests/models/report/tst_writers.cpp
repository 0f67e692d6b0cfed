// SPDX-License-Identifier: Apache-2.0
#include "models/report/htmlwriter.h"
#include "models/report/markdownwriter.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

Outline outlineOf(QList<Outline::Part> parts)
{
    return {u"Report"_s, u"a.switchyard"_s, std::move(parts)};
}

/// Every kind of part, each text being this one.
Outline everythingSaying(const QString &text)
{
    return {text, text,
        {Outline::Paragraph {text, Outline::Tone::Error}, Outline::Facts {{{text, text}}},
            Outline::Heading {text}, Outline::Heading {text, 2}, Outline::Heading {text, 3},
            Outline::Paragraph {text}, Outline::List {{text}},
            Outline::Table {{text, text}, {1, 2}, {{text, text}}},
            Outline::Task {1, text, Outline::Tone::Restart, {{text, text}}},
            Outline::Blanks {{text}}, Outline::Drawing {text, {}}}};
}

/// Names of elements and attributes that a page has, and its texts; empty if it is no XML.
struct Markup
{
    QSet<QString> elements;
    QSet<QString> attributes;
    QStringList texts;
    int boxes = 0;
    QString error;
};

Markup markupOf(const QByteArray &html)
{
    Markup markup;
    QXmlStreamReader xml(html);
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::StartElement) {
            markup.elements.insert(xml.name().toString());
            const auto attributes = xml.attributes();
            for (const auto &attribute : attributes)
                markup.attributes.insert(attribute.name().toString());
            markup.boxes += int(attributes.value("type"_L1) == "checkbox"_L1);
        } else if (token == QXmlStreamReader::Characters) {
            markup.texts.append(xml.text().toString());
        }
    }
    markup.error = xml.errorString();
    return markup;
}

QByteArray bodyOf(const QByteArray &markdown)
{
    return markdown.mid(markdown.indexOf('\n') + 2);
}

void addHostileTexts()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("seen");
    const auto row = [](const char *name, const QString &text, const QString &seen = {}) {
        QTest::addRow("%s", name) << text << (seen.isEmpty() ? text : seen);
    };
    row("element", u"<img src=x onerror=alert(1)>"_s);
    row("script", u"</style></title><script>alert(1)</script>"_s);
    row("attribute", u"\" onclick=\"alert(1)"_s);
    row("entity", u"&lt;b&gt; &amp;"_s);
    row("comment", u"<!-- --> <![CDATA[ ]]>"_s);
    row("place markers", u"%1 %2 %3 %L1"_s);
    row("newline", u"a\nb"_s, u"a\\u000Ab"_s);
    row("bidi", u"a\u202Eb"_s, u"a\\u202Eb"_s);
    row("nul", u"a"_s + QChar(0) + u'b', u"a\\u0000b"_s);
    row("lone surrogate", QString(QChar(0xD800)), u"\\uD800"_s);
    row("no character", QString(QChar(0xFFFF)) + QChar(0xFFFE),
        QString(2, QChar::ReplacementCharacter));
    row("beyond the plane", u"😀"_s);
}

}  // namespace

class WritersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void markdown_data()
    {
        QTest::addColumn<Outline>("outline");
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, const Outline::Part &part, const QByteArray &body) {
            QTest::addRow("%s", name) << outlineOf({part}) << body;
        };
        row("heading", Outline::Heading {u"Plan"_s}, "## Plan\n");
        row("heading below", Outline::Heading {u"Plan"_s, 2}, "### Plan\n");
        row("paragraph", Outline::Paragraph {u"A sentence."_s}, "A sentence.\n");
        row("verdict", Outline::Paragraph {u"✖ Not ready"_s, Outline::Tone::Error},
            "**✖ Not ready**\n");
        row("facts",
            Outline::Facts {
                {{u"Made"_s, u"2026"_s}, {u"Source"_s, u"Guide"_s, u"https://x.y/z"_s}}},
            "- **Made:** 2026\n- **Source:** [Guide](https://x.y/z)\n");
        row("list", Outline::List {{u"a"_s, u"b"_s}}, "- a\n- b\n");
        row("table",
            Outline::Table {{u"A"_s, u"B"_s}, {1, 1}, {{u"1"_s, u"2"_s}, {u""_s, u"x|y"_s}}},
            "| A | B |\n| --- | --- |\n| 1 | 2 |\n|  | x\\|y |\n");
        row("task", Outline::Task {3, u"↻ Restart"_s, {}, {{u"Why"_s, u"so"_s}}},
            "- [ ] **3. ↻ Restart**\n  - **Why:** so\n  - Done by ........................ at ............\n");
        row("drawing", Outline::Drawing {u"6 tenants"_s, {"<svg/>"}},
            "*The picture (6 tenants) is in the HTML and the PDF form of this report.*\n");
    }

    void markdown()
    {
        QFETCH(Outline, outline);
        QFETCH(QByteArray, body);
        const auto text = markdownOf(outline);
        QVERIFY(text.startsWith("# Report: a.switchyard\n\n"));
        QCOMPARE(bodyOf(text), body);
    }

    /// A paragraph of the text stays one paragraph of text.
    void markdownEscapes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("written");
        const auto row = [](const char *name, const QString &text, const QByteArray &written) {
            QTest::addRow("%s", name) << text << written;
        };
        row("plain", u"Acme 8.1.4 (a-b)"_s, "Acme 8.1.4 (a-b)");
        row("element", u"<img src=x onerror=1>"_s, "&lt;img src=x onerror=1&gt;");
        row("entity", u"&lt;"_s, "&amp;lt;");
        row("emphasis", u"*a* _b_ ~c~ `d`"_s, "\\*a\\* \\_b\\_ \\~c\\~ \\`d\\`");
        row("link", u"[a](javascript:b)"_s, "\\[a\\](javascript:b)");
        row("address", u"http://a www.b.c"_s, "http\\://a www\\.b.c");
        row("formula", u"$a$"_s, "\\$a\\$");
        row("heading", u"# a"_s, "\\# a");
        row("bullet", u"- a"_s, "\\- a");
        row("plus", u"+ Start"_s, "\\+ Start");
        row("rule", u"==="_s, "\\===");
        row("number", u"12. a"_s, "12\\. a");
        row("number in brackets", u"1) a"_s, "1\\) a");
        row("code by blanks", u"    a  b "_s, "&#32;&#32;&#32;&#32;a &#32;b&#32;");
        row("backslash", u"\\n"_s, "\\\\n");
        row("newline", u"a\n\n# b"_s, "a\\\\u000A\\\\u000A\\# b");
        row("bidi", u"a\u202Eb"_s, "a\\\\u202Eb");
    }

    void markdownEscapes()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, written);
        QCOMPARE(bodyOf(markdownOf(outlineOf({Outline::Paragraph {text}}))), written + '\n');
    }

    void htmlIsText_data() { addHostileTexts(); }

    /// Whatever the texts are, the page has the same elements and attributes, and shows them.
    void htmlIsText()
    {
        QFETCH(QString, text);
        QFETCH(QString, seen);
        const auto markup = markupOf(htmlOf(everythingSaying(text)));
        const auto harmless = markupOf(htmlOf(everythingSaying(u"a"_s)));
        QCOMPARE(markup.error, QString());
        QCOMPARE(markup.elements, harmless.elements);
        QCOMPARE(markup.attributes, harmless.attributes);
        QVERIFY(markup.texts.contains(seen));
        QVERIFY(!markup.elements.contains(u"script"_s));
        QVERIFY(!markup.elements.contains(u"img"_s));
    }

    void htmlHasBoxes()
    {
        const auto markup =
            markupOf(htmlOf(outlineOf({Outline::Task {1, u"a"_s}, Outline::Task {2, u"b"_s}})));
        QCOMPARE(markup.error, QString());
        QCOMPARE(markup.boxes, 2);
    }

    /// It loads nothing and runs nothing; the one style is known by its hash.
    void htmlPolicy()
    {
        const auto html = htmlOf(everythingSaying(u"a"_s));
        static const QRegularExpression style(
            u"<style>(.*)</style>"_s, QRegularExpression::DotMatchesEverythingOption);
        const auto text = style.match(QString::fromUtf8(html)).captured(1).toUtf8();
        QVERIFY(text.contains("@page"));
        QVERIFY(text.contains("prefers-color-scheme: dark"));
        QVERIFY(!text.contains("url(") && !text.contains("@import"));
        const auto hash = QCryptographicHash::hash(text, QCryptographicHash::Sha256).toBase64();
        QVERIFY(
            html.contains("http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                          "style-src 'sha256-"
                + hash + "'"));
        const auto markup = markupOf(html);
        for (const auto &attribute : {u"src"_s, u"style"_s, u"onclick"_s})
            QVERIFY(!markup.attributes.contains(attribute));
        QVERIFY(html.contains("name=\"viewport\""));
    }

    /// Its contents lead to headings that are there.
    void htmlContents()
    {
        const auto html = htmlOf(outlineOf({Outline::Heading {u"One"_s},
            Outline::Heading {u"Below"_s, 2}, Outline::Heading {u"Two"_s}}));
        QCOMPARE(html.count("href=\"#part-"), 2);
        for (const auto *id : {"part-1", "part-2"})
            QVERIFY(html.contains("id=\"" + QByteArray(id) + "\""));
    }

    void htmlHasTheDrawing()
    {
        const auto html = htmlOf(outlineOf({Outline::Drawing {u"a"_s,
            {"<?xml version=\"1.0\"?>\n<!DOCTYPE svg>\n<svg xmlns=\"http://www.w3.org/2000/svg\"><title>t</title></svg>\n"}}}));
        const auto markup = markupOf(html);
        QCOMPARE(markup.error, QString());
        QVERIFY(markup.elements.contains(u"svg"_s));
        QCOMPARE(html.count("<?xml"), 0);
        QCOMPARE(html.count("<!DOCTYPE"), 1);
    }
};

QTEST_GUILESS_MAIN(WritersTest)
#include "tst_writers.moc"
