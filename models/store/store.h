// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "models/rules/validator.h"
#include "models/topology/topology.h"

#include <QDateTime>

#include <chrono>
#include <future>
#include <memory>
#include <span>

/// Where a document stands: numbers of steps, 0 for none. One history per document; every applied
/// step, undo and redo is one more step, so the head only grows.
struct Head
{
    qint64 step = 0;      ///< The document's state number.
    qint64 undoTop = 0;   ///< The step that undo would take back.
    qint64 redoTop = 0;   ///< The undo that redo would take back.
    qint64 baseline = 0;  ///< Grows whenever the baseline is replaced.
    bool operator==(const Head &) const = default;
};

enum class StepKind : quint8 { Edit = 0, Undo = 1, Redo = 2 };

/// One line of the history.
struct JournalEntry
{
    qint64 number = 0;
    StepKind kind = StepKind::Edit;
    qint64 target = 0;  ///< Undo, redo: the step that is taken back or done again.
    QString title;
    QString author;
    QDateTime time;  ///< UTC
};

struct RevisionInfo
{
    int number = 0;
    qint64 step = 0;
    QString comment;
    QString author;
    QDateTime time;           ///< UTC
    bool isDeployed = false;  ///< It is, or was once, the baseline.
    bool isBaseline = false;  ///< It is the baseline.
    QString deployedBy;       ///< Who declared it deployed last; empty if it isn't known.
    QDateTime deployedAt;     ///< When (UTC); invalid if it isn't known.
    QString checksum;  ///< Of the topology file that it makes, as its stamp has it; empty for
                       ///< revisions of documents of version 1.
    std::optional<FindingsSummary> findings;  ///< When it was kept.
};

/// A revision that is to be kept.
struct RevisionDraft
{
    QString comment;
    bool isDeployed = false;  ///< It becomes the baseline as well.
    QString checksum;
    FindingsSummary findings;
    /// What else happens in the same moment, such as restarts that are pending from now on; the
    /// revision is of the state after it. May be empty.
    Step step;
    /// The number that the step speaks of; 0 for none. Conflict if it is another's.
    int number = 0;
};

/// Who makes an entry, and when.
struct Signature
{
    QString author;
    QDateTime time;
};

/// The file of a document: an SQLite database, opened, hardened, verified and written as the
/// README's reliability section says. The one place that touches the file's bytes. Knows no rules;
/// topologies in, topologies out.
///
/// Not thread-safe. Errors tell apart: not ours, damaged, too new, read-only, busy, disk full.
class Store final
{
public:
    enum class Access { ReadWrite, ReadOnly };

    /// Never over an existing file (Conflict). What is given becomes the content; the baseline
    /// likewise.
    static Result<std::unique_ptr<Store>> create(
        const QString &path, const Topology &topology, const Topology &baseline);
    /// Reading alone changes neither bytes nor modification time of the file.
    static Result<std::unique_ptr<Store>> open(const QString &path, Access access);
    /// True if the file begins as an SQLite database does: it is for open() to judge. Never opens a
    /// file that a Store of this process has open.
    static bool looksLikeDocument(const QString &path);
    /// Takes away a document that this process has made and nobody wants after all, together with
    /// the journal that a failed write may have left beside it: that would be in the way of the
    /// next document of this name. No Store may have it open.
    static void discard(const QString &path);
    ~Store();

    QString path() const;
    /// Something that people should know about the opening, such as a recovery after a crash or a
    /// network folder; empty if not.
    QString notice() const;
    /// Opened so, or because the file or its folder can't be written (then notice() tells, and
    /// writing is ReadOnly).
    bool isReadOnly() const;
    /// The file is of an older version, so it is only read (upgrade.h brings it up to date).
    bool isOfOlderVersion() const;
    /// How long a lock of another program is waited for before an operation is Busy; 2 s unless
    /// told.
    void setPatience(std::chrono::milliseconds patience);

    // --- Reading. Each is one read transaction ---
    struct Content
    {
        Topology topology;
        /// What runs in production: objects alone, because nothing else is ever compared with it.
        /// Settings and unknown collections are the working copy's. Shares records with the
        /// topology wherever they are equal.
        Topology baseline;
        Head head;
        /// Valid where what was left out (Reading::ForRules) is still being looked at, on another
        /// thread. Nobody may believe the topology before it has come: an error is that the
        /// document is damaged, and some of what was to be read may be missing.
        std::future<Result<void>> confirmation;
    };
    Result<Content> load();
    enum class Reading { Everything, ForRules };
    /// Without the baseline (empty).
    ///
    /// ForRules leaves out, as if it were empty, what no rule looks at: of applications the
    /// template, directory, command line, arguments, automatic restart, timeouts, unknown keys and
    /// annex, and the options unless the type is among typesReadWithOptions(); of connections all
    /// but target and port. Findings are those of the whole document. Damage goes unnoticed where
    /// it is in what is left out, and only there: checkIntegrity() and every other load read
    /// everything.
    Result<Content> loadWorking(Reading reading = Reading::Everything);
    /// The types whose options rules look at.
    static std::span<const ApplicationType> typesReadWithOptions();
    /// As far as is cheap: at once and without waiting; Busy if it can't be told now.
    Result<Head> currentHead();
    /// True if another connection may have changed the file since the last call. Never waits.
    bool changedSinceLastLook();
    /// The edits that lead from after the step "since" to the head, undos and redos resolved, one
    /// Delta a step, in order.
    struct NewStep
    {
        JournalEntry entry;
        Delta delta;
    };
    Result<QList<NewStep>> stepsSince(qint64 since);
    /// The edits that undo (inverses, in order) or redo of this step would apply.
    Result<Step> undoStep(qint64 step);
    Result<Step> redoStep(qint64 step);
    /// The edits that lead back from one state of the document to an earlier one, in order.
    /// NotFound unless 0 <= to <= from.
    Result<Delta> editsBack(qint64 from, qint64 to);
    /// Entries with numbers below "before" (0: from the head), newest first, at most "count".
    Result<QList<JournalEntry>> journal(qint64 before, int count);
    Result<QList<RevisionInfo>> revisions();
    /// quick_check, foreign_key_check and a whole load. Each problem is a line.
    Result<QStringList> checkIntegrity();

    // --- Writing. Each is one transaction that is durable when it returns. Conflict if the head is
    // no longer "expected": then nothing was written, and the caller reads stepsSince() and tries
    // again. Busy after a bounded wait ---
    /// "before" is the topology that the step will be applied to; it becomes the image in the
    /// baseline of what the step touches.
    Result<Head> append(
        const Head &expected, const Topology &before, const Step &step, const Signature &signature);
    /// The same, and the result becomes the baseline: the import into an empty document.
    Result<Head> appendAsBaseline(
        const Head &expected, const Topology &before, const Step &step, const Signature &signature);
    /// Takes back expected.undoTop; "edits" is undoStep(expected.undoTop).
    Result<Head> undo(const Head &expected, const Topology &before, const Step &edits,
        const Signature &signature);
    /// "edits" is redoStep of the step that the undo expected.redoTop took back.
    Result<Head> redo(const Head &expected, const Topology &before, const Step &edits,
        const Signature &signature);
    /// Replaces the baseline's objects; ids that "working" has too mean the same object.
    Result<Head> replaceBaseline(
        const Head &expected, const Topology &baseline, const Topology &working);
    enum class Deployed { No, Yes };
    struct KeptRevision
    {
        RevisionInfo info;
        Head head;  ///< After it.
    };
    /// Keeps the state that the draft's step leaves as a numbered revision. "before" is the
    /// topology that the step will be applied to.
    Result<KeptRevision> saveRevision(const Head &expected, const Topology &before,
        const RevisionDraft &draft, const Signature &signature);
    /// The revision becomes the baseline; "content" is what it holds.
    Result<Head> declareDeployed(const Head &expected, int revision, const Topology &content,
        const Topology &working, const Signature &signature);

    /// A whole copy in a new file, through SQLite's backup; over an existing file it is old or new,
    /// never between.
    Result<void> saveCopy(const QString &path);

private:
    class Private;
    explicit Store(std::unique_ptr<Private> p);
    std::unique_ptr<Private> d;
};
