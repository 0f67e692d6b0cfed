// SPDX-License-Identifier: Apache-2.0
#include "views/window/statusstrip.h"

#include "models/document/document.h"
#include "models/rules/waivers.h"
#include "views/common/checkedtext.h"
#include "views/common/mark.h"
#include "views/common/objecttext.h"
#include "views/common/plainlabel.h"

#include <QHBoxLayout>
#include <QIcon>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// Those of applications that there still are, as in the plan.
int pendingRestarts(const Topology &topology)
{
    const auto &pending = topology.pendingRestarts();
    return int(std::count_if(pending.keyBegin(), pending.keyEnd(),
        [&](ApplicationId id) { return topology.applications().contains(id); }));
}

}  // namespace

StatusStrip::StatusStrip(QWidget *parent)
    : QWidget(parent)
    , m_allWell(plainLabel({}, this))
    , m_saved(plainLabel({}, this))
{
    setObjectName(u"statusStrip"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(6, 2, 12, 2);
    row->setSpacing(2);
    m_allWell->setObjectName(u"allWellLabel"_s);
    m_allWell->setContentsMargins(6, 0, 6, 0);
    row->addWidget(m_allWell);
    m_errors = addPart(u"errorsButton"_s, tr("Show the errors"));
    m_warnings = addPart(u"warningsButton"_s, tr("Show the warnings"));
    m_advice = addPart(u"adviceButton"_s, tr("Show the advice"));
    m_changes = addPart(
        u"changesButton"_s, tr("Objects that differ from what runs in production. Review them"));
    m_restarts = addPart(u"restartsButton"_s, tr("Show the restart plan"));
    m_notStated = addPart(u"notStatedButton"_s,
        tr("Changes of which the sources don't say whether they need a restart. Show the plan"));
    m_pending = addPart(u"pendingButton"_s,
        tr("Restarts that were exported and not confirmed. Show the plan, to tick them off"));
    m_waived = addPart(u"waivedButton"_s, tr("Show the waived findings"));
    m_errors->setIcon(markIcon(Mark::Error));
    m_warnings->setIcon(markIcon(Mark::Warning));
    m_advice->setIcon(markIcon(Mark::Advice));
    m_changes->setIcon(markIcon(Mark::Changed));
    m_restarts->setIcon(markIcon(Mark::Restart));
    m_notStated->setIcon(markIcon(Mark::NotStated));
    m_pending->setIcon(markIcon(Mark::Pending));
    m_waived->setIcon(markIcon(Mark::Waived));
    row->addStretch();
    m_saved->setObjectName(u"savedLabel"_s);
    m_saved->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(m_saved);

    connect(m_errors, &QToolButton::clicked, this,
        [this] { Q_EMIT severityRequested(Severity::Error); });
    connect(m_warnings, &QToolButton::clicked, this,
        [this] { Q_EMIT severityRequested(Severity::Warning); });
    connect(m_advice, &QToolButton::clicked, this,
        [this] { Q_EMIT severityRequested(Severity::Advice); });
    connect(m_changes, &QToolButton::clicked, this, &StatusStrip::changesRequested);
    connect(m_restarts, &QToolButton::clicked, this, &StatusStrip::restartsRequested);
    connect(m_notStated, &QToolButton::clicked, this, &StatusStrip::restartsRequested);
    connect(m_pending, &QToolButton::clicked, this, &StatusStrip::restartsRequested);
    connect(m_waived, &QToolButton::clicked, this, &StatusStrip::waivedRequested);
    setDocument(nullptr);
}

QToolButton *StatusStrip::addPart(const QString &name, const QString &toolTip)
{
    auto *part = new QToolButton(this);
    part->setObjectName(name);
    part->setToolTip(toolTip);
    part->setAutoRaise(true);
    part->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    part->setIconSize({14, 14});
    part->setFocusPolicy(Qt::TabFocus);
    layout()->addWidget(part);
    return part;
}

void StatusStrip::setDocument(Document *document)
{
    if (m_document)
        disconnect(m_document, nullptr, this, nullptr);
    m_document = document;
    if (document) {
        connect(document, &Document::changed, this, &StatusStrip::update);
        connect(document, &Document::findingsChanged, this, &StatusStrip::update);
        connect(document, &Document::planChanged, this, &StatusStrip::update);
        connect(document, &Document::baselineChanged, this, &StatusStrip::update);
        connect(document, &Document::historyChanged, this, &StatusStrip::update);
    }
    update();
}

void StatusStrip::show(QToolButton *part, int count, const QString &text)
{
    part->setVisible(count > 0);
    part->setText(text);
    part->setAccessibleName(text);
}

void StatusStrip::update()
{
    const auto findings = m_document ? m_document->validator().summary() : FindingsSummary();
    const auto plan = m_document ? m_document->planner().summary() : PlanSummary();
    show(m_errors, findings.errors, counted(findings.errors, tr("1 error"), tr("%1 errors")));
    show(m_warnings, findings.warnings,
        counted(findings.warnings, tr("1 warning"), tr("%1 warnings")));
    show(m_advice, findings.advice, tr("%1 advice").arg(findings.advice));
    show(m_changes, plan.changes, counted(plan.changes, tr("1 change"), tr("%1 changes")));
    const auto restarts = counted(plan.restarts, tr("1 restart"), tr("%1 restarts"));
    show(m_restarts, plan.restarts,
        plan.tenantsInterrupted == 0
            ? restarts
            : tr("%1 (%2)").arg(
                restarts, counted(plan.tenantsInterrupted, tr("1 tenant"), tr("%1 tenants"))));
    show(m_notStated, plan.notStated, tr("%1 not stated").arg(plan.notStated));
    const auto pending = m_document ? pendingRestarts(m_document->topology()) : 0;
    show(m_pending, pending, tr("%1 pending").arg(pending));

    showWaived(findings.waived);

    m_allWell->setVisible(m_document && findings.total() == findings.waived);
    if (!m_document) {
        m_saved->clear();
        return;
    }
    m_allWell->setText(tr("No problems: %1.").arg(checkedText(m_document->topology())));
    m_saved->setText(
        (m_document->isReadOnly() ? tr("read-only · step %1") : tr("every edit is saved · step %1"))
            .arg(m_document->head().step));
}

/// Says beforehand when findings will count again, and when they already do.
void StatusStrip::showWaived(int waived)
{
    constexpr qint64 warningDays = 14;
    qint64 next = warningDays + 1;
    int expired = 0;
    if (m_document) {
        const auto today = m_document->today();
        for (const auto &waiver : m_document->topology().waivers()) {
            if (!isInForce(waiver, today))
                ++expired;
            else if (waiver.expiry.isValid())
                next = std::min(next, today.daysTo(waiver.expiry));
        }
    }
    QStringList parts {tr("%1 waived").arg(waived)};
    if (next == 0)
        parts.append(tr("one expires today"));
    else if (next <= warningDays)
        parts.append(counted(next, tr("one expires in 1 day"), tr("one expires in %1 days")));
    if (expired > 0)
        parts.append(tr("%1 expired").arg(expired));
    show(m_waived, waived + expired, parts.join(u", "_s));
}
