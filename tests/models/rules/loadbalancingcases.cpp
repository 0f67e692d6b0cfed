// SPDX-License-Identifier: Apache-2.0
#include "tests/models/rules/rulecase.h"

std::vector<RuleCase> loadBalancingCases()
{
    return {
        // --- interaction-balance-split ---
        {"interaction-balance-split", "no tenant is on all lists",
            {"warning | application I | - | application E, application F"},
            [](World &w) {
                w.application("I", "interactionserver").connect("E").connect("F");
                w.application("E", "emailserver").tenant("Acme");
                w.application("F", "emailserver").tenant("Globex");
            }},
        {"interaction-balance-split", "per type",
            {"warning | application I | - | application C, application D",
                "warning | application I | - | application E, application F"},
            [](World &w) {
                w.application("I", "interactionserver")
                    .connect("C")
                    .connect("D")
                    .connect("E")
                    .connect("F");
                w.application("C", "classificationserver").tenants({"Acme", "Globex"});
                w.application("D", "classificationserver");
                w.application("E", "emailserver").tenant("Acme");
                w.application("F", "emailserver").tenant("Globex");
            }},
        {"interaction-balance-split", "each two share one, all three none",
            {"warning | application I | - | application C, application D, application E"},
            [](World &w) {
                w.tenant("Initech");
                w.application("I", "interactionserver").connect("C").connect("D").connect("E");
                w.application("C", "classificationserver").tenants({"Acme", "Globex"});
                w.application("D", "classificationserver").tenants({"Globex", "Initech"});
                w.application("E", "classificationserver").tenants({"Acme", "Initech"});
            }},
        {"interaction-balance-split", "a tenant that nothing defines is one", {},
            [](World &w) {
                w.application("I", "interactionserver").connect("E").connect("F");
                w.application("E", "emailserver").tenants({"Acme", "Undefined"});
                w.application("F", "emailserver").tenants({"Globex", "Undefined"});
            }},
        {"interaction-balance-split", "one server by two ports", {},
            [](World &w) {
                w.application("I", "interactionserver").connect("E", "a").connect("E", "b");
                w.application("E", "emailserver").tenant("Acme");
            }},
        {"interaction-balance-split", "the second one is a backup", {},
            [](World &w) {
                w.application("I", "interactionserver").connect("E").connect("F");
                w.application("E", "emailserver").tenant("Acme").backup("F");
                w.application("F", "emailserver").tenant("Globex");
            }},
        {"interaction-balance-split", "of two types", {},
            [](World &w) {
                w.application("I", "interactionserver").connect("E").connect("C");
                w.application("E", "emailserver").tenant("Acme");
                w.application("C", "classificationserver").tenant("Globex");
            }},
        {"interaction-balance-split", "another client", {},
            [](World &w) {
                w.application("I", "tserver").interactionComponent().connect("E").connect("F");
                w.application("E", "emailserver").tenant("Acme");
                w.application("F", "emailserver").tenant("Globex");
            }},

        // --- web-api-no-scs ---
        {"web-api-no-scs", "two of a type", {"warning | application W | - | -"},
            [](World &w) {
                w.application("W", "webapiserver").connect("C").connect("D").connect("S");
                w.application("C", "chatserver").backup("D");
                w.application("D", "chatserver").disabled();
                w.application("S", "statserver");
            }},
        {"web-api-no-scs", "a backup's client, and contact servers",
            {"warning | application W | - | -"},
            [](World &w) {
                w.application("V", "webapiserver").backup("W");
                w.application("W", "webapiserver").connect("C").connect("D");
                w.application("C", "contactserver");
                w.application("D", "contactserver");
            }},
        {"web-api-no-scs", "a Solution Control Server", {},
            [](World &w) {
                w.application("W", "webapiserver").connect("C").connect("D").connect("S");
                w.application("C", "chatserver");
                w.application("D", "chatserver");
                w.application("S", "scs").disabled();
            }},
        {"web-api-no-scs", "one of each type", {},
            [](World &w) {
                w.application("W", "webapiserver").connect("C", "a").connect("C", "b").connect("S");
                w.application("C", "chatserver");
                w.application("S", "statserver");
            }},
        {"web-api-no-scs", "types that aren't balanced", {},
            [](World &w) {
                w.application("W", "webapiserver").connect("C").connect("D");
                w.application("C", "istransportserver");
                w.application("D", "istransportserver");
            }},
        {"web-api-no-scs", "nothing defines them", {},
            [](World &w) { w.application("W", "webapiserver").connect("C").connect("D"); }},
        {"web-api-no-scs", "another client", {},
            [](World &w) {
                w.application("W", "interactionserver").connect("C").connect("D");
                w.application("C", "chatserver");
                w.application("D", "chatserver");
            }},
    };
}
