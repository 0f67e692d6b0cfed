// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/document.h"
#include "views/window/deploymentsplit.h"

#include <QDialog>

#include <atomic>

class EmptyState;
class Prompts;
class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class StagingForm;
class StepEffectView;

/// Splits what is pending into deployments with the fewest restarts, within limits that people set;
/// shows what each deployment does, and lets one be taken.
///
/// Document and prompts must outlive the dialog.
class StagingDialog final : public QDialog
{
    Q_OBJECT

public:
    StagingDialog(Document &document, Prompts &prompts, QWidget *parent);
    ~StagingDialog() override;

Q_SIGNALS:
    /// One sentence on what was done.
    void done(const QString &text);

private:
    QWidget *makeResult();
    void connectParts();
    void work();
    void cancel();
    void take(DeploymentSplit split);
    void outdate();
    void showDeployment();
    void say(const QString &title, const QString &sentence);
    void complain(const QString &text);
    /// The deployment that is chosen, counted from 1; 0 for none.
    int chosen() const;
    void keepOnlyChosen();
    void saveChosen();
    void copy() const;

    Document &m_document;
    Prompts &m_prompts;
    StagingForm *m_form;
    QPushButton *m_find;
    QProgressBar *m_busy;
    QLabel *m_headline;
    QLabel *m_verdict;
    QListWidget *m_deployments;
    StepEffectView *m_effect;
    QPushButton *m_keep;
    QPushButton *m_save;
    QPushButton *m_copy;
    EmptyState *m_state;
    QStackedWidget *m_pages;
    QLabel *m_failure;
    std::optional<DeploymentSplit> m_split;
    qint64 m_step = 0;                                 // The document's, when the work began.
    std::shared_ptr<std::atomic<bool>> m_isCancelled;  // While there is work.
};
