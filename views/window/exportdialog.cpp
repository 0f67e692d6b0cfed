// SPDX-License-Identifier: Apache-2.0
#include "views/window/exportdialog.h"

#include "models/exchange/inputs.h"
#include "models/rules/catalogue.h"
#include "views/common/checkedtext.h"
#include "views/common/linkbutton.h"
#include "views/common/mark.h"
#include "views/common/objecttext.h"
#include "views/common/plainlabel.h"
#include "views/common/prompts.h"
#include "views/common/selection.h"
#include "views/window/topologyexport.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QIcon>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

ExportDialog::ExportDialog(
    Document &document, Selection &selection, Prompts &prompts, QWidget *parent)
    : QDialog(parent)
    , m_document(document)
    , m_selection(selection)
    , m_prompts(prompts)
    , m_summary(plainLabel({}, this, LabelKind::Paragraph))
    , m_reason(plainLabel({}, this, LabelKind::Paragraph))
    , m_errorsPlace(new QVBoxLayout)
    , m_allow(new QCheckBox(this))
    , m_failure(plainLabel({}, this, LabelKind::Paragraph))
{
    setObjectName(u"exportDialog"_s);
    setWindowTitle(tr("Export"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_summary->setObjectName(u"exportSummaryLabel"_s);
    m_reason->setObjectName(u"exportReasonLabel"_s);
    m_allow->setObjectName(u"allowErrorsBox"_s);
    m_failure->setObjectName(u"exportFailureLabel"_s);
    m_failure->hide();

    auto *column = new QVBoxLayout(this);
    column->setSpacing(10);
    column->addWidget(m_summary);
    column->addWidget(m_reason);
    column->addLayout(m_errorsPlace, 1);
    column->addWidget(m_allow);
    column->addWidget(m_failure);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_export = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    m_export->setObjectName(u"exportButton"_s);
    m_export->setDefault(true);
    column->addWidget(buttons);

    connect(m_allow, &QCheckBox::toggled, this, &ExportDialog::updateButton);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::write);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&document, &Document::changed, this, &ExportDialog::update);
    update();
    resize(600, 320);
}

void ExportDialog::update()
{
    const auto findings = m_document.validator().summary();
    const auto checked = tr("Checked %1: %2, %3, %4 advice.")
                             .arg(checkedText(m_document.topology()))
                             .arg(counted(findings.errors, tr("1 error"), tr("%1 errors")),
                                 counted(findings.warnings, tr("1 warning"), tr("%1 warnings")))
                             .arg(findings.advice);
    m_summary->setText(
        tr("Writes the working copy as a topology file (JSON) that says what was checked. The document "
           "itself stays as it is.")
        + u'\n' + checked);
    const bool isRefused = findings.errors > 0;
    m_reason->setVisible(isRefused);
    m_reason->setText(tr("Not while errors stand. Repair them, or allow them:"));
    m_allow->setVisible(isRefused);
    m_allow->setText(counted(
        findings.errors, tr("Export anyway, with 1 error"), tr("Export anyway, with %1 errors")));
    m_allow->setChecked(false);
    listErrors();
    updateButton();
}

void ExportDialog::updateButton()
{
    const auto errors = m_document.validator().summary().errors;
    m_export->setText(errors == 0
            ? tr("Export…")
            : counted(errors, tr("Export with 1 error…"), tr("Export with %1 errors…")));
    m_export->setEnabled(errors == 0 || m_allow->isChecked());
}

void ExportDialog::listErrors()
{
    delete m_errors;
    m_errors = nullptr;
    const auto &topology = m_document.topology();
    const auto &validator = m_document.validator();
    QList<Finding> errors;
    for (const auto id : validator.findings()) {
        const auto &finding = validator.finding(id);
        if (finding.severity == Severity::Error && !finding.isWaived)
            errors.append(finding);
    }
    if (errors.isEmpty())
        return;
    sortFindings(topology, errors);
    auto *list = new QWidget;
    auto *lines = new QVBoxLayout(list);
    lines->setContentsMargins(0, 0, 0, 0);
    // More than anybody would go through here; Problems has them all.
    constexpr qsizetype listed = 50;
    for (const auto &finding : errors.mid(0, listed)) {
        auto *link = new LinkButton(plainText(message(topology, finding)), list);
        link->setObjectName(u"errorLink"_s);
        link->setIcon(markIcon(Mark::Error));
        const auto object = finding.object;
        const auto field = fieldAtFault(finding.rule);
        connect(link, &LinkButton::clicked, this, [this, object, field] {
            m_selection.reveal(object, field);
            reject();
        });
        lines->addWidget(link);
    }
    if (errors.size() > listed)
        lines->addWidget(
            plainLabel(tr("%1 more stand in Problems.").arg(errors.size() - listed), list));
    lines->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(list);
    m_errors = scroll;
    m_errorsPlace->addWidget(scroll);
}

void ExportDialog::write()
{
    const auto suggestion =
        u"%1.topology.json"_s.arg(QFileInfo(m_document.path()).completeBaseName());
    const auto path =
        m_prompts.saveFile(tr("Export"), suggestion, tr("Topology files (*.json);;All files (*)"));
    if (path.isEmpty())
        return;
    const auto warnings = exportTopology(m_document, path);
    m_failure->setVisible(!warnings);
    if (!warnings) {
        m_failure->setText(warnings.error().text());
        return;
    }
    const auto name = plainText(QFileInfo(path).fileName());
    Q_EMIT exported(warnings->isEmpty()
            ? tr("Exported %1.").arg(name)
            : tr("Exported %1. %2").arg(name, plainText(problemText(warnings->constFirst()))));
    accept();
}
