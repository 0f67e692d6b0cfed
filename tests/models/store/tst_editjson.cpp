// SPDX-License-Identifier: Apache-2.0
#include "models/store/editjson.h"
#include "models/store/recordjson.h"
#include "tests/models/store/randomtopology.h"

#include <QTest>

#include <rapidcheck.h>

using namespace Qt::StringLiterals;

namespace {

RecordPointer shared(Record record)
{
    return std::make_shared<const Record>(std::move(record));
}

/// An edit as text, to compare: equal edits have equal texts.
std::string textOf(const Edit &edit)
{
    std::string text;
    return appendEdit(edit, text) ? text : std::string("refused");
}

}  // namespace

static SiteAnswer answer()
{
    return {u"contactserver"_s, u"options"_s, SiteAnswer::Effect::Immediate, u"Tried"_s, u"Ada"_s,
        QDate(2026, 11, 2)};
}

class TestEditJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesEdits_data();
    void writesEdits();
    void readsRecordsAgain();
    void readsFieldsAgain();
    void readsOtherEditsAgain();
    void refusesWhatCannotBeRead_data();
    void refusesWhatCannotBeRead();
    void refusesMalformedText_data();
    void refusesMalformedText();
    void survivesAnyDamage();
    void refusesDeepText();
};

void TestEditJson::writesEdits_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QByteArray>("text");

    Tenant tenant;
    tenant.id = TenantId(3);
    tenant.name = u"Acme"_s;
    tenant.parent = TenantId(0);
    Host placeholder;
    placeholder.id = HostId(7);
    placeholder.isPlaceholder = true;
    placeholder.name = u"host-1"_s;
    QTest::addRow("add a tenant") << Edit(AddObject {
        shared(tenant)}) << QByteArray(R"({"add":{"kind":0,"id":3,"name":"Acme","parent":0}})");
    QTest::addRow("remove a placeholder")
        << Edit(RemoveObject {shared(placeholder)})
        << QByteArray(R"({"remove":{"kind":3,"id":7,"placeholder":true,"name":"host-1"}})");
    QTest::addRow("set a release")
        << Edit(SetField {ApplicationId(4), Field::Release, {}, u"8.1.2"_s})
        << QByteArray(R"({"set":{"kind":4,"id":4,"field":11,"before":null,"after":"8.1.2"}})");
    QTest::addRow("set options")
        << Edit(SetField {ApplicationId(4), Field::Options,
               Value(std::in_place_type<Options>, Options {{u"empty"_s, {}}}),
               Value(std::in_place_type<Options>, Options {{u"s"_s, {{u"k"_s, u"v"_s}}}})})
        << QByteArray(
               R"({"set":{"kind":4,"id":4,"field":26,"before":[["empty",[]]],"after":[["s",["k","v"]]]}})");
    QTest::addRow("assign") << Edit(Assign {ApplicationId(4), TenantId(3)})
                            << QByteArray(R"({"assign":[4,3]})");
    QTest::addRow("unassign") << Edit(Unassign {ApplicationId(4), TenantId(3)})
                              << QByteArray(R"({"unassign":[4,3]})");
    QTest::addRow("connect")
        << Edit(Connect {ApplicationId(4),
               {ApplicationId(9), u"default"_s, {}, 10, {}, {}, {{u"x"_s, u"1.0"_s}}}})
        << QByteArray(
               R"({"connect":[4,{"target":9,"port":"default","localTimeout":10,"extra":["x","1.0"]}]})");
    QTest::addRow("link") << Edit(Link {ApplicationId(4), SwitchId(2)})
                          << QByteArray(R"({"link":[4,2]})");
    QTest::addRow("settings")
        << Edit(SetSettings {{}, {Environment::SingleTenant, SocialMessagingTenants::Forbid, {}}})
        << QByteArray(
               R"({"settings":[{"environment":0,"socialMessagingTenants":0},{"environment":1,"socialMessagingTenants":1}]})");
    QTest::addRow("extra") << Edit(SetExtra {{}, {{u"persons"_s, u"[]"_s}}})
                           << QByteArray(R"({"extra":[[],["persons","[]"]]})");
    QTest::addRow("place") << Edit(SetPlace {TenantId(4), {}, -7})
                           << QByteArray(R"({"place":[0,4,null,-7]})");
    QTest::addRow("answer")
        << Edit(SetSiteAnswer {{}, answer()})
        << QByteArray(R"({"answer":[null,["contactserver","options",1,"Tried","Ada",2461347]]})");
    QTest::addRow("pending") << Edit(SetPending {ApplicationId(7), 3, {}})
                             << QByteArray(R"({"pending":[7,3,null]})");
}

void TestEditJson::writesEdits()
{
    QFETCH(Edit, edit);
    QFETCH(QByteArray, text);

    // This form stands in documents: a change of it needs a migration.
    QCOMPARE(QByteArray::fromStdString(textOf(edit)), text + '\n');
    const auto read = editsFromText(textOf(edit));
    QVERIFY(read);
    QCOMPARE(read->size(), 1);
    QCOMPARE(QByteArray::fromStdString(textOf(read->constFirst())), text + '\n');
}

void TestEditJson::readsRecordsAgain()
{
    QVERIFY(rc::check("any record is read as it was written", [](quint32 seed) {
        RandomTopology random(seed);
        const auto record = random.record(Kind(seed % kindCount), seed, 20);
        std::string text;
        RC_ASSERT(recordToText(record, text));
        const auto read = recordFromText(text);
        RC_ASSERT(read.has_value());
        RC_ASSERT(*read == record);
    }));
}

void TestEditJson::readsFieldsAgain()
{
    QVERIFY(rc::check("any field's change is read as it was written", [](quint32 seed) {
        RandomTopology random(seed);
        const auto kind = Kind(seed % kindCount);
        const auto before = random.record(kind, 1, 20);
        const auto after = random.record(kind, 1, 20);
        for (const auto field : fieldsOf(kind)) {
            const SetField edit {
                ObjectId(kind, 1), field, fieldValue(before, field), fieldValue(after, field)};
            const auto read = editsFromText(textOf(edit));
            RC_ASSERT(read.has_value());
            const auto &found = std::get<SetField>(read->constFirst());
            RC_ASSERT(found.object == edit.object && found.field == edit.field);
            RC_ASSERT(found.before == edit.before);
            RC_ASSERT(found.after == edit.after);
        }
    }));
}

void TestEditJson::readsOtherEditsAgain()
{
    QVERIFY(rc::check("any edit is read as it was written", [](quint32 seed) {
        RandomTopology random(seed);
        const ApplicationId application(seed);
        const auto connection = random.connection(9);
        const Extra extra = random.extra();
        const Settings settings {
            Environment::SingleTenant, SocialMessagingTenants::Allow, random.extra()};
        const QList<Edit> edits {AddObject {shared(random.record(Kind::Application, 5, 9))},
            RemoveObject {shared(random.record(Kind::Tenant, 5, 9))},
            ReplaceObject {
                shared(random.record(Kind::Host, 5, 9)), shared(random.record(Kind::Host, 5, 9))},
            Assign {application, TenantId(1)}, Unassign {application, TenantId(1)},
            Connect {application, connection}, Disconnect {application, connection},
            Link {application, SwitchId(4)}, Unlink {application, SwitchId(4)},
            SetSettings {{}, settings}, SetExtra {extra, {}},
            SetPlace {application, qint64(seed), {}}, SetSiteAnswer {answer(), {}},
            SetPending {application, {}, qint64(seed)}};
        std::string text;
        for (const auto &edit : edits)
            RC_ASSERT(appendEdit(edit, text));
        const auto read = editsFromText(text);
        RC_ASSERT(read.has_value());
        RC_ASSERT(read->size() == edits.size());
        for (qsizetype i = 0; i < edits.size(); ++i) {
            RC_ASSERT(read->at(i).index() == edits[i].index());
            RC_ASSERT(textOf(read->at(i)) == textOf(edits[i]));
        }
        RC_ASSERT(std::get<Connect>(read->at(5)).connection == connection);
        RC_ASSERT(std::get<SetSettings>(read->at(9)).after == settings);
        RC_ASSERT(std::get<SetExtra>(read->at(10)).before == extra);
        RC_ASSERT(std::get<SetPlace>(read->at(11)).before == qint64(seed));
        RC_ASSERT(std::get<SetSiteAnswer>(read->at(12)).before == answer());
        RC_ASSERT(std::get<SetPending>(read->at(13)).after == qint64(seed));
        RC_ASSERT(*std::get<ReplaceObject>(read->at(2)).after
            == *std::get<ReplaceObject>(edits[2]).after);
    }));
}

void TestEditJson::refusesWhatCannotBeRead_data()
{
    QTest::addColumn<Edit>("edit");

    const QString loneHigh(QChar(0xD83D));
    const QString loneLow = QString(QChar(0xDE00)) + u'x';
    QTest::addRow("lone high surrogate") << Edit(SetField {HostId(1), Field::Name, {}, loneHigh});
    QTest::addRow("lone low surrogate") << Edit(SetField {HostId(1), Field::Name, {}, loneLow});
    QTest::addRow("extra value is no JSON") << Edit(SetExtra {{}, {{u"a"_s, u"{"_s}}});
    QTest::addRow("extra value is two values") << Edit(SetExtra {{}, {{u"a"_s, u"1 2"_s}}});
    QTest::addRow("extra value has half a character")
        << Edit(SetExtra {{}, {{u"a"_s, u"\"\\udc00\""_s}}});
    QTest::addRow("extra keys out of order")
        << Edit(SetExtra {{}, {{u"b"_s, u"1"_s}, {u"a"_s, u"1"_s}}});
    QTest::addRow("extra key twice") << Edit(SetExtra {{}, {{u"a"_s, u"1"_s}, {u"a"_s, u"1"_s}}});
}

void TestEditJson::refusesWhatCannotBeRead()
{
    QFETCH(Edit, edit);
    QCOMPARE(textOf(edit), std::string("refused"));
}

void TestEditJson::refusesMalformedText_data()
{
    QTest::addColumn<QByteArray>("text");

    for (const char *text :
        {"", "{", "[]", "{}", "null", "{\"assign\":[1,2]} x", "{\"assign\":[1]}",
            "{\"assign\":[1,-2]}", "{\"assign\":[1,2.0]}", "{\"assign\":[1,4294967295]}",
            "{\"assign\":[1,\"2\"]}", "{\"assign\":[1,2],\"link\":[1,2]}", "{\"unknown\":[1,2]}",
            "{\"add\":{\"kind\":5,\"id\":1}}", "{\"add\":{\"kind\":0}}",
            "{\"add\":{\"kind\":0,\"id\":1,\"name\":7}}",
            "{\"add\":{\"kind\":2,\"id\":1,\"tenant\":null}}",
            "{\"add\":{\"kind\":0,\"id\":1,\"state\":0}}",
            "{\"add\":{\"kind\":0,\"id\":1,\"placeholder\":1}}",
            "{\"replace\":[{\"kind\":0,\"id\":1},{\"kind\":0,\"id\":2}]}",
            "{\"set\":{\"kind\":0,\"id\":1,\"field\":11,\"before\":null,\"after\":null}}",
            "{\"set\":{\"kind\":4,\"id\":1,\"field\":99,\"before\":null,\"after\":null}}",
            "{\"set\":{\"kind\":4,\"id\":1,\"field\":11,\"before\":null}}", "{\"connect\":[1,{}]}",
            "{\"extra\":[[],[\"a\"]]}", "{\"extra\":[[],[\"a\",\"{\"]]}",
            "{\"extra\":[[],[\"b\",\"1\",\"a\",\"1\"]]}", "{\"settings\":[{},{\"environment\":2}]}",
            "{\"add\":{\"kind\":0,\"id\":1,\"name\":\"\\ud800\"}}",
            "{\"add\":{\"kind\":0,\"id\":1,\"name\":\"\\udc00\"}}",
            "{\"add\":{\"kind\":0,\"id\":1,\"name\":\"\xff\"}}",
            "{\"add\":{\"kind\":0,\"id\":1,\"name\":\"\xed\xa0\x80\"}}",
            "{\"add\":{\"kind\":0,\"id\":99999999999999999999}}"})
        QTest::addRow("%s", text) << QByteArray(text) + '\n';
    QTest::addRow("no line feed") << QByteArray("{\"assign\":[1,2]}");
    QTest::addRow("NUL") << QByteArray("{\"assign\":[1,2]}\0\n", 19);
}

void TestEditJson::refusesMalformedText()
{
    QFETCH(QByteArray, text);
    QVERIFY(!editsFromText(text.toStdString()));
}

void TestEditJson::survivesAnyDamage()
{
    QVERIFY(rc::check(
        "a damaged text is refused or read, and what is read can be written", [](quint32 seed) {
            RandomTopology random(seed);
            std::string text;
            RC_ASSERT(appendEdit(AddObject {shared(random.record(Kind::Application, 1, 9))}, text));
            std::mt19937 dice(seed);
            for (int i = 0; i < 50; ++i) {
                auto damaged = text;
                const size_t at = dice() % damaged.size();
                switch (dice() % 4) {
                case 0:
                    damaged[at] = char(dice());
                    break;
                case 1:
                    damaged.erase(at, 1 + dice() % 8);
                    break;
                case 2:
                    damaged.resize(at);
                    break;
                default:
                    damaged.insert(at, damaged.substr(dice() % damaged.size(), dice() % 20));
                }
                if (const auto read = editsFromText(damaged)) {
                    for (const auto &edit : *read)
                        RC_ASSERT(textOf(edit) != "refused");
                }
            }
        }));
}

void TestEditJson::refusesDeepText()
{
    QVERIFY(!recordFromText(std::string(1 << 20, '[')));
    QVERIFY(!recordFromText(R"({"kind":0,"id":1,"name":)" + std::string(1 << 20, '[')));
    // Brackets in a text are none.
    std::string text;
    Tenant tenant;
    tenant.name = QString(1000, u'[') + u"\\\""_s;
    QVERIFY(recordToText(tenant, text));
    QCOMPARE(recordFromText(text), std::optional(Record(tenant)));
}

QTEST_APPLESS_MAIN(TestEditJson)
#include "tst_editjson.moc"
