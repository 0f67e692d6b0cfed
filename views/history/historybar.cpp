// SPDX-License-Identifier: Apache-2.0
#include "views/history/historybar.h"

#include "views/common/icons.h"
#include "views/common/objecttext.h"
#include "views/common/plainlabel.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>

using namespace Qt::StringLiterals;

HistoryBar::HistoryBar(const QList<QAction *> &actions, QWidget *parent)
    : QWidget(parent)
    , m_text(new QLineEdit(this))
    , m_author(new QComboBox(this))
    , m_revisions(new QCheckBox(tr("Revisions only"), this))
    , m_summary(plainLabel({}, this))
    , m_stop(new QToolButton(this))
{
    m_text->setObjectName(u"historyFilterEdit"_s);
    m_text->setPlaceholderText(tr("Filter by what or who"));
    m_text->setAccessibleName(tr("Filter steps"));
    m_text->setClearButtonEnabled(true);
    m_text->setMaximumWidth(280);
    m_author->setObjectName(u"historyAuthorBox"_s);
    m_author->setAccessibleName(tr("Author"));
    m_author->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_author->addItem(tr("Everybody"), QString());
    m_revisions->setObjectName(u"historyRevisionsBox"_s);
    m_revisions->setToolTip(tr("Only steps whose state was kept as a revision"));
    m_summary->setObjectName(u"historySummary"_s);
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_stop->setObjectName(u"historyStopButton"_s);
    m_stop->setText(tr("Stop"));
    m_stop->setAutoRaise(true);
    m_stop->hide();

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(6, 5, 6, 5);
    row->addWidget(m_text, 1);
    row->addWidget(m_author);
    row->addWidget(m_revisions);
    row->addStretch(1);
    row->addWidget(m_summary);
    row->addWidget(m_stop);
    for (auto *action : actions) {
        auto *button = new QToolButton(this);
        button->setObjectName(action->objectName() + u"Button"_s);
        button->setAutoRaise(true);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setDefaultAction(action);
        row->addWidget(button);
    }
    connect(m_text, &QLineEdit::textChanged, this, &HistoryBar::filterChanged);
    connect(m_author, &QComboBox::currentIndexChanged, this, &HistoryBar::filterChanged);
    connect(m_revisions, &QCheckBox::toggled, this, &HistoryBar::filterChanged);
    connect(m_stop, &QToolButton::clicked, this, &HistoryBar::stopRequested);
}

HistoryFilter::Wanted HistoryBar::wanted() const
{
    return {m_text->text(), m_author->currentData().toString(), m_revisions->isChecked()};
}

void HistoryBar::addAuthors(const QStringList &authors)
{
    const QSignalBlocker blocker(m_author);
    for (const auto &author : authors) {
        if (m_author->findData(author) < 0)
            m_author->addItem(plainText(author), author);
    }
}

void HistoryBar::setSummary(const QString &text)
{
    m_summary->setText(text);
}

void HistoryBar::setTravelling(bool isTravelling)
{
    m_stop->setVisible(isTravelling);
}
