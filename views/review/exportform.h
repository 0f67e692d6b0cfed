// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/review/exportwish.h"

#include <QWidget>

class Document;
class ErrorLinks;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;
class Selection;

/// What an export would write, and why it can't: errors that stand are links to their objects. They
/// are repaired, or allowed expressly.
///
/// Shows what follow() found last. Document and selection must outlive it.
class ExportForm final : public QWidget
{
    Q_OBJECT

public:
    ExportForm(Document &document, Selection &selection, QWidget *parent = nullptr);

    void follow();
    /// Empty: nothing failed.
    void showFailure(const QString &text);
    void clearComment();

Q_SIGNALS:
    void exportRequested(const ExportWish &wish);
    void paperRequested(const PaperWish &wish);
    /// All errors are to be seen.
    void errorsRequested();

private:
    void makeRefusal(QVBoxLayout &column);
    void makeConfiguration(QVBoxLayout &column);
    void makePapers(QVBoxLayout &column);
    void followErrors(const FindingsSummary &findings);
    void updateButton();
    void updateNote();
    void requestPaper(PaperKind kind);

    Document &m_document;
    QLabel *m_summary;
    QLabel *m_reason;
    ErrorLinks *m_errors;
    QCheckBox *m_allow;
    QComboBox *m_form;
    QLabel *m_note;
    QLineEdit *m_comment;
    QPushButton *m_export;
    QLabel *m_failure;
    QComboBox *m_paperForm;
};
