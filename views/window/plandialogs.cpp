// SPDX-License-Identifier: Apache-2.0
#include "views/window/plandialogs.h"

#include "views/common/notices.h"
#include "views/restarts/restartsview.h"
#include "views/window/answerdialog.h"
#include "views/window/stagingdialog.h"
#include "views/window/whatifdialog.h"

PlanDialogs::PlanDialogs(Document &document, const RestartsView &panel, Prompts &prompts,
    QWidget *window, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_prompts(prompts)
    , m_window(window)
{
    connect(&panel, &RestartsView::answerRequested, this, &PlanDialogs::showAnswer);
    connect(&panel, &RestartsView::whatIfRequested, this, &PlanDialogs::showWhatIf);
    connect(&panel, &RestartsView::stagingRequested, this, &PlanDialogs::showStaging);
}

void PlanDialogs::showAnswer(ApplicationId application)
{
    auto *dialog = new AnswerDialog(m_document, application, m_window);
    connect(dialog, &AnswerDialog::recorded, this, &PlanDialogs::tell);
    dialog->open();
}

void PlanDialogs::showWhatIf(ApplicationId application)
{
    (new WhatIfDialog(m_document, application, m_window))->open();
}

void PlanDialogs::showStaging()
{
    auto *dialog = new StagingDialog(m_document, m_prompts, m_window);
    connect(dialog, &StagingDialog::done, this, &PlanDialogs::tell);
    dialog->open();
}

void PlanDialogs::tell(const QString &text) const
{
    postNotice(m_window, {text, {}, {}, {}});
}
