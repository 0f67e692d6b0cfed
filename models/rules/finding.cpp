// SPDX-License-Identifier: Apache-2.0
#include "models/rules/finding.h"

#include "models/base/text.h"
#include "models/rules/rule.h"

#include <algorithm>

QLatin1String subjectKindToken(const Subject &subject)
{
    switch (subject.kind) {
    case Subject::Kind::Object:
        return kindToken(subject.object.kind);
    case Subject::Kind::Type:
        return QLatin1String("type");
    case Subject::Kind::Option:
        return QLatin1String("option");
    case Subject::Kind::OptionSection:
        break;
    }
    return QLatin1String("option-section");
}

QString subjectName(const Topology &topology, const Subject &subject)
{
    return subject.kind == Subject::Kind::Object ? topology.name(subject.object) : subject.name;
}

QLatin1String severityToken(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return QLatin1String("error");
    case Severity::Warning:
        return QLatin1String("warning");
    case Severity::Advice:
        break;
    }
    return QLatin1String("advice");
}

QString severityLabel(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return Rules::tr("Error");
    case Severity::Warning:
        return Rules::tr("Warning");
    case Severity::Advice:
        break;
    }
    return Rules::tr("Advice");
}

namespace {

std::strong_ordering compareSubjects(const Topology &topology, const Subject &a, const Subject &b)
{
    const auto nameOf = [&](const Subject &subject) -> const QString & {
        return subject.kind == Subject::Kind::Object ? topology.name(subject.object) : subject.name;
    };
    if (const auto order = compareText(nameOf(a), nameOf(b)); order != 0)
        return order;
    return subjectKindToken(a).compare(subjectKindToken(b)) <=> 0;
}

std::strong_ordering compareTenants(const Topology &topology, TenantId a, TenantId b)
{
    return compareText(topology.tenant(a).name, topology.tenant(b).name);
}

/// Element by element; where one list is the beginning of the other, the shorter first.
template <class T, class Compare>
std::strong_ordering compareLists(const QList<T> &a, const QList<T> &b, Compare compare)
{
    return std::lexicographical_compare_three_way(a.begin(), a.end(), b.begin(), b.end(), compare);
}

/// A finding with its lists in the order of names, made only where the rest doesn't tell two
/// findings apart.
struct Detailed
{
    Finding finding;
    QList<TenantId> tenants;
    QList<Subject> related;
};

}  // namespace

QList<TenantId> tenantsByName(const Topology &topology, const Finding &finding)
{
    auto tenants = finding.tenants;
    if (tenants.size() > 1)
        std::stable_sort(tenants.begin(), tenants.end(),
            [&](TenantId a, TenantId b) { return compareTenants(topology, a, b) < 0; });
    return tenants;
}

QList<Subject> relatedByName(const Topology &topology, const Finding &finding)
{
    auto related = finding.related;
    if (related.size() > 1)
        std::stable_sort(related.begin(), related.end(), [&](const Subject &a, const Subject &b) {
            return compareSubjects(topology, a, b) < 0;
        });
    return related;
}

void sortFindings(const Topology &topology, QList<Finding> &findings)
{
    // Rule ids stand for the rules' names: the catalogue is sorted.
    const auto compareHeads = [&](const Finding &a, const Finding &b) {
        if (const auto order = a.severity <=> b.severity; order != 0)
            return order;
        if (const auto order = a.rule <=> b.rule; order != 0)
            return order;
        if (const auto order = kindToken(a.object.kind).compare(kindToken(b.object.kind));
            order != 0)
            return order <=> 0;
        return compareText(topology.name(a.object), topology.name(b.object));
    };
    std::stable_sort(findings.begin(), findings.end(),
        [&](const Finding &a, const Finding &b) { return compareHeads(a, b) < 0; });

    for (auto begin = findings.begin(); begin != findings.end();) {
        const auto end = std::find_if(begin, findings.end(),
            [&](const Finding &other) { return compareHeads(*begin, other) != 0; });
        if (end - begin >= 2) {
            std::vector<Detailed> alike;
            for (auto at = begin; at != end; ++at)
                alike.push_back({*at, tenantsByName(topology, *at), relatedByName(topology, *at)});
            std::stable_sort(alike.begin(), alike.end(), [&](const Detailed &a, const Detailed &b) {
                const auto byName = [&](TenantId l, TenantId r) {
                    return compareTenants(topology, l, r);
                };
                if (const auto order = compareLists(a.tenants, b.tenants, byName); order != 0)
                    return order < 0;
                return compareLists(a.related, b.related, [&](const Subject &l, const Subject &r) {
                    return compareSubjects(topology, l, r);
                }) < 0;
            });
            std::transform(alike.begin(), alike.end(), begin,
                [](Detailed &detailed) { return std::move(detailed.finding); });
        }
        begin = end;
    }
}
