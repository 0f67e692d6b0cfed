// SPDX-License-Identifier: Apache-2.0
#include "views/restarts/restartsbar.h"

#include "views/common/objecttext.h"
#include "views/common/plainlabel.h"
#include "views/restarts/restartsmodel.h"

#include <QAction>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

QString messagingText(const RestartPlan &plan)
{
    QStringList names;
    for (const auto &instance : plan.instances) {
        if (isMessagingRestart(instance))
            names.append(nameText(instance.name));
    }
    if (names.isEmpty())
        return {};
    const auto list = shortList(names, 8);
    return names.size() == 1
        ? RestartsBar::tr(
            "%1 needs a restart: SMS and Social Messaging Servers read their tenants when they start.")
              .arg(list)
        : RestartsBar::tr(
            "%1 need a restart: SMS and Social Messaging Servers read their tenants when they start.")
              .arg(list);
}

}  // namespace

RestartsBar::RestartsBar(QWidget *parent)
    : QWidget(parent)
    , m_parts(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_row(new QHBoxLayout)
    , m_headline(plainLabel({}, this, LabelKind::Paragraph))
    , m_messaging(plainLabel({}, this, LabelKind::Paragraph))
    , m_groupings(new QButtonGroup(this))
    , m_graph(new QToolButton(this))
{
    m_parts->setContentsMargins(10, 6, 6, 6);
    m_row->setSpacing(2);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    m_headline->setObjectName(u"restartsHeadline"_s);
    auto font = m_headline->font();
    font.setBold(true);
    m_headline->setFont(font);
    m_messaging->setObjectName(u"messagingHeadline"_s);
    texts->addWidget(m_headline);
    texts->addWidget(m_messaging);
    m_parts->addLayout(texts, 1);
    m_parts->addLayout(m_row);

    addGrouping(PlanGrouping::Wave, u"byWaveButton"_s, tr("By wave"),
        tr("In the order of the night: what has to run first comes first"));
    addGrouping(
        PlanGrouping::Tenant, u"byTenantButton"_s, tr("By tenant"), tr("What each tenant notices"));
    addGrouping(
        PlanGrouping::Host, u"byHostButton"_s, tr("By host"), tr("What happens on each host"));
    m_groupings->button(int(PlanGrouping::Wave))->setChecked(true);
    m_row->addSpacing(8);
    m_graph->setObjectName(u"planGraphButton"_s);
    m_graph->setText(tr("Graph"));
    m_graph->setToolTip(tr("Show the waves as a picture beside the list"));
    m_graph->setCheckable(true);
    m_graph->setChecked(true);
    m_graph->setAutoRaise(true);
    m_graph->setProperty("isRemembered", true);
    m_row->addWidget(m_graph, 0, Qt::AlignTop);
    connect(m_groupings, &QButtonGroup::idToggled, this, [this](int, bool isChecked) {
        if (isChecked)
            Q_EMIT groupingChosen();
    });
    connect(m_graph, &QToolButton::toggled, this, &RestartsBar::graphToggled);
}

void RestartsBar::addGrouping(
    PlanGrouping grouping, const QString &name, const QString &text, const QString &toolTip)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(text);
    button->setToolTip(toolTip);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setProperty("isRemembered", true);
    m_groupings->addButton(button, int(grouping));
    m_row->addWidget(button, 0, Qt::AlignTop);
}

/// The buttons beside the texts, or below them.
void RestartsBar::resizeEvent(QResizeEvent *event)
{
    constexpr int roomForBoth = 1000;
    const bool isWide = width() >= roomForBoth;
    m_parts->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_parts->setAlignment(m_row, isWide ? Qt::Alignment() : Qt::AlignLeft);
    QWidget::resizeEvent(event);
}

PlanGrouping RestartsBar::grouping() const
{
    return PlanGrouping(m_groupings->checkedId());
}

bool RestartsBar::showsGraph() const
{
    return m_graph->isChecked();
}

void RestartsBar::addAction(QAction *action, const QString &name)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setDefaultAction(action);
    m_row->addWidget(button, 0, Qt::AlignTop);
}

void RestartsBar::showPlan(const RestartPlan &plan)
{
    m_headline->setText(planHeadline(plan));
    m_messaging->setText(messagingText(plan));
    m_messaging->setVisible(!m_messaging->text().isEmpty());
}
