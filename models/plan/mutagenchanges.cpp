// SPDX-License-Identifier: Apache-2.0
#include "models/plan/mutagenchanges.h"

#include "models/plan/jsonvalue.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace {

using Order = ManualStep::Order;

struct MutagenChangesTexts
{
    Q_DECLARE_TR_FUNCTIONS(MutagenChanges)
};

/// "the application SMS_1".
QString objectText(::Kind kind, const QString &name)
{
    return MutagenChangesTexts::tr("the %1 %2").arg(kindLabel(kind).toLower(), name);
}

bool isEmptyValue(const Value &value)
{
    return std::visit(
        [](const auto &held) {
            if constexpr (std::is_same_v<std::decay_t<decltype(held)>, std::monostate>)
                return true;
            else if constexpr (requires { held.isEmpty(); })
                return held.isEmpty();
            else
                return false;
        },
        value);
}

bool hasKept(const Extra &extra, QLatin1String key)
{
    return std::any_of(
        extra.begin(), extra.end(), [key](const ExtraField &field) { return field.key == key; });
}

class ChangesSorter
{
public:
    ChangesSorter(const Topology &baseline, const Topology &working)
        : m_baseline(baseline)
        , m_working(working)
        , m_links(working)
    {
    }

    MutagenChanges sort(const QList<ObjectDifference> &differences)
    {
        for (const auto &difference : differences) {
            if (difference.change == ObjectDifference::Change::Added)
                m_newNames.insert(nameKey(m_working, *difference.after));
        }
        for (const auto &difference : differences) {
            switch (difference.change) {
            case ObjectDifference::Change::Added:
                add(*difference.after);
                break;
            case ObjectDifference::Change::Removed:
                remove(*difference.before);
                break;
            case ObjectDifference::Change::Modified:
                modify(difference);
                break;
            }
        }
        // What refers to others comes after them where it is made, and before them where it goes;
        // the differences have the applications first and the tenants last.
        auto &steps = m_changes.steps;
        const auto firstAfter = std::stable_partition(steps.begin(), steps.end(),
            [](const ManualStep &step) { return step.order == Order::BeforeImport; });
        std::stable_sort(steps.begin(), firstAfter,
            [](const ManualStep &a, const ManualStep &b) { return rank(a) < rank(b); });
        return std::move(m_changes);
    }

private:
    /// Removals and renamings make way for what is made.
    static std::pair<bool, ::Kind> rank(const ManualStep &step)
    {
        const bool isMade = step.kind == ManualStep::Kind::Create;
        return {isMade, isMade ? step.id->kind : ::Kind::Tenant};
    }

    /// What mutagen knows an object by.
    using NameKey = std::tuple<::Kind, QString, QString>;
    static NameKey nameKey(const Topology &topology, ObjectId object)
    {
        const auto tenant = object.kind == ::Kind::Switch
            ? topology.name(topology.switchAt(object.switchId()).tenant)
            : QString();
        return {object.kind, tenant, topology.name(object)};
    }

    void step(ManualStep::Kind kind, Order order, ObjectId object, const QString &name,
        const QString &field, const QString &text, const QString &reason)
    {
        m_changes.steps.append(
            {kindLabel(object.kind) + u' ' + name, text, reason, kind, order, object, field});
    }

    void add(ObjectId object)
    {
        const auto &name = m_working.name(object);
        if (const auto missing = missingForCreation(m_working, object); !missing.isEmpty()) {
            const auto keys = missing.join(QLatin1String(", "));
            step(ManualStep::Kind::Create, Order::BeforeImport, object, name, {},
                MutagenChangesTexts::tr(
                    "Fill in what %1 lacks (%2) and export again, or create it by hand.")
                    .arg(objectText(object.kind, name), keys),
                MutagenChangesTexts::tr("Without these mutagen refuses to create it: %1.")
                    .arg(keys));
            return;
        }
        TravellingObject travelling {object, true, FieldSet().set(), {}};
        if (object.kind == ::Kind::Application)
            keepBackUnreadable(object.application(), travelling.fields);
        m_changes.objects.append(std::move(travelling));
    }

    void remove(ObjectId object)
    {
        const auto &name = m_baseline.name(object);
        // mutagen would take a new object of this name for the old one.
        const bool isReplaced = m_newNames.contains(nameKey(m_baseline, object));
        step(ManualStep::Kind::Remove, isReplaced ? Order::BeforeImport : Order::AfterImport,
            object, name, {},
            MutagenChangesTexts::tr("Delete %1.").arg(objectText(object.kind, name)),
            isReplaced ? MutagenChangesTexts::tr(
                "mutagen deletes nothing, and would update it instead of creating the "
                "new object of this name.")
                       : MutagenChangesTexts::tr("mutagen deletes nothing."));
    }

    void modify(const ObjectDifference &difference)
    {
        const auto object = *difference.after;
        const auto record = m_working.record(object);
        TravellingObject travelling {object, false, {}, {}};
        for (const auto &reason : difference.reasons) {
            const auto field = fieldFromName(object.kind, reason.field);
            if (!field)
                modifyKey(object, reason, travelling);
            else if (*field == Field::Name)
                rename(*difference.before, object);
            else if (*field == Field::Release)
                setRelease(object.application());
            else if (isEmptyValue(fieldValue(record, *field)))
                clear(object, reason.field, fieldLabel(*field).toLower());
            else
                travelling.fields.set(size_t(*field));
        }
        if (object.kind == ::Kind::Application)
            keepBackUnreadable(object.application(), travelling.fields);
        if (travelling.fields.any() || !travelling.keys.isEmpty())
            m_changes.objects.append(std::move(travelling));
    }

    void modifyKey(ObjectId object, const Reason &reason, TravellingObject &travelling)
    {
        if (reason.after == QLatin1String("null"))
            clear(object, reason.field, reason.field);
        else
            travelling.keys.append(reason.field);
    }

    void clear(ObjectId object, const QString &field, const QString &label)
    {
        const auto &name = m_working.name(object);
        step(ManualStep::Kind::Clear, Order::AfterImport, object, name, field,
            MutagenChangesTexts::tr("Clear the field “%1” of %2.")
                .arg(label, objectText(object.kind, name)),
            MutagenChangesTexts::tr("A field that is missing means unchanged to mutagen."));
    }

    void rename(ObjectId before, ObjectId after)
    {
        const auto &name = m_baseline.name(before);
        step(ManualStep::Kind::Rename, Order::BeforeImport, after, name, fieldName(Field::Name),
            MutagenChangesTexts::tr("Rename %1 to %2.")
                .arg(objectText(after.kind, name), m_working.name(after)),
            MutagenChangesTexts::tr(
                "mutagen knows objects by their names, and would create another one."));
    }

    void setRelease(ApplicationId id)
    {
        const auto &application = m_working.application(id);
        const auto text = objectText(::Kind::Application, application.name);
        step(ManualStep::Kind::Set, Order::AfterImport, id, application.name,
            fieldName(Field::Release),
            application.release.isEmpty()
                ? MutagenChangesTexts::tr("Clear the release of %1.").arg(text)
                : MutagenChangesTexts::tr("Set the release of %1 to %2.")
                      .arg(text, application.release),
            MutagenChangesTexts::tr(
                "mutagen takes the release from the template, and only when it creates."));
    }

    /// Takes ports and links that mutagen can't take out of what travels.
    void keepBackUnreadable(ApplicationId id, FieldSet &fields)
    {
        const auto &application = m_working.application(id);
        const auto text = objectText(::Kind::Application, application.name);
        if (fields.test(size_t(Field::Ports)) && !hasReadablePorts(application)) {
            fields.reset(size_t(Field::Ports));
            step(ManualStep::Kind::Set, Order::AfterImport, id, application.name,
                fieldName(Field::Ports), MutagenChangesTexts::tr("Set the ports of %1.").arg(text),
                MutagenChangesTexts::tr(
                    "mutagen refuses a file with a port that has no id or no number."));
        }
        if (!fields.test(size_t(Field::Switches)) || application.switches.isEmpty())
            return;
        const bool isLinkable = application.type.sharing() == Sharing::TServer;
        if (isLinkable && m_links.knowsAll(application))
            return;
        fields.reset(size_t(Field::Switches));
        QStringList names;
        for (const auto link : application.switches) {
            const auto &object = m_working.switchAt(link);
            names.append(MutagenChangesTexts::tr("%1 of %2")
                             .arg(object.name, m_working.tenant(object.tenant).name));
        }
        step(ManualStep::Kind::Link, Order::AfterImport, id, application.name,
            fieldName(Field::Switches),
            MutagenChangesTexts::tr("Link %1 to these switches and no others: %2.")
                .arg(text, names.join(QLatin1String(", "))),
            isLinkable ? MutagenChangesTexts::tr(
                "mutagen links switches by their DBIDs, and not all are known.")
                       : MutagenChangesTexts::tr(
                           "Only a T-Server or an HA Proxy has linked switches there."));
    }

    const Topology &m_baseline;
    const Topology &m_working;
    LinkDbids m_links;
    MutagenChanges m_changes;
    std::set<NameKey> m_newNames;
};

}  // namespace

QStringList missingForCreation(const Topology &topology, ObjectId object)
{
    QStringList missing;
    const auto ask = [&missing](bool isThere, QLatin1String key) {
        if (!isThere)
            missing.append(key);
    };
    if (object.kind == Kind::Host) {
        const auto &host = topology.host(object.host());
        ask(host.lcaPort || hasKept(host.extra, QLatin1String("mutagen:lcaPort")),
            QLatin1String("lcaPort"));
        ask(!host.osType.isEmpty(), QLatin1String("osInfo"));
    } else if (object.kind == Kind::Application) {
        const auto &application = topology.application(object.application());
        ask(!application.templateName.isEmpty(), QLatin1String("appPrototype"));
        ask(application.autoRestart.has_value(), QLatin1String("autoRestart"));
        // redundancyType is always there. mutagen's clients are our desktop tools.
        if (!application.type.isDesktopTool()) {
            ask(!application.commandLine.isEmpty(), QLatin1String("commandLine"));
            ask(!application.workingDirectory.isEmpty(), QLatin1String("workDirectory"));
        }
    }
    return missing;
}

LinkDbids::LinkDbids(const Topology &topology)
    : m_topology(topology)
{
    for (const auto &object : topology.switches()) {
        if (!object.isPlaceholder && object.dbid > 0 && !m_switches.contains(object.dbid))
            m_switches.insert(object.dbid, object.id);
    }
}

std::optional<qint64> LinkDbids::find(SwitchId id) const
{
    const auto &object = m_topology.switchAt(id);
    if (!object.isPlaceholder)
        return m_switches.value(object.dbid, SwitchId(~0u)) == id ? std::optional(object.dbid)
                                                                  : std::nullopt;
    const QLatin1String prefix("switch #");
    const auto dbid = object.name.startsWith(prefix)
        ? QStringView(object.name).sliced(prefix.size()).toLongLong()
        : 0;
    return dbid > 0 && !m_switches.contains(dbid) ? std::optional(dbid) : std::nullopt;
}

bool LinkDbids::knowsAll(const Application &application) const
{
    return std::all_of(application.switches.begin(), application.switches.end(),
        [this](SwitchId link) { return find(link).has_value(); });
}

bool hasReadablePorts(const Application &application)
{
    return std::all_of(application.ports.begin(), application.ports.end(), [](const Port &port) {
        return !port.id.isEmpty()
            && (port.number || hasKept(port.extra, QLatin1String("mutagen:port")));
    });
}

MutagenChanges MutagenChanges::between(
    const Topology &baseline, const Topology &working, Matching matching)
{
    auto changes = ChangesSorter(baseline, working).sort(differences(baseline, working, matching));
    for (const auto &field : working.extra()) {
        const auto isSame = [&field](const ExtraField &before) {
            return before.key == field.key && isSameJson(before.json, field.json);
        };
        if (std::none_of(baseline.extra().begin(), baseline.extra().end(), isSame))
            changes.collections.append(field.key);
    }
    return changes;
}

QList<ManualStep> manualSteps(const Topology &baseline, const Topology &working, Matching matching)
{
    return MutagenChanges::between(baseline, working, matching).steps;
}
