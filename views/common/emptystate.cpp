// SPDX-License-Identifier: Apache-2.0
#include "views/common/emptystate.h"

#include "views/common/plainlabel.h"
#include "views/common/tones.h"

#include <QAction>
#include <QPushButton>
#include <QVBoxLayout>

EmptyState::EmptyState(const QString &title, const QString &sentence, QWidget *parent)
    : QWidget(parent)
    , m_title(plainLabel(title, this))
    , m_sentence(plainLabel(sentence, this, LabelKind::Paragraph))
    , m_actions(new QVBoxLayout)
{
    auto heading = m_title->font();
    heading.setPointSizeF(heading.pointSizeF() * 1.35);
    heading.setBold(true);
    m_title->setFont(heading);
    m_title->setAlignment(Qt::AlignHCenter);
    m_sentence->setAlignment(Qt::AlignHCenter);
    m_sentence->setForegroundRole(QPalette::PlaceholderText);
    constexpr int readableWidth = 420;
    m_sentence->setMaximumWidth(readableWidth);
    m_title->setWordWrap(true);

    auto *column = new QVBoxLayout(this);
    column->addStretch(2);
    column->addWidget(m_title);
    // A sentence that wraps takes the width it is given, not the one it would like.
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_sentence, readableWidth);
    row->addStretch(1);
    column->addLayout(row);
    column->addSpacing(12);
    column->addLayout(m_actions);
    column->addStretch(3);
}

void EmptyState::setTexts(const QString &title, const QString &sentence)
{
    m_title->setText(title);
    m_sentence->setText(sentence);
}

void EmptyState::addAction(QAction *action)
{
    addAction(action, action->text());
}

void EmptyState::addAction(QAction *action, const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(action->objectName() + QLatin1String("Button"));
    button->setDefault(m_actions->isEmpty());
    button->setMinimumWidth(220);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    m_actions->addWidget(button, 0, Qt::AlignHCenter);
}
