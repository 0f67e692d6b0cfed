// SPDX-License-Identifier: Apache-2.0
#include "models/store/store.h"

#include "models/store/baselineimages.h"
#include "models/store/filecopy.h"
#include "models/store/fileheader.h"
#include "models/store/newfile.h"
#include "models/store/rawfile.h"
#include "models/store/roomyheap.h"
#include "models/store/schema.h"
#include "models/store/secondreader.h"
#include "models/store/storesession.h"
#include "models/store/topologyreader.h"

#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <algorithm>
#include <limits>

using namespace std::chrono_literals;

namespace {

/// File systems where locks may be kept by each machine for itself, or not at all.
bool isOnNetwork(const QString &path)
{
    const auto type = QStorageInfo(path).fileSystemType();
    constexpr const char *names[] = {
        "nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "afs", "9p", "davfs", "ncpfs", "ceph"};
    return type.startsWith("fuse.")
        || std::any_of(
            std::begin(names), std::end(names), [&](const char *name) { return type == name; });
}

tl::unexpected<Error> unfitText()
{
    return failure(Error::Code::InvalidInput,
        StoreTexts::tr(
            "The edit does not fit what the document holds, or a text holds characters that a document can't keep."));
}

}  // namespace

class Store::Private final : public StoreSession
{
public:
    Result<Content> load(bool withBaseline, Reading reading);
    Result<Head> append(const Head &expected, const Topology &before, const Step &step,
        const Signature &signature, bool asBaseline);
    Result<void> applyEdits(const Topology &before, const QList<Edit> &edits, bool asBaseline);
    Result<void> raiseNextIds(Journal::NextIds wanted);
    Result<void> fill(const Topology &topology, const Topology &baseline);
};

// ---- Opening ----

Result<std::unique_ptr<Store>> Store::open(const QString &path, Access access)
{
    auto d = std::make_unique<Private>();
    d->path = QFileInfo(path).absoluteFilePath();
    d->access = access;
    if (const auto opened = d->open(); !opened)
        return tl::unexpected(opened.error());
    if (access == Access::ReadWrite && d->notice.isEmpty())
        d->notice = d->readOnlyReason;
    if (d->notice.isEmpty() && isOnNetwork(d->path))
        d->notice = StoreTexts::tr(
            "The document lies in a network or cloud folder. Where that folder does not pass on locks, two people who edit at the same time can damage it.");
    return std::unique_ptr<Store>(new Store(std::move(d)));
}

Result<std::unique_ptr<Store>> Store::create(
    const QString &path, const Topology &topology, const Topology &baseline)
{
    const auto target = QFileInfo(path).absoluteFilePath();
    if (QFileInfo::exists(target))
        return failure(
            Error::Code::Conflict, StoreTexts::tr("There is already a file of this name."), target);
    auto file = NewFile::beside(target);
    if (!file)
        return tl::unexpected(file.error());
    const auto built = guarded(target, nullptr, [&]() -> Result<void> {
        Private d;
        d.path = target;
        auto opened = StoreConnection::open(file->path(), StoreConnection::Mode::Build, d.patience);
        if (!opened)
            return tl::unexpected(opened.error());
        d.connection = std::move(*opened);
        return guarded(target, d.connection.get(), [&] { return d.fill(topology, baseline); });
    });
    if (!built)
        return tl::unexpected(built.error());
    if (const auto placed = file->place(NewFile::Overwrite::No); !placed)
        return tl::unexpected(placed.error());
    return open(target, Access::ReadWrite);
}

Result<void> Store::Private::fill(const Topology &topology, const Topology &baseline)
{
    createSchema(connection->database());
    Transaction writing(*connection, Transaction::Kind::Write);
    auto &rows = connection->rows();
    bool isGood = rows.writeSettings(topology.settings()) && rows.writeExtra({}, topology.extra());
    const auto insertAll = [&](const auto &table) {
        for (const auto &record : table)
            isGood = isGood && rows.insert(Record(record));
    };
    insertAll(topology.tenants());
    insertAll(topology.offices());
    insertAll(topology.switches());
    insertAll(topology.hosts());
    insertAll(topology.applications());
    for (const auto &waiver : topology.waivers())
        isGood = isGood && rows.apply(SetWaiver {std::nullopt, waiver});
    for (auto at = topology.places().cbegin(); at != topology.places().cend(); ++at)
        isGood = isGood && rows.apply(SetPlace {at.key(), std::nullopt, at.value()});
    for (const auto &answer : topology.siteAnswers())
        isGood = isGood && rows.apply(SetSiteAnswer {std::nullopt, answer});
    const auto &pending = topology.pendingRestarts();
    for (auto at = pending.cbegin(); at != pending.cend(); ++at)
        isGood = isGood && rows.apply(SetPending {at.key(), std::nullopt, at.value()});
    if (!isGood || !BaselineImages(*connection).replace(baseline, topology))
        return unfitText();
    Journal::NextIds ids {};
    for (int kind = 0; kind < kindCount; ++kind)
        ids[size_t(kind)] = std::max(topology.nextId(Kind(kind)), baseline.nextId(Kind(kind)));
    if (const auto numbered = Journal(*connection).setNextIds(ids, fileSize()); !numbered)
        return numbered;
    writing.commit();
    return {};
}

bool Store::looksLikeDocument(const QString &path)
{
    const auto file = RawFile::open(path);
    return file && hasDatabaseMagic((*file)->read(0, databaseMagicSize));
}

void Store::discard(const QString &path)
{
    // The document first: alone, a journal is played into nothing.
    const auto journal = journalPath(path);
    QFile::remove(path);
    QFile::remove(journal);
}

Store::Store(std::unique_ptr<Private> p)
    : d(std::move(p))
{
}

Store::~Store() = default;

QString Store::path() const
{
    return d->path;
}

QString Store::notice() const
{
    return d->notice;
}

bool Store::isReadOnly() const
{
    return !d->readOnlyReason.isEmpty();
}

bool Store::isOfOlderVersion() const
{
    return d->version < schemaVersion();
}

void Store::setPatience(std::chrono::milliseconds patience)
{
    d->patience = patience;
    if (d->connection)
        d->connection->setPatience(patience);
}

// ---- Reading ----

Result<Store::Content> Store::Private::load(bool withBaseline, Reading reading)
{
    return read([&]() -> Result<Content> {
        const qint64 size = fileSize();
        const Deadline deadline(connection->handle(), readingTime(size));
        Journal journal(*connection);
        const auto head = journal.head();
        if (!head)
            return tl::unexpected(head.error());
        const auto ids = journal.nextIds(size);
        if (!ids)
            return tl::unexpected(ids.error());
        const RoomyHeap heap(size_t(size) * 3);
        SecondReader second(connection->handle(), openPath, size, reading);
        auto topology = TopologyReader(connection->handle(), *ids, reading).read([&] {
            return second.lists();
        });
        if (!topology)
            return tl::unexpected(topology.error());
        auto baseline = withBaseline ? BaselineImages(*connection).read(*topology)
                                     : Result<Topology>(Topology());
        if (!baseline)
            return tl::unexpected(baseline.error());
        lastDataVersion = connection->dataVersion();
        return Content {std::move(*topology), std::move(*baseline), *head, second.confirmation()};
    });
}

Result<Store::Content> Store::load()
{
    return d->load(true, Reading::Everything);
}

Result<Store::Content> Store::loadWorking(Reading reading)
{
    return d->load(false, reading);
}

std::span<const ApplicationType> Store::typesReadWithOptions()
{
    static const ApplicationType types[] = {ApplicationType::ChatServer,
        ApplicationType::CapturePoint, ApplicationType::SocialMessagingServer};
    return types;
}

Result<Head> Store::currentHead()
{
    if (d->connection)
        d->connection->setPatience(0ms);
    auto head = d->read([&] { return Journal(*d->connection).head(); });
    setPatience(d->patience);
    return head;
}

bool Store::changedSinceLastLook()
{
    if (!d->connection)
        return true;
    d->connection->setPatience(0ms);
    // Busy, or any other trouble: what is to be seen will be there at the next look.
    const auto version = guarded(d->path, d->connection.get(),
        [&]() -> Result<qint64> { return d->connection->dataVersion(); });
    d->connection->statements().resetAll();
    setPatience(d->patience);
    if (!version || d->lastDataVersion == *version)
        return false;
    d->lastDataVersion = *version;
    return true;
}

Result<QList<Store::NewStep>> Store::stepsSince(qint64 since)
{
    return d->read([&]() -> Result<QList<NewStep>> {
        Journal journal(*d->connection);
        const auto head = journal.head();
        if (!head)
            return tl::unexpected(head.error());
        if (since > head->step)
            return failure(Error::Code::Corrupt,
                StoreTexts::tr("The file was replaced by an older copy of the document."), d->path);
        const auto entries =
            journal.entries(head->step + 1, since, std::numeric_limits<int>::max());
        if (!entries)
            return tl::unexpected(entries.error());
        QList<NewStep> steps;
        for (auto entry = entries->crbegin(); entry != entries->crend(); ++entry) {
            const auto edits =
                journal.edits(entry->kind == StepKind::Edit ? entry->number : entry->target);
            if (!edits)
                return tl::unexpected(edits.error());
            steps.append(
                {*entry, entry->kind == StepKind::Undo ? inverse(*edits).edits : edits->edits});
        }
        return steps;
    });
}

Result<Delta> Store::editsBack(qint64 from, qint64 to)
{
    if (to < 0 || to > from)
        return failure(Error::Code::NotFound, StoreTexts::tr("There is no such state."), d->path);
    return d->read([&]() -> Result<Delta> {
        Journal journal(*d->connection);
        const auto entries = journal.entries(from + 1, to, std::numeric_limits<int>::max());
        if (!entries)
            return tl::unexpected(entries.error());
        Delta back;
        for (const auto &entry : *entries) {
            const auto edits =
                journal.edits(entry.kind == StepKind::Edit ? entry.number : entry.target);
            if (!edits)
                return tl::unexpected(edits.error());
            back += entry.kind == StepKind::Undo ? edits->edits : inverse(*edits).edits;
        }
        return back;
    });
}

Result<Step> Store::undoStep(qint64 step)
{
    auto edits = redoStep(step);
    return edits ? Result<Step>(inverse(*edits)) : edits;
}

Result<Step> Store::redoStep(qint64 step)
{
    return d->read([&] { return Journal(*d->connection).edits(step); });
}

Result<QList<JournalEntry>> Store::journal(qint64 before, int count)
{
    return d->read([&] {
        return Journal(*d->connection)
            .entries(before > 0 ? before : std::numeric_limits<qint64>::max(), 0, count);
    });
}

Result<QList<RevisionInfo>> Store::revisions()
{
    return d->read([&] { return Journal(*d->connection).revisions(); });
}

Result<QStringList> Store::checkIntegrity()
{
    auto problems = d->read([&]() -> Result<QStringList> {
        const Deadline deadline(d->connection->handle(), StoreSession::readingTime(d->fileSize()));
        QStringList found;
        StoreSession::checkStructure(*d->connection, found, "PRAGMA integrity_check(100)");
        found += Journal(*d->connection).check();
        return found;
    });
    if (!problems)
        return problems;
    if (const auto content = load(); !content)
        problems->append(content.error().text());
    if (const auto kept = revisions(); !kept)
        problems->append(kept.error().text());
    return problems;
}

// ---- Writing ----

Result<void> Store::Private::raiseNextIds(Journal::NextIds wanted)
{
    Journal journal(*connection);
    const qint64 size = fileSize();
    const auto ids = journal.nextIds(size);
    if (!ids)
        return tl::unexpected(ids.error());
    for (size_t kind = 0; kind < wanted.size(); ++kind)
        wanted[kind] = std::max(wanted[kind], (*ids)[kind]);
    return wanted == *ids ? Result<void>() : journal.setNextIds(wanted, size);
}

Result<void> Store::Private::applyEdits(
    const Topology &before, const QList<Edit> &edits, bool asBaseline)
{
    BaselineImages images(*connection);
    if (asBaseline)
        images.clear();
    else if (!images.keep(before, edits))
        return unfitText();
    Journal::NextIds ids {};
    bool isAdding = false;
    for (const auto &edit : edits) {
        if (!connection->rows().apply(edit))
            return unfitText();
        if (const auto *add = std::get_if<AddObject>(&edit)) {
            const auto object = objectId(*add->record);
            auto &next = ids[size_t(object.kind)];
            next = std::max(next, object.id + 1);
            isAdding = true;
        }
    }
    return isAdding ? raiseNextIds(ids) : Result<void>();
}

Result<Head> Store::Private::append(const Head &expected, const Topology &before, const Step &step,
    const Signature &signature, bool asBaseline)
{
    return write(expected, [&](const Head &head) -> Result<Head> {
        if (const auto applied = applyEdits(before, step.edits, asBaseline); !applied)
            return tl::unexpected(applied.error());
        const Head counted {head.step, head.undoTop, head.redoTop, head.baseline + asBaseline};
        return Journal(*connection)
            .appendEdit(counted, {stepTitle(before, step), step.edits}, signature);
    });
}

Result<Head> Store::append(
    const Head &expected, const Topology &before, const Step &step, const Signature &signature)
{
    return d->append(expected, before, step, signature, false);
}

Result<Head> Store::appendAsBaseline(
    const Head &expected, const Topology &before, const Step &step, const Signature &signature)
{
    return d->append(expected, before, step, signature, true);
}

Result<Head> Store::undo(
    const Head &expected, const Topology &before, const Step &edits, const Signature &signature)
{
    if (expected.undoTop == 0)
        return failure(Error::Code::NotFound, StoreTexts::tr("There is nothing to undo."));
    return d->write(expected, [&](const Head &head) -> Result<Head> {
        if (const auto applied = d->applyEdits(before, edits.edits, false); !applied)
            return tl::unexpected(applied.error());
        return Journal(*d->connection).appendUndo(head, edits.title, signature);
    });
}

Result<Head> Store::redo(
    const Head &expected, const Topology &before, const Step &edits, const Signature &signature)
{
    if (expected.redoTop == 0)
        return failure(Error::Code::NotFound, StoreTexts::tr("There is nothing to redo."));
    return d->write(expected, [&](const Head &head) -> Result<Head> {
        if (const auto applied = d->applyEdits(before, edits.edits, false); !applied)
            return tl::unexpected(applied.error());
        return Journal(*d->connection).appendRedo(head, edits.title, signature);
    });
}

Result<Head> Store::replaceBaseline(
    const Head &expected, const Topology &baseline, const Topology &working)
{
    return d->write(expected, [&](Head head) -> Result<Head> {
        if (!BaselineImages(*d->connection).replace(baseline, working))
            return unfitText();
        Journal::NextIds ids {};
        for (int kind = 0; kind < kindCount; ++kind)
            ids[size_t(kind)] = baseline.nextId(Kind(kind));
        if (const auto raised = d->raiseNextIds(ids); !raised)
            return tl::unexpected(raised.error());
        ++head.baseline;
        Journal(*d->connection).setHead(head);
        return head;
    });
}

Result<Store::KeptRevision> Store::saveRevision(const Head &expected, const Topology &before,
    const RevisionDraft &draft, const Signature &signature)
{
    RevisionInfo info;
    const auto written = d->write(expected, [&](const Head &head) -> Result<Head> {
        Journal journal(*d->connection);
        Head after = head;
        if (!draft.step.isEmpty()) {
            if (const auto applied = d->applyEdits(before, draft.step.edits, false); !applied)
                return tl::unexpected(applied.error());
            const auto appended = journal.appendEdit(
                head, {stepTitle(before, draft.step), draft.step.edits}, signature);
            if (!appended)
                return appended;
            after = *appended;
        }
        if (draft.isDeployed) {
            BaselineImages(*d->connection).clear();
            ++after.baseline;
            journal.setHead(after);
        }
        const auto added = journal.addRevision(after, draft, signature);
        if (!added)
            return tl::unexpected(added.error());
        info = *added;
        if (draft.number != 0 && draft.number != info.number)
            return failure(Error::Code::Conflict,
                StoreTexts::tr("Another program kept a revision meanwhile."), d->path);
        return after;
    });
    if (!written)
        return tl::unexpected(written.error());
    return KeptRevision {std::move(info), *written};
}

Result<Head> Store::declareDeployed(const Head &expected, int revision, const Topology &content,
    const Topology &working, const Signature &signature)
{
    return d->write(expected, [&](Head head) -> Result<Head> {
        if (!BaselineImages(*d->connection).replace(content, working))
            return unfitText();
        ++head.baseline;
        Journal journal(*d->connection);
        journal.setHead(head);
        if (!journal.markDeployed(revision, head.baseline, signature))
            return failure(Error::Code::NotFound,
                StoreTexts::tr("There is no revision %1.").arg(revision), d->path);
        return head;
    });
}

Result<void> Store::saveCopy(const QString &path)
{
    if (const auto opened = d->ensureOpen(); !opened)
        return opened;
    return copyDocument(*d->connection, d->openPath, QFileInfo(path).absoluteFilePath());
}
