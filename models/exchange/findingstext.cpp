// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/findingstext.h"

#include "models/base/text.h"
#include "models/exchange/counted.h"
#include "models/rules/catalogue.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(FindingsText)
};

QString glyph(Severity severity)
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

int count(const QList<Finding> &findings, Severity severity)
{
    return int(std::count_if(findings.begin(), findings.end(),
        [=](const Finding &finding) { return finding.severity == severity; }));
}

}  // namespace

QString findingsText(const Topology &topology, const QList<Finding> &findings)
{
    qsizetype labelWidth = 0;
    qsizetype ruleWidth = 0;
    for (const auto &finding : findings) {
        labelWidth = std::max(labelWidth, severityLabel(finding.severity).size());
        ruleWidth = std::max(ruleWidth, qsizetype(ruleName(finding.rule).size()));
    }
    QString text;
    for (const auto &finding : findings) {
        text += glyph(finding.severity) + u' '
            + severityLabel(finding.severity).leftJustified(labelWidth) + QLatin1String("  ")
            + QString(ruleName(finding.rule)).leftJustified(ruleWidth) + QLatin1String("  ")
            + visibleText(message(topology, finding)) + u'\n';
    }
    return text + findingsSummaryText(topology, findings) + u'\n';
}

QString findingsSummaryText(const Topology &topology, const QList<Finding> &findings)
{
    const auto checked = Texts::tr("%1 rules").arg(ruleCount());
    const auto objects =
        counted(topology.definedCount(), Texts::tr("1 object"), Texts::tr("%1 objects"));
    if (findings.isEmpty())
        return Texts::tr("No problems: %1 on %2.").arg(checked, objects);
    QStringList parts;
    if (const int errors = count(findings, Severity::Error); errors > 0)
        parts += glyph(Severity::Error) + u' '
            + counted(errors, Texts::tr("1 error"), Texts::tr("%1 errors"));
    if (const int warnings = count(findings, Severity::Warning); warnings > 0)
        parts += glyph(Severity::Warning) + u' '
            + counted(warnings, Texts::tr("1 warning"), Texts::tr("%1 warnings"));
    if (const int advice = count(findings, Severity::Advice); advice > 0)
        parts += glyph(Severity::Advice) + u' ' + Texts::tr("%1 advice").arg(advice);
    return parts.join(QLatin1String("  ")) + QLatin1String("  (")
        + Texts::tr("%1 on %2").arg(checked, objects) + u')';
}
