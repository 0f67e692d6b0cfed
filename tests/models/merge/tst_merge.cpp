// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/inputs.h"
#include "models/exchange/topologyjsonwriter.h"
#include "models/merge/mergereport.h"
#include "models/rules/catalogue.h"
#include "models/topology/apply.h"
#include "models/topology/edits.h"
#include "tests/support/largetopology.h"
#include "tests/support/topologybuilder.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// Whole small topologies as JSON, and what their merge is and tells.
class MergeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void merges_data();
    void merges();
    void conflicts_data();
    void conflicts();
    void keepsIdsOfOurs();
    void secretsAreHidden();
    void findingsOfBothTogether();
    void restartsOfBothTogether();
    void large();
};

namespace {

const QByteArray begin = R"({"format":"switchyard-topology","version":1,)";

Topology read(const QByteArray &members)
{
    const auto read = readInput(begin + members + '}', InputFormat::Topology);
    if (read.isMalformed())
        qFatal("%s", qPrintable(problemText(read.errors.first())));
    return *topologyFromDrafts(read.draft);
}

QByteArray written(const Topology &topology)
{
    return writeTopology(topology).bytes;
}

/// One application A of this type with these members.
QByteArray application(const QByteArray &members, const QByteArray &type = "genericserver")
{
    return R"("applications":[{"name":"A","type":")" + type + '"' + (members.isEmpty() ? "" : ",")
        + members + "}]";
}

QStringList texts(const TopologyMerge &merge)
{
    QStringList lines;
    for (const auto &conflict : merge.conflicts)
        lines.append(conflictText(conflict));
    return lines;
}

void addVersions()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("ours");
    QTest::addColumn<QByteArray>("theirs");
}

}  // namespace

void MergeTest::merges_data()
{
    addVersions();
    QTest::addColumn<QByteArray>("expected");

    QTest::addRow("other fields of one object")
        << application(R"("release":"8.1")") << application(R"("release":"8.5")")
        << application(R"("release":"8.1","host":"H")")
        << application(R"("release":"8.5","host":"H")");
    QTest::addRow("both alike") << application(R"("release":"8.1")")
                                << application(R"("release":"8.5")")
                                << application(R"("release":"8.5")")
                                << application(R"("release":"8.5")");
    QTest::addRow("tenants as sets")
        << application(R"("tenants":["A","B"])") << application(R"("tenants":["B","C"])")
        << application(R"("tenants":["A","B","D"])") << application(R"("tenants":["B","C","D"])");
    QTest::addRow("connections by target and port")
        << application(R"("connections":[{"application":"X"}])")
        << application(R"("connections":[{"application":"X","traceMode":"on"}])")
        << application(R"("connections":[{"application":"X"},{"application":"X","port":"p"}])")
        << application(
               R"("connections":[{"application":"X","traceMode":"on"},{"application":"X","port":"p"}])");
    QTest::addRow("switches")
        << application(R"("switches":[{"tenant":"T","name":"S"}])") << application({})
        << application(R"("switches":[{"tenant":"T","name":"S"},{"tenant":"U","name":"S"}])")
        << application(R"("switches":[{"tenant":"U","name":"S"}])");
    QTest::addRow("options by key") << application(R"("options":{"s":{"a":"1","b":"1"},"t":{}})")
                                    << application(R"("options":{"s":{"a":"2","b":"1"}})")
                                    << application(R"("options":{"s":{"a":"1"},"t":{"x":"1"}})")
                                    << application(R"("options":{"s":{"a":"2"},"t":{"x":"1"}})");
    QTest::addRow("an empty section")
        << application(R"("annex":{"s":{"a":"1"}})") << application(R"("annex":{"s":{}})")
        << application(R"("annex":{"s":{"a":"1"},"t":{}})")
        << application(R"("annex":{"s":{},"t":{}})");
    QTest::addRow("ports by id")
        << application(R"("ports":[{"id":"a","port":1},{"id":"b","port":2}])")
        << application(R"("ports":[{"id":"a","port":5},{"id":"b","port":2}])")
        << application(R"("ports":[{"id":"a","port":1},{"id":"c","port":3}])")
        << application(R"("ports":[{"id":"a","port":5},{"id":"c","port":3}])");
    QTest::addRow("ports that share an id, changed by one side")
        << application(R"("ports":[{"id":"a","port":1},{"id":"a","port":2}])")
        << application(R"("ports":[{"id":"a","port":1},{"id":"a","port":2}])")
        << application(R"("ports":[{"id":"a","port":3}])")
        << application(R"("ports":[{"id":"a","port":3}])");
    QTest::addRow("unknown keys") << application(R"("x":1,"y":[1])")
                                  << application(R"("x":2,"y":[1])")
                                  << application(R"("x":1,"z":{"a":1.0})")
                                  << application(R"("x":2,"z":{"a":1.0})");
    QTest::addRow("settings and the document's own keys")
        << QByteArray(R"("settings":{"k":1},"persons":[]  )")
        << QByteArray(R"("settings":{"environment":"single-tenant","k":1},"persons":[1])")
        << QByteArray(R"("settings":{"socialMessagingTenants":"allow"},"persons":[],"scripts":[2])")
        << QByteArray(
               R"("settings":{"environment":"single-tenant","socialMessagingTenants":"allow"},"persons":[1],"scripts":[2])");
    QTest::addRow("objects come and go") << QByteArray(R"("hosts":[{"name":"a"},{"name":"b"}])")
                                         << QByteArray(R"("hosts":[{"name":"b"},{"name":"c"}])")
                                         << QByteArray(R"("hosts":[{"name":"a"},{"name":"d"}])")
                                         << QByteArray(R"("hosts":[{"name":"c"},{"name":"d"}])");
    QTest::addRow("both add the same object, each with a part")
        << QByteArray("\"hosts\":[]") << QByteArray(R"("hosts":[{"name":"a","lcaPort":1}])")
        << QByteArray(R"("hosts":[{"name":"a","osType":"x"}])")
        << QByteArray(R"("hosts":[{"name":"a","lcaPort":1,"osType":"x"}])");
    QTest::addRow("another type is another object")
        << application({}) << application({}, "statserver") << application({})
        << application({}, "statserver");
    QTest::addRow("a name goes on to another type, with its references")
        << QByteArray(R"("applications":[{"name":"A","type":"scs"},{"name":"B","type":"scs"}])")
        << QByteArray(
               R"("applications":[{"name":"A","type":"statserver"},{"name":"B","type":"scs"}])")
        << QByteArray(
               R"("applications":[{"name":"A","type":"scs"},{"name":"B","type":"scs","backup":"A"}])")
        << QByteArray(
               R"("applications":[{"name":"A","type":"statserver"},{"name":"B","type":"scs","backup":"A"}])");
    QTest::addRow("a placeholder is defined by the other side")
        << application(R"("host":"H")") << application(R"("host":"H","release":"1")")
        << application(R"("host":"H")") + R"(,"hosts":[{"name":"H"}])"
        << application(R"("host":"H","release":"1")") + R"(,"hosts":[{"name":"H"}])";
    QTest::addRow("what defined a name is dropped, and who refers to it stays")
        << application(R"("host":"H")") + R"(,"hosts":[{"name":"H"}])"
        << application(R"("host":"H","release":"1")") + R"(,"hosts":[{"name":"H"}])"
        << application(R"("host":"H")") << application(R"("host":"H","release":"1")");
    QTest::addRow("a reference that went with its object is no change of its own")
        << application(R"("host":"H")") + R"(,"hosts":[{"name":"H"},{"name":"I"}])"
        << application(R"("host":"I")") + R"(,"hosts":[{"name":"H"},{"name":"I"}])"
        << application({}) + R"(,"hosts":[{"name":"I"}])"
        << application(R"("host":"I")") + R"(,"hosts":[{"name":"I"}])";
    QTest::addRow("nor does it keep what the other side removes")
        << application(R"("tenants":["T","U"])") + R"(,"tenants":[{"name":"T"},{"name":"U"}])"
        << application(R"("tenants":["U"])") + R"(,"tenants":[{"name":"U"}])"
        << QByteArray(R"("tenants":[{"name":"T"},{"name":"U"}])")
        << QByteArray(R"("tenants":[{"name":"U"}])");
    QTest::addRow("of several alike the first with the first")
        << QByteArray(R"("hosts":[{"name":"a","dbid":1},{"name":"a","dbid":2}])")
        << QByteArray(R"("hosts":[{"name":"a","dbid":1},{"name":"a","dbid":3}])")
        << QByteArray(R"("hosts":[{"name":"a","dbid":4},{"name":"a","dbid":2}])")
        << QByteArray(R"("hosts":[{"name":"a","dbid":4},{"name":"a","dbid":3}])");
    QTest::addRow("the order of those that share a name")
        << QByteArray(
               R"("applications":[{"name":"A","type":"scs"},{"name":"A","type":"statserver"}])")
        << QByteArray(
               R"("applications":[{"name":"A","type":"scs"},{"name":"A","type":"statserver"},{"name":"B","type":"scs","backup":"A"}])")
        << QByteArray(
               R"("applications":[{"name":"A","type":"statserver"},{"name":"A","type":"scs"}])")
        << QByteArray(
               R"("applications":[{"name":"A","type":"statserver"},{"name":"A","type":"scs"},{"name":"B","type":"scs","backup":"A"}])");
}

void MergeTest::merges()
{
    QFETCH(QByteArray, base);
    QFETCH(QByteArray, ours);
    QFETCH(QByteArray, theirs);
    QFETCH(QByteArray, expected);
    const auto one = mergeTopologies(read(base), read(ours), read(theirs));
    const auto other = mergeTopologies(read(base), read(theirs), read(ours));
    QCOMPARE(texts(one), QStringList());
    QCOMPARE(texts(other), QStringList());
    QCOMPARE(written(one.topology), written(read(expected)));
    QCOMPARE(written(other.topology), written(read(expected)));
}

void MergeTest::conflicts_data()
{
    addVersions();
    QTest::addColumn<QStringList>("conflicts");
    QTest::addColumn<QByteArray>("withOurs");
    QTest::addColumn<QByteArray>("withTheirs");

    QTest::addRow("one field")
        << application(R"("release":"8.1")") << application(R"("release":"8.5")") << application({})
        << QStringList {u"application A: ours: Release: 8.1 → 8.5; theirs: Release: 8.1 → (none)"_s}
        << application(R"("release":"8.5")") << application({});
    QTest::addRow("a reference")
        << application({}) << application(R"("host":"X")") << application(R"("host":"Y")")
        << QStringList {u"application A: ours: Host: (none) → X; theirs: Host: (none) → Y"_s}
        << application(R"("host":"X")") << application(R"("host":"Y")");
    QTest::addRow("an option, and not its neighbour")
        << application(R"("options":{"s":{"a":"1","b":"1"}})")
        << application(R"("options":{"s":{"a":"2","b":"2"}})")
        << application(R"("options":{"s":{"a":"3","b":"1"}})")
        << QStringList {u"application A: ours: Options: s/a: 1 → 2; theirs: Options: s/a: 1 → 3"_s}
        << application(R"("options":{"s":{"a":"2","b":"2"}})")
        << application(R"("options":{"s":{"a":"3","b":"2"}})");
    QTest::addRow("a connection")
        << application(R"("connections":[{"application":"X"}])")
        << application(R"("connections":[{"application":"X","protocol":"p"}])") << application({})
        << QStringList {u"application A: ours: Connections: {\"application\":\"X\"} → {\"application\":\"X\",\"protocol\":\"p\"}; theirs: Connections: {\"application\":\"X\"} → (none)"_s}
        << application(R"("connections":[{"application":"X","protocol":"p"}])") << application({});
    QTest::addRow("a port")
        << application(R"("ports":[{"id":"a","port":1},{"id":"b"}])")
        << application(R"("ports":[{"id":"a","port":2}])")
        << application(R"("ports":[{"id":"a","port":3},{"id":"b"}])")
        << QStringList {u"application A: ours: Listening ports: a 1 → a 2; theirs: Listening ports: a 1 → a 3"_s}
        << application(R"("ports":[{"id":"a","port":2}])")
        << application(R"("ports":[{"id":"a","port":3}])");
    QTest::addRow("settings")
        << QByteArray("\"settings\":{}")
        << QByteArray(R"("settings":{"socialMessagingTenants":"allow"})")
        << QByteArray(R"("settings":{"socialMessagingTenants":"forbid"})")
        << QStringList {u"Document: ours: socialMessagingTenants: warn → allow; theirs: socialMessagingTenants: warn → forbid"_s}
        << QByteArray(R"("settings":{"socialMessagingTenants":"allow"})")
        << QByteArray(R"("settings":{"socialMessagingTenants":"forbid"})");
    QTest::addRow("unknown keys")
        << QByteArray(R"("k":1,"persons":[{"password":"a"}],"o":{})")
        << QByteArray(R"("k":2,"persons":[{"password":"b"}])")
        << QByteArray(R"("k":"3","persons":[{"password":"c"}],"o":{"a":1})")
        << QStringList {u"Document: ours: k: 1 → 2; theirs: k: 1 → 3"_s,
               u"Document: ours: o: {…} → (none); theirs: o: {…} → {…}"_s,
               u"Document: ours: persons: […] → […]; theirs: persons: […] → […]"_s}
        << QByteArray(R"("k":2,"persons":[{"password":"b"}])")
        << QByteArray(R"("k":"3","persons":[{"password":"c"}],"o":{"a":1})");
    QTest::addRow("changed here, removed there")
        << QByteArray(R"("hosts":[{"name":"a"}])")
        << QByteArray(R"("hosts":[{"name":"a","lcaPort":1}])") << QByteArray("\"hosts\":[]")
        << QStringList {u"host a: ours: changed (lcaPort); theirs: removed"_s}
        << QByteArray(R"("hosts":[{"name":"a","lcaPort":1}])") << QByteArray("\"hosts\":[]");
    QTest::addRow("removed here, needed there")
        << application({}) + R"(,"hosts":[{"name":"H"}])" << application({})
        << application(R"("host":"H")") + R"(,"hosts":[{"name":"H"}])"
        << QStringList {u"host H: ours: removed; theirs: newly used by A"_s} << application({})
        << application(R"("host":"H")") + R"(,"hosts":[{"name":"H"}])";
    QTest::addRow("removed here, and its connection changed there")
        << QByteArray(
               R"("applications":[{"name":"A","type":"scs","connections":[{"application":"B"}]},{"name":"B","type":"scs"}])")
        << QByteArray(R"("applications":[{"name":"A","type":"scs"}])")
        << QByteArray(
               R"("applications":[{"name":"A","type":"scs","connections":[{"application":"B","traceMode":"on"}]},{"name":"B","type":"scs"}])")
        << QStringList {u"application B: ours: removed; theirs: newly used by A"_s}
        << QByteArray(R"("applications":[{"name":"A","type":"scs"}])")
        << QByteArray(
               R"("applications":[{"name":"A","type":"scs","connections":[{"application":"B","traceMode":"on"}]},{"name":"B","type":"scs"}])");
    QTest::addRow("what is kept needs another")
        << QByteArray(
               R"("tenants":[{"name":"T"}],"switchingOffices":[{"name":"O","type":"x"}],"switches":[{"name":"S","tenant":"T","switchingOffice":"O"}])")
        << QByteArray(
               R"("tenants":[{"name":"T"}],"switchingOffices":[{"name":"O","type":"x"}],"switches":[{"name":"S","tenant":"T","switchingOffice":"O","state":"disabled"}])")
        << QByteArray(R"("switchingOffices":[{"name":"O","type":"x"}])")
        << QStringList {u"tenant T: ours: newly used by S; theirs: removed"_s,
               u"switch S: ours: changed (state); theirs: removed"_s}
        << QByteArray(
               R"("tenants":[{"name":"T"}],"switchingOffices":[{"name":"O","type":"x"}],"switches":[{"name":"S","tenant":"T","switchingOffice":"O","state":"disabled"}])")
        << QByteArray(R"("switchingOffices":[{"name":"O","type":"x"}])");
    QTest::addRow("one name for two new things")
        << QByteArray("\"hosts\":[]") << application({}, "scs") << application({}, "statserver")
        << QStringList {u"application A: ours: in the order scs, statserver; theirs: in the order statserver, scs"_s}
        << QByteArray(
               R"("applications":[{"name":"A","type":"scs"},{"name":"A","type":"statserver"}])")
        << QByteArray(
               R"("applications":[{"name":"A","type":"statserver"},{"name":"A","type":"scs"}])");
}

void MergeTest::conflicts()
{
    QFETCH(QByteArray, base);
    QFETCH(QByteArray, ours);
    QFETCH(QByteArray, theirs);
    QFETCH(QStringList, conflicts);
    QFETCH(QByteArray, withOurs);
    QFETCH(QByteArray, withTheirs);
    const auto merge = mergeTopologies(read(base), read(ours), read(theirs));
    QCOMPARE(texts(merge), conflicts);
    QCOMPARE(written(merge.topology), written(read(withOurs)));

    MergeChoices choices;
    for (const auto &conflict : merge.conflicts)
        choices.each.insert(conflict.place, MergeSide::Theirs);
    const auto other = mergeTopologies(read(base), read(ours), read(theirs), choices);
    QCOMPARE(written(other.topology), written(read(withTheirs)));
}

void MergeTest::keepsIdsOfOurs()
{
    const auto base = read(R"("hosts":[{"name":"a"},{"name":"b"}])");
    const auto ours = read(R"("hosts":[{"name":"b"},{"name":"a"}])");
    const auto theirs = read(R"("hosts":[{"name":"c"},{"name":"a","lcaPort":5},{"name":"b"}])");
    const auto merge = mergeTopologies(base, ours, theirs);
    QCOMPARE(*merge.topology.findHost(u"b"), *ours.findHost(u"b"));
    QCOMPARE(*merge.topology.findHost(u"a"), *ours.findHost(u"a"));
    QCOMPARE(merge.topology.host(*merge.topology.findHost(u"a")).lcaPort, std::optional<qint64>(5));
    QCOMPARE(merge.step.edits.size(), 2);
}

void MergeTest::secretsAreHidden()
{
    const auto with = [](const QByteArray &value) {
        return read(application(R"("options":{"db":{"password":")" + value + "\"}}"));
    };
    const auto merge = mergeTopologies(with("s1"), with("s2"), with("s3"));
    QCOMPARE(texts(merge),
        QStringList {
            u"application A: ours: Options: db/password: ••• → •••; theirs: Options: db/password: ••• → •••"_s});
}

void MergeTest::findingsOfBothTogether()
{
    const auto with = [](const QByteArray &ports) {
        QByteArray applications;
        for (const auto &port : ports.split(' '))
            applications += (applications.isEmpty() ? "" : ",")
                + (R"({"name":"A)" + port
                    + R"(","type":"scs","host":"H","ports":[{"id":"d","port":)")
                + port.mid(1) + "}]}";
        return read(R"("hosts":[{"name":"H"}],"applications":[)" + applications + ']');
    };
    const auto base = with("a1");
    const auto ours = with("a1 b2");
    const auto theirs = with("a1 c2");
    const auto merge = mergeTopologies(base, ours, theirs);
    QCOMPARE(texts(merge), QStringList());
    const auto effect = mergeEffect(base, ours, theirs, merge.topology);
    QStringList rules;
    for (const auto &finding : effect.findings)
        rules.append(ruleName(finding.rule));
    QVERIFY(rules.contains(u"port-conflict"_s));
    QVERIFY(mergeEffect(base, ours, ours, ours).isEmpty());
}

void MergeTest::restartsOfBothTogether()
{
    // Before 8.1.2 an Interaction Server takes a changed list only after a restart: ours lowers the
    // release of what theirs gives another tenant.
    const auto with = [](const QByteArray &release, const QByteArray &tenants) {
        return read(R"("tenants":[{"name":"T"},{"name":"U"}],)"
            + application(R"("release":")" + release + R"(","tenants":[)" + tenants + ']',
                "interactionserver"));
    };
    const auto base = with("8.1.400.12", R"("T")");
    const auto ours = with("8.1.100.12", R"("T")");
    const auto theirs = with("8.1.400.12", R"("T","U")");
    const auto merge = mergeTopologies(base, ours, theirs);
    const auto effect = mergeEffect(base, ours, theirs, merge.topology);
    QCOMPARE(effect.restarts.size(), 1);
    QCOMPARE(effect.restarts.first().name, u"A"_s);
    QCOMPARE(mergeText(merge, effect), u"Restarts only when both are together: A\n"_s);
}

void MergeTest::large()
{
    auto ours = LargeTopology::working(1000);
    const auto base = LargeTopology::baseline(ours);
    auto theirs = base;
    const auto &first = *theirs.applications().begin();
    const auto step = setField(theirs, first.id, Field::Release, u"9.9.9"_s);
    ::apply(theirs, *step);
    const auto merge = mergeTopologies(base, ours, theirs);
    QCOMPARE(texts(merge), QStringList());
    ::apply(ours, *step);
    QVERIFY(merge.topology == ours);
}

QTEST_APPLESS_MAIN(MergeTest)
#include "tst_merge.moc"
