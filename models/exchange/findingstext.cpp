// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/findingstext.h"

#include "models/base/text.h"
#include "models/exchange/counted.h"
#include "models/rules/catalogue.h"
#include "models/rules/validator.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct FindingsTexts
{
    Q_DECLARE_TR_FUNCTIONS(FindingsText)
};

constexpr QChar waivedGlyph(u'⊘');

QString glyph(const Finding &finding)
{
    return finding.isWaived ? QString(waivedGlyph) : severityGlyph(finding.severity);
}

QString label(const Finding &finding)
{
    return finding.isWaived ? FindingsTexts::tr("%1, waived").arg(severityLabel(finding.severity))
                            : severityLabel(finding.severity);
}

}  // namespace

QString severityGlyph(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return QStringLiteral("✖");
    case Severity::Warning:
        return QStringLiteral("▲");
    case Severity::Advice:
        break;
    }
    return QStringLiteral("ⓘ");
}

QString findingsText(const Topology &topology, const QList<Finding> &findings)
{
    qsizetype labelWidth = 0;
    qsizetype ruleWidth = 0;
    for (const auto &finding : findings) {
        labelWidth = std::max(labelWidth, label(finding).size());
        ruleWidth = std::max(ruleWidth, qsizetype(ruleName(finding.rule).size()));
    }
    QString text;
    for (const auto &finding : findings) {
        text += glyph(finding) + u' ' + label(finding).leftJustified(labelWidth)
            + QLatin1String("  ") + QString(ruleName(finding.rule)).leftJustified(ruleWidth)
            + QLatin1String("  ") + visibleText(message(topology, finding)) + u'\n';
    }
    return text + findingsSummaryText(topology, findings) + u'\n';
}

QString findingsSummaryText(const Topology &topology, const QList<Finding> &findings)
{
    const auto checked = FindingsTexts::tr("%1 rules").arg(ruleCount());
    const auto objects = counted(
        topology.definedCount(), FindingsTexts::tr("1 object"), FindingsTexts::tr("%1 objects"));
    if (findings.isEmpty())
        return FindingsTexts::tr("No problems: %1 on %2.").arg(checked, objects);
    QStringList parts;
    const auto summary = summaryOf(findings);
    if (summary.errors > 0)
        parts += severityGlyph(Severity::Error) + u' '
            + counted(summary.errors, FindingsTexts::tr("1 error"), FindingsTexts::tr("%1 errors"));
    if (summary.warnings > 0)
        parts += severityGlyph(Severity::Warning) + u' '
            + counted(
                summary.warnings, FindingsTexts::tr("1 warning"), FindingsTexts::tr("%1 warnings"));
    if (summary.advice > 0)
        parts += severityGlyph(Severity::Advice) + u' '
            + FindingsTexts::tr("%1 advice").arg(summary.advice);
    if (summary.waived > 0)
        parts += QString(waivedGlyph) + u' ' + FindingsTexts::tr("%1 waived").arg(summary.waived);
    return parts.join(QLatin1String("  ")) + QLatin1String("  (")
        + FindingsTexts::tr("%1 on %2").arg(checked, objects) + u')';
}
