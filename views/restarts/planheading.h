// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

/// How the lines of a plan are put together.
enum class PlanGrouping : quint8 { Wave, Tenant, Host };

/// A heading of the plan, in the order in which they stand.
struct PlanHeading
{
    enum class Kind : quint8 {
        Pending,  ///< Exported restarts whose cause is no longer in the plan.
        Wave,
        Tenant,
        Host,
        NoHost,
        Nobody,  ///< What no tenant notices.
        Stop,
        Immediate,
        NotStated,
    };

    Kind kind = Kind::Wave;
    int wave = 0;
    QString name;  ///< Of the tenant or host.

    bool operator==(const PlanHeading &) const = default;
    bool operator<(const PlanHeading &other) const;
};

/// "Wave 1", "Acme", "Not stated".
QString headingText(const PlanHeading &heading);
