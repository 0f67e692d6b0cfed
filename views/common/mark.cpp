// SPDX-License-Identifier: Apache-2.0
#include "views/common/mark.h"

#include "views/common/icons.h"

#include <QCoreApplication>
#include <QIcon>

using namespace Qt::StringLiterals;

namespace {

struct Look
{
    QStringView glyph;
    const char *word;
    Tone tone;
    QLatin1String icon;
};

Look look(Mark mark)
{
    switch (mark) {
    case Mark::Error:
        return {u"✖", QT_TRANSLATE_NOOP("Mark", "Error"), Tone::Error, "error"_L1};
    case Mark::Warning:
        return {u"▲", QT_TRANSLATE_NOOP("Mark", "Warning"), Tone::Warning, "warning"_L1};
    case Mark::Advice:
        return {u"ⓘ", QT_TRANSLATE_NOOP("Mark", "Advice"), Tone::Advice, "advice"_L1};
    case Mark::Restart:
        return {u"↻", QT_TRANSLATE_NOOP("Mark", "Restart"), Tone::Restart, "restart"_L1};
    case Mark::Immediate:
        return {u"⚡", QT_TRANSLATE_NOOP("Mark", "Immediate"), Tone::Immediate, "immediate"_L1};
    case Mark::NotStated:
        return {u"?", QT_TRANSLATE_NOOP("Mark", "Not stated"), Tone::NotStated, "notstated"_L1};
    case Mark::Start:
        return {u"+", QT_TRANSLATE_NOOP("Mark", "Start"), Tone::Added, "start"_L1};
    case Mark::Stop:
        return {u"–", QT_TRANSLATE_NOOP("Mark", "Stop"), Tone::Removed, "stop"_L1};
    case Mark::Changed:
        return {u"✎", QT_TRANSLATE_NOOP("Mark", "Changed"), Tone::Changed, "changed"_L1};
    case Mark::Waived:
        return {u"⊘", QT_TRANSLATE_NOOP("Mark", "Waived"), Tone::Muted, "waived"_L1};
    case Mark::Pending:
        return {u"↻!", QT_TRANSLATE_NOOP("Mark", "Pending"), Tone::Restart, "pending"_L1};
    }
    return {u" ", "", Tone::Muted, {}};
}

}  // namespace

Mark markOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return Mark::Error;
    case Severity::Warning:
        return Mark::Warning;
    case Severity::Advice:
        break;
    }
    return Mark::Advice;
}

Mark markOf(const Finding &finding)
{
    return finding.isWaived ? Mark::Waived : markOf(finding.severity);
}

Mark markOf(Action action)
{
    switch (action) {
    case Action::Restart:
        return Mark::Restart;
    case Action::NotStated:
        return Mark::NotStated;
    case Action::Immediate:
        return Mark::Immediate;
    case Action::Start:
        return Mark::Start;
    case Action::Stop:
        break;
    }
    return Mark::Stop;
}

Mark markOf(ObjectDifference::Change change)
{
    switch (change) {
    case ObjectDifference::Change::Added:
        return Mark::Start;
    case ObjectDifference::Change::Removed:
        return Mark::Stop;
    case ObjectDifference::Change::Modified:
        break;
    }
    return Mark::Changed;
}

std::optional<Mark> planMark(
    const Topology &topology, const Planner &planner, ApplicationId application)
{
    if (topology.pendingRestart(application))
        return Mark::Pending;
    const auto *row = planner.row(application);
    return row ? std::optional(markOf(row->action)) : std::nullopt;
}

std::optional<Mark> markOf(const FindingsSummary &summary)
{
    if (summary.errors > 0)
        return Mark::Error;
    if (summary.warnings > 0)
        return Mark::Warning;
    return summary.advice > 0 ? std::optional(Mark::Advice) : std::nullopt;
}

QString markGlyph(Mark mark)
{
    return look(mark).glyph.toString();
}

QString markWord(Mark mark)
{
    return QCoreApplication::translate("Mark", look(mark).word);
}

QString markLabel(Mark mark)
{
    return markGlyph(mark) + u' ' + markWord(mark);
}

Tone markTone(Mark mark)
{
    return look(mark).tone;
}

QIcon markIcon(Mark mark)
{
    return tintedIcon("marks/"_L1 + look(mark).icon, look(mark).tone);
}
