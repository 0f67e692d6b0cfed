// SPDX-License-Identifier: Apache-2.0
#include "models/store/store.h"
#include "models/topology/apply.h"
#include "models/topology/edits.h"
#include "tests/models/store/folder.h"
#include "tests/models/store/randomtopology.h"
#include "tests/support/largetopology.h"

#include <QTest>

#include <algorithm>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace {

template <class T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().text()));
    return *std::move(result);
}

bool haveEqualObjects(const Topology &a, const Topology &b)
{
    return a.tenants() == b.tenants() && a.offices() == b.offices() && a.switches() == b.switches()
        && a.hosts() == b.hosts() && a.applications() == b.applications();
}

}  // namespace

/// What a new document holds is what is read from it, the baseline too.
class TestStoredTopologies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void keepsAnyTopology_data();
    void keepsAnyTopology();
    void keepsLargeTopology();
    void sharesWithTheBaseline();
    void editsTheBaselineOutOfTheWorkingCopy_data();
    void editsTheBaselineOutOfTheWorkingCopy();
    void refusesABaselineThatDoesNotResolve_data();
    void refusesABaselineThatDoesNotResolve();

private:
    QString path() const { return m_folder->filePath(u"a.switchyard"_s); }
    std::unique_ptr<TestFolder> m_folder;
};

void TestStoredTopologies::init()
{
    QTest::failOnWarning(QRegularExpression(u"."_s));
    m_folder = std::make_unique<TestFolder>();
}

void TestStoredTopologies::keepsAnyTopology_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 40; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestStoredTopologies::keepsAnyTopology()
{
    QFETCH(quint32, seed);
    RandomTopology random(seed);
    const auto topology = random.topology();
    const auto baseline = random.topology();
    const auto store = must(Store::create(path(), topology, baseline));
    const auto content = must(store->load());
    QVERIFY(content.topology == topology);
    QVERIFY(haveEqualObjects(content.baseline, baseline));
    QCOMPARE(content.head, Head());
    for (int kind = 0; kind < kindCount; ++kind)
        QCOMPARE(content.topology.nextId(Kind(kind)),
            std::max(topology.nextId(Kind(kind)), baseline.nextId(Kind(kind))));
    QVERIFY(must(store->loadWorking()).topology == topology);
    QCOMPARE(must(store->checkIntegrity()), QStringList());
}

void TestStoredTopologies::keepsLargeTopology()
{
    const auto topology = LargeTopology::working(100);
    const auto baseline = LargeTopology::baseline(topology);
    const auto content = must(must(Store::create(path(), topology, baseline))->load());
    QVERIFY(content.topology == topology);
    QVERIFY(haveEqualObjects(content.baseline, baseline));
}

void TestStoredTopologies::sharesWithTheBaseline()
{
    const auto topology = LargeTopology::working(10);
    const auto baseline = LargeTopology::baseline(topology);
    const auto content = must(must(Store::create(path(), topology, baseline))->load());
    int shared = 0;
    for (const auto &application : content.topology.applications())
        shared += Table<Application>::isShared(
            content.topology.applications(), content.baseline.applications(), application.id);
    QVERIFY(shared > 100);
    QVERIFY(shared < content.topology.applications().size());
}

void TestStoredTopologies::editsTheBaselineOutOfTheWorkingCopy_data()
{
    QTest::addColumn<int>("tenants");

    // One image for 64 objects is the border between editing and making all indexes anew.
    QTest::addRow("few images") << 100;
    QTest::addRow("many images") << 2;
}

void TestStoredTopologies::editsTheBaselineOutOfTheWorkingCopy()
{
    QFETCH(int, tenants);
    const auto working = LargeTopology::working(tenants);
    auto baseline = working;
    // Gone since: two that are each other's backup and client, on a host of theirs.
    Host host;
    host.id = HostId(working.nextId(Kind::Host));
    host.name = u"old"_s;
    Application first;
    first.id = ApplicationId(working.nextId(Kind::Application));
    first.name = u"first"_s;
    Application second = first;
    second.id = ApplicationId(first.id.value() + 1);
    const auto add = [&](const Record &record) {
        apply(baseline, AddObject {std::make_shared<const Record>(record)});
    };
    const auto set = [&](ApplicationId id, Field field, const Value &value) {
        apply(baseline, SetField {id, field, {}, value});
    };
    add(host);
    add(first);
    add(second);
    set(first.id, Field::Backup, second.id);
    set(second.id, Field::Backup, first.id);
    set(first.id, Field::Host, host.id);
    apply(baseline, Connect {first.id, {second.id, {}, {}, {}, {}, {}, {}}});
    apply(baseline, Connect {second.id, {first.id, {}, {}, {}, {}, {}, {}}});
    // New since: a server and all that refers to it. Changed since: its name, and a list.
    const ApplicationId changed(5);
    apply(baseline,
        SetField {changed, Field::Name, working.application(changed).name, u"was another"_s});
    apply(baseline, Unassign {changed, working.application(changed).tenants.constFirst()});
    const auto removal = removeObject(baseline, ApplicationId(14));
    QVERIFY(removal);
    apply(baseline, *removal);

    const auto content = must(must(Store::create(path(), working, baseline))->load());
    QVERIFY(content.topology == working);
    QVERIFY(haveEqualObjects(content.baseline, baseline));
    const auto &read = content.baseline;
    for (const auto &application : baseline.applications()) {
        QCOMPARE(read.clientsOf(application.id), baseline.clientsOf(application.id));
        QCOMPARE(read.primariesOf(application.id), baseline.primariesOf(application.id));
        QCOMPARE(read.isBackup(application.id), baseline.isBackup(application.id));
        QVERIFY(read.bearers(Kind::Application, application.name).contains(application.id.value()));
    }
    for (const auto &tenant : baseline.tenants())
        QCOMPARE(read.applicationsOf(tenant.id), baseline.applicationsOf(tenant.id));
    QCOMPARE(read.applicationsOn(host.id), QList<ApplicationId> {first.id});
    QVERIFY(read.bearers(Kind::Application, working.application(changed).name).isEmpty());
}

void TestStoredTopologies::refusesABaselineThatDoesNotResolve_data()
{
    QTest::addColumn<QByteArray>("image");

    QTest::addRow("others refer to what was not there") << "4, 0, 0, NULL"_ba;
    QTest::addRow("the target was never there")
        << R"(4, 5, 0, '{"kind":4,"id":5,"connections":[{"target":999999}]}')"_ba;
    QTest::addRow("the tenant was never there")
        << R"(4, 5, 0, '{"kind":4,"id":5,"tenants":[999999]}')"_ba;
    QTest::addRow("another object") << R"(4, 5, 0, '{"kind":4,"id":6}')"_ba;
    QTest::addRow("no Environment") << "0, 0, 0, NULL"_ba;
    QTest::addRow("Environment of another name")
        << R"(0, 0, 0, '{"kind":0,"id":0,"name":"Acme","dbid":1}')"_ba;
}

void TestStoredTopologies::refusesABaselineThatDoesNotResolve()
{
    QFETCH(QByteArray, image);
    const auto topology = LargeTopology::working(100);
    must(Store::create(path(), topology, topology)).reset();
    sqlite3 *database = nullptr;
    QCOMPARE(sqlite3_open(path().toUtf8().constData(), &database), SQLITE_OK);
    const auto sql = "INSERT INTO baseline_images VALUES (" + image + ")";
    QCOMPARE(sqlite3_exec(database, sql.constData(), nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(database);

    const auto content = must(Store::open(path(), Store::Access::ReadOnly))->load();
    QVERIFY(!content);
    QCOMPARE(content.error().code, Error::Code::Corrupt);
}

QTEST_APPLESS_MAIN(TestStoredTopologies)
#include "tst_storedtopologies.moc"
