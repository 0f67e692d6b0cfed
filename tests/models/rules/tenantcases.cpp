// SPDX-License-Identifier: Apache-2.0
#include "tests/models/rules/rulecase.h"

std::vector<RuleCase> tenantCases()
{
    return {
        // --- tenant-none ---
        {"tenant-none", "a shared server without tenant", {"error | application Chat | - | -"},
            [](World &w) { w.application("Chat", "chatserver"); }},
        {"tenant-none", "it has one", {},
            [](World &w) { w.application("Chat", "chatserver").tenant("Acme"); }},
        {"tenant-none", "a placeholder is a tenant", {},
            [](World &w) { w.application("Chat", "chatserver").tenant("Nowhere"); }},
        {"tenant-none", "Environment is a tenant", {},
            [](World &w) { w.application("Chat", "chatserver").tenant("Environment"); }},
        {"tenant-none", "single-tenant environment", {},
            [](World &w) {
                w.settings.environment = Environment::SingleTenant;
                w.application("Chat", "chatserver");
            }},
        {"tenant-none", "no eServices server", {},
            [](World &w) { w.application("Stat", "statserver"); }},
        {"tenant-none", "a type that nobody knows", {},
            [](World &w) { w.application("Chat", "ChatServer"); }},
        {"tenant-none", "a backup", {},
            [](World &w) {
                w.application("Chat", "chatserver").tenant("Acme").backup("Chat_B");
                w.application("Chat_B", "chatserver");
            }},
        {"tenant-none", "who names itself is no backup", {"error | application Chat | - | -"},
            [](World &w) { w.application("Chat", "chatserver").backup("Chat"); }},
        {"tenant-none", "disabled ones too", {"error | application Chat | - | -"},
            [](World &w) { w.application("Chat", "chatserver").disabled(); }},
        {"tenant-none", "an Interaction Server of type T-Server",
            {"error | application Ixn | - | -"},
            [](World &w) { w.application("Ixn", "tserver").interactionComponent(); }},
        {"tenant-none", "a T-Server", {}, [](World &w) { w.application("Ixn", "tserver"); }},

        // --- tenant-exclusive ---
        {"tenant-exclusive", "an E-mail Server with two tenants",
            {"error | application Email | Acme, Globex | -"},
            [](World &w) {
                w.application("Email", "emailserver").tenants({"Acme", "Globex"});
            }},
        {"tenant-exclusive", "one tenant", {},
            [](World &w) { w.application("Email", "emailserver").tenant("Acme"); }},
        {"tenant-exclusive", "one tenant, listed twice", {},
            [](World &w) {
                w.application("Email", "emailserver").tenants({"Acme", "Acme"});
            }},
        {"tenant-exclusive", "a type that may be shared", {},
            [](World &w) {
                w.application("Chat", "chatserver").tenants({"Acme", "Globex"});
            }},
        {"tenant-exclusive", "a backup", {},
            [](World &w) {
                w.application("Email", "emailserver").tenant("Acme").backup("Email_B");
                w.application("Email_B", "emailserver").tenants({"Acme", "Globex"});
            }},
        {"tenant-exclusive", "Training and Co-browsing Server, disabled",
            {"error | application Cobrowse | Acme, Globex | -",
                "error | application Training | Acme, Globex | -"},
            [](World &w) {
                w.application("Training", "trainingserver").tenants({"Acme", "Globex"}).disabled();
                w.application("Cobrowse", "cobrowsingserver")
                    .tenants({"Acme", "Globex"})
                    .disabled();
            }},
        {"tenant-exclusive", "Environment and placeholders count",
            {"error | application Email | Environment, Nowhere | -"},
            [](World &w) {
                w.application("Email", "emailserver").tenants({"Environment", "Nowhere"});
            }},

        // --- tenant-web-api-unbalanced ---
        {"tenant-web-api-unbalanced", "two tenants, not load balanced",
            {"error | application Web | Acme, Globex | -"},
            [](World &w) {
                w.application("Web", "webapiserver").tenants({"Acme", "Globex"});
            }},
        {"tenant-web-api-unbalanced", "load balanced", {},
            [](World &w) {
                w.application("Web", "webapiserver").tenants({"Acme", "Globex"}).loadBalanced();
            }},
        {"tenant-web-api-unbalanced", "one tenant", {},
            [](World &w) { w.application("Web", "webapiserver").tenant("Acme"); }},
        {"tenant-web-api-unbalanced", "a backup", {},
            [](World &w) {
                w.application("Web", "webapiserver").tenant("Acme").backup("Web_B");
                w.application("Web_B", "webapiserver").tenants({"Acme", "Globex"});
            }},

        // --- tenant-social-undecided ---
        {"tenant-social-undecided", "two tenants",
            {"warning | application Social | Acme, Globex | -"},
            [](World &w) {
                w.application("Social", "socialms").tenants({"Acme", "Globex"});
            }},
        {"tenant-social-undecided", "the setting is forbid",
            {"error | application Social | Acme, Globex | -"},
            [](World &w) {
                w.settings.socialMessagingTenants = SocialMessagingTenants::Forbid;
                w.application("Social", "socialms").tenants({"Acme", "Globex"});
            }},
        {"tenant-social-undecided", "the setting is allow", {},
            [](World &w) {
                w.settings.socialMessagingTenants = SocialMessagingTenants::Allow;
                w.application("Social", "socialms").tenants({"Acme", "Globex"});
            }},
        {"tenant-social-undecided", "one tenant", {},
            [](World &w) { w.application("Social", "socialms").tenant("Acme"); }},
        {"tenant-social-undecided", "a backup", {},
            [](World &w) {
                w.application("Social", "socialms").tenant("Acme").backup("Social_B");
                w.application("Social_B", "socialms").tenants({"Acme", "Globex"});
            }},

        // --- tenant-uncovered ---
        {"tenant-uncovered", "the other customer has an E-mail Server",
            {"advice | tenant Globex | - | type emailserver"},
            [](World &w) { w.application("Email", "emailserver").tenant("Acme"); }},
        {"tenant-uncovered", "a second server has it", {},
            [](World &w) {
                w.application("Email_1", "emailserver").tenant("Acme");
                w.application("Email_2", "emailserver").tenant("Globex");
            }},
        {"tenant-uncovered", "a disabled server covers its tenants", {},
            [](World &w) {
                w.application("Email_1", "emailserver").tenant("Acme");
                w.application("Email_2", "emailserver").tenant("Globex").disabled();
            }},
        {"tenant-uncovered", "a backup covers nobody",
            {"advice | tenant Globex | - | type emailserver"},
            [](World &w) {
                w.application("Email", "emailserver").tenant("Acme").backup("Email_B");
                w.application("Email_B", "emailserver").tenant("Globex");
            }},
        {"tenant-uncovered", "a server of another type covers nobody",
            {"advice | tenant Acme | - | type trainingserver",
                "advice | tenant Globex | - | type emailserver"},
            [](World &w) {
                w.application("Email", "emailserver").tenant("Acme");
                w.application("Training", "trainingserver").tenant("Globex");
            }},
        {"tenant-uncovered", "per type",
            {"advice | tenant Globex | - | type cobrowsingserver",
                "advice | tenant Globex | - | type emailserver"},
            [](World &w) {
                w.application("Email", "emailserver").tenant("Acme");
                w.application("Cobrowse", "cobrowsingserver").tenant("Acme");
            }},
        {"tenant-uncovered", "a type that may be shared", {},
            [](World &w) { w.application("Chat", "chatserver").tenant("Acme"); }},
        {"tenant-uncovered", "the only server of the type has no tenant", {},
            [](World &w) { w.application("Email", "emailserver"); }},
        {"tenant-uncovered", "the only server of the type with a tenant is a backup", {},
            [](World &w) {
                w.application("Email", "emailserver").backup("Email_B");
                w.application("Email_B", "emailserver").tenant("Acme");
            }},
        {"tenant-uncovered", "a disabled customer, and a second enabled one",
            {"advice | tenant Initech | - | type emailserver"},
            [](World &w) {
                w.application("Email", "emailserver").tenant("Acme");
                w.globex.disabled();
                w.tenant("Initech");
            }},
        {"tenant-uncovered", "one enabled customer", {},
            [](World &w) {
                w.application("Email", "emailserver").tenant("Environment");
                w.globex.disabled();
            }},
        {"tenant-uncovered", "Environment's server makes the type one that is used",
            {"advice | tenant Acme | - | type emailserver",
                "advice | tenant Globex | - | type emailserver"},
            [](World &w) { w.application("Email", "emailserver").tenant("Environment"); }},

        // --- tserver-tenants ---
        {"tserver-tenants", "a T-Server with two tenants",
            {"error | application Voice | Acme, Globex | -"},
            [](World &w) {
                w.application("Voice", "tserver").tenants({"Acme", "Globex"});
            }},
        {"tserver-tenants", "an HA Proxy with two tenants",
            {"error | application Proxy | Acme, Globex | -"},
            [](World &w) {
                w.application("Proxy", "haproxy").tenants({"Acme", "Globex"});
            }},
        {"tserver-tenants", "one tenant", {},
            [](World &w) { w.application("Voice", "tserver").tenant("Acme"); }},
        {"tserver-tenants", "an Interaction Server", {},
            [](World &w) {
                w.application("Ixn", "tserver").interactionComponent().tenants({"Acme", "Globex"});
            }},
        {"tserver-tenants", "a type without rule for tenants", {},
            [](World &w) {
                w.application("Stat", "statserver").tenants({"Acme", "Globex"});
            }},
        {"tserver-tenants", "a backup", {},
            [](World &w) {
                w.application("Voice", "tserver").tenant("Acme").backup("Voice_B");
                w.application("Voice_B", "tserver").tenants({"Acme", "Globex"});
            }},

        // --- web-api-tenant-parameter ---
        {"web-api-tenant-parameter", "a Web API Server", {"advice | application Web | - | -"},
            [](World &w) { w.application("Web", "webapiserver").tenant("Acme"); }},
        {"web-api-tenant-parameter", "another type", {},
            [](World &w) { w.application("Chat", "chatserver").tenant("Acme"); }},
        {"web-api-tenant-parameter", "only the primary of a pair",
            {"advice | application Web | - | -"},
            [](World &w) {
                w.application("Web", "webapiserver").backup("Web_B");
                w.application("Web_B", "webapiserver");
            }},
    };
}
