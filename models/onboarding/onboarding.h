// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/onboarding/consequences.h"
#include "models/onboarding/medium.h"
#include "models/topology/edits.h"

#include <QSet>

/// A tenant that comes to the site, or that gets more to work with.
struct OnboardingRequest
{
    QString tenant;  ///< Name of a new one, or of an existing one.
    /// Beside these every tenant needs an Interaction Server and a Universal Contact Server.
    QSet<Medium> media;
};

/// One legal way to give the tenant a server of every type that it needs: a step, worked out and
/// not yet applied.
struct Proposal
{
    enum class Kind { Share, Dedicate, FewestRestarts };

    struct NewInstance
    {
        QString name;
        ApplicationType type;
        QString model;  ///< Name of the application that it is like.
    };
    struct Assignment
    {
        QString application;
        ApplicationType type;
        bool isBackup = false;
    };
    struct Connection
    {
        QString from;
        QString to;
        QString port;  ///< Empty for none.
    };

    Kind kind = Kind::Share;
    Step step;  ///< Its title, in the imperative, is what history says of it.
    bool isNewTenant = false;
    QString newSwitch;                ///< Empty for none.
    QList<NewInstance> newInstances;  ///< In the order of the step; likewise below.
    QList<Assignment> assignments;    ///< Of existing applications.
    QList<Connection> connections;    ///< Those of new instances, and those that others get.
    QStringList serving;              ///< Those that served the tenant before, by name.
    Consequences consequences;
};

struct Proposals
{
    QList<Proposal> legal;  ///< In the order of Proposal::Kind; all empty steps are left out.
    /// Why one is missing, or all are; a sentence each. Empty with no legal ones: the tenant has
    /// all that it needs.
    QStringList refused;
};

/// The ways to onboard a tenant.
///
/// Share: the tenant is assigned to existing servers where their sharing allows it, and gets new
/// instances where it doesn't. Dedicate: new instances of everything. Fewest restarts: of all
/// choices between the two, type by type, the one whose plan from the baseline has the fewest
/// restarts, then the fewest interrupted tenants, then the fewest new instances.
///
/// What serves the tenant already stays as it is. A new instance is like an existing one (host,
/// options, connections), on free ports, without backup; the backup of a shared server gets the
/// tenant too. Servers of other types (Stat Server, routing) stay as they are. No proposal creates
/// an error, waived or not. InvalidInput for a tenant that can't be one.
[[nodiscard]] Result<Proposals> proposals(
    const Topology &working, const Topology &baseline, const OnboardingRequest &request);

/// "share", "dedicate", "fewest-restarts".
QLatin1String proposalToken(Proposal::Kind kind);
/// "Share what may be shared" …; translated.
QString proposalTitle(Proposal::Kind kind);
/// "2 new instances, 1 restart, interrupts 3 tenants, no new problems", "1 new warning, 3 advice":
/// what it costs on top of what the plan asks for already.
QString priceText(const Proposal &proposal);
