// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/draft.h"

// Drafts in a line or two.

using Fields = QList<std::pair<Field, DraftValue>>;

inline Draft draft(Kind kind, const QString &name, const Fields &fields = {})
{
    return {kind, name, fields, kindToken(kind) + QLatin1Char(' ') + name};
}

inline Draft tenant(const QString &name, const Fields &fields = {})
{
    return draft(Kind::Tenant, name, fields);
}
inline Draft host(const QString &name, const Fields &fields = {})
{
    return draft(Kind::Host, name, fields);
}
inline Draft office(const QString &name, const QString &type)
{
    return draft(Kind::SwitchingOffice, name, {{Field::Type, type}});
}
inline Draft switchOf(
    const QString &tenantName, const QString &name, const QString &officeName, Fields fields = {})
{
    fields.prepend({Field::SwitchingOffice, officeName});
    fields.prepend({Field::Tenant, tenantName});
    return draft(Kind::Switch, name, fields);
}
inline Draft application(const QString &name, const QString &type, Fields fields = {})
{
    fields.prepend({Field::Type, ApplicationType::fromToken(type)});
    return draft(Kind::Application, name, fields);
}
inline DraftValue connections(const QStringList &targets)
{
    QList<ConnectionDraft> list;
    for (const auto &target : targets) {
        ConnectionDraft connection;
        connection.application = target;
        list.append(connection);
    }
    return list;
}
inline DraftValue extra(const Extra &fields)
{
    return DraftValue(std::in_place_type<Extra>, fields);
}
