// SPDX-License-Identifier: Apache-2.0
#include "views/problems/problemsbar.h"

#include "views/common/checkedtext.h"
#include "views/common/plainlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QIcon>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

constexpr Severity severities[] = {Severity::Error, Severity::Warning, Severity::Advice};

}  // namespace

ProblemsBar::ProblemsBar(QWidget *parent)
    : QWidget(parent)
    , m_grouping(new QComboBox(this))
    , m_text(new QLineEdit(this))
    , m_summary(plainLabel({}, this))
    , m_waivers(new QToolButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(6, 5, 6, 5);
    m_grouping->setObjectName(u"groupingBox"_s);
    m_grouping->addItem(tr("By severity"), int(ProblemGrouping::Severity));
    m_grouping->addItem(tr("By rule"), int(ProblemGrouping::Rule));
    m_grouping->addItem(tr("By object"), int(ProblemGrouping::Object));
    m_grouping->addItem(tr("By tenant"), int(ProblemGrouping::Tenant));
    m_grouping->setAccessibleName(tr("Grouping"));
    row->addWidget(m_grouping);
    for (const auto severity : severities)
        addPart(Part(severity), markOf(severity), severityToken(severity) + u"Toggle"_s,
            tr("Show findings of severity %1").arg(severityLabel(severity)));
    addPart(Part::Restarts, Mark::Restart, u"restartToggle"_s,
        tr("Show applications that need a restart, or may need one"));
    addPart(Part::Waived, Mark::Waived, u"waivedToggle"_s, tr("Show waived findings"));
    m_text->setObjectName(u"problemsFilterEdit"_s);
    m_text->setPlaceholderText(tr("Filter"));
    m_text->setAccessibleName(tr("Filter problems"));
    m_text->setClearButtonEnabled(true);
    m_text->setMaximumWidth(280);
    row->addWidget(m_text, 1);
    row->addStretch(1);
    m_summary->setObjectName(u"problemsSummary"_s);
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(m_summary);
    m_waivers->setObjectName(u"waiversButton"_s);
    m_waivers->setText(tr("Waivers…"));
    m_waivers->setToolTip(tr("Show all waivers, also those that are stale or have expired"));
    m_waivers->setAutoRaise(true);
    row->addWidget(m_waivers);

    connect(m_grouping, &QComboBox::currentIndexChanged, this, &ProblemsBar::groupingChosen);
    connect(m_text, &QLineEdit::textChanged, this, &ProblemsBar::filterChanged);
    connect(m_waivers, &QToolButton::clicked, this, &ProblemsBar::waiversRequested);
}

void ProblemsBar::addPart(Part part, Mark mark, const QString &name, const QString &toolTip)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setToolTip(toolTip);
    button->setCheckable(true);
    button->setChecked(true);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setIcon(markIcon(mark));
    layout()->addWidget(button);
    connect(button, &QToolButton::toggled, this, &ProblemsBar::filterChanged);
    m_parts[size_t(part)] = button;
}

ProblemGrouping ProblemsBar::grouping() const
{
    return ProblemGrouping(m_grouping->currentData().toInt());
}

ProblemsModel::Filter ProblemsBar::filter() const
{
    ProblemsModel::Filter filter;
    filter.text = m_text->text();
    filter.severities.clear();
    for (const auto severity : severities) {
        if (part(Part(severity))->isChecked())
            filter.severities.insert(severity);
    }
    filter.restarts = part(Part::Restarts)->isChecked();
    filter.waived = part(Part::Waived)->isChecked();
    return filter;
}

void ProblemsBar::showOnly(Part shown)
{
    const QSignalBlocker blocker(this);
    for (auto *button : m_parts)
        button->setChecked(button == part(shown));
    m_text->clear();
}

void ProblemsBar::showCount(Part shown, const QString &name, int count)
{
    part(shown)->setText(QString::number(count));
    part(shown)->setAccessibleName(tr("%1: %2").arg(name).arg(count));
}

void ProblemsBar::showCounts(const Document &document, int shown)
{
    const auto summary = document.validator().summary();
    const auto plan = document.planner().summary();
    const int restarts = plan.restarts + plan.notStated;
    showCount(Part::Error, severityLabel(Severity::Error), summary.errors);
    showCount(Part::Warning, severityLabel(Severity::Warning), summary.warnings);
    showCount(Part::Advice, severityLabel(Severity::Advice), summary.advice);
    showCount(Part::Restarts, tr("Restarts"), restarts);
    showCount(Part::Waived, tr("Waived"), summary.waived);
    part(Part::Waived)->setVisible(summary.waived > 0);
    m_waivers->setVisible(!document.topology().waivers().isEmpty());

    const int all = summary.total() + restarts;
    m_summary->setText(
        shown == all ? checkedText(document.topology()) : tr("%1 of %2 shown").arg(shown).arg(all));
}
