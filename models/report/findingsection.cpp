// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/findingstext.h"
#include "models/report/reportsections.h"
#include "models/rules/catalogue.h"
#include "models/rules/waivers.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct FindingSectionTexts
{
    Q_DECLARE_TR_FUNCTIONS(FindingSection)
};

constexpr qsizetype mostOfARule = 60;
constexpr qsizetype mostInColour = 5;  // More are a list.

QString severityTitle(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return FindingSectionTexts::tr("%1 Errors");
    case Severity::Warning:
        return FindingSectionTexts::tr("%1 Warnings");
    case Severity::Advice:
        break;
    }
    return FindingSectionTexts::tr("%1 Advice");
}

Outline::Tone toneOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return Outline::Tone::Error;
    case Severity::Warning:
        return Outline::Tone::Warning;
    case Severity::Advice:
        break;
    }
    return Outline::Tone::Advice;
}

/// Why a rule is one, what to do, and where that is written.
Outline::Facts ruleFacts(const RuleInfo &rule)
{
    QStringList source {rule.source.document, rule.source.page, rule.source.topic};
    source.removeAll(QString());
    Outline::Facts facts {{{FindingSectionTexts::tr("Why"), rule.explanation},
        {FindingSectionTexts::tr("What to do"), rule.remedy},
        {FindingSectionTexts::tr("Source"), source.join(u", "_s), rule.source.address}}};
    if (rule.isInference)
        facts.lines.append({FindingSectionTexts::tr("Note"),
            FindingSectionTexts::tr(
                "This rule is our inference from the source, not its statement.")});
    return facts;
}

void appendRule(Parts &parts, const Topology &topology, const QList<const Finding *> &findings)
{
    const auto rule = ruleInfo(findings.first()->rule);
    const auto severity = findings.first()->severity;
    parts.append(Outline::Heading {u"%1: %2"_s.arg(QString(rule.id), rule.title), 3});
    const auto shown = findings.first(std::min(findings.size(), mostOfARule));
    if (severity == Severity::Advice || shown.size() > mostInColour) {
        Outline::List list;
        for (const auto *finding : shown)
            list.items.append(message(topology, *finding));
        parts.append(list);
    } else {
        for (const auto *finding : shown)
            parts.append(Outline::Paragraph {
                severityGlyph(severity) + u' ' + message(topology, *finding), toneOf(severity)});
    }
    appendMore(parts, findings.size() - shown.size());
    parts.append(ruleFacts(rule));
}

QString stateText(const Waiver &waiver, WaiverState state)
{
    switch (state) {
    case WaiverState::Expired:
        return FindingSectionTexts::tr("expired, its finding counts again");
    case WaiverState::Stale:
        return FindingSectionTexts::tr("stale, nothing is found any more");
    case WaiverState::InForce:
        break;
    }
    return waiver.expiry.isValid() ? FindingSectionTexts::tr("in force")
                                   : FindingSectionTexts::tr("in force, without end");
}

}  // namespace

Parts findingParts(const Topology &topology, const QList<Finding> &findings)
{
    Parts parts {Outline::Heading {FindingSectionTexts::tr("Findings")},
        Outline::Paragraph {findingsSummaryText(topology, findings)}};
    for (const auto severity : {Severity::Error, Severity::Warning, Severity::Advice}) {
        QList<QList<const Finding *>> rules;  // Findings are sorted by severity, then by rule.
        for (const auto &finding : findings) {
            if (finding.severity != severity || finding.isWaived)
                continue;
            if (rules.isEmpty() || rules.last().first()->rule != finding.rule)
                rules.append(QList<const Finding *> {});
            rules.last().append(&finding);
        }
        if (rules.isEmpty())
            continue;
        parts.append(Outline::Heading {severityTitle(severity).arg(severityGlyph(severity)), 2});
        for (const auto &ofRule : rules)
            appendRule(parts, topology, ofRule);
    }
    return parts;
}

Parts waiverParts(const Topology &topology, const QList<Finding> &findings, QDate today)
{
    Parts parts {Outline::Heading {FindingSectionTexts::tr("Waivers")}};
    const auto &waivers = topology.waivers();
    if (waivers.isEmpty()) {
        parts.append(Outline::Paragraph {FindingSectionTexts::tr("No finding is waived.")});
        return parts;
    }
    const auto states = waiverStates(topology, findings, today);
    Outline::Table table {{FindingSectionTexts::tr("Accepts"), FindingSectionTexts::tr("Reason"),
                              FindingSectionTexts::tr("Owner"), FindingSectionTexts::tr("Through"),
                              FindingSectionTexts::tr("State")},
        {6, 5, 3, 3, 3}, {}};
    for (qsizetype i = 0; i < waivers.size(); ++i) {
        const auto &waiver = waivers.at(i);
        table.rows.append({u"⊘ %1: %2"_s.arg(waiver.key.rule, waiver.about), waiver.reason,
            waiver.owner, waiver.expiry.toString(Qt::ISODate), stateText(waiver, states.at(i))});
    }
    parts.append(table);
    return parts;
}

Parts readingParts(const Topology &topology)
{
    const auto &settings = topology.settings();
    Parts parts {Outline::Heading {FindingSectionTexts::tr("Readings")},
        Outline::Paragraph {
            FindingSectionTexts::tr("Where the sources leave something open or contradict "
                                    "themselves, this is how they are read here.")},
        Outline::Facts {{{FindingSectionTexts::tr("Environment"),
                             QString(environmentToken(settings.environment))},
            {FindingSectionTexts::tr("Social Messaging"),
                FindingSectionTexts::tr("several tenants on one server: %1")
                    .arg(socialMessagingToken(settings.socialMessagingTenants))}}}};
    Outline::Table table {
        {FindingSectionTexts::tr("Rule"), FindingSectionTexts::tr("Reading")}, {4, 11}, {}};
    for (int i = 0; i < ruleCount(); ++i) {
        const auto rule = ruleInfo(RuleId(i));
        if (!rule.reading.isEmpty())
            table.rows.append({QString(rule.id), rule.reading});
    }
    parts.append(table);
    if (topology.siteAnswers().isEmpty())
        return parts;
    parts.append(Outline::Heading {FindingSectionTexts::tr("The site's answers"), 2});
    Outline::Table answers {
        {FindingSectionTexts::tr("Type"), FindingSectionTexts::tr("Change of"),
            FindingSectionTexts::tr("Effect"), FindingSectionTexts::tr("Evidence"),
            FindingSectionTexts::tr("By, on")},
        {4, 3, 3, 6, 4}, {}};
    for (const auto &answer : topology.siteAnswers())
        answers.rows.append({ApplicationType::fromToken(answer.type).displayName(), answer.field,
            actionLabel(
                answer.effect == SiteAnswer::Effect::Restart ? Action::Restart : Action::Immediate),
            answer.evidence, u"%1, %2"_s.arg(answer.author, answer.date.toString(Qt::ISODate))});
    parts.append(answers);
    return parts;
}
