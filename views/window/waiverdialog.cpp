// SPDX-License-Identifier: Apache-2.0
#include "views/window/waiverdialog.h"

#include "models/topology/edits.h"
#include "views/common/objecttext.h"
#include "views/common/plainlabel.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

WaiverDialog::WaiverDialog(Document &document, Waiver waiver, QWidget *parent)
    : QDialog(parent)
    , m_document(document)
    , m_waiver(std::move(waiver))
    , m_reason(new QLineEdit(m_waiver.reason, this))
    , m_owner(new QLineEdit(m_waiver.owner, this))
    , m_expires(new QCheckBox(tr("It ends after"), this))
    , m_expiry(new QDateEdit(this))
    , m_failure(plainLabel({}, this, LabelKind::Paragraph))
{
    const bool isNew = !document.topology().findWaiver(m_waiver.key);
    setObjectName(u"waiverDialog"_s);
    setWindowTitle(isNew ? tr("Waive a problem") : tr("Change a waiver"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_reason->setObjectName(u"waiverReasonEdit"_s);
    m_reason->setPlaceholderText(tr("Why this is accepted"));
    m_owner->setObjectName(u"waiverOwnerEdit"_s);
    m_owner->setPlaceholderText(tr("Who answers for it"));
    m_expires->setObjectName(u"waiverExpiresBox"_s);
    m_expiry->setObjectName(u"waiverExpiryEdit"_s);
    m_expiry->setAccessibleName(tr("Last day"));
    m_expiry->setCalendarPopup(true);
    m_expiry->setMinimumDate(document.today());
    constexpr int usualDays = 90;
    m_expiry->setDate(
        m_waiver.expiry.isValid() ? m_waiver.expiry : document.today().addDays(usualDays));
    m_expires->setChecked(m_waiver.expiry.isValid());
    m_expiry->setEnabled(m_waiver.expiry.isValid());
    m_failure->setObjectName(u"waiverFailureLabel"_s);
    m_failure->hide();

    auto *column = new QVBoxLayout(this);
    column->setSpacing(10);
    auto *about = plainLabel(plainText(m_waiver.about), this, LabelKind::Paragraph);
    auto bold = about->font();
    bold.setBold(true);
    about->setFont(bold);
    column->addWidget(about);
    auto *note = plainLabel(
        tr("A waived problem no longer blocks an export. It stays counted, and stays in every report."),
        this, LabelKind::Paragraph);
    note->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(note);
    auto *form = new QFormLayout;
    const auto addRow = [&](const QString &text, QWidget *field) {
        auto *label = plainLabel(text, this);
        label->setBuddy(field);
        field->setAccessibleName(text);
        form->addRow(label, field);
    };
    addRow(tr("Reason"), m_reason);
    addRow(tr("Owner"), m_owner);
    auto *end = new QHBoxLayout;
    end->addWidget(m_expires);
    end->addWidget(m_expiry);
    end->addStretch();
    form->addRow(QString(), end);
    column->addLayout(form);
    column->addWidget(m_failure);
    column->addStretch();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_accept =
        buttons->addButton(isNew ? tr("Waive") : tr("Change waiver"), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(u"acceptWaiverButton"_s);
    m_accept->setDefault(true);
    column->addWidget(buttons);

    connect(m_reason, &QLineEdit::textChanged, this, &WaiverDialog::updateButton);
    connect(m_expires, &QCheckBox::toggled, m_expiry, &QWidget::setEnabled);
    connect(buttons, &QDialogButtonBox::accepted, this, &WaiverDialog::apply);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    updateButton();
    m_reason->setFocus();
    resize(540, sizeHint().height());
}

void WaiverDialog::updateButton()
{
    const bool hasReason = !m_reason->text().trimmed().isEmpty();
    m_accept->setEnabled(hasReason);
    m_accept->setToolTip(hasReason ? QString() : tr("A waiver needs a reason."));
}

void WaiverDialog::apply()
{
    m_waiver.reason = m_reason->text().trimmed();
    m_waiver.owner = m_owner->text().trimmed();
    m_waiver.expiry = m_expires->isChecked() ? m_expiry->date() : QDate();
    const auto done = m_document.apply([this](const Topology &topology) -> Result<Step> {
        if (!topology.contains(m_waiver.key.object))
            return failure(
                Error::Code::NotFound, tr("What this is about has been removed meanwhile."));
        return setWaiver(topology, m_waiver);
    });
    m_failure->setVisible(!done);
    if (!done) {
        m_failure->setText(done.error().text());
        return;
    }
    Q_EMIT waived(m_waiver.expiry.isValid()
            ? tr("Waived until %1.").arg(locale().toString(m_waiver.expiry, QLocale::ShortFormat))
            : tr("Waived."));
    accept();
}
