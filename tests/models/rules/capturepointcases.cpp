// SPDX-License-Identifier: Apache-2.0
#include "tests/models/rules/rulecase.h"

std::vector<RuleCase> capturePointCases()
{
    return {
        // --- capture-point-unmapped ---
        {"capture-point-unmapped", "no option", {"warning | application CP | - | -"},
            [](World &w) { w.application("CP", "capturepoint"); }},
        {"capture-point-unmapped", "TenantId in any section", {},
            [](World &w) { w.application("CP", "capturepoint").option("any", "TenantId", "101"); }},
        {"capture-point-unmapped", "in any case", {},
            [](World &w) { w.application("CP", "capturepoint").option("any", "tENANTiD", "101"); }},
        {"capture-point-unmapped", "be it unknown", {},
            [](World &w) { w.application("CP", "capturepoint").option("any", "TenantId", "?"); }},
        {"capture-point-unmapped", "another key", {"warning | application CP | - | -"},
            [](World &w) {
                w.application("CP", "capturepoint").option("any", "TenantIds", "101");
            }},
        {"capture-point-unmapped", "a blank value", {"warning | application CP | - | -"},
            [](World &w) {
                w.application("CP", "capturepoint").option("any", "TenantId", u" \t\u2003\u3000");
            }},
        {"capture-point-unmapped", "a zero-width space is not blank", {},
            [](World &w) {
                w.application("CP", "capturepoint").option("any", "TenantId", u"\u200B");
            }},
        {"capture-point-unmapped", "a section that starts with endpoint", {},
            [](World &w) { w.application("CP", "capturepoint").section("endpoints-of-acme"); }},
        {"capture-point-unmapped", "a section in another case",
            {"warning | application CP | - | -"},
            [](World &w) { w.application("CP", "capturepoint").section("Endpoint"); }},
        {"capture-point-unmapped", "a section that has endpoint inside",
            {"warning | application CP | - | -"},
            [](World &w) { w.application("CP", "capturepoint").section("an-endpoint"); }},
        {"capture-point-unmapped", "another type", {},
            [](World &w) { w.application("Stat", "statserver"); }},
        {"capture-point-unmapped", "a backup", {},
            [](World &w) {
                w.application("CP", "capturepoint").section("endpoint").backup("CP_B");
                w.application("CP_B", "capturepoint");
            }},

        // --- capture-point-tenant-unknown ---
        {"capture-point-tenant-unknown", "nobody's name",
            {"warning | application CP | - | option settings/TenantId"},
            [](World &w) {
                w.application("CP", "capturepoint").option("settings", "TenantId", "Initech");
            }},
        {"capture-point-tenant-unknown", "a name", {},
            [](World &w) {
                w.application("CP", "capturepoint").option("settings", "TenantId", "Acme");
            }},
        {"capture-point-tenant-unknown", "a name in another case",
            {"warning | application CP | - | option settings/TenantId"},
            [](World &w) {
                w.application("CP", "capturepoint").option("settings", "TenantId", "ACME");
            }},
        {"capture-point-tenant-unknown", "a placeholder's name",
            {"warning | application CP | - | option settings/TenantId"},
            [](World &w) {
                w.application("CP", "capturepoint")
                    .tenant("Nowhere")
                    .option("settings", "TenantId", "Nowhere");
            }},
        {"capture-point-tenant-unknown", "a DBID, as a number, trimmed", {},
            [](World &w) {
                w.application("CP", "capturepoint").option("settings", "TenantId", "\t0101 ");
            }},
        {"capture-point-tenant-unknown", "nobody's DBID",
            {"warning | application CP | - | option settings/TenantId"},
            [](World &w) {
                w.application("CP", "capturepoint").option("settings", "TenantId", "103");
            }},
        {"capture-point-tenant-unknown", "0 is no DBID",
            {"warning | application CP | - | option settings/TenantId"},
            [](World &w) {
                w.tenant("Initech");
                w.application("CP", "capturepoint").option("settings", "TenantId", "0");
            }},
        {"capture-point-tenant-unknown", "a number of any length",
            {"warning | application CP | - | option settings/TenantId"},
            [](World &w) {
                w.application("CP", "capturepoint")
                    .option("settings", "TenantId", "100000000000000000000000000000101");
            }},
        {"capture-point-tenant-unknown", "digits that are a name", {},
            [](World &w) {
                w.tenant("007");
                w.application("CP", "capturepoint").option("settings", "TenantId", "007");
            }},
        {"capture-point-tenant-unknown", "Environment by its DBID", {},
            [](World &w) {
                w.application("CP", "capturepoint").option("settings", "TenantId", "1");
            }},
        {"capture-point-tenant-unknown", "a blank value", {},
            [](World &w) {
                w.application("CP", "capturepoint").option("settings", "TenantId", " ");
            }},
        {"capture-point-tenant-unknown", "per option",
            {"warning | application CP | - | option a/TenantId",
                "warning | application CP | - | option a/tenantid",
                "warning | application CP | - | option b/TenantId"},
            [](World &w) {
                w.application("CP", "capturepoint")
                    .option("a", "TenantId", "Initech")
                    .option("a", "tenantid", "Initech")
                    .option("b", "TenantId", "Initech")
                    .option("b", "TENANTID", "Acme");
            }},
        {"capture-point-tenant-unknown", "another key", {},
            [](World &w) {
                w.application("CP", "capturepoint").option("settings", "Tenant", "Initech");
            }},
        {"capture-point-tenant-unknown", "another type", {},
            [](World &w) {
                w.application("Stat", "statserver").option("settings", "TenantId", "Initech");
            }},
        {"capture-point-tenant-unknown", "a backup", {},
            [](World &w) {
                w.application("CP", "capturepoint").backup("CP_B");
                w.application("CP_B", "capturepoint").option("settings", "TenantId", "Initech");
            }},

        // --- capture-point-tenant-unserved ---
        {"capture-point-tenant-unserved", "its Interaction Server lacks the tenant",
            {"warning | application CP | Acme | -"},
            [](World &w) {
                w.application("Ixn", "interactionserver").tenant("Globex");
                w.application("CP", "capturepoint").option("a", "TenantId", "Acme").connect("Ixn");
            }},
        {"capture-point-tenant-unserved", "it has the tenant", {},
            [](World &w) {
                w.application("Ixn", "interactionserver").tenants({"Acme", "Globex"});
                w.application("CP", "capturepoint").option("a", "TenantId", "Acme").connect("Ixn");
            }},
        {"capture-point-tenant-unserved", "a second one has the tenant", {},
            [](World &w) {
                w.application("Ixn_1", "interactionserver").tenant("Globex");
                w.application("Ixn_2", "interactionserver").tenant("Acme").disabled();
                w.application("CP", "capturepoint")
                    .option("a", "TenantId", "Acme")
                    .connect("Ixn_1")
                    .connect("Ixn_2");
            }},
        {"capture-point-tenant-unserved", "a backup that has the tenant will do", {},
            [](World &w) {
                w.application("Ixn", "interactionserver").tenant("Globex").backup("Ixn_B");
                w.application("Ixn_B", "interactionserver").tenant("Acme");
                w.application("CP", "capturepoint")
                    .option("a", "TenantId", "Acme")
                    .connect("Ixn")
                    .connect("Ixn_B");
            }},
        {"capture-point-tenant-unserved", "it connects to no Interaction Server", {},
            [](World &w) {
                w.application("Chat", "chatserver").tenant("Globex");
                w.application("CP", "capturepoint").option("a", "TenantId", "Acme").connect("Chat");
            }},
        {"capture-point-tenant-unserved", "to one of type T-Server", {},
            [](World &w) {
                w.application("Ixn", "tserver").interactionComponent().tenant("Globex");
                w.application("CP", "capturepoint").option("a", "TenantId", "Acme").connect("Ixn");
            }},
        {"capture-point-tenant-unserved", "to one that nothing defines", {},
            [](World &w) {
                w.application("CP", "capturepoint").option("a", "TenantId", "Acme").connect("Ixn");
            }},
        {"capture-point-tenant-unserved", "its option names no tenant", {},
            [](World &w) {
                w.application("Ixn", "interactionserver").tenant("Globex");
                w.application("CP", "capturepoint").option("a", "TenantId", "?").connect("Ixn");
            }},
        {"capture-point-tenant-unserved", "per tenant, not per option",
            {"warning | application CP | Acme | -", "warning | application CP | Environment | -"},
            [](World &w) {
                w.application("Ixn", "interactionserver").tenant("Globex");
                w.application("CP", "capturepoint")
                    .option("a", "TenantId", "Acme")
                    .option("b", "TenantId", "101")
                    .option("c", "TenantId", "Environment")
                    .connect("Ixn");
            }},
        {"capture-point-tenant-unserved", "a DBID goes before a name",
            {"warning | application CP | Acme | -"},
            [](World &w) {
                w.tenant("101");
                w.application("Ixn", "interactionserver").tenants({"Globex", "101"});
                w.application("CP", "capturepoint").option("a", "TenantId", "101").connect("Ixn");
            }},
        {"capture-point-tenant-unserved", "of two with the DBID the first is meant", {},
            [](World &w) {
                w.tenant("Initech").dbid(101);
                w.application("Ixn", "interactionserver").tenant("Acme");
                w.application("CP", "capturepoint").option("a", "TenantId", "101").connect("Ixn");
            }},
        {"capture-point-tenant-unserved", "a backup", {},
            [](World &w) {
                w.application("Ixn", "interactionserver").tenant("Globex");
                w.application("CP", "capturepoint").backup("CP_B");
                w.application("CP_B", "capturepoint")
                    .option("a", "TenantId", "Acme")
                    .connect("Ixn");
            }},
    };
}
