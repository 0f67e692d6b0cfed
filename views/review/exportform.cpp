// SPDX-License-Identifier: Apache-2.0
#include "views/review/exportform.h"

#include "models/document/document.h"
#include "views/common/checkedtext.h"
#include "views/common/flowlayout.h"
#include "views/common/objecttext.h"
#include "views/common/plainlabel.h"
#include "views/review/errorlinks.h"
#include "views/review/exporttexts.h"
#include "views/review/headinglabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

ExportForm::ExportForm(Document &document, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_summary(plainLabel({}, this, LabelKind::Paragraph))
    , m_reason(plainLabel({}, this, LabelKind::Paragraph))
    , m_errors(new ErrorLinks(document, selection, this))
    , m_allow(new QCheckBox(this))
    , m_form(new QComboBox(this))
    , m_note(plainLabel({}, this, LabelKind::Paragraph))
    , m_comment(new QLineEdit(this))
    , m_export(new QPushButton(this))
    , m_failure(plainLabel({}, this, LabelKind::Paragraph))
    , m_paperForm(new QComboBox(this))
{
    setObjectName(u"exportForm"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    m_summary->setObjectName(u"exportSummaryLabel"_s);
    column->addWidget(m_summary);
    makeRefusal(*column);
    makeConfiguration(*column);
    column->addSpacing(14);
    makePapers(*column);
    setFocusProxy(m_form);
}

void ExportForm::makeRefusal(QVBoxLayout &column)
{
    m_reason->setObjectName(u"exportReasonLabel"_s);
    m_allow->setObjectName(u"allowErrorsBox"_s);
    column.addWidget(m_reason);
    column.addWidget(m_errors);
    column.addWidget(m_allow);
    connect(m_errors, &ErrorLinks::allRequested, this, &ExportForm::errorsRequested);
    connect(m_allow, &QCheckBox::toggled, this, &ExportForm::updateButton);
}

void ExportForm::makeConfiguration(QVBoxLayout &column)
{
    m_form->setObjectName(u"exportFormBox"_s);
    m_form->setAccessibleName(tr("Format"));
    m_form->addItems({tr("Topology file (JSON)"), tr("For mutagen: everything"),
        tr("For mutagen: only what changed")});
    m_note->setObjectName(u"exportNoteLabel"_s);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_comment->setObjectName(u"exportCommentEdit"_s);
    m_comment->setAccessibleName(tr("Comment"));
    m_comment->setPlaceholderText(tr("What this change is: “Cobalt on SMS, as agreed”"));
    m_export->setObjectName(u"exportButton"_s);
    m_failure->setObjectName(u"exportFailureLabel"_s);
    m_failure->hide();

    auto *fields = new QFormLayout;
    fields->setRowWrapPolicy(QFormLayout::WrapLongRows);
    fields->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    fields->addRow(tr("&Format"), m_form);
    fields->addRow(tr("&Comment"), m_comment);
    column.addLayout(fields);
    column.addWidget(m_note);
    column.addWidget(m_failure);
    column.addWidget(m_export, 0, Qt::AlignLeft);
    connect(m_form, &QComboBox::currentIndexChanged, this, &ExportForm::updateNote);
    connect(m_comment, &QLineEdit::returnPressed, m_export, &QPushButton::click);
    connect(m_export, &QPushButton::clicked, this, [this] {
        Q_EMIT exportRequested(
            {ConfigurationForm(m_form->currentIndex()), m_comment->text(), m_allow->isChecked()});
    });
    updateNote();
}

void ExportForm::makePapers(QVBoxLayout &column)
{
    column.addWidget(headingLabel(tr("For those who approve it, and those who do it"), this));
    auto *text = plainLabel(
        tr("The report holds findings, waivers, assignments and the plan; the runbook the steps with boxes to "
           "tick. Both are written of what stands now, errors or not."),
        this, LabelKind::Paragraph);
    text->setForegroundRole(QPalette::PlaceholderText);
    column.addWidget(text);
    m_paperForm->setObjectName(u"paperFormBox"_s);
    m_paperForm->setAccessibleName(tr("Format of report and runbook"));
    m_paperForm->addItems({tr("HTML, one file"), tr("PDF"), tr("Markdown")});
    auto *report = new QPushButton(tr("Save &report…"), this);
    report->setObjectName(u"saveReportButton"_s);
    auto *runbook = new QPushButton(tr("Save r&unbook…"), this);
    runbook->setObjectName(u"saveRunbookButton"_s);
    // In a line with them.
    m_paperForm->setMinimumHeight(report->sizeHint().height());
    auto *buttons = new QWidget(this);
    auto *flow = new FlowLayout(buttons);
    flow->setContentsMargins(0, 0, 0, 0);
    for (auto *widget : std::initializer_list<QWidget *> {m_paperForm, report, runbook})
        flow->addWidget(widget);
    column.addWidget(buttons);
    connect(report, &QPushButton::clicked, this, [this] { requestPaper(PaperKind::Report); });
    connect(runbook, &QPushButton::clicked, this, [this] { requestPaper(PaperKind::Runbook); });
}

void ExportForm::requestPaper(PaperKind kind)
{
    Q_EMIT paperRequested({kind, PaperForm(m_paperForm->currentIndex())});
}

void ExportForm::follow()
{
    const auto findings = m_document.validator().summary();
    m_summary->setText(tr("Checked %1: %2, %3, %4 advice, %5 waived.")
                           .arg(checkedText(m_document.topology()))
                           .arg(counted(findings.errors, tr("1 error"), tr("%1 errors")),
                               counted(findings.warnings, tr("1 warning"), tr("%1 warnings")))
                           .arg(findings.advice)
                           .arg(findings.waived));
    followErrors(findings);
    m_comment->setEnabled(!m_document.isReadOnly());
    updateButton();
}

void ExportForm::followErrors(const FindingsSummary &findings)
{
    const bool isRefused = findings.errors > 0;
    m_reason->setVisible(isRefused || m_document.isReadOnly());
    m_reason->setText(m_document.isReadOnly()
            ? tr("The document is read-only: an export keeps a revision, which can't be written.")
            : tr("Refused while errors stand. Repair them, waive them, or allow them:"));
    m_errors->showErrors();
    m_allow->setVisible(isRefused && !m_document.isReadOnly());
    m_allow->setText(counted(findings.errors, tr("Allow the error; the file says so"),
        tr("Allow the %1 errors; the file says so")));
    // Who allowed errors did not mean others.
    m_allow->setChecked(false);
}

void ExportForm::updateButton()
{
    const auto errors = m_document.validator().summary().errors;
    m_export->setText(exportTitle(m_document, m_allow->isChecked()) + u'…');
    m_export->setEnabled(!m_document.isReadOnly() && (errors == 0 || m_allow->isChecked()));
}

void ExportForm::updateNote()
{
    switch (ConfigurationForm(m_form->currentIndex())) {
    case ConfigurationForm::Topology:
        m_note->setText(tr("The whole working copy, as Switchyard reads it again."));
        break;
    case ConfigurationForm::Mutagen:
        m_note->setText(
            tr("All objects for mutagen's import. What it can't do is listed as steps by hand."));
        break;
    case ConfigurationForm::MutagenChanges:
        m_note->setText(
            tr("What differs from the baseline, for mutagen's import. What it can't do is "
               "listed as steps by hand."));
        break;
    }
}

void ExportForm::showFailure(const QString &text)
{
    m_failure->setText(text);
    m_failure->setVisible(!text.isEmpty());
}

void ExportForm::clearComment()
{
    m_comment->clear();
}
