// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/jsondocument.h"

#include <QTest>

using namespace Qt::StringLiterals;

class JsonDocumentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesWhatJsonAllows_data();
    void takesWhatJsonAllows();
    void tellsWhatIsWrong_data();
    void tellsWhatIsWrong();
    void tellsEveryFlaw();
    void tellsPlaces();
    void wholeNumbers_data();
    void wholeNumbers();
    void breaksOffEverywhere();
    void depthIsLimited();
    void longKeys();
    void manyKeys();
    void manyFlaws();
};

namespace {

/// "line:column path message" of each flaw.
QString flawsOf(const JsonDocument &document)
{
    QStringList lines;
    for (const auto &flaw : document.flaws())
        lines.append(
            document.lineAndColumn(flaw.offset) + u" ["_s + flaw.path + u"] "_s + flaw.message);
    return lines.join(u'\n');
}

}  // namespace

void JsonDocumentTest::takesWhatJsonAllows_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("compact");

    QTest::addRow("empty object") << "{}"_ba << u"{}"_s;
    QTest::addRow("blanks everywhere")
        << " \t\r\n{ \"a\" : [ 1 , 2 ] } \n"_ba << u"{\"a\":[1,2]}"_s;
    QTest::addRow("byte order mark") << "\xEF\xBB\xBF{}"_ba << u"{}"_s;
    QTest::addRow("literals") << "[null,true,false]"_ba << u"[null,true,false]"_s;
    QTest::addRow("numbers stay as written")
        << "[0,-0,1.50,1E+2,-1e-400,100000000000000000000000000000]"_ba
        << u"[0,-0,1.50,1E+2,-1e-400,100000000000000000000000000000]"_s;
    QTest::addRow("keys by code point")
        << QByteArray("{\"\xEF\xAC\x81\":1,\"\xF0\x9F\x98\x80\":2,\"b\":3,\"a\":{\"d\":1,\"c\":2}}")
        << u"{\"a\":{\"c\":2,\"d\":1},\"b\":3,\"\uFB01\":1,\"😀\":2}"_s;
    QTest::addRow("escapes") << R"(["\"\\\/\b\f\n\r\t\u0041\u00e9\ud83d\uDE00"])"_ba
                             << u"[\"\\\"\\\\/\\b\\f\\n\\r\\tAé😀\"]"_s;
    QTest::addRow("a lone value") << "\"text\""_ba << u"\"text\""_s;
    QTest::addRow("a key with escapes") << R"({"\u0061":1})"_ba << u"{\"a\":1}"_s;
    QTest::addRow("DEL and line separators")
        << QByteArray("[\"\x7f\xE2\x80\xA8\"]") << u"[\"\u007f\u2028\"]"_s;
}

void JsonDocumentTest::takesWhatJsonAllows()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, compact);
    const auto document = JsonDocument::parse(text);
    QCOMPARE(flawsOf(document), QString());
    QVERIFY(document.root());
    QCOMPARE(document.root()->compact(), compact);
}

void JsonDocumentTest::tellsWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("flaws");

    QTest::addRow("nothing") << ""_ba << u"1:1 [] The text breaks off: a value expected."_s;
    QTest::addRow("no JSON") << "hello"_ba << u"1:1 [] This is no JSON: a value expected."_s;
    QTest::addRow("goes on") << "{} x"_ba << u"1:4 [] The text goes on after its end."_s;
    QTest::addRow("trailing comma")
        << "{\"a\":1,}"_ba << u"1:8 [] This is no JSON: a key in quotation marks expected."_s;
    QTest::addRow("trailing comma of a list")
        << "{\"a\":[1,]}"_ba << u"1:9 [a[1]] This is no JSON: a value expected."_s;
    QTest::addRow("comment") << "{ // no\n}"_ba
                             << u"1:3 [] This is no JSON: a key in quotation marks expected."_s;
    QTest::addRow("no colon") << "{\"a\" 1}"_ba << u"1:6 [a] This is no JSON: a colon expected."_s;
    QTest::addRow("no comma")
        << "[1 2]"_ba << u"1:4 [] This is no JSON: a comma or a closing bracket expected."_s;
    QTest::addRow("leading zero")
        << "[01]"_ba << u"1:3 [] This is no JSON: a comma or a closing bracket expected."_s;
    QTest::addRow("plus") << "[+1]"_ba << u"1:2 [[0]] This is no JSON: a value expected."_s;
    QTest::addRow("bare point") << "[1.]"_ba << u"1:4 [[0]] This is no JSON: a digit expected."_s;
    QTest::addRow("bare exponent")
        << "[1e]"_ba << u"1:4 [[0]] This is no JSON: a digit expected."_s;
    QTest::addRow("NaN") << "[NaN]"_ba << u"1:2 [[0]] This is no JSON: a value expected."_s;
    QTest::addRow("half a literal") << "[tru]"_ba << u"1:5 [[0]] This is no JSON: true expected."_s;
    QTest::addRow("single quotes")
        << "{'a':1}"_ba << u"1:2 [] This is no JSON: a key in quotation marks expected."_s;
    QTest::addRow("unknown escape")
        << R"({"a":"\x"})"_ba << u"1:7 [a] This escape is not one of JSON."_s;
    QTest::addRow("short escape") << R"({"a":"\u12"})"_ba
                                  << u"1:7 [a] An escape \\u needs four hexadecimal digits."_s;
    QTest::addRow("breaks off in a text")
        << R"({"a":"b)"_ba << u"1:8 [a] The text breaks off inside quotation marks."_s;
    QTest::addRow("line break in a text")
        << "{\"a\":\"x\ny\"}"_ba << u"1:8 [a] A control character must be written as an escape."_s;
    QTest::addRow("high surrogate alone")
        << R"({"a":"\uD800"})"_ba << u"1:7 [a] The escape \\uD800 is half of a surrogate pair."_s;
    QTest::addRow("low surrogate alone")
        << R"({"a":"x\udc00"})"_ba << u"1:8 [a] The escape \\uDC00 is half of a surrogate pair."_s;
    QTest::addRow("surrogates the wrong way round")
        << R"({"a":"\uDC00\uD800"})"_ba
        << u"1:7 [a] The escape \\uDC00 is half of a surrogate pair.\n"
           "1:13 [a] The escape \\uD800 is half of a surrogate pair."_s;
    QTest::addRow("two high surrogates and a low one")
        << R"({"a":"\uD800\uD83D\uDE00"})"_ba
        << u"1:7 [a] The escape \\uD800 is half of a surrogate pair."_s;
    QTest::addRow("surrogate in a key")
        << R"({"\uD800":1})"_ba << u"1:3 [] The escape \\uD800 is half of a surrogate pair."_s;
    QTest::addRow("U+0000") << R"({"a":"x\u0000"})"_ba
                            << u"1:8 [a] A text can't hold the character U+0000."_s;
    QTest::addRow("key twice") << R"({"a":1,"b":2,"a":3})"_ba
                               << u"1:14 [a] This key stands twice in one object."_s;
    QTest::addRow("key three times") << R"({"a":1,"a":2,"\u0061":3})"_ba
                                     << u"1:8 [a] This key stands twice in one object.\n"
                                        "1:14 [a] This key stands twice in one object."_s;
    QTest::addRow("key twice deep inside")
        << R"({"x":[{"y":{"k":1,"k":2}}]})"_ba
        << u"1:19 [x[0].y.k] This key stands twice in one object."_s;
    QTest::addRow("invalid UTF-8")
        << "{\"a\":\"x\xFFy\"}"_ba << u"1:8 [a] The text is not valid UTF-8."_s;
    QTest::addRow("cut UTF-8") << "{\"a\":\"\xE2\x82\"}"_ba
                               << u"1:7 [a] The text is not valid UTF-8."_s;
    QTest::addRow("surrogate in UTF-8")
        << "{\"a\":\"\xED\xA0\x80\"}"_ba << u"1:7 [a] The text is not valid UTF-8."_s;
    QTest::addRow("overlong UTF-8")
        << "{\"a\":\"\xC0\xAF\"}"_ba << u"1:7 [a] The text is not valid UTF-8."_s;
}

void JsonDocumentTest::tellsWhatIsWrong()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, flaws);
    const auto document = JsonDocument::parse(text);
    QCOMPARE(flawsOf(document), flaws);
    QCOMPARE(document.flawCount(), document.flaws().size());
}

void JsonDocumentTest::tellsEveryFlaw()
{
    const auto document =
        JsonDocument::parse("{\"a\":\"\\uD800\",\n \"b\":{\"c\":1,\"c\":2},\n \"d\":\"\xFF\"}");
    QCOMPARE(flawsOf(document),
        u"1:7 [a] The escape \\uD800 is half of a surrogate pair.\n"
        "2:13 [b.c] This key stands twice in one object.\n"
        "3:7 [d] The text is not valid UTF-8."_s);
    QVERIFY(document.root());
}

void JsonDocumentTest::tellsPlaces()
{
    const auto document = JsonDocument::parse("\xEF\xBB\xBF{\"a b\":[1,\n  {\"\":\"é\",\"c\":2}]}");
    QVERIFY(document.root());
    QCOMPARE(document.lineAndColumn(document.root()->offset()), u"1:1"_s);
    const auto list = *document.root()->find("a b");
    QStringList places;
    const JsonPlace whole;
    const auto place = whole.member("a b");
    list.forEachItem([&](qsizetype i, const JsonValue &item) {
        const auto inner = place.item(i);
        places.append(document.lineAndColumn(item.offset()) + u' ' + inner.text());
        if (!item.isObject())
            return;
        item.forEachMember([&](QByteArrayView key, const JsonValue &value) {
            places.append(document.lineAndColumn(value.offset()) + u' ' + inner.member(key).text());
        });
    });
    const QStringList expected {u"1:9 [\"a b\"][0]"_s, u"2:3 [\"a b\"][1]"_s,
        u"2:7 [\"a b\"][1][\"\"]"_s, u"2:15 [\"a b\"][1].c"_s};
    QCOMPARE(places, expected);
    // Asked for out of order.
    QCOMPARE(document.lineAndColumn(list.offset()), u"1:8"_s);
}

void JsonDocumentTest::wholeNumbers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<std::optional<qint64>>("number");

    const auto row = [](const char *text, std::optional<qint64> number) {
        QTest::addRow("%.60s", text) << QByteArray(text) << number;
    };
    row("0", 0);
    row("-0", 0);
    row("-0.0e5", 0);
    row("42", 42);
    row("42.0", 42);
    row("4.2e1", 42);
    row("4200e-2", 42);
    row("0.00042E+5", 42);
    row("1e2", 100);
    row("9223372036854775807", std::numeric_limits<qint64>::max());
    row("-9223372036854775807", -std::numeric_limits<qint64>::max());
    row("9223372036854775808", {});
    row("-9223372036854775808", {});
    row("1e19", {});
    row("1.5", {});
    row("1e-1", {});
    row("1e999999999999999999999", {});
    row("0e999999999999999999999", 0);
    row("1e-999999999999999999999", {});
    row("1e9223372036854775807", {});
    row("\"1\"", {});
}

void JsonDocumentTest::wholeNumbers()
{
    QFETCH(QByteArray, text);
    QFETCH(std::optional<qint64>, number);
    const auto document = JsonDocument::parse(text);
    QVERIFY(document.root());
    QCOMPARE(document.root()->wholeNumber(), number);
}

void JsonDocumentTest::breaksOffEverywhere()
{
    const QByteArray whole = R"({"a":[1.5e+3,"\u00e9\ud83d\ude00",null],"b":{"c":true}})";
    QVERIFY(JsonDocument::parse(whole).root());
    for (qsizetype size = 0; size < whole.size(); ++size) {
        const auto document = JsonDocument::parse(whole.first(size));
        QVERIFY2(!document.root(), whole.first(size).constData());
        QVERIFY(!document.flaws().isEmpty());
    }
}

void JsonDocumentTest::depthIsLimited()
{
    const auto nested = [](int depth) { return QByteArray(depth, '[') + QByteArray(depth, ']'); };
    QVERIFY(JsonDocument::parse(nested(64)).root());
    const auto tooDeep = JsonDocument::parse(nested(65));
    QVERIFY(!tooDeep.root());
    QVERIFY(flawsOf(tooDeep).endsWith(u"The text is nested deeper than 64 levels."));
    QVERIFY(!JsonDocument::parse(nested(100000)).root());
    QByteArray objects;
    for (int i = 0; i < 100000; ++i)
        objects += "{\"a\":";
    QVERIFY(!JsonDocument::parse(objects).root());
}

void JsonDocumentTest::longKeys()
{
    const auto key = QByteArray(1 << 20, 'k');
    const auto document = JsonDocument::parse("{\"" + key + "\":1,\"" + key + "\":2}");
    QCOMPARE(document.flaws().size(), 1);
    QCOMPARE(document.flaws().constFirst().path.size(), 61 + 4);
    QCOMPARE(document.root()->find(key)->wholeNumber(), 1);
}

void JsonDocumentTest::manyKeys()
{
    QByteArray text = "{";
    for (int i = 0; i < 100000; ++i)
        text += "\"k" + QByteArray::number(i) + "\":" + QByteArray::number(i) + ",\n";
    text += "\"k77\":0}";
    const auto document = JsonDocument::parse(text);
    QCOMPARE(flawsOf(document), u"100001:1 [k77] This key stands twice in one object."_s);
}

void JsonDocumentTest::manyFlaws()
{
    QByteArray text = "[";
    for (int i = 0; i < 1000; ++i)
        text += R"("\uD800",)";
    const auto document = JsonDocument::parse(text + "1]");
    QCOMPARE(document.flawCount(), 1000);
    QCOMPARE(document.flaws().size(), JsonDocument::listedFlaws);
    // What ends the reading is told in any case.
    const auto broken = JsonDocument::parse(text);
    QCOMPARE(broken.flawCount(), 1001);
    QVERIFY(broken.flaws().constLast().message.startsWith(u"The text breaks off"));
}

QTEST_APPLESS_MAIN(JsonDocumentTest)
#include "tst_jsondocument.moc"
