// SPDX-License-Identifier: Apache-2.0
#include "models/rules/facts.h"
#include "models/rules/phrases.h"
#include "models/rules/rule.h"

#include <algorithm>

namespace {

template <class T>
struct IsList : std::false_type
{
};
template <class T>
struct IsList<QList<T>> : std::true_type
{
};

QString listed(const QStringList &parts)
{
    if (parts.size() < 2)
        return parts.join(QString());
    return Rules::tr("%1 and %2")
        .arg(parts.first(parts.size() - 1).join(QLatin1String(", ")), parts.constLast());
}

QString word(const Topology &, const QString &text)
{
    return quoted(text);
}
QString word(const Topology &, qint64 number)
{
    return QString::number(number);
}
QString word(const Topology &, ApplicationType type)
{
    return type.displayName();
}
QString word(const Topology &, Redundancy redundancy)
{
    return redundancyToken(redundancy);
}
QString word(const Topology &topology, ObjectId object)
{
    return nameOf(topology, object);
}
QString word(const Topology &topology, const Connection &connection)
{
    const auto target = nameOf(topology, connection.target);
    return connection.port.isEmpty()
        ? target
        : Rules::tr("%1 by port %2").arg(target, quoted(connection.port));
}
QString word(const Topology &, const Port &port)
{
    if (!port.number)
        return quoted(port.id);
    const auto number = QString::number(*port.number);
    return port.id.isEmpty() ? number : Rules::tr("%1 (%2)").arg(number, quoted(port.id));
}

template <class T>
QString words(const Topology &topology, const QList<T> &members)
{
    QStringList all;
    for (const auto &member : members)
        all.append(word(topology, member));
    return listed(all);
}

QString optionsText(Field field, const Options &sections)
{
    const bool isAnnex = field == Field::Annex;
    QStringList parts;
    for (const auto &section : sections) {
        if (section.options.isEmpty())
            parts.append(
                (isAnnex ? Rules::tr("has annex section %1") : Rules::tr("has option section %1"))
                    .arg(quoted(section.name)));
        for (const auto &option : section.options)
            parts.append(
                (isAnnex ? Rules::tr("annex key %1 is %2") : Rules::tr("option %1 is %2"))
                    .arg(Subject::option(section.name, option.key).name, quoted(option.value)));
    }
    return listed(parts);
}

/// Below 0 for what is no list.
qsizetype memberCount(const Value &value)
{
    return std::visit(
        []<class T>(const T &held) {
            if constexpr (IsList<T>::value)
                return held.size();
            else
                return qsizetype(-1);
        },
        value);
}

bool isEmptyList(const Value &value)
{
    return memberCount(value) == 0;
}

/// All of the list that the object has, or some of it.
bool isWhole(const Topology &topology, const Fact &fact)
{
    const auto whole = fieldValue(topology.record(fact.object), *fact.field);
    return memberCount(whole) == memberCount(fact.value);
}

QString settingText(const Fact::Setting &setting)
{
    if (const auto *environment = std::get_if<Environment>(&setting))
        return *environment == Environment::MultiTenant
            ? Rules::tr("the environment is multi-tenant")
            : Rules::tr("the environment is single-tenant");
    switch (std::get<SocialMessagingTenants>(setting)) {
    case SocialMessagingTenants::Warn:
        return Rules::tr("several tenants of a Social Messaging Server are to be warned of");
    case SocialMessagingTenants::Forbid:
        return Rules::tr("several tenants of a Social Messaging Server are forbidden");
    case SocialMessagingTenants::Allow:
        break;
    }
    return Rules::tr("several tenants of a Social Messaging Server are allowed");
}

/// As it stands inside a sentence: "working directory", but "IP address".
QString label(Field field)
{
    auto text = fieldLabel(field);
    if (text.size() > 1 && text[1].isLower())
        text[0] = text[0].toLower();
    return text;
}

QString flagText(Field field, bool isSet)
{
    if (field == Field::LoadBalanced)
        return isSet ? Rules::tr("is load balanced") : Rules::tr("is not load balanced");
    return (isSet ? Rules::tr("%1 is on") : Rules::tr("%1 is off")).arg(label(field));
}

/// "host is %1" and the like; %1 is the value.
QString sentence(Field field, bool isWhole, qsizetype members)
{
    switch (field) {
    case Field::Name:
        return Rules::tr("name is %1");
    case Field::Parent:
        return Rules::tr("parent is %1");
    case Field::Type:
        return Rules::tr("type is %1");
    case Field::Tenant:
        return Rules::tr("belongs to %1");
    case Field::SwitchingOffice:
        return Rules::tr("switching office is %1");
    case Field::Release:
        return Rules::tr("release is %1");
    case Field::Tenants:
        return !isWhole    ? Rules::tr("tenants include %1")
            : members == 1 ? Rules::tr("tenant is %1")
                           : Rules::tr("tenants are %1");
    case Field::Connections:
        return Rules::tr("connects to %1");
    case Field::Host:
        return Rules::tr("runs on %1");
    case Field::Ports:
        return Rules::tr("listens on port %1");
    case Field::Backup:
        return Rules::tr("backup server is %1");
    case Field::Redundancy:
        return Rules::tr("redundancy is %1");
    case Field::Switches:
        return Rules::tr("is linked to %1");
    default:
        return Rules::tr("%1 is %2").arg(label(field), QLatin1String("%1"));
    }
}

}  // namespace

QString factText(const Topology &topology, const Fact &fact)
{
    if (fact.isSetting())
        return settingText(fact.setting);
    if (!fact.field)
        return fact.value == Value(false) ? Rules::tr("is not defined") : Rules::tr("is defined");
    const auto field = *fact.field;
    if (isEmptyList(fact.value))
        return Rules::tr("%1: none").arg(label(field));
    return std::visit(
        [&]<class T>(const T &held) -> QString {
            if constexpr (std::is_same_v<T, std::monostate>) {
                return Rules::tr("%1 is empty").arg(label(field));
            } else if constexpr (std::is_same_v<T, bool>) {
                return flagText(field, held);
            } else if constexpr (std::is_same_v<T, ObjectState>) {
                return held == ObjectState::Enabled ? Rules::tr("is enabled")
                                                    : Rules::tr("is disabled");
            } else if constexpr (std::is_same_v<T, Component>) {
                return held == Component::InteractionServer
                    ? Rules::tr("component is Interaction Server")
                    : Rules::tr("component is none");
            } else if constexpr (std::is_same_v<T, Options>) {
                return optionsText(field, held);
            } else if constexpr (std::is_same_v<T, Extra>) {
                return fieldLabel(field);
            } else if constexpr (IsList<T>::value) {
                return sentence(field, isWhole(topology, fact), held.size())
                    .arg(words(topology, held));
            } else {
                return sentence(field, true, 1).arg(word(topology, held));
            }
        },
        fact.value);
}
