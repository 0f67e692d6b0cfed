// SPDX-License-Identifier: Apache-2.0
#include "models/topology/edit.h"

#include "models/topology/topology.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct Inverter
{
    Edit operator()(const AddObject &edit) const { return RemoveObject {edit.record}; }
    Edit operator()(const RemoveObject &edit) const { return AddObject {edit.record}; }
    Edit operator()(const ReplaceObject &edit) const
    {
        return ReplaceObject {edit.after, edit.before};
    }
    Edit operator()(const SetField &edit) const
    {
        return SetField {edit.object, edit.field, edit.after, edit.before};
    }
    Edit operator()(const Assign &edit) const { return Unassign {edit.application, edit.tenant}; }
    Edit operator()(const Unassign &edit) const { return Assign {edit.application, edit.tenant}; }
    Edit operator()(const Connect &edit) const
    {
        return Disconnect {edit.application, edit.connection};
    }
    Edit operator()(const Disconnect &edit) const
    {
        return Connect {edit.application, edit.connection};
    }
    Edit operator()(const Link &edit) const { return Unlink {edit.application, edit.linkedSwitch}; }
    Edit operator()(const Unlink &edit) const { return Link {edit.application, edit.linkedSwitch}; }
    Edit operator()(const SetSettings &edit) const { return SetSettings {edit.after, edit.before}; }
    Edit operator()(const SetExtra &edit) const { return SetExtra {edit.after, edit.before}; }
    Edit operator()(const SetWaiver &edit) const { return SetWaiver {edit.after, edit.before}; }
    Edit operator()(const SetPlace &edit) const
    {
        return SetPlace {edit.object, edit.after, edit.before};
    }
    Edit operator()(const SetSiteAnswer &edit) const
    {
        return SetSiteAnswer {edit.after, edit.before};
    }
    Edit operator()(const SetPending &edit) const
    {
        return SetPending {edit.application, edit.after, edit.before};
    }
};

/// One edit as an imperative sentence.
struct Titler
{
    Q_DECLARE_TR_FUNCTIONS(Step)

public:
    const Topology &topology;

    QString name(ObjectId object) const
    {
        if (!topology.contains(object))
            return QStringLiteral("#%1").arg(object.id);
        const auto &found = topology.name(object);
        return found.isEmpty() ? tr("(no name)") : found;
    }
    static QString name(const RecordPointer &record)
    {
        return std::visit([](const auto &object) { return object.name; }, *record);
    }

    QString operator()(const AddObject &edit) const { return tr("Add %1").arg(name(edit.record)); }
    QString operator()(const RemoveObject &edit) const
    {
        return tr("Remove %1").arg(name(edit.record));
    }
    QString operator()(const ReplaceObject &edit) const
    {
        return tr("Define %1").arg(name(edit.after));
    }
    QString operator()(const SetField &edit) const
    {
        if (edit.field == Field::Name) {
            const auto text = [](const Value &value) {
                const auto *found = std::get_if<QString>(&value);
                return found ? *found : tr("(no name)");
            };
            return tr("Rename %1 to %2").arg(text(edit.before), text(edit.after));
        }
        return tr("Set %1 of %2").arg(fieldLabel(edit.field).toLower(), name(edit.object));
    }
    QString operator()(const Assign &edit) const
    {
        return tr("Assign %1 to %2").arg(name(edit.tenant), name(edit.application));
    }
    QString operator()(const Unassign &edit) const
    {
        return tr("Unassign %1 from %2").arg(name(edit.tenant), name(edit.application));
    }
    QString operator()(const Connect &edit) const
    {
        return tr("Connect %1 to %2").arg(name(edit.application), name(edit.connection.target));
    }
    QString operator()(const Disconnect &edit) const
    {
        return tr("Disconnect %1 from %2")
            .arg(name(edit.application), name(edit.connection.target));
    }
    QString operator()(const Link &edit) const
    {
        return tr("Link %1 to switch %2").arg(name(edit.application), name(edit.linkedSwitch));
    }
    QString operator()(const Unlink &edit) const
    {
        return tr("Unlink %1 from switch %2").arg(name(edit.application), name(edit.linkedSwitch));
    }
    QString operator()(const SetSettings &) const { return tr("Change the document's settings"); }
    QString operator()(const SetExtra &) const { return tr("Change other kept data"); }
    QString operator()(const SetWaiver &edit) const
    {
        const auto &key = edit.key();
        const auto text = !edit.after ? tr("Withdraw the waiver of %1 for %2")
            : edit.before             ? tr("Change the waiver of %1 for %2")
                                      : tr("Waive %1 for %2");
        return text.arg(key.rule, name(key.object));
    }
    QString operator()(const SetPlace &edit) const
    {
        return tr("Move %1 in the picture").arg(name(edit.object));
    }
    QString operator()(const SetSiteAnswer &edit) const
    {
        const auto text = !edit.after ? tr("Withdraw the answer on %1 of %2")
                                      : tr("Record an answer on %1 of %2");
        return text.arg(edit.either().field, edit.either().type);
    }
    QString operator()(const SetPending &edit) const
    {
        return edit.after ? tr("Await the restart of %1").arg(name(edit.application))
                          : tr("Confirm the restart of %1").arg(name(edit.application));
    }
};

}  // namespace

Edit inverse(const Edit &edit)
{
    return std::visit(Inverter {}, edit);
}

Step inverse(const Step &step)
{
    Step back {step.title, {}};
    back.edits.reserve(step.edits.size());
    std::transform(step.edits.rbegin(), step.edits.rend(), std::back_inserter(back.edits),
        [](const Edit &edit) { return inverse(edit); });
    return back;
}

QString stepTitle(const Topology &topology, const Step &step)
{
    if (!step.title.isEmpty() || step.isEmpty())
        return step.title;
    return std::visit(Titler {topology}, step.edits.constFirst());
}
