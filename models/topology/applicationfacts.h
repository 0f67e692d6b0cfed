// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/objects.h"
#include "models/topology/release.h"

/// What rules ask of every application again and again, side by side in memory: nearly all of them
/// are seen to be in order without a look at their records. Follows from the record, but for
/// isBackup.
struct ApplicationFacts
{
    /// How an application's own lists and fields are.
    enum Trait : quint8 {
        NoTenant = 1,
        SeveralTenants = 2,
        Connections = 4,
        OddConnectionPort = 8,  ///< A connection names a port, and not the default one.
        Switches = 16,
        NamesBackup = 32,
        Standby = 64,      ///< Redundancy warm or hot.
        OldRelease = 128,  ///< Unknown, or below 7.2.
    };
    enum PortTrait : quint8 {
        DeclaresPorts = 1,
        DeclaresDefaultPort = 2,
        ListensOnSeveral = 4,  ///< "port" is one of them.
    };

    ApplicationType::Id type = ApplicationType::Unlisted;
    Sharing sharing = Sharing::None;
    bool isDefined = false;            ///< False for placeholders and free ids.
    bool isEnabled = false;            ///< Defined and enabled.
    bool isBackup = false;             ///< Another application names it as its backup.
    bool isEServices = false;          ///< contract/domain.md: an eServices server.
    bool isInteractionServer = false;  ///< Type interactionserver, or component interaction-server.
    quint8 traits = NoTenant;
    quint8 portTraits = 0;
    quint16 port = 0;  ///< A number from 1 to 65535 that it listens on; 0 for none.
    ReleaseNumber release;
    TenantId firstTenant {0};  ///< Of its list, unless that is empty.
    qint64 dbid = 0;

    bool hasTenants() const { return (traits & NoTenant) == 0; }

    void setTenants(const QList<TenantId> &tenants);
    void setConnections(const QList<Connection> &connections);
    void setSwitches(const QList<SwitchId> &switches);
    void setPorts(const QList<Port> &ports);
    /// All but isBackup.
    void setRecord(const Application &application);

private:
    void set(Trait trait, bool isSet) { traits = quint8(isSet ? traits | trait : traits & ~trait); }
};

/// The id of the port that nearly all connections name.
inline bool isDefaultPort(QStringView port)
{
    return port == QStringView(u"default");
}
inline bool isPortNumber(qint64 number)
{
    return number >= 1 && number <= 65535;
}
