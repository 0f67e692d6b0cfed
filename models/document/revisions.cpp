// SPDX-License-Identifier: Apache-2.0
#include "models/document/revisions.h"

#include "models/topology/apply.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct RevisionsTexts
{
    Q_DECLARE_TR_FUNCTIONS(Revisions)
};

}  // namespace

Result<RevisionInfo> findRevision(Store &store, int number)
{
    const auto revisions = store.revisions();
    if (!revisions)
        return tl::unexpected(revisions.error());
    const auto found = std::find_if(revisions->begin(), revisions->end(),
        [&](const RevisionInfo &revision) { return revision.number == number; });
    if (found != revisions->end())
        return *found;
    return failure(Error::Code::NotFound,
        revisions->isEmpty() ? RevisionsTexts::tr("The document has no revisions.")
                             : RevisionsTexts::tr("There is no revision %1; the latest one is %2.")
                                   .arg(number)
                                   .arg(revisions->constLast().number),
        store.path());
}

Result<std::optional<RevisionInfo>> revisionAt(Store &store, qint64 step)
{
    const auto revisions = store.revisions();
    if (!revisions)
        return tl::unexpected(revisions.error());
    if (revisions->isEmpty() || revisions->constLast().step != step)
        return std::nullopt;
    return revisions->constLast();
}

Result<Topology> topologyOf(
    Store &store, const RevisionInfo &revision, const Topology &now, qint64 head)
{
    const auto back = store.editsBack(head, revision.step);
    if (!back)
        return tl::unexpected(back.error());
    auto topology = now;
    for (const auto &edit : *back)
        ::apply(topology, edit);
    return topology;
}

Result<Topology> topologyOf(const DocumentState &state, const std::optional<RevisionInfo> &revision)
{
    if (!revision)
        return state.topology;
    const auto store = Store::open(state.path, Store::Access::ReadOnly);
    return store ? topologyOf(**store, *revision, state.topology, state.head)
                 : tl::unexpected(store.error());
}
