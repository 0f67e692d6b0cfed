// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/mutagenwriter.h"
#include "models/exchange/topologyjsonwriter.h"
#include "models/topology/align.h"
#include "models/topology/apply.h"
#include "models/topology/edits.h"
#include "tests/models/exchange/readings.h"
#include "tests/support/largetopology.h"
#include "tests/support/randomsteps.h"
#include "tests/support/topologybuilder.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <rapidcheck.h>

using namespace Qt::StringLiterals;

class MutagenWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesEveryField();
    void filesRoundTrip_data();
    void filesRoundTrip();
    void samplesRoundTrip_data();
    void samplesRoundTrip();
    void largeRoundTrips();
    void randomRoundTrips();
    void editedAfterImport_data();
    void editedAfterImport();
    void onlyChanges_data();
    void onlyChanges();
    void changesAndStepsMakeTheWorkingCopy();
    void warns_data();
    void warns();
    void releaseOfTheTemplate();
    void linksOfUnknownDbid();
    void secretsStand();
    void stamps();
};

namespace {

Topology topologyOf(const QByteArray &bytes)
{
    return topologyOf(readInput(bytes, InputFormat::Auto));
}

/// Where nothing tells what runs in production.
WrittenMutagen everything(const Topology &topology, const std::optional<ExportStamp> &stamp = {})
{
    return writeMutagen(topology, MutagenChanges::between(Topology(), topology, Matching::ByName),
        MutagenExtent::Everything, stamp);
}

Topology withDefaultSettings(const Topology &topology)
{
    auto made = topology;
    ::apply(made, SetSettings {topology.settings(), {}});
    return made;
}

/// What the format can carry of a topology: default settings, links to switches whose DBID is
/// known.
Topology carried(const Topology &topology)
{
    Topology::Parts parts {topology.tenants(), topology.offices(), topology.switches(),
        topology.hosts(), topology.applications(), {}, topology.extra(), {}, {}, {}, {}, {}};
    for (const auto &object : topology.switches()) {
        if (!object.isPlaceholder)
            parts.switches.edit(object.id).dbid = 1000 + object.id.value();
    }
    for (const auto &object : topology.applications()) {
        auto &application = parts.applications.edit(object.id);
        application.switches.removeIf(
            [&](SwitchId id) { return topology.switchAt(id).isPlaceholder; });
        application.annex.removeIf(
            [](const OptionSection &section) { return section.name == u"switchyard"; });
    }
    auto made = Topology::fromParts(std::move(parts));
    if (!made)
        qFatal("%s", qPrintable(made.error().text()));
    return *std::move(made);
}

bool hasSharedNames(const Topology &topology)
{
    QSet<QString> seen;
    bool isShared = false;
    const auto look = [&]<class T>(const Table<T> &table) {
        for (const auto &object : table) {
            const auto key = QString::number(int(T::kind)) + object.name;
            isShared = isShared || seen.contains(key) || object.name.isEmpty();
            seen.insert(key);
        }
    };
    look(topology.tenants());
    look(topology.offices());
    look(topology.switches());
    look(topology.hosts());
    look(topology.applications());
    return isShared;
}

}  // namespace

Q_DECLARE_METATYPE(Value)

void MutagenWriterTest::filesRoundTrip_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto add = [](const QString &folder, const QString &filter) {
        const QDir files(folder);
        for (const auto &file : files.entryList({filter}, QDir::Files, QDir::Name))
            QTest::addRow("%s", qPrintable(file)) << bytesOf(files.filePath(file));
    };
    add(QStringLiteral(TEST_DATA_DIR "/mutagen"), u"*.in.json"_s);
    add(QStringLiteral(TEST_DATA_DIR "/mutagen/real"), u"*.json"_s);
    QTest::addRow("values of another form")
        << R"({"hosts":[{"name":"h","osInfo":"windows","ipAddress":["a"],"state":7}],
            "applications":[{"name":"A","type":"tserver","options":"text","userProperties":1,
                "serverInfo":[],"flexibleProperties":"text","portInfos":"text","tenants":"text",
                "appServers":1,"autoRestart":"perhaps","state":{}},
            {"name":"B","type":"tserver","options":[1],"userProperties":{"s":1},"serverInfo":"text",
                "flexibleProperties":{"CONN_INFO":1,"X":2}},
            {"name":"C","type":"tserver","flexibleProperties":{"CONN_INFO":{"CFGSwitch":{"x":1}}}}]})"_ba;
}

// Whatever was imported comes out again: read back, it is the same topology, and the same file.
void MutagenWriterTest::filesRoundTrip()
{
    QFETCH(QByteArray, bytes);
    const auto topology = topologyOf(bytes);
    const auto written = everything(topology);
    const auto again = topologyOf(written.bytes);
    QCOMPARE(QString::fromUtf8(writeTopology(again).bytes),
        QString::fromUtf8(writeTopology(topology).bytes));
    QCOMPARE(everything(again).bytes, written.bytes);
}

void MutagenWriterTest::samplesRoundTrip_data()
{
    QTest::addColumn<QString>("name");
    QTest::addRow("working copy") << u"harbour.topology.json"_s;
    QTest::addRow("production") << u"harbour-production.topology.json"_s;
}

void MutagenWriterTest::samplesRoundTrip()
{
    QFETCH(QString, name);
    const auto topology = topologyOf(bytesOf(QStringLiteral(SAMPLES_DIR "/") + name));
    const auto again = topologyOf(everything(topology).bytes);
    QCOMPARE(QString::fromUtf8(writeTopology(again).bytes),
        QString::fromUtf8(writeTopology(topology).bytes));
    QVERIFY(alignedTo(topology, again) == topology);
}

void MutagenWriterTest::largeRoundTrips()
{
    const auto topology = withDefaultSettings(LargeTopology::working(100));
    const auto again = topologyOf(everything(topology).bytes);

    QVERIFY(alignedTo(topology, again) == topology);
}

void MutagenWriterTest::randomRoundTrips()
{
    int exact = 0;
    const bool holds = rc::check("reading what was written gives the same topology", [&] {
        RandomSteps steps(*rc::gen::arbitrary<quint32>());
        Topology random;
        const int count = *rc::gen::inRange(0, 120);
        for (int i = 0; i < count; ++i)
            ::apply(random, steps.next(random));
        const auto topology = carried(random);
        const auto written = everything(topology);
        const auto again = topologyOf(written.bytes);
        if (!writeTopology(topology).warnings.isEmpty())
            return;  // Names can't carry it.
        ++exact;
        RC_ASSERT(writeTopology(again).bytes == writeTopology(topology).bytes);
        RC_ASSERT(everything(again).bytes == written.bytes);
    });
    QVERIFY(holds);
    QVERIFY2(exact >= 30, "too few of the topologies can be written as they are");
}

// The golden file has every field that we know, as mutagen spells it.
void MutagenWriterTest::writesEveryField()
{
    TopologyBuilder b;
    b.tenant(u"Acme").dbid(101).parent(u"Environment").extra(u"serviceProvider", u"false");
    b.multimediaSwitch(u"Acme", u"MM").dbid(201).disabled();
    auto &host = b.host(u"h").address(u"10.0.0.5").extra(u"osInfo", u"{\"version\":\"8\"}");
    host.record.lcaPort = 4999;
    host.record.osType = u"windows"_s;
    auto &ixn =
        b.application(u"Ixn", u"tserver")
            .release(u"8.1.2")
            .tenants({u"Acme"})
            .connect(u"Ixn_b", u"default")
            .host(u"h")
            .port(u"default", 4420)
            .backup(u"Ixn_b")
            .redundancy(Redundancy::Warm)
            .link(u"Acme", u"MM")
            .interactionComponent()
            .option(u"log", u"verbose", u"all")
            .section(u"empty")
            .annex(u"switchyard", u"other", u"1")
            .extra(u"appServers", u"[{\"id\":\"lone\"}]")
            .extra(u"flexibleProperties",
                u"{\"CONN_INFO\":{\"CFGRoute\":{},\"CFGSwitch\":{\"201\":{\"a\":1},\"9\":{}}}}")
            .extra(u"isPrimary", u"true")
            .extra(u"mutagen:component", u"1")
            .extra(u"mutagen:options", u"{\"log\":1,\"text\":\"b\"}")
            .extra(u"serverInfo", u"{\"attempts\":2,\"host\":\"old\"}");
    ixn.record.templateName = u"T"_s;
    ixn.record.commandLine = u"./ixn"_s;
    ixn.record.arguments = u"-app Ixn"_s;
    ixn.record.workingDirectory = u"/opt"_s;
    ixn.record.autoRestart = false;
    ixn.record.startupTimeout = 90;
    ixn.record.shutdownTimeout = 60;
    b.application(u"Ixn_b", u"tserver").loadBalanced();
    b.extra = {{u"mutagen:settings"_s, u"[1]"_s}, {u"persons"_s, u"[]"_s}};
    auto topology = b.build();
    auto connected = topology.application(applicationNamed(topology, u"Ixn")).connections;
    connected[0].protocol = u"addp"_s;
    connected[0].traceMode = u"tmboth"_s;
    connected[0].localTimeout = 5;
    connected[0].remoteTimeout = 7;
    connected[0].extra = {{u"mutagen:port"_s, u"2"_s}};
    const auto edit =
        setField(topology, applicationNamed(topology, u"Ixn"), Field::Connections, connected);
    QVERIFY(edit);
    ::apply(topology, *edit);
    QCOMPARE(QString::fromUtf8(everything(topology).bytes),
        QString::fromUtf8(bytesOf(QStringLiteral(TEST_DATA_DIR "/mutagen/whole.out.json"))));
}

void MutagenWriterTest::editedAfterImport_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<Field>("field");
    QTest::addColumn<Value>("value");
    QTest::addColumn<QByteArray>("expected");

    QTest::addRow("a variable gives way")
        << R"("startupTimeout":"${S}")"_ba << Field::StartupTimeout << Value(qint64(5))
        << R"("startupTimeout": 5)"_ba;
    QTest::addRow("a variable stays") << R"("startupTimeout":"${S}")"_ba << Field::ShutdownTimeout
                                      << Value(qint64(5)) << R"("startupTimeout": "${S}")"_ba;
    QTest::addRow("a redundancy that isn't known gives way")
        << R"("redundancyType":"odd")"_ba << Field::Redundancy << Value(Redundancy::Cold)
        << R"("redundancyType": "htcoldstanby")"_ba;
    QTest::addRow("a cut link goes with what was kept of it")
        << R"("flexibleProperties":{"CONN_INFO":{"CFGSwitch":{"9":{"a":"b"}},"X":{}}})"_ba
        << Field::Switches << Value(QList<SwitchId>())
        << R"("flexibleProperties": {"CONN_INFO":{"X":{}}})"_ba;
    QTest::addRow("a link where something else stood")
        << R"("flexibleProperties":{"CONN_INFO":1,"X":{}})"_ba << Field::Switches
        << Value(QList<SwitchId> {SwitchId(0)})
        << R"("flexibleProperties": {"CONN_INFO":{"CFGSwitch":{"7":{}}},"X":{}})"_ba;
    QTest::addRow("cut connections leave what was not read")
        << R"("appServers":[{"appServer":"B","id":"x"},{"id":"y"}])"_ba << Field::Connections
        << Value(QList<Connection>()) << "\"appServers\": [\n        {\"id\":\"y\"}\n      ]"_ba;
}

// What was kept unread doesn't stand in the way of an edit.
void MutagenWriterTest::editedAfterImport()
{
    QFETCH(QByteArray, members);
    QFETCH(Field, field);
    QFETCH(Value, value);
    QFETCH(QByteArray, expected);
    auto topology = topologyOf(R"({"physicalSwitches":[{"name":"O","type":"sipswitch"}],
            "switches":[{"name":"S","tenant":"Environment","physicalSwitch":"O","dbid":7}],
            "applications":[{"name":"A","type":"tserver",)"
        + members + "}]}");
    const auto edit = setField(topology, applicationNamed(topology, u"A"), field, value);
    QVERIFY(edit);
    ::apply(topology, *edit);
    const auto written = everything(topology).bytes;
    QVERIFY2(written.contains(expected), written);
}

void MutagenWriterTest::onlyChanges_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QByteArray>("expected");

    QTest::addRow("nothing") << "{}"_ba
                             << "{}"_ba
                             << "{}"_ba;
    QTest::addRow("a list as a whole, and the flags")
        << R"({"applications":[{"name":"A","type":"chatserver","autoRestart":true,"isPrimary":true,
            "tenants":["X"],"commandLine":"a"}]})"_ba
        << R"({"applications":[{"name":"A","type":"chatserver","autoRestart":true,"isPrimary":true,
            "tenants":["X","Y"],"commandLine":"a"}]})"_ba
        << R"({"applications":[{"name":"A","autoRestart":true,"isPrimary":true,"tenants":["X","Y"]}]})"_ba;
    QTest::addRow("host and backup in one")
        << R"({"applications":[{"name":"A","type":"chatserver","serverInfo":{"host":"h","backupServer":"B","attempts":2}}]})"_ba
        << R"({"applications":[{"name":"A","type":"chatserver","serverInfo":{"host":"i","backupServer":"B","attempts":2}}]})"_ba
        << R"({"applications":[{"name":"A","serverInfo":{"host":"i","backupServer":"B","attempts":2}}]})"_ba;
    QTest::addRow("what was kept of it alone")
        << R"({"applications":[{"name":"A","type":"chatserver","serverInfo":{"host":"h","attempts":2}}]})"_ba
        << R"({"applications":[{"name":"A","type":"chatserver","serverInfo":{"host":"h","attempts":3}}]})"_ba
        << R"({"applications":[{"name":"A","serverInfo":{"host":"h","attempts":3}}]})"_ba;
    QTest::addRow("a secret is not cut out of its table")
        << R"({"applications":[{"name":"A","type":"chatserver","options":{"s":{"password":"p","k":"1"}}}]})"_ba
        << R"({"applications":[{"name":"A","type":"chatserver","options":{"s":{"password":"p","k":"2"}}}]})"_ba
        << R"({"applications":[{"name":"A","options":{"s":{"password":"p","k":"2"}}}]})"_ba;
    QTest::addRow("a kept key") << R"({"hosts":[{"name":"h","type":"a","scs":"x"}]})"_ba
                                << R"({"hosts":[{"name":"h","type":"a","scs":"y"}]})"_ba
                                << R"({"hosts":[{"name":"h","scs":"y"}]})"_ba;
    QTest::addRow("a switch is named with its tenant")
        << R"({"physicalSwitches":[{"name":"O","type":"sipswitch"}],
            "switches":[{"name":"S","tenant":"Environment","physicalSwitch":"O","state":"disabled"}]})"_ba
        << R"({"physicalSwitches":[{"name":"O","type":"sipswitch"}],
            "switches":[{"name":"S","tenant":"Environment","physicalSwitch":"O"}]})"_ba
        << R"({"switches":[{"name":"S","tenant":"Environment","state":"enabled"}]})"_ba;
    QTest::addRow("new")
        << "{}"_ba
        << R"({"tenants":[{"name":"X"}],"hosts":[{"name":"h","lcaPort":"1","osInfo":{"type":"windows"}}],
            "applications":[{"name":"A","type":"knowledgemanager","version":"8","appPrototype":"T","autoRestart":false},
                {"name":"B","type":"chatserver"}]})"_ba
        << R"({"tenants":[{"name":"X","state":"enabled"}],
            "hosts":[{"name":"h","lcaPort":"1","osInfo":{"type":"windows"},"state":"enabled","type":"networkserver"}],
            "applications":[{"name":"A","type":"knowledgemanager","version":"8","appPrototype":"T","autoRestart":false,
                "redundancyType":"htnohatype","state":"enabled"}]})"_ba;
    QTest::addRow("collections") << R"({"dns":[1],"persons":[1]})"_ba
                                 << R"({"dns":[1],"persons":[2]})"_ba
                                 << R"({"persons":[2]})"_ba;
}

void MutagenWriterTest::onlyChanges()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QByteArray, expected);
    const auto read = [](const QByteArray &bytes) {
        const auto result = readInput(bytes, InputFormat::Mutagen);
        const auto topology = topologyFromDrafts(result.draft);
        return topology ? *topology : Topology();
    };
    const auto baseline = read(before);
    const auto working = read(after);
    const auto changes = MutagenChanges::between(baseline, working, Matching::ByName);
    auto written =
        QJsonDocument::fromJson(writeMutagen(working, changes, MutagenExtent::OnlyChanges).bytes)
            .object();
    QCOMPARE(
        written.take(u"__metadata__"_s).toObject().value(u"formatName"_s).toString(), u"JSON"_s);
    QCOMPARE(QJsonDocument(written).toJson(),
        QJsonDocument(QJsonDocument::fromJson(expected).object()).toJson());
}

// Importing the file and doing the steps leads from the baseline to the working copy: whatever
// still differs after the import is a step.
void MutagenWriterTest::changesAndStepsMakeTheWorkingCopy()
{
    int imported = 0;
    const bool holds = rc::check("what the file doesn't bring is a step", [&] {
        RandomSteps steps(*rc::gen::arbitrary<quint32>());
        Topology random;
        const int count = *rc::gen::inRange(0, 80);
        for (int i = 0; i < count; ++i)
            ::apply(random, steps.next(random));
        const auto baseline = asInFiles(withDefaultSettings(random));
        const int more = *rc::gen::inRange(1, 12);
        for (int i = 0; i < more; ++i)
            ::apply(random, steps.next(random));
        const auto working = asInFiles(withDefaultSettings(random));
        if (hasSharedNames(baseline) || hasSharedNames(working))
            return;  // Names can't tell them apart.
        const auto changes = MutagenChanges::between(baseline, working, Matching::ByName);
        const auto file = writeMutagen(working, changes, MutagenExtent::OnlyChanges).bytes;
        const auto read = readInput(file, InputFormat::Mutagen, &baseline);
        const auto merge = mergeDrafts(baseline, read.draft, Missing::Keep);
        RC_ASSERT(merge.has_value());
        auto merged = baseline;
        ::apply(merged, merge->step);
        imported += !changes.objects.isEmpty();
        const auto isStep = [&changes](const ObjectDifference &left, const QString &field) {
            return std::any_of(
                changes.steps.begin(), changes.steps.end(), [&](const ManualStep &step) {
                    return step.object == kindLabel(left.kind) + u' ' + left.name
                        && step.field == field;
                });
        };
        for (const auto &left : differences(merged, working, Matching::ByName)) {
            if (left.change != ObjectDifference::Change::Modified)
                RC_ASSERT(isStep(left, {}));
            for (const auto &reason : left.reasons) {
                const bool isHostType = left.kind == Kind::Host && reason.field == u"type";
                RC_ASSERT(isHostType || isStep(left, reason.field));
            }
        }
    });
    QVERIFY(holds);
    QVERIFY2(imported >= 8, "too few of the changes travel");
}

void MutagenWriterTest::warns_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("expected");
    QTest::addRow("nothing to warn of")
        << R"({"tenants":[{"name":"A","note":"$x {y}"}]})"_ba << u""_s;
    QTest::addRow("variables")
        << R"({"tenants":[{"name":"A","note":"${X} and ${X} and ${Y}"}],"persons":["${Z}"]})"_ba
        << u"A: mutagen takes this for a variable and puts its value there: ${X}, ${Y}.\n"
           "persons: mutagen takes this for a variable and puts its value there: ${Z}."_s;
    QTest::addRow("undefined")
        << R"({"applications":[{"name":"A","type":"chatserver","tenants":["X"],"appServers":[{"appServer":"B"}]}]})"_ba
        << u"X: The document has no tenant of this name. mutagen refuses the file unless production has one.\n"
           "B: The document has no application of this name. mutagen refuses the file unless production has one."_s;
    QTest::addRow("hosts")
        << R"({"hosts":[{"name":"a","lcaPort":1,"osInfo":{"type":"x"}},{"name":"b","lcaPort":1,"osInfo":{"type":"x"},"type":"x"}]})"_ba
        << u"a: mutagen asks for a type to create a host. An export of what changed says networkserver."_s;
    QTest::addRow("ports")
        << R"({"applications":[{"name":"A","type":"chatserver","portInfos":[{"id":"x"}]}]})"_ba
        << u"A: A port has no id or no number: mutagen refuses such a file."_s;
    QTest::addRow("a variable is a number to be")
        << R"({"applications":[{"name":"A","type":"chatserver","portInfos":[{"id":"x","port":"${P}"}]}]})"_ba
        << u"A: mutagen takes this for a variable and puts its value there: ${P}."_s;
}

void MutagenWriterTest::warns()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, expected);
    const auto topology = topologyFromDrafts(readInput(file, InputFormat::Mutagen).draft);
    QVERIFY(topology);
    QCOMPARE(lines(everything(*topology).warnings), expected);
}

void MutagenWriterTest::releaseOfTheTemplate()
{
    const auto topology = topologyFromDrafts(
        readInput(R"({"appPrototypes":[{"name":"T","type":"knowledgemanager","version":"8.1"}],
        "applications":[{"name":"A","version":"9.0","appPrototype":"T","autoRestart":true}]})",
            InputFormat::Mutagen)
            .draft);
    QVERIFY(topology);
    const auto changes = MutagenChanges::between(Topology(), *topology, Matching::ByName);
    QCOMPARE(lines(writeMutagen(*topology, changes, MutagenExtent::OnlyChanges).warnings),
        u"A: mutagen creates it with the release of its template, 8.1, instead of 9.0."_s);
}

void MutagenWriterTest::linksOfUnknownDbid()
{
    TopologyBuilder b;
    b.tenant(u"Acme");
    b.multimediaSwitch(u"Acme", u"MM");
    b.application(u"A", u"tserver")
        .link(u"Acme", u"MM")
        .extra(u"flexibleProperties", u"{\"CONN_INFO\":{\"X\":{}}}");
    const auto written = everything(b.build());
    QVERIFY(!written.bytes.contains("flexibleProperties"));
    QCOMPARE(lines(written.warnings),
        u"A: Its linked switches are left out: not all of their DBIDs are known."_s);
}

// A redacted password would be set, and one that is left out deleted: both in production.
void MutagenWriterTest::secretsStand()
{
    TopologyBuilder b;
    b.tenant(u"Acme").extra(u"password", u"\"geheim\"");
    b.application(u"A", u"chatserver")
        .option(u"s", u"db-password", u"hunter2")
        .option(u"s", u"k", u"v")
        .extra(u"odd", u"{\"list\":[{\"token\":\"t\"}]}");
    const auto written = everything(b.build());
    QVERIFY(written.bytes.contains("hunter2"));
    QVERIFY(written.bytes.contains("geheim"));
    QCOMPARE(written.secrets, 3);
    QCOMPARE(everything(Topology()).secrets, 0);
}

void MutagenWriterTest::stamps()
{
    TopologyBuilder b;
    b.tenant(u"Acme");
    const auto topology = b.build();
    const auto plain = everything(topology).bytes;
    const auto stamped = everything(topology, ExportStamp {.product = u"P"_s, .rules = 3}).bytes;
    const auto checksum = QCryptographicHash::hash(plain, QCryptographicHash::Sha256).toHex();
    const auto stamp = QJsonDocument::fromJson(stamped)
                           .object()
                           .value(u"__metadata__"_s)
                           .toObject()
                           .value(u"stamp"_s)
                           .toObject();
    QCOMPARE(stamp.value(u"product"_s).toString(), u"P"_s);
    QCOMPARE(stamp.value(u"rules"_s).toInt(), 3);
    QCOMPARE(stamp.value(u"checksum"_s).toString(), QLatin1String("sha256:" + checksum));
    // It goes when the file is read.
    QCOMPARE(everything(topologyOf(stamped)).bytes, plain);
}

QTEST_APPLESS_MAIN(MutagenWriterTest)
#include "tst_mutagenwriter.moc"
