// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/rules/finding.h"

#include <QStringList>

/// Which findings are meant; what is empty leaves the choice open.
struct FindingChoice
{
    QString rule;
    QString object;       ///< A name.
    QString kind;         ///< Of the object, such as "application".
    QStringList tenants;  ///< Names; the finding's, all of them.
    QStringList related;  ///< Names; the finding's, all of them.
};

/// Whether a finding (or what a waiver is for) is among those that the options mean. Objects that
/// no longer exist have no name.
bool isMeant(const FindingChoice &choice, const Topology &topology, const WaiverKey &key);
/// Wrong words in the choice, such as a rule that there is none of; empty if all is well.
QString misuse(const FindingChoice &choice);
