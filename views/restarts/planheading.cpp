// SPDX-License-Identifier: Apache-2.0
#include "views/restarts/planheading.h"

#include "models/base/text.h"
#include "views/common/objecttext.h"

#include <QCoreApplication>

namespace {

struct PlanHeadingTexts
{
    Q_DECLARE_TR_FUNCTIONS(PlanHeading)
};

}  // namespace

bool PlanHeading::operator<(const PlanHeading &other) const
{
    if (kind != other.kind)
        return kind < other.kind;
    if (wave != other.wave)
        return wave < other.wave;
    return textLess(name, other.name);
}

QString headingText(const PlanHeading &heading)
{
    switch (heading.kind) {
    case PlanHeading::Kind::Pending:
        return PlanHeadingTexts::tr("Pending, and no longer in the plan");
    case PlanHeading::Kind::Wave:
        return PlanHeadingTexts::tr("Wave %1").arg(heading.wave);
    case PlanHeading::Kind::Tenant:
    case PlanHeading::Kind::Host:
        return nameText(heading.name);
    case PlanHeading::Kind::NoHost:
        return PlanHeadingTexts::tr("No host");
    case PlanHeading::Kind::Nobody:
        return PlanHeadingTexts::tr("Interrupts nobody");
    case PlanHeading::Kind::Stop:
        return PlanHeadingTexts::tr("To stop");
    case PlanHeading::Kind::Immediate:
        return PlanHeadingTexts::tr("At once, without a restart");
    case PlanHeading::Kind::NotStated:
        return PlanHeadingTexts::tr("Not stated");
    }
    Q_UNREACHABLE();
    return {};
}
