// SPDX-License-Identifier: Apache-2.0
#include "models/topology/apply.h"
#include "models/topology/draftmerger.h"
#include "models/topology/edits.h"
#include "models/topology/refusal.h"

#include <QCoreApplication>

namespace {

struct MergeDraftsTexts
{
    Q_DECLARE_TR_FUNCTIONS(Drafts)
};

}  // namespace

Result<Merge> mergeDrafts(const Topology &topology, const TopologyDraft &drafts, Missing missing)
{
    DraftMerger merger(topology,
        missing == Missing::Remove ? DraftMerger::Purpose::Replace : DraftMerger::Purpose::Merge);
    if (auto merged = merger.merge(drafts); !merged)
        return tl::unexpected(merged.error());
    auto result = merger.takeResult();
    result.step = merger.change().toStep();
    if (missing == Missing::Keep)
        dropUnreferencedPlaceholders(topology, result.step);
    if (!result.step.isEmpty())
        result.step.title = drafts.objects.size() == 1
            ? MergeDraftsTexts::tr("Import 1 object")
            : MergeDraftsTexts::tr("Import %1 objects").arg(drafts.objects.size());
    return result;
}

Result<Topology> topologyFromDrafts(const TopologyDraft &drafts, QList<Problem> *problems)
{
    const Topology empty;
    DraftMerger merger(empty, DraftMerger::Purpose::Merge);
    if (auto merged = merger.merge(drafts); !merged)
        return tl::unexpected(merged.error());
    if (problems)
        *problems = merger.takeResult().problems;
    return merger.change().toTopology();
}

Result<Step> addDraft(const Topology &topology, const Draft &draft)
{
    DraftMerger merger(topology, DraftMerger::Purpose::Add);
    TopologyDraft drafts;
    drafts.objects.append(draft);
    if (auto merged = merger.merge(drafts); !merged)
        return tl::unexpected(merged.error());
    auto step = merger.change().toStep();
    if (step.edits.size() > 1)
        step.title = MergeDraftsTexts::tr("Add %1").arg(draft.name);
    return step;
}

Result<Step> setDraftField(
    const Topology &topology, ObjectId object, Field field, const DraftValue &value)
{
    if (!topology.contains(object))
        return notFound(object);
    DraftMerger merger(topology, DraftMerger::Purpose::Merge);
    Draft draft;
    draft.kind = object.kind;
    auto resolved = merger.resolve(draft, field, value);
    auto placeholders = merger.change().toStep();
    if (placeholders.isEmpty())
        return setField(topology, object, field, std::move(resolved));
    // Rare: an undefined name.
    auto scratch = topology;
    ::apply(scratch, placeholders);
    auto step = setField(scratch, object, field, std::move(resolved));
    if (!step || step->isEmpty())
        return step;
    step->title = stepTitle(scratch, *step);
    step->edits = placeholders.edits + step->edits;
    return step;
}
