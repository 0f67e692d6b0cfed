// SPDX-License-Identifier: Apache-2.0
#include "models/base/jsontext.h"
#include "models/store/jsonsyntax.h"
#include "models/store/utf8.h"

#include <QTest>

#include <random>
#include <rapidcheck.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

using namespace Qt::StringLiterals;

class TestJsonSyntax : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOneValue_data();
    void tellsOneValue();
    void takesAnyDepth();
    void takesAnyText();
    void agreesWithRapidJson();
};

void TestJsonSyntax::tellsOneValue_data()
{
    QTest::addColumn<bool>("isValue");

    for (const char *text :
        {"null", "true", "false", " \t\r\n0 \t\r\n", "-0", "7", "-120", "0.50", "1e5", "1E+05",
            "-1.25e-400", "1e400", "123456789012345678901234567890", "\"\"", "\"a\x7f/\"",
            "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uABCD\"", "\"\\ud83d\\ude00\"", "[]", "[ ]", "{}",
            "{ }", "[1, [], {}]", "{\"a\":{\"b\":[null]}, \"a\" :1}", "[[\"]\"],{\"}\":\"{\"}]"})
        QTest::addRow("%s", text) << true;
    for (const char *text : {"", " ", "nul", "nulls", "True", "+1", "-", "-null", "01", "-01", "1.",
             ".5", "1e", "1e+", "0x1", "NaN", "Infinity", "'a'", "\"", "\"\\\"", "\"\\x\"",
             "\"\t\"", "\"\\u12\"", "\"\\u12g4\"", "\"\\ud83d\"", "\"\\ud83dx\"", "\"\\ud83d\\n\"",
             "\"\\ud83d\\ud83d\"", "\"\\ude00\"", "[", "]", "{", "}", "[}", "{]", "[1", "[1,",
             "[1,]", "[,1]", "[1 2]", "[1]]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{,}",
             "{\"a\":1 \"b\":2}", "{1:2}", "{a:1}", "{\"a\":1]", "1 2", "[] []", "{}x", "// c\n1",
             "\xEF\xBB\xBF"
             "1"})
        QTest::addRow("no: %s", text) << false;
}

void TestJsonSyntax::tellsOneValue()
{
    QFETCH(bool, isValue);
    auto text = QByteArray(QTest::currentDataTag());
    if (!isValue)
        text.remove(0, 4);
    QCOMPARE(isJson(text.toStdString()), isValue);
    // Nothing may follow, and what is nested is judged alike.
    QCOMPARE(isJson("{\"a\":[" + text.toStdString() + "]}"), isValue || text.trimmed().isEmpty());
    QVERIFY(!isJson(text.toStdString() + std::string(1, '\0')));
}

void TestJsonSyntax::takesAnyDepth()
{
    constexpr size_t depth = 100000;
    std::string text;
    for (size_t i = 0; i < depth; ++i)
        text += "[{\"a\":";
    QVERIFY(!isJson(text));
    text += '0';
    for (size_t i = 0; i < depth; ++i)
        text += "}]";
    QVERIFY(isJson(text));
    QVERIFY(!isJson(text + ']'));
    text.pop_back();
    QVERIFY(!isJson(text));
}

void TestJsonSyntax::takesAnyText()
{
    QVERIFY(rc::check("any text is a value once it is quoted", [](const std::u16string &units) {
        std::string utf8;
        if (toUtf8(QString::fromStdU16String(units), utf8))
            RC_ASSERT(isJson(jsonString(QString::fromStdU16String(units)).toStdString()));
    }));
}

void TestJsonSyntax::agreesWithRapidJson()
{
    // Without escapes of half characters and numbers beyond a double, where the two differ.
    QVERIFY(rc::check("any text of these pieces is judged as rapidjson does", [](quint32 seed) {
        constexpr const char *pieces[] = {"[", "]", "{", "}", ",", ":", "\"", "\"a\"",
            "\"a\":", "1", "0", "-", ".5", "e-7", "null", " ", "\\n", "[]", "{}"};
        std::mt19937 dice(seed);
        std::string text;
        for (auto count = dice() % 8; count > 0; --count)
            text += pieces[dice() % std::size(pieces)];
        RC_LOG() << text;
        rapidjson::MemoryStream stream(text.data(), text.size());
        rapidjson::Reader reader;
        rapidjson::BaseReaderHandler<> nothing;
        RC_ASSERT(isJson(text) == !reader.Parse(stream, nothing).IsError());
    }));
}

QTEST_APPLESS_MAIN(TestJsonSyntax)
#include "tst_jsonsyntax.moc"
