// SPDX-License-Identifier: Apache-2.0
#include "models/rules/phrases.h"

#include "models/base/text.h"
#include "models/rules/rule.h"

namespace {

constexpr qsizetype listedNames = 5;
constexpr qsizetype quotedLength = 60;

QString listOf(const QStringList &names)
{
    if (names.size() <= listedNames + 1)
        return names.join(QLatin1String(", "));
    return Rules::tr("%1 and %2 more")
        .arg(names.first(listedNames).join(QLatin1String(", ")),
            QString::number(names.size() - listedNames));
}

QString shortened(QStringView text)
{
    if (text.size() <= quotedLength)
        return text.toString();
    // Never half a surrogate pair.
    const auto length = quotedLength - (text[quotedLength - 1].isHighSurrogate() ? 1 : 0);
    return text.first(length).toString() + u'…';
}

}  // namespace

QString nameOf(const Topology &topology, ObjectId object)
{
    const auto &name = topology.name(object);
    return isBlank(name) ? Rules::tr("%1 without name").arg(kindLabel(object.kind))
                         : shortened(name);
}

QString who(const Topology &topology, const Finding &finding)
{
    return nameOf(topology, finding.object);
}

QString tenantNames(const Topology &topology, const Finding &finding)
{
    QStringList names;
    for (const auto tenant : tenantsByName(topology, finding))
        names.append(nameOf(topology, tenant));
    return listOf(names);
}

QString relatedNames(const Topology &topology, const Finding &finding)
{
    QStringList names;
    for (const auto &subject : relatedByName(topology, finding)) {
        const bool isObject = subject.kind == Subject::Kind::Object;
        names.append(isObject ? nameOf(topology, subject.object) : shortened(subject.name));
    }
    return listOf(names);
}

QString typeOf(const Topology &topology, const Finding &finding)
{
    return topology.application(finding.object.application()).type.displayName();
}

QString quoted(QStringView text)
{
    return Rules::tr("“%1”").arg(shortened(text));
}
