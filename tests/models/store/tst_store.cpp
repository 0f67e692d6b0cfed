// SPDX-License-Identifier: Apache-2.0
#include "models/store/store.h"
#include "models/topology/apply.h"
#include "models/topology/edits.h"
#include "tests/models/store/folder.h"
#include "tests/models/store/randomtopology.h"
#include "tests/models/store/twin.h"
#include "tests/support/largetopology.h"
#include "tests/support/randomsteps.h"
#include "tests/support/topologybuilder.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <sqlite3.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly)
        ? QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256)
        : QByteArray();
}

}  // namespace

class TestStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void refusesTextThatUtf8CannotHold();
    void keepsUnknownValues_data();
    void keepsUnknownValues();
    void keepsLongTexts();
    void followsARandomWalk_data();
    void followsARandomWalk();
    void stacksStepsToUndoAndRedo();
    void tellsTheHistory();
    void importsAsBaseline();
    void replacesTheBaseline();
    void neverGivesAnIdTwice();
    void refusesAnEditThatDoesNotFit();
    void refusesMoreIdsThanItCouldRead();
    void tellsConflictsApart();
    void showsStepsOfAnotherStore();
    void noticesChanges();
    void readingChangesNothing();
    void checksIntegrity();

private:
    QString path(const QString &name = u"a.switchyard"_s) const { return m_folder->filePath(name); }
    std::unique_ptr<TestFolder> m_folder;
};

void TestStore::init()
{
    QTest::failOnWarning(QRegularExpression(u"."_s));
    m_folder = std::make_unique<TestFolder>();
}

void TestStore::refusesTextThatUtf8CannotHold()
{
    TopologyBuilder b;
    b.tenant(u"half \xD83D"_s);
    const auto created = Store::create(path(), b.build(), {});
    QVERIFY(!created);
    QCOMPARE(created.error().code, Error::Code::InvalidInput);
    QCOMPARE(m_folder->files(), QStringList());

    Twin twin(path());
    const auto refused =
        twin.store->append({}, twin.topology, {u"title \xDE00"_s, {SetSettings {{}, {}}}}, ada);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Error::Code::InvalidInput);
    QCOMPARE(must(twin.store->load()).head, Head());
}

void TestStore::keepsUnknownValues_data()
{
    QTest::addColumn<QString>("json");

    QTest::addRow("number too large for a double") << u"1e400"_s;
    QTest::addRow("number too small for a double") << u"-1.5E-4000"_s;
    QTest::addRow("exponent of many digits") << u"1e99999999999999999999"_s;
    QTest::addRow("four hundred digits") << QString(400, u'9');
    QTest::addRow("more digits than a double has") << u"[0.10000000000000000000000000000000001]"_s;
    QTest::addRow("nought below zero") << u"-0"_s;
    QTest::addRow("deeper than any record") << QString(5000, u'[') + QString(5000, u']');
    QTest::addRow("escapes") << u"\"\\ud83d\\ude00 \\u0000 \\/\""_s;
}

void TestStore::keepsUnknownValues()
{
    QFETCH(QString, json);
    const Extra extra {{u"x"_s, json}};
    Twin twin(path());
    Application application;
    application.extra = extra;
    application.ports = {{{}, {}, extra}};
    twin.apply({u"Add"_s,
        {AddObject {std::make_shared<Record>(application)}, SetExtra {{}, extra},
            SetSettings {{}, {{}, {}, extra}}}});
    twin.reopen();
    QVERIFY(must(twin.store->load()).topology == twin.topology);
    twin.undo();
    twin.redo();
    QVERIFY(must(twin.store->load()).topology == twin.topology);
}

void TestStore::keepsLongTexts()
{
    // A collection that Switchyard doesn't know may be longer than SQLite's longest text here.
    Twin twin(path());
    const QString persons = u"[\""_s + QString(9 << 20, QChar(0xE9)) + u"\"]"_s;
    twin.apply(setExtra(twin.topology, {{u"persons"_s, persons}}));
    twin.reopen();
    QVERIFY(must(twin.store->load()).topology == twin.topology);
    twin.undo();
    QVERIFY(must(twin.store->load()).topology == twin.topology);

    // A single text of an object may not.
    const auto refused = twin.store->append(twin.head, twin.topology,
        {u"Add"_s, {AddObject {std::make_shared<Record>([] {
             Host host;
             host.name = QString(17 << 20, u'x');
             return host;
         }())}}},
        ada);
    QVERIFY(!refused);
    QCOMPARE(refused.error().message, u"A text is longer than a document can hold (16 MiB)."_s);
    QVERIFY(must(twin.store->load()).topology == twin.topology);
}

void TestStore::followsARandomWalk_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 6; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestStore::followsARandomWalk()
{
    QFETCH(quint32, seed);
    std::mt19937 dice(seed);
    RandomSteps steps(seed);
    Twin twin(path());
    // What stepsSince() tells a reader that stood still.
    Topology follower;
    qint64 followed = 0;

    for (int i = 0; i < 120; ++i) {
        const auto choice = dice() % 20;
        if (choice < 3 && twin.head.undoTop != 0) {
            twin.undo();
        } else if (choice < 5 && twin.head.redoTop != 0) {
            twin.redo();
        } else if (choice == 5) {
            must(twin.keep({u"deployed"_s, true, {}, {}, {}, 0}));
            twin.baseline = twin.topology;
            ++twin.head.baseline;
        } else if (choice == 6 && i > 100) {
            auto other = twin.topology;
            for (int k = 0; k < 5; ++k)
                ::apply(other, steps.next(other));
            twin.head = must(twin.store->replaceBaseline(twin.head, other, twin.topology));
            twin.baseline = other;
            break;
        } else {
            const auto step = steps.next(twin.topology);
            if (step.isEmpty())
                continue;
            twin.apply(step);
        }
        twin.reopen();
        const auto content = must(twin.store->load());
        QCOMPARE(content.head, twin.head);
        QVERIFY(content.topology == twin.topology);
        QVERIFY(haveEqualObjects(content.baseline, twin.baseline));

        if (dice() % 4 == 0) {
            for (const auto &step : must(twin.store->stepsSince(followed))) {
                QCOMPARE(step.entry.number, ++followed);
                for (const auto &edit : step.delta)
                    ::apply(follower, edit);
            }
            QCOMPARE(followed, twin.head.step);
            QVERIFY(follower == twin.topology);
        }
    }
    const auto content = must(twin.store->load());
    QVERIFY(haveEqualObjects(content.baseline, twin.baseline));
    while (twin.head.undoTop != 0)
        twin.undo();
    QVERIFY(twin.topology.isEmpty());
    QVERIFY(must(twin.store->load()).topology.isEmpty());
    QVERIFY(haveEqualObjects(must(twin.store->load()).baseline, twin.baseline));
    QCOMPARE(must(twin.store->checkIntegrity()), QStringList());
}

void TestStore::stacksStepsToUndoAndRedo()
{
    TopologyBuilder b;
    const auto host = b.host(u"h").id();
    Twin twin(path(), b.build());
    const auto name = [&] { return must(twin.store->load()).topology.host(host).name; };
    const auto tops = [&] { return std::pair(twin.head.undoTop, twin.head.redoTop); };
    for (const auto &next : {u"1"_s, u"2"_s, u"3"_s})
        twin.apply(rename(twin.topology, host, next));
    QCOMPARE(tops(), std::pair(3LL, 0LL));
    twin.undo();  // step 4
    twin.undo();  // step 5
    QCOMPARE(name(), u"1"_s);
    QCOMPARE(tops(), std::pair(1LL, 5LL));
    twin.redo();  // step 6
    QCOMPARE(name(), u"2"_s);
    QCOMPARE(tops(), std::pair(2LL, 4LL));
    twin.undo();  // step 7
    QCOMPARE(tops(), std::pair(1LL, 7LL));
    twin.redo();
    twin.redo();  // step 9
    QCOMPARE(name(), u"3"_s);
    QCOMPARE(tops(), std::pair(3LL, 0LL));
    const auto refused = twin.store->redo(twin.head, twin.topology, {}, ada);
    QCOMPARE(refused.error().message, u"There is nothing to redo."_s);
    twin.undo();
    twin.apply(rename(twin.topology, host, u"4"_s));  // Nothing to redo any more.
    QCOMPARE(tops(), std::pair(11LL, 0LL));
    for (const auto &before : {u"2"_s, u"1"_s, u"h"_s}) {
        twin.undo();
        QCOMPARE(name(), before);
    }
    QCOMPARE(twin.head.undoTop, 0);
    const auto end = twin.store->undo(twin.head, twin.topology, {}, ada);
    QCOMPARE(end.error().code, Error::Code::NotFound);
    QCOMPARE(end.error().message, u"There is nothing to undo."_s);
}

void TestStore::tellsTheHistory()
{
    TopologyBuilder b;
    const auto host = b.host(u"h").id();
    Twin twin(path(), b.build());
    twin.apply(rename(twin.topology, host, u"Größe 😀"_s));
    twin.undo();
    twin.redo();
    QStringList lines;
    for (const auto &entry : must(twin.store->journal(0, 100)))
        lines.append(u"%1 %2 %3 %4 %5 %6"_s.arg(entry.number)
                         .arg(int(entry.kind))
                         .arg(entry.target)
                         .arg(entry.title, entry.author, entry.time.toString(Qt::ISODateWithMs)));
    QCOMPARE(lines,
        QStringList({u"3 2 1 Rename h to Größe 😀 Ada 2025-05-07T09:30:15.250Z"_s,
            u"2 1 1 Rename h to Größe 😀 Ada 2025-05-07T09:30:15.250Z"_s,
            u"1 0 0 Rename h to Größe 😀 Ada 2025-05-07T09:30:15.250Z"_s}));
    QCOMPARE(must(twin.store->journal(0, 1)).size(), 1);
    QCOMPARE(must(twin.store->journal(3, 5)).constFirst().number, 2);
}

void TestStore::importsAsBaseline()
{
    Twin twin(path());
    TopologyBuilder b;
    b.tenant(u"Acme");
    const auto wanted = b.build();
    const Step import {
        u"Import"_s, {AddObject {std::make_shared<Record>(wanted.record(TenantId(1)))}}};
    twin.head = must(twin.store->appendAsBaseline(twin.head, twin.topology, import, ada));
    QCOMPARE(twin.head, (Head {1, 1, 0, 1}));
    ::apply(twin.topology, import);
    auto content = must(twin.store->load());
    QVERIFY(content.topology == wanted);
    QVERIFY(content.baseline == wanted);
    // Taking the import back is an edit: production is still what it was.
    twin.undo();
    content = must(twin.store->load());
    QVERIFY(content.topology.isEmpty());
    QVERIFY(content.baseline == wanted);
}

void TestStore::replacesTheBaseline()
{
    TopologyBuilder b;
    b.tenant(u"Acme");
    const auto sms = b.application(u"SMS_1", u"istransportserver").tenant(u"Acme").id();
    Twin twin(path(), b.build(), b.build());
    TopologyBuilder production;
    production.application(u"SMS_1", u"istransportserver");
    production.application(u"SMS_2", u"istransportserver");
    const auto replaced = production.build();
    twin.head = must(twin.store->replaceBaseline(twin.head, replaced, twin.topology));
    QCOMPARE(twin.head, (Head {0, 0, 0, 1}));
    twin.apply(rename(twin.topology, sms, u"SMS_X"_s));
    const auto content = must(twin.store->load());
    QVERIFY(haveEqualObjects(content.baseline, replaced));
    QVERIFY(content.topology == twin.topology);
    // The ids of production's objects are taken.
    QCOMPARE(content.topology.nextId(Kind::Application), 2u);
}

void TestStore::neverGivesAnIdTwice()
{
    Twin twin(path());
    Tenant acme;
    acme.name = u"Acme"_s;
    twin.apply(must(addObject(twin.topology, acme)));
    const auto next = twin.topology.nextId(Kind::Tenant);
    twin.apply(must(removeObject(twin.topology, TenantId(1))));
    twin.reopen();
    QCOMPARE(must(twin.store->load()).topology.nextId(Kind::Tenant), next);
}

void TestStore::refusesAnEditThatDoesNotFit()
{
    TopologyBuilder b;
    b.tenant(u"Acme");
    const auto sms = b.application(u"SMS_1", u"istransportserver").tenant(u"Acme").id();
    Twin twin(path(), b.build());
    const auto refused = [&](const Edit &edit) {
        const auto result = twin.store->append(twin.head, twin.topology, {u"Edit"_s, {edit}}, ada);
        return !result && result.error().code == Error::Code::InvalidInput;
    };
    // None of these would leave a document that can be read again.
    QVERIFY(refused(Assign {sms, TenantId(1)}));
    QVERIFY(refused(Assign {sms, TenantId(9)}));
    QVERIFY(refused(Unassign {sms, TenantId(0)}));
    QVERIFY(refused(RemoveObject {std::make_shared<Record>(twin.topology.record(TenantId(1)))}));
    QVERIFY(refused(RemoveObject {std::make_shared<Record>(twin.topology.record(TenantId(0)))}));
    QVERIFY(refused(SetField {TenantId(0), Field::Name, u"Environment"_s, u"Other"_s}));
    QVERIFY(refused(SetField {sms, Field::Host, {}, HostId(4)}));
    QVERIFY(refused(AddObject {std::make_shared<Record>(twin.topology.record(sms))}));
    QVERIFY(must(twin.store->load()).topology == twin.topology);
    QCOMPARE(must(twin.store->load()).head, Head());
}

void TestStore::refusesMoreIdsThanItCouldRead()
{
    Twin twin(path());
    Host host;
    host.id = HostId(0xFFFFFFF0);
    const auto refused = twin.store->append(
        twin.head, twin.topology, {u"Add"_s, {AddObject {std::make_shared<Record>(host)}}}, ada);
    QCOMPARE(refused.error().message, u"The document can't number so many objects."_s);
    QVERIFY(must(twin.store->load()).topology.isEmpty());
}

void TestStore::tellsConflictsApart()
{
    TopologyBuilder b;
    const auto host = b.host(u"h").id();
    Twin twin(path(), b.build());
    const auto other = must(Store::open(path(), Store::Access::ReadWrite));
    const auto before = twin.head;
    const auto topology = twin.topology;
    twin.apply(rename(twin.topology, host, u"mine"_s));
    const auto step = rename(topology, host, u"theirs"_s);
    const auto late = other->append(before, topology, step, ada);
    QVERIFY(!late);
    QCOMPARE(late.error().code, Error::Code::Conflict);
    QCOMPARE(late.error().message, u"Another program changed the document meanwhile."_s);
    QCOMPARE(must(other->stepsSince(before.step)).size(), 1);
    QCOMPARE(must(other->currentHead()), twin.head);
    QVERIFY(other->append(twin.head, twin.topology, rename(twin.topology, host, u"theirs"_s), ada)
                .has_value());
    // The baseline is part of the state.
    must(other->saveRevision(must(other->currentHead()), {}, {u"r"_s, true, {}, {}, {}, 0}, ada));
    twin.head.step = 2;
    twin.head.undoTop = 2;
    QCOMPARE(twin.store->append(twin.head, twin.topology, step, ada).error().code,
        Error::Code::Conflict);
}

void TestStore::showsStepsOfAnotherStore()
{
    TopologyBuilder b;
    const auto host = b.host(u"h").id();
    Twin twin(path(), b.build());
    const auto other = must(Store::open(path(), Store::Access::ReadOnly));
    auto seen = must(other->load()).topology;
    twin.apply(rename(twin.topology, host, u"1"_s));
    twin.undo();
    twin.redo();
    twin.apply(rename(twin.topology, host, u"2"_s));
    const auto steps = must(other->stepsSince(0));
    QCOMPARE(steps.size(), 4);
    QStringList names;
    for (const auto &step : steps) {
        for (const auto &edit : step.delta)
            ::apply(seen, edit);
        names.append(seen.host(host).name);
    }
    QCOMPARE(names, QStringList({u"1"_s, u"h"_s, u"1"_s, u"2"_s}));
    QCOMPARE(must(other->stepsSince(4)).size(), 0);
    QCOMPARE(other->stepsSince(5).error().message,
        u"The file was replaced by an older copy of the document."_s);
}

void TestStore::noticesChanges()
{
    TopologyBuilder b;
    const auto host = b.host(u"h").id();
    Twin twin(path(), b.build());
    const auto other = must(Store::open(path(), Store::Access::ReadWrite));
    must(other->load());
    QVERIFY(!other->changedSinceLastLook());
    twin.apply(rename(twin.topology, host, u"1"_s));
    QVERIFY(other->changedSinceLastLook());
    QVERIFY(!other->changedSinceLastLook());
    // One's own edits are no news.
    QVERIFY(other->append(twin.head, twin.topology, rename(twin.topology, host, u"2"_s), ada)
                .has_value());
    QVERIFY(!other->changedSinceLastLook());
}

void TestStore::readingChangesNothing()
{
    {
        Twin twin(path(), LargeTopology::working(3));
        twin.apply(must(assignTenant(twin.topology, ApplicationId(0), TenantId(0))));
    }
    const auto stateOf = [this] {
        struct stat status = {};
        ::stat(QFile::encodeName(path()).constData(), &status);
        return std::tuple(
            status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ino, status.st_size);
    };
    const auto content = contentOf(path());
    const auto state = stateOf();
    for (const auto access : {Store::Access::ReadOnly, Store::Access::ReadWrite}) {
        const auto store = must(Store::open(path(), access));
        must(store->load());
        must(store->stepsSince(0));
        must(store->journal(0, 10));
        must(store->revisions());
        must(store->undoStep(1));
        must(store->checkIntegrity());
        must(store->currentHead());
        store->changedSinceLastLook();
        must(store->saveCopy(path(u"copy.switchyard"_s)));
        QVERIFY(Store::looksLikeDocument(path()));
    }
    QCOMPARE(contentOf(path()), content);
    QCOMPARE(stateOf(), state);
    QCOMPARE(m_folder->files(), QStringList({u"a.switchyard"_s, u"copy.switchyard"_s}));
}

void TestStore::checksIntegrity()
{
    {
        Twin twin(path(), LargeTopology::working(2));
        twin.apply(must(assignTenant(twin.topology, ApplicationId(0), TenantId(0))));
        twin.undo();
        QCOMPARE(must(twin.store->checkIntegrity()), QStringList());
    }
    sqlite3 *database = nullptr;
    QCOMPARE(sqlite3_open(qPrintable(path()), &database), SQLITE_OK);
    const auto run = [&](const char *sql) {
        QCOMPARE(sqlite3_exec(database, sql, nullptr, nullptr, nullptr), SQLITE_OK);
    };
    run("UPDATE steps SET edits = 'nonsense' WHERE number = 1; UPDATE steps SET redo_before = 1 WHERE number = 2;"
        "DELETE FROM tenants WHERE id = 1");
    sqlite3_close(database);
    const auto problems =
        must(must(Store::open(path(), Store::Access::ReadOnly))->checkIntegrity()).join(u'\n');
    QVERIFY2(problems.contains(u"steps 1: The document is damaged: its history is not valid."_s),
        qPrintable(problems));
    QVERIFY2(problems.contains(u"steps 2: What can be undone does not fit the steps before."_s),
        qPrintable(problems));
    QVERIFY2(problems.contains(u"application_tenants: a reference to tenants does not resolve."_s),
        qPrintable(problems));
    QVERIFY2(problems.contains(u"Its tenant or switching office does not exist."_s),
        qPrintable(problems));
}

QTEST_APPLESS_MAIN(TestStore)
#include "tst_store.moc"
