// SPDX-License-Identifier: Apache-2.0
#include "models/rules/rulelist.h"
#include "models/rules/validator.h"
#include "models/store/store.h"
#include "tests/models/store/folder.h"
#include "tests/models/store/randomtopology.h"
#include "tests/support/largetopology.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

template <class T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().text()));
    return *std::move(result);
}

bool isReadWithOptions(ApplicationType type)
{
    const auto types = Store::typesReadWithOptions();
    return std::find(types.begin(), types.end(), type) != types.end();
}

/// The rules that look at this field of an application of this type, whatever else it is.
RuleMask rulesOf(ApplicationType type, Field field)
{
    const auto &rules = RuleList::all();
    RuleMask ofType = 0;
    for (const auto component : {Component::None, Component::InteractionServer}) {
        for (const bool isBackup : {false, true}) {
            Application application;
            application.type = type;
            application.component = component;
            ApplicationFacts facts;
            facts.setRecord(application);
            facts.isBackup = isBackup;
            ofType |= rules.ofApplication(facts);
        }
    }
    return rules.readingOwn(Kind::Application, field) & ofType;
}

/// The topology with applications of all types, in turn.
Topology withAllTypes(const Topology &topology)
{
    Topology::Parts parts {topology.tenants(), topology.offices(), topology.switches(),
        topology.hosts(), {}, topology.settings(), topology.extra(), topology.waivers(), {}, {}, {},
        {}};
    auto type = ApplicationType::all().begin();
    for (auto application : topology.applications()) {
        if (!application.isPlaceholder)
            application.type = *type;
        if (++type == ApplicationType::all().end())
            type = ApplicationType::all().begin();
        parts.applications.insert(application);
    }
    return must(Topology::fromParts(std::move(parts)));
}

}  // namespace

/// What Store::Reading::ForRules leaves out is what no rule looks at.
class TestReadingForRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsOptionsWhereRulesDo();
    void leavesOutNoFieldOfARule_data();
    void leavesOutNoFieldOfARule();
    void findsTheSame_data();
    void findsTheSame();
    void leavesTheRestEmpty();

private:
    QString path() const { return m_folder.filePath(u"a.switchyard"_s); }
    TestFolder m_folder;
};

void TestReadingForRules::readsOptionsWhereRulesDo()
{
    for (const auto &type : ApplicationType::all())
        QVERIFY2((rulesOf(type, Field::Options) != 0) == isReadWithOptions(type),
            qPrintable(type.token()));
    QVERIFY(rulesOf(ApplicationType::fromToken(u"another"_s), Field::Options) == 0);
    const auto &rules = RuleList::all();
    QVERIFY(rules.readingTargets(Field::Options) == 0);
    QVERIFY(rules.readingPrimaries(Field::Options) == 0);
    QVERIFY(rules.readingMembers(Kind::Tenant, Field::Options) == 0);
    QVERIFY(rules.readingMembers(Kind::Host, Field::Options) == 0);
}

void TestReadingForRules::leavesOutNoFieldOfARule_data()
{
    QTest::addColumn<Field>("field");
    QTest::addRow("template") << Field::Template;
    QTest::addRow("working directory") << Field::WorkingDirectory;
    QTest::addRow("command line") << Field::CommandLine;
    QTest::addRow("arguments") << Field::Arguments;
    QTest::addRow("auto restart") << Field::AutoRestart;
    QTest::addRow("start-up timeout") << Field::StartupTimeout;
    QTest::addRow("shutdown timeout") << Field::ShutdownTimeout;
    QTest::addRow("annex") << Field::Annex;
    QTest::addRow("unknown keys") << Field::Extra;
}

void TestReadingForRules::leavesOutNoFieldOfARule()
{
    QFETCH(Field, field);
    const auto &rules = RuleList::all();
    QVERIFY(rules.readingOwn(Kind::Application, field) == 0);
    QVERIFY(rules.readingTargets(field) == 0);
    QVERIFY(rules.readingPrimaries(field) == 0);
    QVERIFY(rules.readingMembers(Kind::Tenant, field) == 0);
    QVERIFY(rules.readingMembers(Kind::Host, field) == 0);
}

void TestReadingForRules::findsTheSame_data()
{
    QTest::addColumn<Topology>("topology");
    // Large enough for a second reader.
    QTest::addRow("large") << LargeTopology::working(100);
    QTest::addRow("large, of all types") << withAllTypes(LargeTopology::working(100));
    for (quint32 seed = 1; seed <= 40; ++seed)
        QTest::addRow("seed %u", seed) << withAllTypes(RandomTopology(seed).topology());
}

void TestReadingForRules::findsTheSame()
{
    QFETCH(Topology, topology);
    QFile::remove(path());
    const auto store = must(Store::create(path(), topology, topology));
    const auto read = must(store->loadWorking(Store::Reading::ForRules)).topology;
    QVERIFY(checkAll(read) == checkAll(topology));
    for (const auto &application : topology.applications()) {
        if (isReadWithOptions(application.type))
            QVERIFY(read.application(application.id).options == application.options);
    }
}

void TestReadingForRules::leavesTheRestEmpty()
{
    const auto topology = withAllTypes(RandomTopology(1).topology());
    QFile::remove(path());
    const auto store = must(Store::create(path(), topology, topology));
    const auto read = must(store->loadWorking(Store::Reading::ForRules)).topology;
    for (const auto &whole : topology.applications()) {
        Application expected;
        expected.id = whole.id;
        expected.isPlaceholder = whole.isPlaceholder;
        expected.state = whole.state;
        expected.redundancy = whole.redundancy;
        expected.component = whole.component;
        expected.isLoadBalanced = whole.isLoadBalanced;
        expected.dbid = whole.dbid;
        expected.name = whole.name;
        expected.type = whole.type;
        expected.release = whole.release;
        expected.tenants = whole.tenants;
        expected.host = whole.host;
        expected.ports = whole.ports;
        expected.backup = whole.backup;
        expected.switches = whole.switches;
        for (const auto &connection : whole.connections)
            expected.connections.append({connection.target, connection.port, {}, {}, {}, {}, {}});
        if (isReadWithOptions(whole.type))
            expected.options = whole.options;
        QVERIFY(read.application(whole.id) == expected);
    }
    QVERIFY(read.tenants() == topology.tenants() && read.hosts() == topology.hosts()
        && read.switches() == topology.switches() && read.offices() == topology.offices());
}

QTEST_GUILESS_MAIN(TestReadingForRules)
#include "tst_readingforrules.moc"
