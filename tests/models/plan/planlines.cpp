// SPDX-License-Identifier: Apache-2.0
#include "tests/models/plan/planlines.h"

using namespace Qt::StringLiterals;

QString lineOf(const Reason &reason)
{
    QString line = reason.field + u':';
    if (!reason.isSetLike)
        return line + u' ' + reason.before + u" > "_s + reason.after;
    for (const auto &json : reason.added)
        line += u" +"_s + json;
    for (const auto &json : reason.removed)
        line += u" -"_s + json;
    return line;
}

QStringList linesOf(const QList<ObjectDifference> &differences)
{
    constexpr char16_t signs[] = u"+-~";
    QStringList lines;
    for (const auto &difference : differences) {
        auto line = u"%1 %2 %3"_s.arg(
            QChar(signs[size_t(difference.change)]), kindToken(difference.kind), difference.name);
        for (const auto &reason : difference.reasons)
            line += u"; "_s + lineOf(reason);
        lines.append(line);
    }
    return lines;
}

QStringList linesOf(const RestartPlan &plan)
{
    QStringList lines;
    for (const auto &instance : plan.instances) {
        auto line = u"%1 %2 %3"_s.arg(instance.wave ? QString::number(*instance.wave) : u"-"_s,
            actionToken(instance.action), instance.name);
        if (instance.interruption)
            line += u' ' + QString(interruptionToken(*instance.interruption));
        if (!instance.tenantsInterrupted.isEmpty())
            line += u" of "_s + instance.tenantsInterrupted.join(u", "_s);
        if (!instance.bystanders.isEmpty())
            line += u" by "_s + instance.bystanders.join(u", "_s);
        if (!instance.after.isEmpty())
            line += u" after "_s + instance.after.join(u", "_s);
        for (const auto &reason : instance.reasons)
            line += u"; "_s + lineOf(reason);
        lines.append(line);
    }
    return lines;
}

QString lineOf(const PlanSummary &summary)
{
    return u"%1 restarts, %2 starts, %3 stops, %4 immediate, %5 not stated, %6 tenants, %7 changes"_s
        .arg(summary.restarts)
        .arg(summary.starts)
        .arg(summary.stops)
        .arg(summary.immediate)
        .arg(summary.notStated)
        .arg(summary.tenantsInterrupted)
        .arg(summary.changes);
}
