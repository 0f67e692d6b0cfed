// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/onboarding/consequences.h"

/// All that goes with the objects that a step removes, above all tenants. Names, sorted by code
/// point; what bears one name is named as often.
struct Removal
{
    struct Owned
    {
        QString tenant;
        QString name;
    };
    struct Child
    {
        QString tenant;
        QString parent;  ///< The new one; empty for none.
    };

    QStringList tenants;
    QList<Owned> switches;
    QStringList losing;         ///< Applications that stay, whose tenant list loses one.
    QStringList withoutTenant;  ///< Those of them whose list is empty then.
    QStringList unlinked;       ///< Applications that stay, and lose a linked switch.
    QList<Child> children;      ///< Tenants that get another parent, or none.
    Consequences consequences;

    bool isEmpty() const;
};

/// What the step removes and takes along. "before" is what it will be applied to.
Removal removalOf(const Topology &before, const Topology &baseline, const Step &step);

/// One sentence for each part of it, for window and command line; long lists are counted and
/// shortened. Nothing for an empty one.
QStringList removalText(const Removal &removal);
