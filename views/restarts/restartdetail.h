// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/restarts/restartrow.h"

#include <QScrollArea>

class QLabel;
class QPushButton;
class QVBoxLayout;

/// What stands behind one line of the plan: the sentence, its source, the site's answers that it
/// stands on, and what can be done about it.
class RestartDetail final : public QScrollArea
{
    Q_OBJECT

public:
    RestartDetail(Document &document, QWidget *parent);

    /// Null shows nothing.
    void show(const RestartRow *row);

Q_SIGNALS:
    /// An answer on what is open, or another one on what has one.
    void answerRequested(ApplicationId application);

private:
    void showAnswers(const PlannedInstance &instance);
    void withdraw(const SiteAnswer &answer);

    Document &m_document;
    QLabel *m_sentence;
    QLabel *m_pending;
    QLabel *m_source;
    QVBoxLayout *m_answers;
    QWidget *m_answersBox = nullptr;
    QPushButton *m_answer;
    std::optional<ApplicationId> m_application;
};
