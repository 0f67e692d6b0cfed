// SPDX-License-Identifier: Apache-2.0
#include "tests/faults/scenario.h"

#include "models/store/upgrade.h"
#include "models/topology/apply.h"
#include "models/topology/edits.h"
#include "tests/support/largetopology.h"

#include <QDir>
#include <QFile>

#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

const Signature ada {u"Ada"_s, QDateTime::fromMSecsSinceEpoch(1000, Qt::UTC)};

QString documentIn(const QString &folder)
{
    return folder + u"/a.switchyard"_s;
}

QString copyIn(const QString &folder)
{
    return folder + u"/copy.switchyard"_s;
}

Topology smallTopology()
{
    static const auto topology = LargeTopology::working(2);
    return topology;
}

void createDocument(const QString &path, const Topology &topology)
{
    const auto created = Store::create(path, topology, topology);
    if (!created)
        qFatal("%s", qPrintable(created.error().text()));
}

void prepareDocument(const QString &folder)
{
    createDocument(documentIn(folder), smallTopology());
}

/// An empty document in which SQLite keeps few pages in memory, so that an import writes to the
/// file before it is committed.
void prepareSmallCache(const QString &folder)
{
    createDocument(documentIn(folder), {});
    sqlite3 *database = nullptr;
    sqlite3_open(qPrintable(documentIn(folder)), &database);
    if (sqlite3_exec(database, "PRAGMA default_cache_size = 12", nullptr, nullptr, nullptr)
        != SQLITE_OK)
        qFatal("%s", sqlite3_errmsg(database));
    sqlite3_close(database);
}

/// One step with all objects of a topology: objects first, then what joins them.
Step importOf(const Topology &topology)
{
    Step step {u"Import"_s, {}};
    const auto add = [&](Record record) {
        step.edits.append(AddObject {std::make_shared<Record>(std::move(record))});
    };
    for (const auto &tenant : topology.tenants()) {
        if (tenant.id != Topology::environment)
            add(tenant);
    }
    for (const auto &office : topology.offices())
        add(office);
    for (const auto &object : topology.switches())
        add(object);
    for (const auto &host : topology.hosts())
        add(host);
    for (auto application : topology.applications()) {
        application.connections.clear();
        application.backup.reset();
        add(application);
    }
    for (const auto &application : topology.applications()) {
        for (const auto &connection : application.connections)
            step.edits.append(Connect {application.id, connection});
        if (application.backup)
            step.edits.append(SetField {application.id, Field::Backup, {}, *application.backup});
    }
    return step;
}

/// A document that is open, with its topology.
struct Session
{
    std::unique_ptr<Store> store;
    Topology topology;
    Head head;

    std::optional<Error> open(const QString &path)
    {
        auto opened = Store::open(path, Store::Access::ReadWrite);
        if (!opened)
            return opened.error();
        store = *std::move(opened);
        store->setPatience(std::chrono::milliseconds(0));
        auto content = store->load();
        if (!content)
            return content.error();
        topology = content->topology;
        head = content->head;
        return {};
    }
    std::optional<Error> take(const Result<Head> &written, const Step &step)
    {
        if (!written)
            return written.error();
        head = *written;
        ::apply(topology, step);
        return {};
    }
    std::optional<Error> apply(const Step &step)
    {
        return take(store->append(head, topology, step, ada), step);
    }
    std::optional<Error> assign(quint32 application, quint32 tenant)
    {
        return apply(assignTenant(topology, ApplicationId(application), TenantId(tenant)).value());
    }
    std::optional<Error> undo()
    {
        const auto back = store->undoStep(head.undoTop);
        return back ? take(store->undo(head, topology, *back, ada), *back) : back.error();
    }
    std::optional<Error> redo()
    {
        const auto entry = store->journal(head.redoTop + 1, 1);
        if (!entry)
            return entry.error();
        const auto again = store->redoStep(entry->constFirst().target);
        return again ? take(store->redo(head, topology, *again, ada), *again) : again.error();
    }
    std::optional<Error> deploy()
    {
        const auto saved =
            store->saveRevision(head, topology, {u"Deployed"_s, true, {}, {}, {}, 0}, ada);
        if (!saved)
            return saved.error();
        ++head.baseline;
        return {};
    }
    /// As an export does: a revision, and its restarts are pending.
    std::optional<Error> exportRevision()
    {
        const auto revisions = store->revisions();
        if (!revisions)
            return revisions.error();
        const int number = int(revisions->size()) + 1;
        const auto step = *awaitRestarts(topology, {ApplicationId(0), ApplicationId(1)}, number);
        const auto saved = store->saveRevision(
            head, topology, {u"Exported"_s, false, u"sha256:0"_s, {}, step, number}, ada);
        return saved ? take(saved->head, step) : saved.error();
    }
    std::optional<Error> declareDeployed()
    {
        const auto declared =
            store->declareDeployed(head, 1, LargeTopology::working(2), topology, ada);
        if (!declared)
            return declared.error();
        head = *declared;
        return {};
    }
    std::optional<Error> replaceBaseline()
    {
        const auto replaced = store->replaceBaseline(head, LargeTopology::working(3), topology);
        if (!replaced)
            return replaced.error();
        head = *replaced;
        return {};
    }
};

using Operation = std::function<std::optional<Error>(Session &)>;

/// Opens the document and does these one after the other.
auto runAll(QList<Operation> operations)
{
    return [operations = std::move(operations)](
               const QString &folder, const std::function<void()> &done) -> std::optional<Error> {
        Session session;
        if (auto error = session.open(documentIn(folder)))
            return error;
        for (const auto &operation : operations) {
            if (auto error = operation(session))
                return error;
            done();
        }
        return {};
    };
}

Operation assignment(quint32 application, quint32 tenant)
{
    return [=](Session &session) { return session.assign(application, tenant); };
}

Operation import(int tenants)
{
    return
        [=](Session &session) { return session.apply(importOf(LargeTopology::working(tenants))); };
}

std::optional<Error> saveCopy(const QString &folder, const std::function<void()> &done)
{
    const auto store = Store::open(documentIn(folder), Store::Access::ReadOnly);
    if (!store)
        return store.error();
    const auto copied = (*store)->saveCopy(copyIn(folder));
    if (!copied)
        return copied.error();
    done();
    return {};
}

void prepareOlderDocument(const QString &folder)
{
    if (!QFile::copy(u"" TEST_DATA_DIR "/documents/version-1.switchyard"_s, documentIn(folder))
        || !QFile::setPermissions(documentIn(folder), QFile::ReadOwner | QFile::WriteOwner))
        qFatal("no older document");
}

std::optional<Error> upgrade(const QString &folder, const std::function<void()> &done)
{
    const auto upgraded = upgradeDocument(documentIn(folder));
    if (!upgraded)
        return upgraded.error();
    done();
    return {};
}

/// Leaves a document whose last writer ended in the middle of its commit.
void prepareInterruptedWrite(const QString &folder)
{
    prepareDocument(folder);
    const int writer = ::fork();
    if (writer == 0) {
        sqlite3 *database = nullptr;
        sqlite3_open(qPrintable(documentIn(folder)), &database);
        sqlite3_exec(database,
            "PRAGMA cache_size = 2; BEGIN IMMEDIATE; UPDATE applications SET name = 'half'; UPDATE application_options SET value = 'half'",
            nullptr, nullptr, nullptr);
        ::_exit(0);
    }
    ::waitpid(writer, nullptr, 0);
    if (!QFile::exists(documentIn(folder) + u"-journal"_s))
        qFatal("no journal was left");
}

}  // namespace

const std::vector<Scenario> &scenarios()
{
    static const std::vector<Scenario> all {
        {"edit", prepareDocument, runAll({assignment(0, 0), assignment(1, 0), assignment(2, 0)}),
            "a.switchyard"},
        {"undo and redo", prepareDocument,
            runAll({assignment(0, 0), &Session::undo, &Session::redo, &Session::undo,
                assignment(1, 0)}),
            "a.switchyard"},
        {"import and undo", [](const QString &folder) { createDocument(documentIn(folder), {}); },
            runAll({import(2), &Session::undo}), "a.switchyard"},
        {"import past the cache", prepareSmallCache, runAll({import(4)}), "a.switchyard"},
        {"revision and baseline", prepareDocument,
            runAll(
                {assignment(0, 0), &Session::deploy, &Session::replaceBaseline, assignment(1, 0)}),
            "a.switchyard"},
        {"export and deploy", prepareDocument,
            runAll({assignment(0, 0), &Session::exportRevision, assignment(1, 0),
                &Session::declareDeployed}),
            "a.switchyard"},
        {"upgrade", prepareOlderDocument, upgrade, "a.switchyard"},
        {"recover", prepareInterruptedWrite, runAll({assignment(0, 0)}), "a.switchyard"},
        {"create", [](const QString &) {},
            [](const QString &folder, const std::function<void()> &done) -> std::optional<Error> {
                const auto created = Store::create(documentIn(folder), smallTopology(), {});
                if (!created)
                    return created.error();
                done();
                return {};
            },
            "a.switchyard"},
        {"copy to a new file", prepareDocument, saveCopy, "copy.switchyard"},
        {"copy over a document",
            [](const QString &folder) {
                prepareDocument(folder);
                createDocument(copyIn(folder), LargeTopology::working(4));
            },
            saveCopy, "copy.switchyard"},
        {"copy over another file",
            [](const QString &folder) {
                prepareDocument(folder);
                QFile file(copyIn(folder));
                if (!file.open(QIODevice::WriteOnly) || file.write("old") != 3)
                    qFatal("%s", qPrintable(file.errorString()));
            },
            saveCopy, "copy.switchyard"},
    };
    return all;
}

Result<FoundState> findState(const QString &path)
{
    FoundState found;
    found.isThere = QFile::exists(path);
    if (!found.isThere)
        return found;
    const auto store = Store::open(path, Store::Access::ReadWrite);
    if (!store && store.error().code == Error::Code::NotOurs) {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            found.other = file.readAll();
        return found;
    }
    if (!store)
        return tl::unexpected(store.error());
    const auto problems = (*store)->checkIntegrity();
    if (!problems)
        return tl::unexpected(problems.error());
    if (!problems->isEmpty())
        return failure(Error::Code::Corrupt, problems->join(u'\n'));
    auto content = (*store)->load();
    if (!content)
        return tl::unexpected(content.error());
    found.head = content->head;
    found.topology = std::move(content->topology);
    found.baseline = std::move(content->baseline);
    found.isOlder = (*store)->isReadOnly();
    const auto revisions = (*store)->revisions();
    if (!revisions)
        return tl::unexpected(revisions.error());
    found.revisions = int(revisions->size());
    for (const auto &revision : *revisions) {
        if (revision.isBaseline)
            found.deployed = revision.number;
    }
    return found;
}

std::vector<FoundState> statesOf(const Scenario &scenario, const QString &folder)
{
    const auto path = folder + u'/' + QLatin1String(scenario.file);
    std::vector<FoundState> states;
    const auto look = [&] {
        const auto found = findState(path);
        if (!found)
            qFatal("%s: %s", scenario.name, qPrintable(found.error().text()));
        states.push_back(*found);
    };
    scenario.prepare(folder);
    look();
    if (const auto error = scenario.run(folder, look))
        qFatal("%s: %s", scenario.name, qPrintable(error->text()));
    return states;
}
