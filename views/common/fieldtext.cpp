// SPDX-License-Identifier: Apache-2.0
#include "views/common/fieldtext.h"

#include "models/base/text.h"
#include "views/common/objecttext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct FieldTexts
{
    Q_DECLARE_TR_FUNCTIONS(FieldText)
};

template <class Id>
QStringList sortedLabels(const Topology &topology, const QList<Id> &ids)
{
    QStringList names;
    for (const auto id : ids)
        names.append(objectLabel(topology, id));
    std::sort(names.begin(), names.end(), textLess);
    return names;
}

/// How many options there are; what they say is for the inspector.
QString optionsText(const Options &options)
{
    qsizetype count = 0;
    for (const auto &section : options)
        count += section.options.size();
    if (options.isEmpty())
        return {};
    return count == 1 ? FieldTexts::tr("1 option") : FieldTexts::tr("%1 options").arg(count);
}

/// One overload a type of value.
struct ValueText
{
    const Topology &topology;
    Field field;

    QString operator()(std::monostate) const { return {}; }
    QString operator()(bool value) const
    {
        return value ? FieldTexts::tr("yes") : FieldTexts::tr("no");
    }
    QString operator()(qint64 value) const { return QString::number(value); }
    QString operator()(const QString &value) const { return plainText(value); }
    QString operator()(ObjectState value) const { return stateText(value); }
    QString operator()(Redundancy value) const { return redundancyText(value); }
    QString operator()(Component value) const { return componentText(value); }
    QString operator()(const ApplicationType &value) const
    {
        return plainText(value.displayName());
    }
    QString operator()(TenantId value) const { return objectLabel(topology, value); }
    QString operator()(SwitchingOfficeId value) const { return objectLabel(topology, value); }
    QString operator()(HostId value) const { return objectLabel(topology, value); }
    QString operator()(ApplicationId value) const { return objectLabel(topology, value); }
    QString operator()(const QList<TenantId> &value) const
    {
        return shortList(sortedLabels(topology, value));
    }
    QString operator()(const QList<Connection> &value) const
    {
        QList<ApplicationId> targets;
        for (const auto &connection : value) {
            if (targets.isEmpty() || targets.constLast() != connection.target)
                targets.append(connection.target);
        }
        return shortList(sortedLabels(topology, targets));
    }
    QString operator()(const QList<SwitchId> &value) const
    {
        QStringList names;
        for (const auto id : value)
            names.append(switchText(topology, id));
        std::sort(names.begin(), names.end(), textLess);
        return shortList(names);
    }
    QString operator()(const QList<Port> &value) const
    {
        QStringList ports;
        for (const auto &port : value)
            ports.append(portText(port));
        return shortList(ports);
    }
    QString operator()(const Options &value) const { return optionsText(value); }
    QString operator()(const Extra &value) const
    {
        QStringList keys;
        for (const auto &extra : value)
            keys.append(plainText(extra.key));
        return shortList(keys);
    }
};

}  // namespace

QString fieldText(const Topology &topology, Field field, const Value &value)
{
    return std::visit(ValueText {topology, field}, value);
}

QString fieldText(const Topology &topology, ObjectId object, Field field)
{
    return fieldText(topology, field, fieldValue(topology, object, field));
}

Value fieldValue(const Topology &topology, ObjectId object, Field field)
{
    switch (object.kind) {
    case Kind::Tenant:
        return fieldValue(topology.tenant(object.tenant()), field);
    case Kind::SwitchingOffice:
        return fieldValue(topology.office(object.office()), field);
    case Kind::Switch:
        return fieldValue(topology.switchAt(object.switchId()), field);
    case Kind::Host:
        return fieldValue(topology.host(object.host()), field);
    case Kind::Application:
        break;
    }
    return fieldValue(topology.application(object.application()), field);
}

QString stateText(ObjectState state)
{
    return state == ObjectState::Enabled ? FieldTexts::tr("enabled") : FieldTexts::tr("disabled");
}

QString redundancyText(Redundancy redundancy)
{
    switch (redundancy) {
    case Redundancy::None:
        return FieldTexts::tr("none");
    case Redundancy::Cold:
        return FieldTexts::tr("cold standby");
    case Redundancy::Warm:
        return FieldTexts::tr("warm standby");
    case Redundancy::Hot:
        break;
    }
    return FieldTexts::tr("hot standby");
}

QString componentText(Component component)
{
    return component == Component::InteractionServer ? FieldTexts::tr("Interaction Server")
                                                     : QString();
}

QString switchText(const Topology &topology, SwitchId id)
{
    return FieldTexts::tr("%1 / %2").arg(
        objectLabel(topology, topology.switchAt(id).tenant), objectLabel(topology, id));
}

QString connectionText(const Topology &topology, const Connection &connection)
{
    const auto target = objectLabel(topology, connection.target);
    return connection.port.isEmpty()
        ? target
        : FieldTexts::tr("%1, port %2").arg(target, plainText(connection.port));
}

QString portText(const Port &port)
{
    const auto number = port.number ? QString::number(*port.number) : QString();
    if (port.id.isEmpty() || number.isEmpty())
        return plainText(port.id) + number;
    return plainText(port.id) + u' ' + number;
}

QString typeText(const ApplicationType &type)
{
    const auto name = plainText(type.displayName());
    if (type.token().isEmpty() || !type.isListed())
        return name;
    return FieldTexts::tr("%1 · %2 (%3)").arg(name, type.token()).arg(int(type.id()));
}
