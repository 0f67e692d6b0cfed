// SPDX-License-Identifier: Apache-2.0
#include "app/cli/findingchoice.h"

#include "models/rules/catalogue.h"

#include <QCoreApplication>

namespace {

struct FindingChoiceTexts
{
    Q_DECLARE_TR_FUNCTIONS(FindingChoice)
};

QString nameOf(const Topology &topology, ObjectId object)
{
    return topology.contains(object) ? topology.name(object) : QString();
}

bool areAll(QStringList wanted, QStringList found)
{
    wanted.sort();
    found.sort();
    return wanted.isEmpty() || wanted == found;
}

}  // namespace

bool isMeant(const FindingChoice &choice, const Topology &topology, const WaiverKey &key)
{
    QStringList tenants;
    for (const auto tenant : key.tenants)
        tenants.append(nameOf(topology, tenant));
    QStringList related;
    for (const auto &subject : key.related)
        related.append(subject.kind == Subject::Kind::Object ? nameOf(topology, subject.object)
                                                             : subject.name);
    return (choice.rule.isEmpty() || choice.rule == key.rule)
        && (choice.object.isEmpty() || choice.object == nameOf(topology, key.object))
        && (choice.kind.isEmpty() || choice.kind == kindToken(key.object.kind))
        && areAll(choice.tenants, tenants) && areAll(choice.related, related);
}

QString misuse(const FindingChoice &choice)
{
    if (!choice.rule.isEmpty() && !ruleFromName(choice.rule))
        return FindingChoiceTexts::tr("There is no rule %1. The command rules lists them.")
            .arg(choice.rule);
    if (!choice.kind.isEmpty() && !kindFromToken(choice.kind))
        return FindingChoiceTexts::tr(
            "There is no kind %1; kinds are tenant, switching-office, switch, host "
            "and application.")
            .arg(choice.kind);
    return {};
}
