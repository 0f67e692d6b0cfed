// SPDX-License-Identifier: Apache-2.0
#include "views/restarts/restartdetail.h"

#include "models/topology/edits.h"
#include "views/common/fieldtext.h"
#include "views/common/notices.h"
#include "views/common/objecttext.h"
#include "views/common/plainlabel.h"
#include "views/common/plannedrow.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

RestartDetail::RestartDetail(Document &document, QWidget *parent)
    : QScrollArea(parent)
    , m_document(document)
    , m_sentence(plainLabel({}, this, LabelKind::Paragraph))
    , m_pending(plainLabel({}, this, LabelKind::Paragraph))
    , m_source(plainLabel({}, this, LabelKind::Paragraph))
    , m_answers(new QVBoxLayout)
    , m_answer(new QPushButton(tr("Record an answer…"), this))
{
    setObjectName(u"restartDetail"_s);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *page = new QWidget;
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(6);
    m_sentence->setObjectName(u"restartSentence"_s);
    m_pending->setObjectName(u"pendingSentence"_s);
    m_source->setObjectName(u"restartSource"_s);
    m_source->setForegroundRole(QPalette::PlaceholderText);
    m_answer->setObjectName(u"recordAnswerButton"_s);
    column->addWidget(m_sentence);
    column->addWidget(m_pending);
    column->addWidget(m_source);
    column->addLayout(m_answers);
    column->addWidget(m_answer, 0, Qt::AlignLeft);
    column->addStretch(1);
    setWidget(page);
    connect(m_answer, &QPushButton::clicked, this, [this] {
        if (m_application)
            Q_EMIT answerRequested(*m_application);
    });
}

void RestartDetail::show(const RestartRow *row)
{
    delete m_answersBox;
    m_answersBox = nullptr;
    m_pending->hide();
    m_answer->hide();
    m_application.reset();
    if (!row) {
        m_sentence->setText(tr("Choose a line to see the reason and its source."));
        m_source->clear();
        return;
    }
    const auto &instance = row->instance;
    const bool isStop = instance.action == Action::Stop;
    if (!isStop)
        m_application = instance.application;
    if (!row->isPlanned) {
        m_sentence->setText(tr("Nothing of %1 differs from what runs in production any more.")
                                .arg(nameText(instance.name)));
        m_source->clear();
    } else {
        m_sentence->setText(actionSentence(instance,
            isStop ? QString() : m_document.topology().application(*m_application).release));
        const auto source = instance.answers.isEmpty() ? actionSource(instance) : QString();
        m_source->setText(source.isEmpty() ? QString() : tr("Source: %1").arg(source));
    }
    m_source->setVisible(!m_source->text().isEmpty());
    if (row->canBeTicked()) {
        m_pending->setText(
            row->pending ? pendingSentence(*row->pending) : tr("Restart confirmed."));
        m_pending->show();
    }
    if (!instance.answers.isEmpty())
        showAnswers(instance);
    m_answer->setVisible(
        row->isPlanned && instance.action == Action::NotStated && !m_document.isReadOnly());
}

void RestartDetail::showAnswers(const PlannedInstance &instance)
{
    m_answersBox = new QWidget(widget());
    auto *column = new QVBoxLayout(m_answersBox);
    column->setContentsMargins(0, 0, 0, 0);
    for (const auto &answer : instance.answers) {
        auto *text =
            plainLabel(tr("Site's answer on %1, by %2 on %3: %4")
                           .arg(plainText(answer.field), plainText(answer.author),
                               answer.date.toString(Qt::ISODate), plainText(answer.evidence)),
                m_answersBox, LabelKind::Paragraph);
        text->setObjectName(u"siteAnswerText"_s);
        column->addWidget(text);
        if (m_document.isReadOnly())
            continue;
        auto *buttons = new QHBoxLayout;
        auto *withdrawal = new QPushButton(tr("Withdraw"), m_answersBox);
        withdrawal->setObjectName(u"withdrawAnswerButton"_s);
        withdrawal->setAccessibleName(tr("Withdraw the answer on %1").arg(answer.field));
        // The button goes with what it was about.
        connect(
            withdrawal, &QPushButton::clicked, this, [this, answer] { withdraw(answer); },
            Qt::QueuedConnection);
        buttons->addWidget(withdrawal);
        buttons->addStretch();
        column->addLayout(buttons);
    }
    m_answers->addWidget(m_answersBox);
}

void RestartDetail::withdraw(const SiteAnswer &answer)
{
    const auto state = m_document.apply([&](const Topology &topology) {
        return withdrawAnswer(topology, answer.type, answer.field);
    });
    if (succeeded(state, this))
        postNotice(this,
            {tr("The answer is withdrawn: a change of %1 is not stated again.")
                    .arg(plainText(answer.field)),
                {}, {}, {}});
}
