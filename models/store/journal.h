// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/store.h"

#include <array>

class StoreConnection;

/// The history of a document and the row that says where it stands.
///
/// Undo and redo are steps without edits of their own: they name the edit step that they take back
/// or do again. The stack of steps to undo holds edit steps alone, the stack to redo holds undo
/// steps; each step keeps the tops from before it, so that what lies below is found at once.
/// SQLite's errors are thrown.
class Journal final
{
public:
    explicit Journal(StoreConnection &connection)
        : m_connection(connection)
    {
    }

    using NextIds = std::array<quint32, kindCount>;

    Result<Head> head();
    void setHead(const Head &head);
    /// Corrupt where the file is too small to account for so many ids: a flipped bit must not take
    /// gigabytes.
    Result<NextIds> nextIds(qint64 fileSize);
    /// InvalidInput where nextIds() would refuse what it wrote.
    Result<void> setNextIds(const NextIds &ids, qint64 fileSize);

    /// Appends an edit step to the head. Each returns the new head, which it has written.
    Result<Head> appendEdit(const Head &head, const Step &step, const Signature &signature);
    Result<Head> appendUndo(const Head &head, const QString &title, const Signature &signature);
    Result<Head> appendRedo(const Head &head, const QString &title, const Signature &signature);

    /// The edits of an edit step.
    Result<Step> edits(qint64 step);
    Result<JournalEntry> entry(qint64 step);
    /// Newest first, numbers below "before" and above "after", at most "count".
    Result<QList<JournalEntry>> entries(qint64 before, qint64 after, int count);
    /// All of the history: numbers, targets, stacks and edits. Each problem is a line.
    QStringList check();

    /// Of the state at this head.
    Result<RevisionInfo> addRevision(
        const Head &head, const RevisionDraft &draft, const Signature &signature);
    /// In order of their numbers.
    Result<QList<RevisionInfo>> revisions();
    /// False if there is no such revision.
    bool markDeployed(int revision, qint64 baseline, const Signature &signature);

private:
    struct Tops
    {
        StepKind kind;
        qint64 target;
        qint64 undoBefore;
        qint64 redoBefore;
    };
    Result<Tops> tops(qint64 step);
    Result<Head> append(const Head &before, Head after, StepKind kind, qint64 target,
        const QString &title, const std::string &edits, const Signature &signature);

    StoreConnection &m_connection;
};
