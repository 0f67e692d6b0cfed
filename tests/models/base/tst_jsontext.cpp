// SPDX-License-Identifier: Apache-2.0
#include "models/base/jsontext.h"

#include <QTest>

using namespace Qt::StringLiterals;

class JsonTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void escapesWhatJsonDemands_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("json");

        QTest::addRow("empty") << QString() << u"\"\""_s;
        QTest::addRow("plain") << u"SMS_1"_s << u"\"SMS_1\""_s;
        QTest::addRow("quote and backslash") << u"a\"b\\c"_s << u"\"a\\\"b\\\\c\""_s;
        QTest::addRow("short escapes") << u"\b\f\n\r\t"_s << u"\"\\b\\f\\n\\r\\t\""_s;
        QTest::addRow("other control characters") << u"\u0001\u001f"_s << u"\"\\u0001\\u001f\""_s;
        QTest::addRow("zero") << QString(QChar(0)) << u"\"\\u0000\""_s;
        QTest::addRow("slash, DEL and line separators stay")
            << u"/\u007f\u2028"_s << u"\"/\u007f\u2028\""_s;
        QTest::addRow("beyond ASCII stays") << u"Ärger 東京 😀"_s << u"\"Ärger 東京 😀\""_s;
    }
    void escapesWhatJsonDemands()
    {
        QFETCH(QString, text);
        QFETCH(QString, json);
        QCOMPARE(jsonString(text), json);
    }

    void appends()
    {
        QString json = u"{"_s;
        appendJsonString(json, u"key");
        json += u':';
        appendJsonString(json, u"value");
        QCOMPARE(json, u"{\"key\":\"value\""_s);
    }
};

QTEST_APPLESS_MAIN(JsonTextTest)
#include "tst_jsontext.moc"
