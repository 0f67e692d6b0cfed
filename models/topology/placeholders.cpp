// SPDX-License-Identifier: Apache-2.0
#include "models/topology/apply.h"
#include "models/topology/edits.h"
#include "models/topology/references.h"

namespace {

/// Calls visit(ObjectId) for every reference that the edit takes away.
template <class Visit>
void forEachLostReference(const Edit &edit, Visit visit)
{
    if (const auto *unassign = std::get_if<Unassign>(&edit)) {
        visit(ObjectId(unassign->tenant));
    } else if (const auto *disconnect = std::get_if<Disconnect>(&edit)) {
        visit(ObjectId(disconnect->connection.target));
    } else if (const auto *unlink = std::get_if<Unlink>(&edit)) {
        visit(ObjectId(unlink->linkedSwitch));
    } else if (const auto *remove = std::get_if<RemoveObject>(&edit)) {
        forEachReference(*remove->record, visit);
    } else if (const auto *replace = std::get_if<ReplaceObject>(&edit)) {
        forEachReference(*replace->before, visit);
    } else if (const auto *set = std::get_if<SetField>(&edit)) {
        std::visit(
            [&](const auto &value) {
                if constexpr (std::is_constructible_v<ObjectId, decltype(value)>)
                    visit(ObjectId(value));
            },
            set->before);
    }
}

}  // namespace

void dropUnreferencedPlaceholders(const Topology &before, Step &step)
{
    QList<ObjectId> candidates;
    for (const auto &edit : step.edits) {
        forEachLostReference(edit, [&](ObjectId object) {
            if (!before.contains(object) || before.isPlaceholder(object))
                candidates.append(object);
        });
        if (const auto *replace = std::get_if<ReplaceObject>(&edit);
            replace && std::visit([](const auto &o) { return o.isPlaceholder; }, *replace->after))
            candidates.append(objectId(*replace->after));
    }
    if (candidates.isEmpty())
        return;

    // Rare: only a copy tells what the whole step leaves.
    Topology after = before;
    apply(after, step);
    while (!candidates.isEmpty()) {
        const auto object = candidates.takeLast();
        if (!after.contains(object) || !after.isPlaceholder(object)
            || after.referenceCount(object) > 0)
            continue;
        auto record = std::make_shared<Record>(after.record(object));
        forEachReference(*record, [&](ObjectId referred) { candidates.append(referred); });
        const Edit removal = RemoveObject {std::move(record)};
        apply(after, removal);
        step.edits.append(removal);
    }
}
