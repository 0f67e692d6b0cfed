// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/topologybuilder.h"

#include <string>
#include <vector>

/// What a row of the rules' table is built from: the enabled customer tenants Acme (DBID 101) and
/// Globex (DBID 102) are there from the start.
struct World
{
    TopologyBuilder builder;
    TenantSketch &acme = builder.tenant("Acme").dbid(101);
    TenantSketch &globex = builder.tenant("Globex").dbid(102);
    Settings &settings = builder.settings;

    TenantSketch &tenant(QAnyStringView name) { return builder.tenant(name); }
    OfficeSketch &office(QAnyStringView name) { return builder.office(name); }
    HostSketch &host(QAnyStringView name) { return builder.host(name); }
    ApplicationSketch &application(QAnyStringView name, QAnyStringView type)
    {
        return builder.application(name, type);
    }
    SwitchSketch &switchOf(QAnyStringView tenant, QAnyStringView name, QAnyStringView office)
    {
        return builder.switchOf(tenant, name, office);
    }
    SwitchSketch &multimediaSwitch(QAnyStringView tenant, QAnyStringView name)
    {
        return builder.multimediaSwitch(tenant, name);
    }
    SwitchSketch &voiceSwitch(QAnyStringView tenant, QAnyStringView name)
    {
        return builder.voiceSwitch(tenant, name);
    }
};

/// A world, and all that one rule finds in it.
struct RuleCase
{
    const char *rule;
    const char *title;
    /// "severity | object | tenants | related", lists by name, "-" for none. Empty: a near miss.
    std::vector<std::string> findings;
    void (*make)(World &);
};

// One table a family of rules. A near miss is one condition away from a row that fires.
std::vector<RuleCase> tenantCases();
std::vector<RuleCase> interactionServerCases();
std::vector<RuleCase> capturePointCases();
std::vector<RuleCase> nameCases();
std::vector<RuleCase> referenceCases();
std::vector<RuleCase> backupCases();
std::vector<RuleCase> switchCases();
std::vector<RuleCase> hostCases();
std::vector<RuleCase> connectionCases();
std::vector<RuleCase> chatCases();
std::vector<RuleCase> contactServerCases();
std::vector<RuleCase> loadBalancingCases();
std::vector<RuleCase> socialMessagingCases();

/// The rows of all of them.
std::vector<RuleCase> ruleCases();
