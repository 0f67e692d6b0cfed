// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/document.h"
#include "models/topology/edits.h"
#include "tests/support/topologybuilder.h"

/// Two tenants, and a server that several tenants may share beside one that they may not.
inline Topology site()
{
    TopologyBuilder b;
    b.tenant(u"Acme");
    b.tenant(u"Globex");
    b.application(u"SMS_1", u"istransportserver").tenants({u"Acme"});
    b.application(u"Email_1", u"emailserver").tenants({u"Acme"});
    return b.build();
}

inline Document::Builder assigning(QStringView application, QStringView tenant)
{
    return [application, tenant](const Topology &t) {
        return assignTenant(t, applicationNamed(t, application), tenantNamed(t, tenant));
    };
}
