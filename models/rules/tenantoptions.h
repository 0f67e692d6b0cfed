// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/topology.h"

/// True for "TenantId" in any ASCII case: the option by which a capture point maps interactions to
/// a tenant.
bool isTenantIdKey(QStringView key);

/// Which capture points have options that may name a tenant of this name or DBID: options are no
/// references, so no index of the topology knows.
class TenantOptions final
{
public:
    /// Everything, at first.
    void build(const Topology &topology);
    /// To be called whenever a capture point's options may be others; one that is gone has none.
    void remember(const Topology &topology, ApplicationId application);

    /// False for nearly all: what their options say needs no look.
    bool isNaming(ApplicationId application) const { return m_keys.contains(application); }
    /// Sorted by id.
    QList<ApplicationId> naming(const QString &name) const { return m_applications.value(name); }
    QList<ApplicationId> naming(qint64 dbid) const
    {
        return m_applications.value(keyOf(QString::number(dbid)));
    }

private:
    static QString keyOf(const QString &digits) { return u'#' + digits; }

    QHash<QString, QList<ApplicationId>>
        m_applications;                        // By trimmed value; numbers by keyOf() as well.
    QHash<ApplicationId, QStringList> m_keys;  // What each of them is found under.
};
