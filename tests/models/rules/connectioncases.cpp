// SPDX-License-Identifier: Apache-2.0
#include "tests/models/rules/rulecase.h"

std::vector<RuleCase> connectionCases()
{
    return {
        // --- connection-port-unknown ---
        {"connection-port-unknown", "an id that the target doesn't declare",
            {"warning | application A | - | application B"},
            [](World &w) {
                w.application("A", "statserver").connect("B", "admin");
                w.application("B", "statserver").port("default", 4000);
            }},
        {"connection-port-unknown", "the default id",
            {"warning | application A | - | application B"},
            [](World &w) {
                w.application("A", "statserver").connect("B", "default");
                w.application("B", "statserver").port("admin", 4000).port("web", 4001);
            }},
        {"connection-port-unknown", "ids that it declares", {},
            [](World &w) {
                w.application("A", "statserver").connect("B", "admin").connect("B", "default");
                w.application("B", "statserver").port("default", 4000).port("admin").port("web", 1);
            }},
        {"connection-port-unknown", "another case", {"warning | application A | - | application B"},
            [](World &w) {
                w.application("A", "statserver").connect("B", "Default");
                w.application("B", "statserver").port("default", 4000);
            }},
        {"connection-port-unknown", "a port without id",
            {"warning | application A | - | application B"},
            [](World &w) {
                w.application("A", "statserver").connect("B", "default");
                w.application("B", "statserver").port("", 4000);
            }},
        {"connection-port-unknown", "per connection: two findings of one key",
            {"warning | application A | - | application B",
                "warning | application A | - | application B"},
            [](World &w) {
                w.application("A", "statserver").connect("B", "x").connect("B", "y");
                w.application("B", "statserver").port("default", 4000);
            }},
        {"connection-port-unknown", "to itself", {"warning | application A | - | application A"},
            [](World &w) {
                w.application("A", "statserver").connect("A", "x").port("default", 4000);
            }},
        {"connection-port-unknown", "a connection without port id", {},
            [](World &w) {
                w.application("A", "statserver").connect("B");
                w.application("B", "statserver").port("default", 4000);
            }},
        {"connection-port-unknown", "a target without ports", {},
            [](World &w) {
                w.application("A", "statserver").connect("B", "admin");
                w.application("B", "statserver");
            }},
        {"connection-port-unknown", "a target that nothing defines", {},
            [](World &w) { w.application("A", "statserver").connect("B", "admin"); }},

        // --- connection-no-shared-tenant ---
        {"connection-no-shared-tenant", "two servers of two tenants",
            {"advice | application A | - | application B"},
            [](World &w) {
                w.application("A", "chatserver").tenant("Acme").connect("B");
                w.application("B", "contactserver").tenant("Globex");
            }},
        {"connection-no-shared-tenant", "one in common", {},
            [](World &w) {
                w.application("A", "chatserver").tenants({"Acme", "Environment"}).connect("B");
                w.application("B", "contactserver").tenants({"Globex", "Acme"});
            }},
        {"connection-no-shared-tenant", "a placeholder in common", {},
            [](World &w) {
                w.application("A", "chatserver").tenants({"Acme", "Nowhere"}).connect("B");
                w.application("B", "contactserver").tenants({"Globex", "Nowhere"});
            }},
        {"connection-no-shared-tenant", "per pair, whatever the ports",
            {"advice | application A | - | application B",
                "advice | application A | - | application C"},
            [](World &w) {
                w.application("A", "chatserver")
                    .tenant("Acme")
                    .connect("B", "x")
                    .connect("B", "y")
                    .connect("C");
                w.application("B", "contactserver").tenant("Globex").disabled();
                w.application("C", "tserver").interactionComponent().tenant("Globex");
            }},
        {"connection-no-shared-tenant", "the target has no tenant", {},
            [](World &w) {
                w.application("A", "chatserver").tenant("Acme").connect("B");
                w.application("B", "contactserver");
            }},
        {"connection-no-shared-tenant", "the application has no tenant", {},
            [](World &w) {
                w.application("A", "chatserver").connect("B");
                w.application("B", "contactserver").tenant("Globex");
            }},
        {"connection-no-shared-tenant", "the target is no eServices server", {},
            [](World &w) {
                w.application("A", "chatserver").tenant("Acme").connect("B");
                w.application("B", "statserver").tenant("Globex");
            }},
        {"connection-no-shared-tenant", "the application is no eServices server", {},
            [](World &w) {
                w.application("A", "statserver").tenant("Acme").connect("B");
                w.application("B", "contactserver").tenant("Globex");
            }},
        {"connection-no-shared-tenant", "a target that nothing defines", {},
            [](World &w) { w.application("A", "chatserver").tenant("Acme").connect("B"); }},
    };
}
