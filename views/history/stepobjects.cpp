// SPDX-License-Identifier: Apache-2.0
#include "views/history/stepobjects.h"

#include "models/topology/topology.h"

#include <QSet>

namespace {

struct EditedObject
{
    using Found = std::optional<ObjectId>;

    Found operator()(const AddObject &edit) const { return objectId(*edit.record); }
    Found operator()(const RemoveObject &edit) const { return objectId(*edit.record); }
    Found operator()(const ReplaceObject &edit) const { return objectId(*edit.after); }
    Found operator()(const SetField &edit) const { return edit.object; }
    Found operator()(const SetWaiver &edit) const { return edit.key().object; }
    Found operator()(const SetPlace &edit) const { return edit.object; }
    Found operator()(const SetSettings &) const { return {}; }
    Found operator()(const SetExtra &) const { return {}; }
    Found operator()(const SetSiteAnswer &) const { return {}; }
    template <class OfApplication>
    Found operator()(const OfApplication &edit) const
    {
        return edit.application;
    }
};

}  // namespace

QList<ObjectId> objectsTouchedBy(const Step &step, const Topology &topology)
{
    QList<ObjectId> objects;
    QSet<ObjectId> seen;
    for (const auto &edit : step.edits) {
        const auto object = std::visit(EditedObject {}, edit);
        if (object && topology.contains(*object) && !seen.contains(*object)) {
            seen.insert(*object);
            objects.append(*object);
        }
    }
    return objects;
}
