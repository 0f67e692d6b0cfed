// SPDX-License-Identifier: Apache-2.0
#include "views/window/revisiondialog.h"

#include "views/common/plainlabel.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

RevisionDialog::RevisionDialog(Document &document, QWidget *parent)
    : QDialog(parent)
    , m_document(document)
    , m_comment(new QLineEdit(this))
    , m_deployed(new QCheckBox(tr("This is what runs in production now"), this))
    , m_failure(plainLabel({}, this, LabelKind::Paragraph))
{
    setObjectName(u"revisionDialog"_s);
    setWindowTitle(tr("Keep a revision"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_comment->setObjectName(u"revisionCommentEdit"_s);
    m_comment->setAccessibleName(tr("Comment"));
    m_comment->setPlaceholderText(tr("What this state is: “Cobalt on SMS, as agreed”"));
    m_deployed->setObjectName(u"deployedBox"_s);
    m_failure->hide();

    auto *column = new QVBoxLayout(this);
    column->setSpacing(10);
    column->addWidget(plainLabel(
        tr("Every edit is saved already. A revision gives the present state a number and a comment."),
        this, LabelKind::Paragraph));
    column->addWidget(m_comment);
    column->addWidget(m_deployed);
    auto *note =
        plainLabel(tr("It then becomes the baseline: changes and restarts are counted from it."),
            this, LabelKind::Paragraph);
    note->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(note);
    column->addWidget(m_failure);
    column->addStretch();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *accept = buttons->addButton(tr("Keep revision"), QDialogButtonBox::AcceptRole);
    accept->setObjectName(u"keepRevisionButton"_s);
    accept->setDefault(true);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &RevisionDialog::keep);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(460, sizeHint().height());
}

void RevisionDialog::keep()
{
    const auto deployed = m_deployed->isChecked() ? Store::Deployed::Yes : Store::Deployed::No;
    const auto revision = m_document.saveRevision(m_comment->text(), deployed);
    m_failure->setVisible(!revision);
    if (!revision) {
        m_failure->setText(revision.error().text());
        return;
    }
    Q_EMIT kept((revision->isDeployed ? tr("Kept as revision %1, the new baseline.")
                                      : tr("Kept as revision %1."))
                    .arg(revision->number));
    accept();
}
