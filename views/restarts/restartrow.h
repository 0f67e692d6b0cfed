// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/document.h"
#include "views/restarts/planheading.h"

/// One line of the panel: an instance of the plan, or a restart that was exported earlier and whose
/// cause is no longer there.
struct RestartRow
{
    PlannedInstance instance;
    bool isPlanned = true;
    std::optional<qint64> pending;  ///< The revision that was exported.
    bool isDone = false;            ///< Ticked off here.
    QString host;                   ///< Its name; empty for none.

    bool canBeTicked() const { return pending || isDone; }
};

/// The restarts that were ticked off here, so that they can be ticked on again. What changes after
/// that has to be restarted for anew: then it is forgotten.
class TickedRestarts final
{
public:
    void add(const Document &document, ApplicationId application, qint64 revision);
    void remove(ApplicationId application) { m_ticked.remove(application); }
    /// The revision that it was exported in; none if it wasn't ticked off, or has changed since.
    std::optional<qint64> revision(const Document &document, ApplicationId application) const;
    QList<ApplicationId> applications() const { return m_ticked.keys(); }

private:
    struct Ticked
    {
        qint64 revision;
        QList<Reason> reasons;
    };
    QMap<ApplicationId, Ticked> m_ticked;
};

/// The plan's instances in its order, SMS and Social Messaging Servers first within a wave; then
/// what is only pending, or was and is ticked off.
QList<RestartRow> restartRows(
    const Document &document, const RestartPlan &plan, const TickedRestarts &ticked);
/// Where a row stands; under each tenant that it interrupts, likewise.
QList<PlanHeading> headingsOf(const RestartRow &row, PlanGrouping grouping);

/// An SMS Server or Social Messaging Server to restart: what the guide itself names, and nobody
/// must miss.
bool isMessagingRestart(const PlannedInstance &instance);
/// Names a row for as long as its instance is in the plan; ids of stops are those of the baseline.
quint64 keyOf(const RestartRow &row);
bool looksAlike(const RestartRow &a, const RestartRow &b);
