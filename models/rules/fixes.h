// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/rules/fix.h"
#include "models/rules/rule.h"
#include "models/topology/stepcomposer.h"

// The fixes that rules offer; a rule's entry names one of these functions. Each is asked for a
// finding of such a rule that stands in the topology.

/// Collects fixes; those that the edits refuse, or that change nothing, are no fixes.
class FixList final
{
public:
    void add(StepComposer &composer, const QString &title);
    void add(Result<Step> step, const QString &title);
    /// What is added from now on is of this way.
    void beginWay(int way);
    bool isFull() const { return m_fixes.size() >= maxFixes; }
    QList<Fix> take() { return std::move(m_fixes); }

private:
    QList<Fix> m_fixes;
    int m_way = 0;
    int m_place = 0;
};

// tenantfixes.cpp
void keepOneTenant(const Topology &, const Finding &, FixList &);
void splitByTenant(const Topology &, const Finding &, FixList &);
void markAsLoadBalanced(const Topology &, const Finding &, FixList &);
void allowSocialMessagingTenants(const Topology &, const Finding &, FixList &);
void assignSomeTenant(const Topology &, const Finding &, FixList &);
void addInstanceForTenant(const Topology &, const Finding &, FixList &);
void leaveTenantToOne(const Topology &, const Finding &, FixList &);
void assignToInteractionServer(const Topology &, const Finding &, FixList &);
void clearParent(const Topology &, const Finding &, FixList &);

// interactionserverfixes.cpp
void replaceByInteractionServer(const Topology &, const Finding &, FixList &);
void declareInteractionServer(const Topology &, const Finding &, FixList &);
void linkMultimediaSwitch(const Topology &, const Finding &, FixList &);

// referencefixes.cpp
void renameDuplicates(const Topology &, const Finding &, FixList &);
void clearDuplicateDbids(const Topology &, const Finding &, FixList &);
void definePlaceholder(const Topology &, const Finding &, FixList &);
void enableDisabled(const Topology &, const Finding &, FixList &);

// backupfixes.cpp
void copyPrimaryToBackup(const Topology &, const Finding &, FixList &);
void leaveBackupToOne(const Topology &, const Finding &, FixList &);
void clearBackup(const Topology &, const Finding &, FixList &);
void dropRedundancy(const Topology &, const Finding &, FixList &);
void chooseRedundancy(const Topology &, const Finding &, FixList &);

// switchfixes.cpp
void unlinkOrAssign(const Topology &, const Finding &, FixList &);
void keepOneSwitch(const Topology &, const Finding &, FixList &);
void unlinkAllSwitches(const Topology &, const Finding &, FixList &);

// connectionfixes.cpp
void chooseAnotherPort(const Topology &, const Finding &, FixList &);
void connectByDeclaredPort(const Topology &, const Finding &, FixList &);
void connectToSolutionControl(const Topology &, const Finding &, FixList &);
void connectToPrimary(const Topology &, const Finding &, FixList &);

// chatfixes.cpp
void addEndpointSections(const Topology &, const Finding &, FixList &);
void removeEndpointSection(const Topology &, const Finding &, FixList &);
