// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/document.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;

/// Records what the site knows of changes that the sources say nothing about: for which fields,
/// what they need, and how that is known.
///
/// The document must outlive the dialog.
class AnswerDialog final : public QDialog
{
    Q_OBJECT

public:
    /// On the fields that are open (Planner::openFields) for this application.
    AnswerDialog(Document &document, ApplicationId application, QWidget *parent);

Q_SIGNALS:
    /// One sentence on what was done.
    void recorded(const QString &text);

private:
    QWidget *makeFields(const QStringList &fields);
    void updateButton();
    QStringList chosenFields() const;
    void apply();

    Document &m_document;
    QString m_type;
    QList<QCheckBox *> m_fields;
    QRadioButton *m_restart;
    QRadioButton *m_immediate;
    QLineEdit *m_evidence;
    QLabel *m_failure;
    QPushButton *m_accept;
};
