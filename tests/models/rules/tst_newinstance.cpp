// SPDX-License-Identifier: Apache-2.0
#include "models/rules/fix.h"
#include "models/rules/newinstance.h"
#include "models/rules/validator.h"
#include "models/topology/apply.h"
#include "tests/support/topologybuilder.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

class TestNewInstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bearsItsOwnName_data();
    void bearsItsOwnName();
    void takesTheNameThatIsWanted();
    void takesItsTenantsRoutes_data();
    void takesItsTenantsRoutes();
    void splitMovesRoutes();
};

namespace {

/// The option's value; none where there is no such option.
std::optional<QString> value(const Options &options, QStringView section, QStringView key)
{
    for (const auto &each : options) {
        for (const auto &option : each.options) {
            if (each.name == section && option.key == key)
                return option.value;
        }
    }
    return std::nullopt;
}

}  // namespace

void TestNewInstance::bearsItsOwnName_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");

    QTest::addRow("a word") << u"Chat_1"_s << u"-app Chat_1 -port 1"_s << u"-app Chat_2 -port 1"_s;
    QTest::addRow("all of it") << u"Chat_1"_s << u"Chat_1"_s << u"Chat_2"_s;
    QTest::addRow("a part of a path")
        << u"Chat_1"_s << u"/opt/genesys/Chat_1"_s << u"/opt/genesys/Chat_2"_s;
    QTest::addRow("parts of a path")
        << u"Chat_1"_s << u"/log/Chat_1/Chat_1.log"_s << u"/log/Chat_2/Chat_2.log"_s;
    QTest::addRow("a path of Windows")
        << u"Chat_1"_s << u"C:\\GCTI\\Chat_1\\run.bat"_s << u"C:\\GCTI\\Chat_2\\run.bat"_s;
    QTest::addRow("quoted") << u"Chat_1"_s << u"-app \"Chat_1\""_s << u"-app \"Chat_2\""_s;
    QTest::addRow("in a list") << u"Chat_1"_s << u"stdout,Chat_1,x"_s << u"stdout,Chat_2,x"_s;
    QTest::addRow("the name of another") << u"Chat_1"_s << u"-peer Chat_10"_s << u"-peer Chat_10"_s;
    QTest::addRow("its backup's") << u"Chat_1"_s << u"-peer Chat_1_b Chat_1-b Chat_1b"_s
                                  << u"-peer Chat_1_b Chat_1-b Chat_1b"_s;
    QTest::addRow("the end of another")
        << u"Chat_1"_s << u"Web-Chat_1 MyChat_1"_s << u"Web-Chat_1 MyChat_1"_s;
    QTest::addRow("another case") << u"Chat_1"_s << u"-app CHAT_1"_s << u"-app CHAT_1"_s;
    QTest::addRow("a name with blanks")
        << u"Chat Server"_s << u"-app 'Chat Server'"_s << u"-app 'Chat Server_2'"_s;
    QTest::addRow("a name with signs")
        << u"Chat (1.2)"_s << u"-app Chat (1.2), x"_s << u"-app Chat (1.2)_2, x"_s;
    QTest::addRow("its own once more") << u"A"_s << u"A A/A"_s << u"A_2 A_2/A_2"_s;
    QTest::addRow("letters of another script") << u"Чат"_s << u"/Чат/Чаты"_s << u"/Чат_2/Чаты"_s;
    QTest::addRow("nothing") << u"Chat_1"_s << QString() << QString();
    QTest::addRow("no name") << u" "_s << u"a b"_s << u"a b"_s;
}

void TestNewInstance::bearsItsOwnName()
{
    QFETCH(QString, model);
    QFETCH(QString, text);
    QFETCH(QString, expected);
    TopologyBuilder b;
    b.tenant(u"Acme");
    auto &sketch = b.application(model, u"chatserver")
                       .tenant(u"Acme")
                       .option(u"log", u"all", text)
                       .option(u"chat", u"peer", text)
                       .annex(u"log", u"all", text);
    sketch.record.workingDirectory = text;
    sketch.record.commandLine = text;
    sketch.record.arguments = text;
    const auto topology = b.build();
    const auto instance =
        newInstance(topology, applicationNamed(topology, model), tenantNamed(topology, u"Acme"));
    QCOMPARE(instance.workingDirectory, expected);
    QCOMPARE(instance.commandLine, expected);
    QCOMPARE(instance.arguments, expected);
    QCOMPARE(value(instance.options, u"log", u"all"), expected);
    // Elsewhere a name may mean anything.
    QCOMPARE(value(instance.options, u"chat", u"peer"), text);
    QCOMPARE(value(instance.annex, u"log", u"all"), text);
}

void TestNewInstance::takesTheNameThatIsWanted()
{
    TopologyBuilder b;
    b.tenant(u"Acme");
    b.application(u"Chat_Acme", u"chatserver").record.arguments = u"-app Chat_Acme"_s;
    const auto topology = b.build();
    const auto instance = newInstance(topology, applicationNamed(topology, u"Chat_Acme"),
        tenantNamed(topology, u"Acme"), u"Chat_Globex"_s);
    QCOMPARE(instance.name, u"Chat_Globex"_s);
    QCOMPARE(instance.arguments, u"-app Chat_Globex"_s);
}

void TestNewInstance::takesItsTenantsRoutes_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("section");
    QTest::addColumn<QString>("route");
    QTest::addColumn<QString>("tenant");
    QTest::addColumn<std::optional<QString>>("expected");

    using Route = std::optional<QString>;
    QTest::addRow("its own of several")
        << u"socialms"_s << u"channel-a"_s << u"101:a, 102 :b,0102:c"_s << u"Globex"_s
        << Route(u"102 :b,0102:c"_s);
    QTest::addRow("all are its own")
        << u"socialms"_s << u"channel-a"_s << u"102:b"_s << u"Globex"_s << Route(u"102:b"_s);
    QTest::addRow("those of others only")
        << u"socialms"_s << u"channel-a"_s << u"101:a"_s << u"Globex"_s << Route();
    QTest::addRow("nobody's") << u"socialms"_s << u"channel-a"_s << u"x,,7"_s << u"Globex"_s
                              << Route();
    QTest::addRow("its DBID is not known")
        << u"socialms"_s << u"channel-a"_s << u"0:a,101:b"_s << u"Initech"_s << Route();
    QTest::addRow("an empty one says nothing")
        << u"socialms"_s << u"channel-a"_s << QString() << u"Globex"_s << Route(u""_s);
    QTest::addRow("no channel") << u"socialms"_s << u"settings"_s << u"101:a"_s << u"Globex"_s
                                << Route(u"101:a"_s);
    QTest::addRow("another type") << u"emailserver"_s << u"channel-a"_s << u"101:a"_s << u"Globex"_s
                                  << Route(u"101:a"_s);
}

void TestNewInstance::takesItsTenantsRoutes()
{
    QFETCH(QString, type);
    QFETCH(QString, section);
    QFETCH(QString, route);
    QFETCH(QString, tenant);
    QFETCH(std::optional<QString>, expected);
    TopologyBuilder b;
    b.tenant(u"Acme").dbid(101);
    b.tenant(u"Globex").dbid(102);
    b.tenant(u"Initech");
    b.application(u"Model", type)
        .tenant(u"Acme")
        .option(section, u"inbound-route", route)
        .option(section, u"driver-classname", u"x");
    auto topology = b.build();
    const auto instance =
        newInstance(topology, applicationNamed(topology, u"Model"), tenantNamed(topology, tenant));
    QCOMPARE(value(instance.options, section, u"inbound-route"), expected);
    QCOMPARE(value(instance.options, section, u"driver-classname"), u"x"_s);
}

/// Each of the instances has what is its tenant's.
void TestNewInstance::splitMovesRoutes()
{
    TopologyBuilder b;
    b.tenant(u"Acme").dbid(101);
    b.tenant(u"Globex").dbid(102);
    b.application(u"Social", u"socialms")
        .tenants({u"Acme", u"Globex"})
        .option(u"channel-a", u"inbound-route", u"101:a,102:b");
    auto topology = b.build();
    const auto findings = checkAll(topology);
    QCOMPARE(findings.size(), 1);
    const auto fixes = fixesFor(topology, findings.constFirst());
    const auto split = std::find_if(fixes.cbegin(), fixes.cend(),
        [](const Fix &fix) { return fix.step.title.startsWith(u"Split"_s); });
    QVERIFY(split != fixes.cend());
    ::apply(topology, split->step);
    const auto routeOf = [&](QStringView name) {
        return value(topology.application(applicationNamed(topology, name)).options, u"channel-a",
            u"inbound-route");
    };
    QCOMPARE(routeOf(u"Social"), u"101:a"_s);
    QCOMPARE(routeOf(u"Social_2"), u"102:b"_s);
    QVERIFY(checkAll(topology).isEmpty());
}

QTEST_APPLESS_MAIN(TestNewInstance)
#include "tst_newinstance.moc"
