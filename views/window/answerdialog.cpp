// SPDX-License-Identifier: Apache-2.0
#include "views/window/answerdialog.h"

#include "models/topology/edits.h"
#include "views/common/objecttext.h"
#include "views/common/plainlabel.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QString shownField(const QString &name)
{
    const auto field = fieldFromName(Kind::Application, name);
    return field ? fieldLabel(*field) : plainText(name);
}

}  // namespace

AnswerDialog::AnswerDialog(Document &document, ApplicationId application, QWidget *parent)
    : QDialog(parent)
    , m_document(document)
    , m_type(document.topology().application(application).type.token())
    , m_restart(new QRadioButton(tr("It needs a restart"), this))
    , m_immediate(new QRadioButton(tr("It takes effect at once"), this))
    , m_evidence(new QLineEdit(this))
    , m_failure(plainLabel({}, this, LabelKind::Paragraph))
{
    setObjectName(u"answerDialog"_s);
    setWindowTitle(tr("Record an answer"));
    setAttribute(Qt::WA_DeleteOnClose);
    const auto type = plainText(document.topology().application(application).type.displayName());
    auto *column = new QVBoxLayout(this);
    column->setSpacing(10);
    auto *about =
        plainLabel(tr("What does a changed %1 need?").arg(type), this, LabelKind::Paragraph);
    auto bold = about->font();
    bold.setBold(true);
    about->setFont(bold);
    column->addWidget(about);
    auto *note = plainLabel(
        tr("The guide does not say. Your answer counts for every %1 from now on, until it is withdrawn.")
            .arg(type),
        this, LabelKind::Paragraph);
    note->setObjectName(u"answerScopeLabel"_s);
    note->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(note);

    auto *form = new QFormLayout;
    const auto addRow = [&](const QString &text, QWidget *field) {
        auto *label = plainLabel(text, this);
        label->setBuddy(field);
        field->setAccessibleName(text);
        form->addRow(label, field);
    };
    addRow(tr("A change of"), makeFields(document.planner().openFields(application)));
    m_restart->setObjectName(u"answerRestartButton"_s);
    m_immediate->setObjectName(u"answerImmediateButton"_s);
    form->addRow(QString(), m_restart);
    form->addRow(QString(), m_immediate);
    m_evidence->setObjectName(u"answerEvidenceEdit"_s);
    m_evidence->setPlaceholderText(tr("How this is known: a test, a case of the vendor's"));
    addRow(tr("Evidence"), m_evidence);
    form->addRow(plainLabel(tr("Recorded by"), this),
        plainLabel(tr("%1 on %2")
                       .arg(plainText(document.author()), document.today().toString(Qt::ISODate)),
            this));
    column->addLayout(form);
    m_failure->setObjectName(u"answerFailureLabel"_s);
    m_failure->hide();
    column->addWidget(m_failure);
    column->addStretch();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_accept = buttons->addButton(tr("Record"), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(u"acceptAnswerButton"_s);
    m_accept->setDefault(true);
    column->addWidget(buttons);

    connect(m_evidence, &QLineEdit::textChanged, this, &AnswerDialog::updateButton);
    for (auto *choice : {m_restart, m_immediate})
        connect(choice, &QRadioButton::toggled, this, &AnswerDialog::updateButton);
    connect(buttons, &QDialogButtonBox::accepted, this, &AnswerDialog::apply);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    updateButton();
    resize(560, sizeHint().height());
}

QWidget *AnswerDialog::makeFields(const QStringList &fields)
{
    auto *list = new QWidget(this);
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    for (const auto &field : fields) {
        auto *box = new QCheckBox(mnemonicText(shownField(field)), list);
        box->setObjectName(field + u"FieldBox"_s);
        box->setProperty("field", field);
        box->setChecked(true);
        // One alone is no choice.
        box->setEnabled(fields.size() > 1);
        connect(box, &QCheckBox::toggled, this, &AnswerDialog::updateButton);
        column->addWidget(box);
        m_fields.append(box);
    }
    return list;
}

QStringList AnswerDialog::chosenFields() const
{
    QStringList fields;
    for (const auto *box : m_fields) {
        if (box->isChecked())
            fields.append(box->property("field").toString());
    }
    return fields;
}

void AnswerDialog::updateButton()
{
    QString missing;
    if (chosenFields().isEmpty())
        missing = tr("An answer is about a change of something.");
    else if (!m_restart->isChecked() && !m_immediate->isChecked())
        missing = tr("An answer says what the change needs.");
    else if (m_evidence->text().trimmed().isEmpty())
        missing = tr("An answer needs its evidence.");
    m_accept->setEnabled(missing.isEmpty());
    m_accept->setToolTip(missing);
}

void AnswerDialog::apply()
{
    const auto effect =
        m_restart->isChecked() ? SiteAnswer::Effect::Restart : SiteAnswer::Effect::Immediate;
    const auto fields = chosenFields();
    const auto done = m_document.apply([&](const Topology &topology) -> Result<Step> {
        Step step;
        for (const auto &field : fields) {
            auto one = recordAnswer(topology,
                {m_type, field, effect, m_evidence->text().trimmed(), m_document.author(),
                    m_document.today()});
            if (!one)
                return one;
            step.edits.append(one->edits);
        }
        return step;
    });
    m_failure->setVisible(!done);
    if (!done) {
        m_failure->setText(done.error().text());
        return;
    }
    Q_EMIT recorded(tr("The answer is recorded, and counts from now on."));
    accept();
}
