// SPDX-License-Identifier: Apache-2.0
#include "models/base/text.h"
#include "models/rules/families.h"
#include "models/rules/fixes.h"
#include "models/rules/phrases.h"
#include "models/rules/rulecontext.h"

#include <algorithm>

// Names and DBIDs: what tells objects apart.

namespace {

constexpr qsizetype longestName = 255;

void checkEmpty(const RuleContext &context, ObjectId object, Report &report)
{
    if (isBlank(context.topology().name(object)))
        report.add(object);
}

void checkTooLong(const RuleContext &context, ObjectId object, Report &report)
{
    if (codePointCount(context.topology().name(object)) > longestName)
        report.add(object);
}

void sweepNames(const RuleContext &context, const Rule::Suspect &suspect)
{
    for (int kind = 0; kind < kindCount; ++kind) {
        for (const auto id : context.topology().names(Kind(kind)).unusual())
            suspect(ObjectId(Kind(kind), id));
    }
}

void checkDuplicateName(
    const RuleContext &context, Kind kind, std::span<const quint32> members, Report &report)
{
    const ObjectId first(kind, members.front());
    if (kind == Kind::Switch)
        report.add(first, {context.topology().switchAt(first.switchId()).tenant});
    else
        report.add(first);
}

void checkDuplicateDbid(
    const RuleContext &context, Kind kind, std::span<const quint32> members, Report &report)
{
    const auto &topology = context.topology();
    const auto first = *std::min_element(members.begin(), members.end(), [&](quint32 a, quint32 b) {
        return textLess(topology.name(ObjectId(kind, a)), topology.name(ObjectId(kind, b)));
    });
    QList<Subject> others;
    for (const auto id : members) {
        if (id != first)
            others.append(Subject::of(ObjectId(kind, id)));
    }
    report.add(ObjectId(kind, first), {}, std::move(others));
}

/// How many defined objects bear the name of the finding's object; switches in the same tenant and
/// office.
qsizetype bearerCount(const Topology &topology, const Finding &finding)
{
    const auto &name = topology.name(finding.object);
    qsizetype count = 0;
    if (finding.object.kind == Kind::Switch) {
        const auto &named = topology.switchAt(finding.object.switchId());
        for (const auto id : topology.switchesOf(named.tenant)) {
            const auto &other = topology.switchAt(id);
            count += !other.isPlaceholder && other.office == named.office && other.name == name;
        }
        return count;
    }
    for (const auto id : topology.bearers(finding.object.kind, name))
        count += !topology.isPlaceholder(ObjectId(finding.object.kind, id));
    return count;
}

const Rule nameFamily[] = {
    {
        .id = "name-empty",
        .severity = Severity::Error,
        .field = Field::Name,
        .title = QT_TRANSLATE_NOOP("Rules", "No name"),
        .explanation = QT_TRANSLATE_NOOP("Rules",
            "Configuration Server knows objects by name. An empty name, or one of blanks alone, "
            "can't be told from others and is easily overlooked. That blanks are no name is "
            "common sense, not a statement of the source."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Give the object a name."),
        .page = applicationReference,
        .topic = QT_TRANSLATE_NOOP("Rules", "The field name"),
        .isInference = true,
        .message =
            [](const Topology &topology, const Finding &finding) {
                const auto dbid = std::visit(
                    [](const auto &o) { return o.dbid; }, topology.record(finding.object));
                return dbid > 0
                    ? Rules::tr("%1 (DBID %2); every object needs a name.")
                          .arg(who(topology, finding), QString::number(dbid))
                    : Rules::tr("%1; every object needs a name.").arg(who(topology, finding));
            },
        .units = Units::AllKinds,
        .reads = {.own = Field::Name},
        .sweep = sweepNames,
        .checkObject = checkEmpty,
    },
    {
        .id = "name-too-long",
        .severity = Severity::Error,
        .field = Field::Name,
        .title = QT_TRANSLATE_NOOP("Rules", "Name too long"),
        .explanation =
            QT_TRANSLATE_NOOP("Rules", "Configuration Server takes names of up to 255 characters."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Shorten the name."),
        .page = applicationReference,
        .topic = QT_TRANSLATE_NOOP("Rules", "The length of a name"),
        .message =
            [](const Topology &topology, const Finding &finding) {
                return Rules::tr("The name %1 has %2 characters; up to 255 are allowed.")
                    .arg(quoted(topology.name(finding.object)),
                        QString::number(codePointCount(topology.name(finding.object))));
            },
        .units = Units::AllKinds,
        .reads = {.own = Field::Name},
        .sweep = sweepNames,
        .checkObject = checkTooLong,
    },
    {
        .id = "name-duplicate",
        .severity = Severity::Error,
        .field = Field::Name,
        .title = QT_TRANSLATE_NOOP("Rules", "Several objects bear one name"),
        .explanation = QT_TRANSLATE_NOOP("Rules",
            "Names of tenants, applications, hosts and switching offices are unique, those of "
            "switches within their tenant and switching office. A reference by a shared name "
            "means the first object only."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Rename all but one."),
        .reading =
            QT_TRANSLATE_NOOP("Rules", "Names are compared exactly: Chat and chat are two names."),
        .page = applicationReference,
        .topic = QT_TRANSLATE_NOOP("Rules", "Names are unique"),
        .message =
            [](const Topology &topology, const Finding &finding) {
                const auto kind = kindLabel(finding.object.kind);
                const auto count = QString::number(bearerCount(topology, finding));
                return finding.tenants.isEmpty()
                    ? Rules::tr("%1 is the name of %2 objects of kind %3; a name is borne once.")
                          .arg(who(topology, finding), count, kind)
                    : Rules::tr(
                        "%1 is the name of %2 switches of %3 in one switching office; a name is borne once there.")
                          .arg(who(topology, finding), count, tenantNames(topology, finding));
            },
        .units = Units::None,
        .group = Group::Name,
        .checkGroup = checkDuplicateName,
        .fixes = {renameDuplicates},
    },
    {
        .id = "dbid-duplicate",
        .severity = Severity::Error,
        .field = Field::Dbid,
        .title = QT_TRANSLATE_NOOP("Rules", "Several objects of a kind bear one DBID"),
        .explanation = QT_TRANSLATE_NOOP("Rules",
            "Configuration Server hands out a DBID once for each kind of object; formats that "
            "refer by DBID would mean the first object only. Common sense, not a statement of the "
            "source."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Correct or clear the DBID of the others."),
        .page = applicationReference,
        .topic = QT_TRANSLATE_NOOP("Rules", "The DBID, an object's key"),
        .isInference = true,
        .message =
            [](const Topology &topology, const Finding &finding) {
                const auto dbid = std::visit(
                    [](const auto &o) { return o.dbid; }, topology.record(finding.object));
                return Rules::tr(
                    "%1 has DBID %2, and so does %3; a DBID belongs to one object of kind %4.")
                    .arg(who(topology, finding), QString::number(dbid),
                        relatedNames(topology, finding), kindLabel(finding.object.kind));
            },
        .units = Units::None,
        .group = Group::Dbid,
        .checkGroup = checkDuplicateDbid,
        .fixes = {clearDuplicateDbids},
    },
};

}  // namespace

std::span<const Rule> nameRules()
{
    return nameFamily;
}
