// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/document.h"
#include "models/exchange/inputs.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;
class QRadioButton;

/// What was read, what it would do to the document, and the choice how to take it; then does it.
///
/// The document must outlive the dialog.
class ImportDialog final : public QDialog
{
    Q_OBJECT

public:
    ImportDialog(Document &document, const QStringList &names, ReadResult input, QWidget *parent);

Q_SIGNALS:
    /// One sentence on what was done.
    void imported(const QString &text);

private:
    enum class Way {
        Merge,
        Replace,   ///< What the files lack is removed.
        Baseline,  ///< The working copy stays; what it is compared with changes.
    };

    QRadioButton *addWay(
        Way way, const QString &name, const QString &text, const QString &explanation);
    Way way() const;
    void addProblems(const QList<Problem> &problems, bool isMalformed);
    void updatePreview();
    QString previewText(const Merge &merge);
    void apply();
    Result<void> write();

    Document &m_document;
    ReadResult m_input;
    QString m_name;
    QList<QRadioButton *> m_ways;
    QLabel *m_effect;
    QLabel *m_problemsHead;
    QListWidget *m_problems;
    QLabel *m_failure;
    QPushButton *m_accept;
};
