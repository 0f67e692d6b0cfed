// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/document.h"

#include <QDialog>

class QCheckBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;

/// Makes a waiver, or changes one: the reason, who answers for it, and until when it counts.
///
/// The document must outlive the dialog.
class WaiverDialog final : public QDialog
{
    Q_OBJECT

public:
    /// Of the waiver's key; the rest is where the fields begin.
    WaiverDialog(Document &document, Waiver waiver, QWidget *parent);

Q_SIGNALS:
    /// One sentence on what was done.
    void waived(const QString &text);

private:
    void updateButton();
    void apply();

    Document &m_document;
    Waiver m_waiver;
    QLineEdit *m_reason;
    QLineEdit *m_owner;
    QCheckBox *m_expires;
    QDateEdit *m_expiry;
    QLabel *m_failure;
    QPushButton *m_accept;
};
