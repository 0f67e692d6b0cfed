// SPDX-License-Identifier: Apache-2.0
#include "views/review/exportedpane.h"

#include "models/document/document.h"
#include "views/common/linkbutton.h"
#include "views/common/notices.h"
#include "views/common/objecttext.h"
#include "views/common/plainlabel.h"
#include "views/review/headinglabel.h"
#include "views/review/pendinglist.h"

#include <QDir>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

/// A runbook has them all.
constexpr qsizetype listedSteps = 100;

}  // namespace

ExportedPane::ExportedPane(Document &document, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_title(headingLabel({}, this))
    , m_facts(new QFormLayout)
    , m_byHand(new QVBoxLayout)
    , m_pendingTitle(headingLabel({}, this))
    , m_pending(new PendingList(document, selection, this))
    , m_deployed(new QPushButton(this))
    , m_note(plainLabel({}, this, LabelKind::Paragraph))
{
    setObjectName(u"exportedPane"_s);
    m_title->setObjectName(u"exportedTitle"_s);
    m_pendingTitle->setObjectName(u"pendingTitle"_s);
    m_deployed->setObjectName(u"deployedButton"_s);
    m_note->setObjectName(u"deployedNote"_s);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    auto *back = new LinkButton(tr("Back to the export"), this);
    back->setObjectName(u"backToExportLink"_s);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(m_title);
    m_facts->setRowWrapPolicy(QFormLayout::WrapLongRows);
    column->addLayout(m_facts);
    m_byHand->setSpacing(4);
    column->addLayout(m_byHand);
    column->addSpacing(8);
    column->addWidget(m_pendingTitle);
    column->addWidget(m_pending);
    column->addWidget(m_deployed, 0, Qt::AlignLeft);
    column->addWidget(m_note);
    column->addWidget(back);
    setFocusProxy(m_pending);

    connect(back, &LinkButton::clicked, this, &ExportedPane::backRequested);
    connect(m_deployed, &QPushButton::clicked, this, &ExportedPane::declareDeployed);
    connect(&document, &Document::historyChanged, this, &ExportedPane::follow);
    connect(&document, &Document::baselineChanged, this, &ExportedPane::followBaseline);
}

void ExportedPane::show(const ExportOutcome &outcome)
{
    m_outcome = outcome;
    m_title->setText(outcome.path.isEmpty()
            ? tr("Revision %1").arg(outcome.revision.number)
            : tr("Revision %1 is exported").arg(outcome.revision.number));
    while (m_facts->rowCount() > 0)
        m_facts->removeRow(0);
    const auto add = [this](const QString &label, const QString &text, const QString &name) {
        if (text.isEmpty())
            return;
        auto *value = plainLabel(text, this, LabelKind::Paragraph);
        value->setObjectName(name);
        m_facts->addRow(plainLabel(label, this), value);
    };
    add(tr("File"), plainText(QDir::toNativeSeparators(outcome.path)), u"exportedFileLabel"_s);
    add(tr("Comment"), plainText(outcome.revision.comment), u"exportedCommentLabel"_s);
    if (!outcome.revision.checksum.isEmpty()) {
        // One long word, which no label can break.
        auto *checksum = new QLineEdit(outcome.revision.checksum, this);
        checksum->setObjectName(u"exportedChecksumEdit"_s);
        checksum->setAccessibleName(tr("Checksum"));
        checksum->setReadOnly(true);
        checksum->setCursorPosition(0);
        m_facts->addRow(plainLabel(tr("Checksum"), this), checksum);
    }
    for (const auto &warning : outcome.warnings)
        add(tr("Note"), plainText(warning), u"exportedWarningLabel"_s);
    while (auto *line = m_byHand->takeAt(0)) {
        delete line->widget();
        delete line;
    }
    listSteps(outcome.manual, ManualStep::Order::BeforeImport);
    listSteps(outcome.manual, ManualStep::Order::AfterImport);
    m_pending->begin();
    follow();
}

void ExportedPane::listSteps(const QList<ManualStep> &steps, ManualStep::Order order)
{
    qsizetype count = 0;
    for (const auto &step : steps) {
        if (step.order != order)
            continue;
        if (count++ == 0)
            m_byHand->addWidget(headingLabel(order == ManualStep::Order::BeforeImport
                    ? tr("By hand, before the import")
                    : tr("By hand, after the import"),
                this));
        if (count > listedSteps)
            continue;
        auto *line = plainLabel(
            plainText(u"%1 %2"_s.arg(step.text, step.reason)), this, LabelKind::Paragraph);
        line->setObjectName(u"manualStepLabel"_s);
        m_byHand->addWidget(line);
    }
    if (count > listedSteps)
        m_byHand->addWidget(
            plainLabel(tr("%1 more stand in the runbook.").arg(count - listedSteps), this));
}

void ExportedPane::follow()
{
    if (m_outcome.revision.number == 0)
        return;
    const auto number = m_outcome.revision.number;
    const auto pending = m_document.topology().pendingRestarts().size();
    m_pendingTitle->setVisible(m_pending->count() > 0);
    m_pendingTitle->setText(pending == 0
            ? tr("All restarts are done")
            : counted(pending, tr("Tick off what is done: 1 restart is pending"),
                tr("Tick off what is done: %1 restarts are pending")));
    m_pending->setVisible(m_pending->count() > 0);
    m_deployed->setText(tr("Revision %1 is deployed").arg(number));
    m_deployed->setVisible(!m_outcome.revision.isBaseline);
    m_deployed->setEnabled(pending == 0 && !m_document.isReadOnly());
    m_note->setText(m_outcome.revision.isBaseline
            ? tr("Revision %1 is deployed: it is the baseline that changes are counted from.")
                  .arg(number)
            : m_document.isReadOnly() ? tr("The document is read-only.")
            : pending > 0
            ? tr("Once nothing is pending: the revision becomes the baseline, and changes are "
                 "counted from it.")
            : tr("It becomes the baseline: changes and restarts are counted from it."));
}

/// Other processes declare it, too.
void ExportedPane::followBaseline()
{
    const auto revisions = m_document.revisions();
    if (!revisions)
        return;
    for (const auto &revision : *revisions) {
        if (revision.number == m_outcome.revision.number)
            m_outcome.revision.isBaseline = revision.isBaseline;
    }
    follow();
}

void ExportedPane::declareDeployed()
{
    const auto number = m_outcome.revision.number;
    if (!succeeded(m_document.declareDeployed(number), this))
        return;
    postNotice(
        this, {tr("Revision %1 is deployed: it is the baseline now.").arg(number), {}, {}, {}});
}
