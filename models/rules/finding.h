// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/topology.h"
#include "models/topology/waiver.h"

enum class Severity : quint8 { Error, Warning, Advice };

/// Index into the catalogue (catalogue.h), which is sorted by rule id.
enum class RuleId : quint8 {};

/// The topology is questionable at this place. A value without texts: message() makes them when
/// somebody looks.
struct Finding
{
    RuleId rule {};
    Severity severity = Severity::Error;
    ObjectId object {TenantId(0)};
    QList<TenantId> tenants;  ///< Sorted by id.
    QList<Subject> related;   ///< In the order of the topology.
    bool isWaived = false;    ///< Accepted by a waiver that still counts.

    bool operator==(const Finding &) const = default;
};

/// "tenant", "application", … "type", "option", "option-section".
QLatin1String subjectKindToken(const Subject &subject);
QString subjectName(const Topology &topology, const Subject &subject);
QLatin1String severityToken(Severity severity);
QString severityLabel(Severity severity);

/// One sentence: who, what is wrong, what is allowed. "Email_1 serves 2 tenants (Acme, Globex); an
/// E-mail Server serves exactly one." All of the finding's objects must still exist. Long lists are
/// shortened ("and 12 more").
QString message(const Topology &topology, const Finding &finding);

/// The order of the contract: severity, rule id, object's kind and name, tenants, related, by code
/// point. Tenants and related of each finding are compared in their own sorted order.
void sortFindings(const Topology &topology, QList<Finding> &findings);
/// A finding's tenants by name, and its related subjects by name, then kind.
QList<TenantId> tenantsByName(const Topology &topology, const Finding &finding);
QList<Subject> relatedByName(const Topology &topology, const Finding &finding);
