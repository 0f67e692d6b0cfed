// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/store.h"
#include "models/topology/apply.h"
#include "models/topology/edits.h"

inline const Signature ada {
    QStringLiteral("Ada"), QDateTime(QDate(2025, 5, 7), QTime(9, 30, 15, 250), Qt::UTC)};

/// The value, or a failed test that tells why there is none.
template <class T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().text()));
    return *std::move(result);
}

inline void must(const Result<void> &result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().text()));
}

/// A document with what it should hold kept beside, in memory.
struct Twin
{
    std::unique_ptr<Store> store;
    Topology topology;
    Topology baseline;
    Head head;

    explicit Twin(
        const QString &path, const Topology &content = {}, const Topology &production = {})
        : store(must(Store::create(path, content, production)))
        , topology(content)
        , baseline(production)
    {
    }

    void apply(const Step &step)
    {
        head = must(store->append(head, topology, step, ada));
        ::apply(topology, step);
    }
    void undo()
    {
        const auto back = must(store->undoStep(head.undoTop));
        head = must(store->undo(head, topology, back, ada));
        ::apply(topology, back);
    }
    void redo()
    {
        const auto undone = must(store->journal(head.redoTop + 1, 1)).constFirst();
        const auto again = must(store->redoStep(undone.target));
        head = must(store->redo(head, topology, again, ada));
        ::apply(topology, again);
    }
    /// A draft without a step of its own, and without number.
    Result<RevisionInfo> keep(const RevisionDraft &draft)
    {
        const auto kept = store->saveRevision(head, topology, draft, ada);
        return kept ? Result<RevisionInfo>(kept->info) : tl::unexpected(kept.error());
    }
    void reopen()
    {
        const auto path = store->path();
        store.reset();
        store = must(Store::open(path, Store::Access::ReadWrite));
    }
};

/// Objects alone: the baseline's settings and document keys are the working copy's.
inline bool haveEqualObjects(const Topology &a, const Topology &b)
{
    return a.tenants() == b.tenants() && a.offices() == b.offices() && a.switches() == b.switches()
        && a.hosts() == b.hosts() && a.applications() == b.applications();
}

inline Step rename(const Topology &topology, ObjectId object, const QString &name)
{
    return must(setField(topology, object, Field::Name, name));
}
