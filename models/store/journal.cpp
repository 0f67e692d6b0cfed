// SPDX-License-Identifier: Apache-2.0
#include "models/store/journal.h"

#include "models/store/editjson.h"
#include "models/store/rowreader.h"
#include "models/store/storeconnection.h"

#include <SQLiteCpp/Statement.h>
#include <limits>
#include <numeric>

namespace {

constexpr size_t editPartSize = 1 << 20;

tl::unexpected<Error> damaged(qint64 step)
{
    return failure(Error::Code::Corrupt,
        StoreTexts::tr("The document is damaged: its history is not valid."),
        QStringLiteral("steps %1").arg(step));
}

tl::unexpected<Error> unfit()
{
    return failure(Error::Code::InvalidInput,
        StoreTexts::tr("A text holds characters that a document can't keep."));
}

std::string_view textOf(const SQLite::Column &column)
{
    return {column.getText(), size_t(column.getBytes())};
}

/// The most ids of all kinds together. Each id that was ever given has left at least this many
/// bytes in the file (its line in the history), which never shrinks.
qint64 mostIds(qint64 fileSize)
{
    constexpr qint64 spare = 1 << 20;
    constexpr qint64 bytesPerId = 16;
    return spare + fileSize / bytesPerId;
}

bool areTooMany(const Journal::NextIds &ids, qint64 fileSize)
{
    return std::accumulate(ids.begin(), ids.end(), qint64(0)) > mostIds(fileSize);
}

}  // namespace

Result<Head> Journal::head()
{
    auto &row = m_connection.statements().get(
        "SELECT head, undo_top, redo_top, baseline FROM document WHERE id = 1");
    if (!row.executeStep())
        return damaged(0);
    Head head {row.getColumn(0).getInt64(), row.getColumn(1).getInt64(),
        row.getColumn(2).getInt64(), row.getColumn(3).getInt64()};
    row.reset();
    const auto isStep = [&](qint64 step) { return step >= 0 && step <= head.step; };
    if (head.step < 0 || head.step == std::numeric_limits<qint64>::max() || !isStep(head.undoTop)
        || !isStep(head.redoTop))
        return damaged(head.step);
    return head;
}

void Journal::setHead(const Head &head)
{
    (m_connection.rows().bind(
         "UPDATE document SET head = ?1, undo_top = ?2, redo_top = ?3, baseline = ?4 WHERE id = 1")
        << head.step << head.undoTop << head.redoTop << head.baseline)
        .run();
}

Result<Journal::NextIds> Journal::nextIds(qint64 fileSize)
{
    auto &row = m_connection.statements().get(
        "SELECT next_tenant, next_switching_office, next_switch, next_host, next_application FROM document WHERE id = 1");
    NextIds ids {};
    bool isGood = row.executeStep();
    for (int i = 0; isGood && i < kindCount; ++i) {
        const qint64 id = row.getColumn(i).getInt64();
        isGood = id >= 0 && id <= std::numeric_limits<quint32>::max();
        ids[size_t(i)] = quint32(id);
    }
    row.reset();
    if (!isGood || areTooMany(ids, fileSize))
        return failure(Error::Code::Corrupt,
            StoreTexts::tr("The document is damaged: it counts more objects than it can hold."),
            QStringLiteral("document 1"));
    return ids;
}

Result<void> Journal::setNextIds(const NextIds &ids, qint64 fileSize)
{
    if (areTooMany(ids, fileSize))
        return failure(Error::Code::InvalidInput,
            StoreTexts::tr("The document can't number so many objects."));
    auto &binder = m_connection.rows().bind(
        "UPDATE document SET next_tenant = ?1, next_switching_office = ?2, next_switch = ?3,"
        " next_host = ?4, next_application = ?5 WHERE id = 1");
    for (const auto id : ids)
        binder << qint64(id);
    binder.run();
    return {};
}

Result<Head> Journal::append(const Head &before, Head after, StepKind kind, qint64 target,
    const QString &title, const std::string &edits, const Signature &signature)
{
    after.step = before.step + 1;
    std::vector<std::string_view> parts;
    forEachPart(edits, editPartSize, [&](std::string_view part) { parts.push_back(part); });
    auto &rows = m_connection.rows();
    auto &step = rows.bind("INSERT INTO steps VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
        << after.step << qint64(kind) << (target == 0 ? std::nullopt : std::optional(target))
        << before.undoTop << before.redoTop << signature.time.toMSecsSinceEpoch()
        << signature.author << title << parts.front();
    step.run();
    const bool isGood = step.isGood();
    step.forgetErrors();
    for (size_t part = 1; part < parts.size(); ++part)
        (rows.bind("INSERT INTO step_parts VALUES (?1, ?2, ?3)")
            << after.step << qint64(part) << parts[part])
            .run();
    if (!isGood)
        return unfit();
    if (after.undoTop < 0)
        after.undoTop = after.step;
    if (after.redoTop < 0)
        after.redoTop = after.step;
    setHead(after);
    return after;
}

Result<Head> Journal::appendEdit(const Head &head, const Step &step, const Signature &signature)
{
    std::string text;
    for (const auto &edit : step.edits) {
        if (!::appendEdit(edit, text))
            return unfit();
    }
    constexpr qint64 thisStep = -1;
    return append(
        head, {0, thisStep, 0, head.baseline}, StepKind::Edit, 0, step.title, text, signature);
}

Result<Head> Journal::appendUndo(const Head &head, const QString &title, const Signature &signature)
{
    const auto undone = tops(head.undoTop);
    if (!undone)
        return tl::unexpected(undone.error());
    if (undone->kind != StepKind::Edit)
        return damaged(head.undoTop);
    constexpr qint64 thisStep = -1;
    return append(head, {0, undone->undoBefore, thisStep, head.baseline}, StepKind::Undo,
        head.undoTop, title, {}, signature);
}

Result<Head> Journal::appendRedo(const Head &head, const QString &title, const Signature &signature)
{
    const auto undo = tops(head.redoTop);
    if (!undo)
        return tl::unexpected(undo.error());
    if (undo->kind != StepKind::Undo)
        return damaged(head.redoTop);
    return append(head, {0, undo->target, undo->redoBefore, head.baseline}, StepKind::Redo,
        undo->target, title, {}, signature);
}

Result<Journal::Tops> Journal::tops(qint64 step)
{
    auto &row = m_connection.statements().get(
        "SELECT kind, target, undo_before, redo_before FROM steps WHERE number = ?1");
    row.bind(1, int64_t(step));
    if (!row.executeStep()) {
        row.reset();
        return damaged(step);
    }
    const qint64 kind = row.getColumn(0).getInt64();
    const Tops tops {StepKind(kind), row.getColumn(1).getInt64(), row.getColumn(2).getInt64(),
        row.getColumn(3).getInt64()};
    row.reset();
    if (kind < qint64(StepKind::Edit) || kind > qint64(StepKind::Redo))
        return damaged(step);
    return tops;
}

Result<Step> Journal::edits(qint64 step)
{
    auto &row = m_connection.statements().get(
        "SELECT title, edits FROM steps WHERE number = ?1 AND kind = 0");
    row.bind(1, int64_t(step));
    if (!row.executeStep()) {
        row.reset();
        return damaged(step);
    }
    const auto title = fromUtf8(textOf(row.getColumn(0)));
    std::string text(textOf(row.getColumn(1)));
    row.reset();
    auto &more = m_connection.statements().get(
        "SELECT part, edits FROM step_parts WHERE step = ?1 ORDER BY part");
    more.bind(1, int64_t(step));
    int part = 0;
    while (more.executeStep()) {
        if (more.getColumn(0).getInt64() != ++part) {
            more.reset();
            return damaged(step);
        }
        text += textOf(more.getColumn(1));
    }
    more.reset();
    auto edits = editsFromText(text);
    if (!title || !edits)
        return damaged(step);
    return Step {*title, std::move(*edits)};
}

Result<QList<JournalEntry>> Journal::entries(qint64 before, qint64 after, int count)
{
    TextCache texts;
    RowReader rows(m_connection.handle(),
        "SELECT number, kind, target, title, author, time FROM steps WHERE number < ?1 AND number > ?2 ORDER BY number DESC LIMIT ?3",
        texts);
    rows.bind(1, before);
    rows.bind(2, after);
    rows.bind(3, count);
    QList<JournalEntry> entries;
    while (rows.next()) {
        JournalEntry entry;
        entry.number = rows.whole(0);
        entry.kind = rows.enumeration(1, StepKind::Edit, StepKind::Redo);
        entry.target = rows.optionalWhole(2).value_or(0);
        entry.title = rows.text(3);
        entry.author = rows.word(4);
        entry.time = QDateTime::fromMSecsSinceEpoch(rows.whole(5), Qt::UTC);
        if (rows.isDamaged())
            return damaged(entry.number);
        entries.append(std::move(entry));
    }
    return entries;
}

Result<JournalEntry> Journal::entry(qint64 step)
{
    const auto found = entries(step + 1, step - 1, 1);
    if (!found)
        return tl::unexpected(found.error());
    if (found->isEmpty())
        return damaged(step);
    return found->constFirst();
}

QStringList Journal::check()
{
    QStringList problems;
    const auto report = [&](qint64 step, const QString &what) {
        problems.append(QStringLiteral("steps %1: %2").arg(step).arg(what));
    };
    const auto end = head();
    if (!end)
        return {end.error().text()};
    // Walks the history as it was made, and compares what each step says of the stacks with what
    // they were.
    Head now;
    for (qint64 number = 1; number <= end->step; ++number) {
        const auto step = tops(number);
        if (!step) {
            report(number, StoreTexts::tr("The step is missing or not valid."));
            return problems;
        }
        if (step->undoBefore != now.undoTop || step->redoBefore != now.redoTop)
            report(number, StoreTexts::tr("What can be undone does not fit the steps before."));
        switch (step->kind) {
        case StepKind::Edit:
            if (const auto read = edits(number); !read)
                report(number, read.error().message);
            now = {number, number, 0, 0};
            break;
        case StepKind::Undo: {
            const auto target = tops(step->target);
            if (step->target != now.undoTop || !target) {
                report(number, StoreTexts::tr("It takes back a step that is not the latest one."));
                return problems;
            }
            now = {number, target->undoBefore, number, 0};
            break;
        }
        case StepKind::Redo: {
            const auto undo = tops(now.redoTop);
            if (!undo || undo->target != step->target) {
                report(number, StoreTexts::tr("It does a step again that was not taken back."));
                return problems;
            }
            now = {number, step->target, undo->redoBefore, 0};
            break;
        }
        }
    }
    now.baseline = end->baseline;
    if (now != *end)
        report(end->step, StoreTexts::tr("The document does not stand where its history ends."));
    auto &stray = m_connection.statements().get("SELECT count(*) FROM steps WHERE number > ?1");
    stray.bind(1, int64_t(end->step));
    if (stray.executeStep() && stray.getColumn(0).getInt64() != 0)
        report(end->step, StoreTexts::tr("There are steps after the last one."));
    stray.reset();
    return problems;
}

Result<RevisionInfo> Journal::addRevision(
    const Head &head, const RevisionDraft &draft, const Signature &signature)
{
    auto &last = m_connection.statements().get("SELECT coalesce(max(number), 0) FROM revisions");
    last.executeStep();
    const int number = last.getColumn(0).getInt() + 1;
    last.reset();
    auto &row =
        m_connection.rows().bind(
            "INSERT INTO revisions (number, step, time, author, comment, is_deployed, checksum, errors, warnings, advice, waived)"
            " VALUES (?1, ?2, ?3, ?4, ?5, 0, ?6, ?7, ?8, ?9, ?10)")
        << qint64(number) << head.step << signature.time.toMSecsSinceEpoch() << signature.author
        << draft.comment << draft.checksum << qint64(draft.findings.errors)
        << qint64(draft.findings.warnings) << qint64(draft.findings.advice)
        << qint64(draft.findings.waived);
    row.run();
    const bool isGood = row.isGood();
    row.forgetErrors();
    if (!isGood)
        return unfit();
    RevisionInfo revision;
    revision.number = number;
    revision.step = head.step;
    revision.comment = draft.comment;
    revision.author = signature.author;
    revision.time = signature.time;
    revision.checksum = draft.checksum;
    revision.findings = draft.findings;
    if (draft.isDeployed) {
        markDeployed(number, head.baseline, signature);
        revision.isDeployed = true;
        revision.isBaseline = true;
        revision.deployedBy = signature.author;
        revision.deployedAt = signature.time;
    }
    return revision;
}

bool Journal::markDeployed(int revision, qint64 baseline, const Signature &signature)
{
    return (m_connection.rows().bind(
                "UPDATE revisions SET is_deployed = 1, baseline = ?1, deployed_by = ?2, deployed_at = ?3 WHERE number = ?4")
               << baseline << signature.author << signature.time.toMSecsSinceEpoch()
               << qint64(revision))
               .run()
        == 1;
}

Result<QList<RevisionInfo>> Journal::revisions()
{
    const auto now = head();
    if (!now)
        return tl::unexpected(now.error());
    TextCache texts;
    RowReader rows(m_connection.handle(),
        "SELECT number, step, comment, author, time, is_deployed, checksum, errors, warnings, advice, waived, baseline,"
        " deployed_by, deployed_at FROM revisions ORDER BY number",
        texts);
    constexpr qint64 most = std::numeric_limits<int>::max();
    QList<RevisionInfo> revisions;
    while (rows.next()) {
        RevisionInfo revision;
        revision.number = int(rows.whole(0, 1, most));
        revision.step = rows.whole(1, 0, now->step);
        revision.comment = rows.text(2);
        revision.author = rows.word(3);
        revision.time = QDateTime::fromMSecsSinceEpoch(rows.whole(4), Qt::UTC);
        revision.isDeployed = rows.flag(5);
        revision.checksum = rows.text(6);
        if (rows.optionalWhole(7))
            revision.findings =
                FindingsSummary {int(rows.whole(7, 0, most)), int(rows.whole(8, 0, most)),
                    int(rows.whole(9, 0, most)), int(rows.whole(10, 0, most))};
        revision.isBaseline = rows.optionalWhole(11) == now->baseline;
        revision.deployedBy = rows.word(12);
        if (const auto time = rows.optionalWhole(13))
            revision.deployedAt = QDateTime::fromMSecsSinceEpoch(*time, Qt::UTC);
        if (rows.isDamaged())
            return failure(Error::Code::Corrupt,
                StoreTexts::tr("The document is damaged: a revision is not valid."),
                QStringLiteral("revisions %1").arg(revision.number));
        revisions.append(std::move(revision));
    }
    return revisions;
}
