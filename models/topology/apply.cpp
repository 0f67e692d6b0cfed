// SPDX-License-Identifier: Apache-2.0
#include "models/topology/apply.h"

#include "models/topology/topologywriter.h"

namespace {

struct Applier
{
    TopologyWriter writer;

    void operator()(const AddObject &edit) { writer.add(*edit.record); }
    void operator()(const RemoveObject &edit) { writer.remove(*edit.record); }
    void operator()(const ReplaceObject &edit) { writer.replace(*edit.before, *edit.after); }
    void operator()(const SetField &edit)
    {
        writer.setField(edit.object, edit.field, edit.before, edit.after);
    }
    void operator()(const Assign &edit) { writer.setMember(edit.application, edit.tenant, true); }
    void operator()(const Unassign &edit)
    {
        writer.setMember(edit.application, edit.tenant, false);
    }
    void operator()(const Connect &edit)
    {
        writer.setConnection(edit.application, edit.connection, true);
    }
    void operator()(const Disconnect &edit)
    {
        writer.setConnection(edit.application, edit.connection, false);
    }
    void operator()(const Link &edit) { writer.setLink(edit.application, edit.linkedSwitch, true); }
    void operator()(const Unlink &edit)
    {
        writer.setLink(edit.application, edit.linkedSwitch, false);
    }
    void operator()(const SetSettings &edit) { writer.setSettings(edit.after); }
    void operator()(const SetExtra &edit) { writer.setExtra(edit.after); }
    void operator()(const SetWaiver &edit) { writer.setWaiver(edit.key(), edit.after); }
    void operator()(const SetPlace &edit) { writer.setPlace(edit.object, edit.after); }
    void operator()(const SetSiteAnswer &edit) { writer.setSiteAnswer(edit); }
    void operator()(const SetPending &edit) { writer.setPending(edit.application, edit.after); }
};

}  // namespace

void apply(Topology &topology, const Edit &edit)
{
    std::visit(Applier {TopologyWriter(topology)}, edit);
}

void apply(Topology &topology, const Step &step)
{
    for (const auto &edit : step.edits)
        apply(topology, edit);
}
