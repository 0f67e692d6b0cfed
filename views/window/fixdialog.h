// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/document.h"
#include "models/document/stepcost.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QListWidget;
class QPushButton;
class StepEffectView;

/// The fixes of a finding to choose from, and what the chosen one does before it is done. What is
/// applied is what was shown, as one step: when the document changes meanwhile, the preview is made
/// anew.
///
/// The document must outlive the dialog.
class FixDialog final : public QDialog
{
    Q_OBJECT

public:
    /// "choice" counts in the order of pricedFixes().
    FixDialog(Document &document, FindingId finding, int choice, QWidget *parent);

Q_SIGNALS:
    /// One sentence on what was done.
    void applied(const QString &text);

private:
    void follow();
    void preview();
    Step chosenStep(QStringList &skipped);
    void apply();

    Document &m_document;
    FindingId m_id;
    Finding m_finding;
    QList<PricedFix> m_fixes;
    Step m_step;  // What the preview shows …
    Head m_head;  // … for the document in this state.
    QLabel *m_message;
    QListWidget *m_choices;
    StepEffectView *m_effect;
    QCheckBox *m_all;
    QLabel *m_failure;
    QPushButton *m_apply;
};
