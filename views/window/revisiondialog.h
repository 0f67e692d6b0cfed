// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/document.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;

/// Keeps the present state as a numbered revision; on request declares it deployed, which makes it
/// the baseline.
///
/// The document must outlive the dialog.
class RevisionDialog final : public QDialog
{
    Q_OBJECT

public:
    RevisionDialog(Document &document, QWidget *parent);

Q_SIGNALS:
    /// One sentence on what was done.
    void kept(const QString &text);

private:
    void keep();

    Document &m_document;
    QLineEdit *m_comment;
    QCheckBox *m_deployed;
    QLabel *m_failure;
};
