// SPDX-License-Identifier: Apache-2.0
#include "tests/models/rules/rulecase.h"

std::vector<RuleCase> referenceCases()
{
    return {
        // --- reference-undefined ---
        {"reference-undefined", "a tenant: applications, tenants and switches refer to it",
            {"warning | tenant Nowhere | - | application Chat, tenant Initech, switch S"},
            [](World &w) {
                w.application("Chat", "chatserver").tenant("Nowhere");
                w.tenant("Initech").parent("Nowhere");
                w.office("O");
                w.switchOf("Nowhere", "S", "O");
            }},
        {"reference-undefined", "all are defined", {},
            [](World &w) {
                w.tenant("Nowhere");
                w.application("Chat", "chatserver").tenant("Nowhere");
                w.tenant("Initech").parent("Nowhere");
                w.office("O");
                w.switchOf("Nowhere", "S", "O");
            }},
        {"reference-undefined", "a switching office",
            {"warning | switching-office Nowhere | - | switch S, switch T"},
            [](World &w) {
                w.switchOf("Acme", "S", "Nowhere");
                w.switchOf("Globex", "T", "Nowhere");
            }},
        {"reference-undefined", "a switch", {"warning | switch S | - | application Voice"},
            [](World &w) { w.application("Voice", "tserver").link("Acme", "S"); }},
        {"reference-undefined", "a switch of that name is another tenant's",
            {"warning | switch S | - | application Voice"},
            [](World &w) {
                w.multimediaSwitch("Globex", "S");
                w.application("Voice", "tserver").link("Acme", "S");
            }},
        {"reference-undefined", "who links a switch refers to its tenant",
            {"warning | switch S | - | application Voice",
                "warning | tenant Nowhere | - | application Voice"},
            [](World &w) { w.application("Voice", "tserver").link("Nowhere", "S"); }},
        {"reference-undefined", "a host", {"warning | host H | - | application A, application B"},
            [](World &w) {
                w.application("A", "statserver").host("H");
                w.application("B", "statserver").host("H").disabled();
            }},
        {"reference-undefined", "an application, connected to and a backup, by one once",
            {"warning | application X | - | application A, application B"},
            [](World &w) {
                w.application("A", "statserver").connect("X", "a").connect("X", "b").backup("X");
                w.application("B", "statserver").backup("X");
            }},
        {"reference-undefined", "names compare exactly",
            {"warning | application stat | - | application A"},
            [](World &w) {
                w.application("Stat", "statserver");
                w.application("A", "statserver").connect("stat");
            }},
        {"reference-undefined", "an option is no reference", {},
            [](World &w) {
                w.application("CP", "capturepoint").option("a", "TenantId", "Nowhere");
            }},

        // --- reference-disabled ---
        {"reference-disabled", "a tenant, a host and a target, each",
            {"warning | application Chat | - | tenant Acme",
                "warning | application Chat | - | host H",
                "warning | application Chat | - | application Stat"},
            [](World &w) {
                w.acme.disabled();
                w.host("H").disabled();
                w.application("Stat", "statserver").disabled();
                w.application("Chat", "chatserver").tenant("Acme").host("H").connect("Stat");
            }},
        {"reference-disabled", "all are enabled", {},
            [](World &w) {
                w.host("H");
                w.application("Stat", "statserver");
                w.application("Chat", "chatserver").tenant("Acme").host("H").connect("Stat");
            }},
        {"reference-disabled", "the application is disabled itself", {},
            [](World &w) {
                w.acme.disabled();
                w.host("H").disabled();
                w.application("Stat", "statserver").disabled();
                w.application("Chat", "chatserver")
                    .tenant("Acme")
                    .host("H")
                    .connect("Stat")
                    .disabled();
            }},
        {"reference-disabled", "a target once, whatever the ports",
            {"warning | application Chat | - | application Stat"},
            [](World &w) {
                w.application("Stat", "statserver").disabled();
                w.application("Chat", "chatserver").connect("Stat", "a").connect("Stat", "b");
            }},
        {"reference-disabled", "a backup", {},
            [](World &w) {
                w.application("Chat", "chatserver").backup("Chat_B");
                w.application("Chat_B", "chatserver").disabled();
            }},
        {"reference-disabled", "a switch", {},
            [](World &w) {
                w.voiceSwitch("Acme", "S").disabled();
                w.application("Voice", "tserver").tenant("Acme").link("Acme", "S");
            }},
        {"reference-disabled", "placeholders have no state", {},
            [](World &w) {
                w.application("Chat", "chatserver").tenant("T").host("H").connect("A");
            }},

        // --- tenant-cycle ---
        {"tenant-cycle", "per tenant of the cycle",
            {"error | tenant Acme | - | -", "error | tenant Globex | - | -"},
            [](World &w) {
                w.acme.parent("Globex");
                w.globex.parent("Acme");
            }},
        {"tenant-cycle", "its own parent", {"error | tenant Acme | - | -"},
            [](World &w) { w.acme.parent("Acme"); }},
        {"tenant-cycle", "who hangs on a cycle is not on it", {"error | tenant Acme | - | -"},
            [](World &w) {
                w.acme.parent("Acme");
                w.globex.parent("Acme");
            }},
        {"tenant-cycle", "a chain", {},
            [](World &w) {
                w.acme.parent("Globex");
                w.globex.parent("Environment");
            }},
    };
}
