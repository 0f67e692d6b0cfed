// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/document.h"

#include <QDialog>

class Prompts;
class QCheckBox;
class QLabel;
class QPushButton;
class QVBoxLayout;
class Selection;

/// Says what an export would write, and why it can't: errors that stand are links to their objects.
/// They are repaired, or allowed expressly. Stays right while the document changes.
///
/// All that it is given must outlive the dialog.
class ExportDialog final : public QDialog
{
    Q_OBJECT

public:
    ExportDialog(Document &document, Selection &selection, Prompts &prompts, QWidget *parent);

Q_SIGNALS:
    /// One sentence on what was done.
    void exported(const QString &text);

private:
    void update();
    void updateButton();
    void listErrors();
    void write();

    Document &m_document;
    Selection &m_selection;
    Prompts &m_prompts;
    QLabel *m_summary;
    QLabel *m_reason;
    QWidget *m_errors = nullptr;
    QVBoxLayout *m_errorsPlace;
    QCheckBox *m_allow;
    QLabel *m_failure;
    QPushButton *m_export;
};
