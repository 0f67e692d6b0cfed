// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/clock.h"
#include "models/document/stepeffect.h"
#include "models/plan/planner.h"
#include "models/rules/validator.h"
#include "models/store/store.h"
#include "models/topology/draft.h"

#include <QObject>

#include <functional>

/// The one mutable door to a document: whoever wants a change asks here.
///
/// apply() makes an edit durable first, then updates topology, findings and plan, then tells the
/// views. Undo is an edit like any other: history is append-only, and survives closing. Another
/// process on the same file is followed row by row.
class Document final : public QObject
{
    Q_OBJECT

public:
    /// Makes the step for the topology as it is at that moment. Called again when another process
    /// was faster.
    using Builder = std::function<Result<Step>(const Topology &)>;

    /// A new file; never over an existing one. Empty author: the operating system's user.
    static Result<std::unique_ptr<Document>> create(const QString &path, const QString &author = {},
        const Topology &topology = {}, const Topology &baseline = {});
    static Result<std::unique_ptr<Document>> open(const QString &path, const QString &author = {},
        Store::Access access = Store::Access::ReadWrite);
    ~Document() override;

    QString path() const { return m_store->path(); }
    QString notice() const { return m_store->notice(); }
    bool isReadOnly() const { return m_store->isReadOnly(); }
    bool isOfOlderVersion() const { return m_store->isOfOlderVersion(); }
    /// Who edits here.
    const QString &author() const { return m_author; }

    const Topology &topology() const { return m_topology; }
    /// What runs in production. Its objects count; settings and unknown collections in it mean
    /// nothing.
    const Topology &baseline() const { return m_baseline; }
    const Validator &validator() const { return *m_validator; }
    /// Stays at its address, as topology and validator do.
    const Planner &planner() const { return *m_planner; }
    const Head &head() const { return m_head; }
    /// In UTC, as far as follow() has noticed: what waivers expire by.
    QDate today() const { return m_today; }

    /// The new state number, or the present one if the step is empty. On an error nothing has
    /// changed.
    Result<qint64> apply(const Builder &build);
    /// What an import does: merges, and if the document was empty and without history, what it
    /// leaves is the baseline.
    Result<qint64> import(const Builder &build);

    struct Undone
    {
        qint64 state = 0;
        JournalEntry entry;  ///< The step that was taken back, or done again.
    };
    /// NotFound if there is nothing to undo.
    Result<Undone> undo();
    Result<Undone> redo();
    bool canUndo() const { return m_head.undoTop != 0; }
    bool canRedo() const { return m_head.redoTop != 0; }
    /// Titles of the steps; empty if there is none.
    QString undoTitle() const { return m_undoTitle; }
    QString redoTitle() const { return m_redoTitle; }

    /// Keeps the present state as a numbered revision, with its checksum and the state of its
    /// findings; deployed: it becomes the baseline as well.
    Result<RevisionInfo> saveRevision(const QString &comment, Store::Deployed deployed);
    /// The same for a state that is exported: in the same moment, its restarts are pending.
    /// Conflict if the document has left the state that was exported (Head::step). Whoever knows
    /// the checksum of that state (topologyjsonwriter.h) saves the time to make it.
    Result<RevisionInfo> saveExported(
        const QString &comment, qint64 state, const QString &checksum = {});
    Result<QList<RevisionInfo>> revisions() { return m_store->revisions(); }
    /// What a revision holds, waivers, answers and all else as they were then. Objects have the ids
    /// that they have now. NotFound if there is no such revision.
    Result<Topology> revision(int number);
    /// One step that makes objects and settings those of the revision again; waivers, places, site
    /// answers and pending restarts stay.
    Result<qint64> restoreRevision(int number);
    /// A revision becomes the baseline.
    Result<void> declareDeployed(int number);
    /// The baseline becomes this topology; objects are matched by kind and name with those of the
    /// working copy.
    Result<void> replaceBaseline(const Topology &baseline);
    Result<QList<JournalEntry>> journal(qint64 before, int count)
    {
        return m_store->journal(before, count);
    }
    /// What an edit step of the history did.
    Result<Step> stepOf(qint64 number) { return m_store->redoStep(number); }
    Result<QStringList> checkIntegrity() { return m_store->checkIntegrity(); }
    Result<void> saveCopy(const QString &path) { return m_store->saveCopy(path); }

    /// Takes over what other processes did since, and that a new day has begun. Windows call it a
    /// few times a second; it never waits.
    Result<void> follow();

    /// What a step would do to findings and plan, without doing it: the answer is the validator's
    /// own.
    struct Preview
    {
        QList<Finding> findingsAdded;
        QList<Finding> findingsRemoved;
        QStringList messagesAdded;         ///< For findingsAdded, in its order.
        std::optional<PlanRow> rowBefore;  ///< Of the application that was asked for.
        std::optional<PlanRow> rowAfter;
        PlanSummary planAfter;
    };
    Preview preview(const Step &step, std::optional<ApplicationId> application = {});
    /// The same and all the rest, for somebody who is asked to agree to it.
    StepEffect effectOf(const Step &step);

Q_SIGNALS:
    /// Before anything of a step is applied in memory; the topology is still the one before.
    void aboutToChange(const Delta &delta);
    /// One applied step, whoever made it; topology, findings and plan are already the ones after.
    void changed(const Delta &delta);
    void findingsChanged(const FindingsDelta &delta);
    void planChanged(const PlanDelta &delta);
    /// The baseline was replaced: all of the plan may be another.
    void baselineChanged();
    /// Undo and redo titles, entries, revisions.
    void historyChanged();

private:
    Document(std::unique_ptr<Store> store, QString author, std::unique_ptr<Clock> clock,
        Store::Content content);
    using Write = std::function<Result<Head>(const Step &)>;
    Result<qint64> write(const Builder &build, const Write &append);
    Result<Undone> travel(StepKind kind);
    void take(const Delta &delta, const Head &head);
    Result<void> catchUp();
    void setBaseline(Topology baseline);
    Result<JournalEntry> entry(qint64 step);
    using Drafting = std::function<Result<RevisionDraft>()>;
    Result<RevisionInfo> keep(const Drafting &drafting);
    void takeKept(const RevisionDraft &draft, const Head &head);
    tl::unexpected<Error> busy() const;
    void readTitles();
    Signature signature() const;

    std::unique_ptr<Store> m_store;
    QString m_author;
    std::unique_ptr<Clock> m_clock;
    Topology m_topology;
    Topology m_baseline;
    Head m_head;
    QDate m_today;  // For waivers, which expire.
    std::unique_ptr<Validator> m_validator;
    std::unique_ptr<Planner> m_planner;
    QString m_undoTitle;
    QString m_redoTitle;
};
