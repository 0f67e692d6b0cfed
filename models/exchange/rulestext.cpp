// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/rulestext.h"

#include <QCoreApplication>

namespace {

struct RulesTexts
{
    Q_DECLARE_TR_FUNCTIONS(RulesText)
};

/// Breaks at blanks, so that lines are no longer than a terminal is wide.
QString wrapped(const QString &text)
{
    constexpr qsizetype width = 80;
    QString lines;
    qsizetype column = 0;
    const auto words = text.split(u' ', Qt::SkipEmptyParts);
    for (const auto &word : words) {
        if (column > 0 && column + 1 + word.size() > width) {
            lines += u'\n';
            column = 0;
        }
        if (column > 0) {
            lines += u' ';
            ++column;
        }
        lines += word;
        column += word.size();
    }
    return lines;
}

}  // namespace

QString rulesText()
{
    qsizetype idWidth = 0;
    qsizetype severityWidth = 0;
    for (int i = 0; i < ruleCount(); ++i) {
        const auto rule = ruleInfo(RuleId(i));
        idWidth = std::max(idWidth, qsizetype(rule.id.size()));
        severityWidth = std::max(severityWidth, severityLabel(rule.severity).size());
    }
    QString text;
    for (int i = 0; i < ruleCount(); ++i) {
        const auto rule = ruleInfo(RuleId(i));
        text += QString(rule.id).leftJustified(idWidth) + QLatin1String("  ")
            + severityLabel(rule.severity).leftJustified(severityWidth) + QLatin1String("  ")
            + rule.title + u'\n';
    }
    return text + RulesTexts::tr("%1 rules").arg(ruleCount()) + u'\n';
}

QString explanationText(RuleId id)
{
    const auto rule = ruleInfo(id);
    const QString title = rule.id + QLatin1String(" (") + severityLabel(rule.severity)
        + QLatin1String("): ") + rule.title;
    QStringList paragraphs {title, wrapped(rule.explanation),
        wrapped(RulesTexts::tr("What to do: %1").arg(rule.remedy))};
    if (!rule.reading.isEmpty())
        paragraphs.append(wrapped(RulesTexts::tr("Our reading: %1").arg(rule.reading)));
    QString text = paragraphs.join(QLatin1String("\n\n")) + QLatin1String("\n\n");
    QStringList parts {rule.source.document, rule.source.page, rule.source.topic};
    parts.removeAll(QString());
    if (!parts.isEmpty())
        text += RulesTexts::tr("Source: %1").arg(parts.join(QLatin1String(", "))) + u'\n';
    if (!rule.source.address.isEmpty())
        text += QLatin1String("        ") + rule.source.address + u'\n';
    if (rule.isInference)
        text += RulesTexts::tr("This rule is our inference from the source, not its statement.")
            + u'\n';
    return text;
}
