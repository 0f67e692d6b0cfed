// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/document.h"
#include "models/document/revisions.h"
#include "views/merge/mergeview.h"

#include <QDialog>
#include <QTimer>

class Prompts;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedLayout;

/// Brings what others made of a common state together with the open document: asks for that state
/// (a revision, or a file) and for theirs, shows conflicts and outcome, and applies it as one step.
///
/// Document and prompts must outlive the dialog.
class MergeDialog final : public QDialog
{
    Q_OBJECT

public:
    MergeDialog(Document &document, Prompts &prompts, QWidget *parent);

Q_SIGNALS:
    /// One sentence on what was done.
    void merged(const QString &text);

private:
    void makeSources();
    void fillBases();
    void chooseTheirs();
    void chooseBase(int index);
    void chooseBaseFile();
    void follow();
    void schedule();
    void compute();
    void take(MergeOutcome outcome, const Head &head);
    void updateButton();
    void apply();
    void fail(const QString &text);

    Document &m_document;
    Prompts &m_prompts;
    std::optional<Topology> m_base;
    std::optional<Topology> m_theirs;
    std::optional<MergeOutcome> m_outcome;  // None while it is worked out.
    Head m_head;                            // Of the document that the outcome is for.
    QString m_theirsName;
    QComboBox *m_bases;
    QLineEdit *m_theirsPath;
    MergeView *m_view;
    QLabel *m_note;
    QStackedLayout *m_pages;
    QLabel *m_failure;
    QPushButton *m_accept;
    QTimer m_timer;
    bool m_isComputing = false;
    bool m_isStale = false;
};
