// SPDX-License-Identifier: Apache-2.0
#include "views/navigator/objectfilter.h"

#include "models/topology/fields.h"
#include "models/topology/release.h"

using namespace Qt::StringLiterals;

namespace {

bool has(const QString &text, const QString &part)
{
    return text.contains(part, Qt::CaseInsensitive);
}

bool typeHas(const ApplicationType &type, const QString &part)
{
    return has(type.token(), part) || has(type.displayName(), part);
}

QList<TenantId> tenantsOf(const Topology &topology, ObjectId object)
{
    if (object.kind == Kind::Application)
        return topology.application(object.application()).tenants;
    if (object.kind == Kind::Switch)
        return {topology.switchAt(object.switchId()).tenant};
    if (object.kind == Kind::Tenant)
        return {object.tenant()};
    return {};
}

bool tenantHas(const Topology &topology, ObjectId object, const QString &part)
{
    const auto tenants = tenantsOf(topology, object);
    return std::any_of(tenants.cbegin(), tenants.cend(),
        [&](TenantId tenant) { return has(topology.tenant(tenant).name, part); });
}

bool hostHas(const Topology &topology, ObjectId object, const QString &part)
{
    if (object.kind == Kind::Host)
        return has(topology.name(object), part);
    if (object.kind != Kind::Application)
        return false;
    const auto host = topology.application(object.application()).host;
    return host && has(topology.host(*host).name, part);
}

bool stateHas(const Topology &topology, ObjectId object, const QString &part)
{
    return std::visit(
        [&](const auto &record) {
            return QString(stateToken(record.state)).startsWith(part, Qt::CaseInsensitive);
        },
        topology.record(object));
}

bool releaseMatches(const QString &text, const QString &wanted)
{
    qsizetype signs = 0;
    while (signs < wanted.size()
        && (wanted[signs] == u'<' || wanted[signs] == u'>' || wanted[signs] == u'='))
        ++signs;
    if (signs == 0)
        return text.startsWith(wanted);
    const auto sign = wanted.left(signs);
    auto number = wanted.mid(signs);
    // "<8.2" while somebody is still typing.
    while (number.count(u'.') < 2)
        number += u".0"_s;
    const auto release = Release::fromText(text);
    const auto limit = Release::fromText(number);
    if (!release || !limit)
        return false;
    if (sign == u"<")
        return *release < *limit;
    if (sign == u"<=")
        return *release <= *limit;
    if (sign == u">")
        return *release > *limit;
    if (sign == u">=")
        return *release >= *limit;
    return *release == *limit;
}

}  // namespace

ObjectFilter::ObjectFilter(const QString &text)
{
    struct Prefix
    {
        QLatin1String text;
        Place place;
    };
    constexpr Prefix prefixes[] = {{"type:"_L1, Place::Type}, {"tenant:"_L1, Place::Tenant},
        {"host:"_L1, Place::Host}, {"state:"_L1, Place::State}, {"release:"_L1, Place::Release}};
    for (const auto &word : text.split(u' ', Qt::SkipEmptyParts)) {
        Term term {Place::Anywhere, word};
        for (const auto &prefix : prefixes) {
            if (word.startsWith(prefix.text, Qt::CaseInsensitive))
                term = {prefix.place, word.mid(prefix.text.size())};
        }
        // A prefix alone is about to be completed.
        if (!term.text.isEmpty())
            m_terms.append(term);
    }
}

bool ObjectFilter::accepts(const Topology &topology, ObjectId object) const
{
    return std::all_of(m_terms.cbegin(), m_terms.cend(),
        [&](const Term &term) { return accepts(topology, object, term); });
}

bool ObjectFilter::accepts(const Topology &topology, ObjectId object, const Term &term)
{
    const auto isOfType = [&] {
        return object.kind == Kind::Application
            && typeHas(topology.application(object.application()).type, term.text);
    };
    switch (term.place) {
    case Place::Type:
        return isOfType()
            || (object.kind != Kind::Application && has(kindToken(object.kind), term.text));
    case Place::Tenant:
        return tenantHas(topology, object, term.text);
    case Place::Host:
        return hostHas(topology, object, term.text);
    case Place::State:
        return stateHas(topology, object, term.text);
    case Place::Release:
        return object.kind == Kind::Application
            && releaseMatches(topology.application(object.application()).release, term.text);
    case Place::Anywhere:
        break;
    }
    return has(topology.name(object), term.text) || isOfType()
        || tenantHas(topology, object, term.text) || hostHas(topology, object, term.text);
}
