// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/topologyjsonwriter.h"
#include "models/topology/align.h"
#include "models/topology/apply.h"
#include "tests/models/exchange/topologytext.h"
#include "tests/support/randomsteps.h"
#include "tests/support/topologybuilder.h"

#include <QCryptographicHash>
#include <QTest>

#include <rapidcheck.h>

using namespace Qt::StringLiterals;

class TopologyJsonWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesEveryField();
    void sampleRoundTrips_data();
    void sampleRoundTrips();
    void roundTrips();
    void writesNoPlaceholders();
    void warnsOfSecondBearers();
    void leavesOutWhatHasNoName();
    void stamps();
};

void TopologyJsonWriterTest::writesEveryField()
{
    TopologyBuilder builder;
    builder.extra = {{u"zebra"_s, u"{\"a\":1}"_s}};
    builder.tenant(u"Acme").dbid(101).parent(u"Environment").extra(u"note", u"\"x\"");
    builder.multimediaSwitch(u"Acme", u"MM");
    builder.host(u"h").address(u"10.0.0.5").disabled().record.lcaPort = 4999;
    auto &server = builder.application(u"A \"1\"", u"tserver");
    server.release(u"8.1")
        .tenants({u"Environment", u"Acme"})
        .connect(u"B", u"p")
        .connect(u"B")
        .host(u"h")
        .port(u"p", 1);
    server.redundancy(Redundancy::Hot)
        .backup(u"B")
        .link(u"Acme", u"MM")
        .interactionComponent()
        .loadBalanced();
    server.option(u"s", u"k", u"v\n").section(u"bare").annex(u"a", u"b", u"c");
    server.record.autoRestart = true;
    server.record.startupTimeout = 0;
    QCOMPARE(QString::fromUtf8(writeTopology(builder.build()).bytes), uR"({
  "format": "switchyard-topology",
  "version": 1,
  "settings": {
    "environment": "multi-tenant",
    "socialMessagingTenants": "warn"
  },
  "tenants": [
    {
      "dbid": 101,
      "name": "Acme",
      "state": "enabled",
      "parent": "Environment",
      "note": "x"
    },
    {
      "dbid": 1,
      "name": "Environment",
      "state": "enabled"
    }
  ],
  "switchingOffices": [
    {
      "name": "Multimedia",
      "type": "multimediaswitch",
      "state": "enabled"
    }
  ],
  "switches": [
    {
      "name": "MM",
      "tenant": "Acme",
      "switchingOffice": "Multimedia",
      "state": "enabled"
    }
  ],
  "hosts": [
    {
      "name": "h",
      "ipAddress": "10.0.0.5",
      "lcaPort": 4999,
      "state": "disabled"
    }
  ],
  "applications": [
    {
      "name": "A \"1\"",
      "type": "tserver",
      "component": "interaction-server",
      "release": "8.1",
      "state": "enabled",
      "loadBalanced": true,
      "tenants": ["Acme","Environment"],
      "connections": [
        {"application":"B"},
        {"application":"B","port":"p"}
      ],
      "host": "h",
      "ports": [
        {"id":"p","port":1}
      ],
      "redundancy": "hot",
      "backup": "B",
      "switches": [
        {"tenant":"Acme","name":"MM"}
      ],
      "autoRestart": true,
      "startupTimeout": 0,
      "options": {
        "bare": {},
        "s": {
          "k": "v\n"
        }
      },
      "annex": {
        "a": {
          "b": "c"
        }
      }
    }
  ],
  "zebra": {"a":1}
}
)"_s);
}

void TopologyJsonWriterTest::sampleRoundTrips_data()
{
    QTest::addColumn<QString>("name");
    QTest::addRow("working copy") << u"harbour.topology.json"_s;
    QTest::addRow("production") << u"harbour-production.topology.json"_s;
}

void TopologyJsonWriterTest::sampleRoundTrips()
{
    QFETCH(QString, name);
    const auto source = readSourceFile(QStringLiteral(SAMPLES_DIR "/") + name);
    QVERIFY(source);
    const auto result = readInput(source->bytes, InputFormat::Auto);
    QCOMPARE(lines(result.errors + result.problems), QString());
    const auto topology = topologyFromDrafts(result.draft);
    QVERIFY(topology);
    const auto written = writeTopology(*topology);
    QCOMPARE(lines(written.warnings), QString());
    const auto again = topologyOf(written.bytes);
    QVERIFY(alignedTo(*topology, again) == *topology);
    QCOMPARE(writeTopology(again).bytes, written.bytes);
}

void TopologyJsonWriterTest::roundTrips()
{
    int exact = 0;
    const bool holds = rc::check("reading what was written gives the same topology", [&] {
        const auto topology =
            randomTopology(*rc::gen::arbitrary<quint32>(), *rc::gen::inRange(0, 120));
        const auto written = writeTopology(topology);
        const auto again = topologyOf(written.bytes);
        RC_ASSERT(writeTopology(again).bytes == written.bytes);
        if (!written.warnings.isEmpty())
            return;
        ++exact;
        RC_ASSERT(alignedTo(topology, again) == topology);
    });
    QVERIFY(holds);
    QVERIFY2(exact >= 30, "too few of the topologies can be written as they are");
}

void TopologyJsonWriterTest::writesNoPlaceholders()
{
    TopologyBuilder builder;
    builder.application(u"A", u"tserver")
        .tenant(u"Ghost")
        .host(u"nowhere")
        .link(u"Spectre", u"MM")
        .connect(u"B");
    const auto topology = builder.build();
    const auto bytes = writeTopology(topology).bytes;
    QVERIFY(!bytes.contains("\"name\": \"Ghost\""));
    QVERIFY(bytes.contains("\"switches\": [],"));
    QVERIFY(bytes.contains("\"hosts\": [],"));
    const auto again = topologyOf(bytes);
    QVERIFY(alignedTo(topology, again) == topology);
    QVERIFY(again.tenant(tenantNamed(again, u"Spectre")).isPlaceholder);
}

void TopologyJsonWriterTest::warnsOfSecondBearers()
{
    TopologyBuilder builder;
    builder.tenant(u"Acme");
    builder.tenant(u"Acme");
    builder.multimediaSwitch(u"Acme", u"MM");
    builder.application(u"A", u"tserver").tenant(u"Acme").link(u"Acme", u"MM");
    auto topology = builder.build();
    QCOMPARE(lines(writeTopology(topology).warnings), QString());
    ::apply(topology, Assign {applicationNamed(topology, u"A"), TenantId(2)});
    ::apply(topology,
        SetField {switchNamed(topology, u"Acme", u"MM"), Field::Tenant, Value(TenantId(1)),
            Value(TenantId(2))});
    const auto written = writeTopology(topology);
    const auto meansFirst =
        u" that is not the first of this name. In the file the name means the first."_s;
    QCOMPARE(lines(written.warnings),
        u"MM: It refers to the tenant Acme"_s + meansFirst + u"\nA: It refers to the tenant Acme"_s
            + meansFirst + u"\nA: It refers to the switch MM"_s + meansFirst);
    QVERIFY(written.bytes.contains("\"tenants\": [\"Acme\"]"));
}

void TopologyJsonWriterTest::leavesOutWhatHasNoName()
{
    TopologyBuilder builder;
    builder.tenant(u"");
    builder.office(u"Multimedia");
    auto &server = builder.application(u"A", u"tserver");
    auto topology = builder.build();
    Switch object;
    object.id = SwitchId(0);
    object.name = u"MM"_s;
    object.tenant = TenantId(1);
    object.office = SwitchingOfficeId(0);
    ::apply(topology, AddObject {std::make_shared<Record>(object)});
    ::apply(topology, Assign {server.id(), TenantId(1)});
    ::apply(topology, Link {server.id(), object.id});
    const auto written = writeTopology(topology);
    QCOMPARE(lines(written.warnings),
        u"MM: It is left out: a file can't name the tenant of the switch, which has no name.\n"
        "A: It refers to the tenant without a name, which a file can't say.\n"
        "A: It refers to the switch MM that is not the first of this name. In the file the name means the first."_s);
    const auto again = topologyOf(written.bytes);
    QCOMPARE(again.switches().size(), 0);
    QCOMPARE(again.tenants().size(), 2);
    QCOMPARE(writeTopology(again).bytes, written.bytes);
}

void TopologyJsonWriterTest::stamps()
{
    const Topology topology;
    const auto plain = writeTopology(topology).bytes;
    const auto stamped =
        writeTopology(topology, ExportStamp {u"Switchyard 0.1.0"_s, 37, 1, 2, 3, 0, 1}).bytes;
    const auto checksum = QCryptographicHash::hash(plain, QCryptographicHash::Sha256).toHex();
    const auto stamp =
        ",\n  \"stamp\": {\"product\":\"Switchyard 0.1.0\",\"rules\":37,\"errors\":1,\"warnings\":2,\"advice\":3,"
        "\"waived\":0,\"allowedErrors\":1,\"checksum\":\"sha256:"
        + checksum + "\"}";
    QVERIFY(stamped.contains(stamp));
    auto without = stamped;
    QCOMPARE(without.replace(stamp, ""), plain);
    QVERIFY(topologyOf(stamped) == topology);
}

QTEST_APPLESS_MAIN(TopologyJsonWriterTest)
#include "tst_topologyjsonwriter.moc"
