// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/faultnotes.h"

#include "models/rules/catalogue.h"
#include "views/inspector/notebox.h"

#include <QVBoxLayout>

FaultNotes::FaultNotes(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("faultNotes"));
    m_column->setContentsMargins(0, 2, 0, 4);
    m_column->setSpacing(4);
    hide();
}

std::optional<Severity> FaultNotes::show(const Document &document, ObjectId object, Field field)
{
    const auto &validator = document.validator();
    QList<Finding> findings;
    if (markOf(validator.summaryOf(object))) {
        const auto ids = validator.findingsOf(object);
        for (const auto id : ids) {
            const auto &finding = validator.finding(id);
            if (!finding.isWaived && fieldAtFault(finding.rule) == field)
                findings.append(finding);
        }
    }
    sortFindings(document.topology(), findings);

    // The worst ones are said in full; a field with hundreds of findings must not become hundreds
    // of blocks.
    constexpr qsizetype most = 5;
    QStringList texts;
    for (const auto &finding : findings.mid(0, most))
        texts.append(message(document.topology(), finding));
    if (findings.size() > most)
        texts.append(tr("%1 more findings about this field stand among the problems.")
                         .arg(findings.size() - most));
    if (texts != m_shown) {
        m_shown = texts;
        while (auto *item = m_column->takeAt(0)) {
            delete item->widget();
            delete item;
        }
        for (qsizetype i = 0; i < texts.size(); ++i) {
            auto *note = new NoteBox(this);
            m_column->addWidget(note);
            if (i == most) {
                note->show(Mark::Advice, {}, texts.at(i), {});
                continue;
            }
            const auto &finding = findings.at(i);
            const auto rule = ruleInfo(finding.rule);
            const auto source =
                (rule.isInference ? tr("Our inference from %1, %2: %3") : tr("%1, %2: %3"))
                    .arg(rule.source.document, rule.source.page, rule.source.topic);
            note->show(markOf(finding.severity), {}, texts.at(i), source, rule.source.address);
        }
    }
    setVisible(!texts.isEmpty());
    return findings.isEmpty() ? std::nullopt : std::optional(findings.constFirst().severity);
}
