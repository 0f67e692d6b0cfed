// SPDX-License-Identifier: Apache-2.0
#include "tests/models/rules/rulecase.h"

std::vector<RuleCase> hostCases()
{
    return {
        // --- host-address-duplicate ---
        {"host-address-duplicate", "of the bearers the first by name",
            {"error | host A | - | host B, host C"},
            [](World &w) {
                w.host("B").address("10.0.0.1");
                w.host("A").address("10.0.0.1").disabled();
                w.host("C").address("10.0.0.1");
            }},
        {"host-address-duplicate", "per address",
            {"error | host A | - | host B", "error | host C | - | host D"},
            [](World &w) {
                w.host("A").address("10.0.0.1");
                w.host("B").address("10.0.0.1");
                w.host("C").address("10.0.0.2");
                w.host("D").address("10.0.0.2");
            }},
        {"host-address-duplicate", "two addresses", {},
            [](World &w) {
                w.host("A").address("10.0.0.1");
                w.host("B").address("10.0.0.2");
            }},
        {"host-address-duplicate", "addresses are texts", {},
            [](World &w) {
                w.host("A").address("10.0.0.1");
                w.host("B").address("10.0.0.01");
                w.host("C").address("10.0.0.1 ");
            }},
        {"host-address-duplicate", "no address", {},
            [](World &w) {
                w.host("A");
                w.host("B");
            }},

        // --- port-conflict ---
        {"port-conflict", "two listeners", {"warning | host H | - | application A, application B"},
            [](World &w) {
                w.host("H");
                w.application("A", "statserver").host("H").port("a", 4000);
                w.application("B", "statserver").host("H").port("b", 4000);
            }},
        {"port-conflict", "two numbers", {},
            [](World &w) {
                w.host("H");
                w.application("A", "statserver").host("H").port("a", 4000);
                w.application("B", "statserver").host("H").port("a", 4001);
            }},
        {"port-conflict", "two hosts", {},
            [](World &w) {
                w.host("H");
                w.host("I");
                w.application("A", "statserver").host("H").port("a", 4000);
                w.application("B", "statserver").host("I").port("a", 4000);
            }},
        {"port-conflict", "no host", {},
            [](World &w) {
                w.application("A", "statserver").port("a", 4000);
                w.application("B", "statserver").port("a", 4000);
            }},
        {"port-conflict", "a host that nothing defines", {},
            [](World &w) {
                w.application("A", "statserver").host("H").port("a", 4000);
                w.application("B", "statserver").host("H").port("a", 4000);
            }},
        {"port-conflict", "one is disabled", {},
            [](World &w) {
                w.host("H");
                w.application("A", "statserver").host("H").port("a", 4000);
                w.application("B", "statserver").host("H").port("a", 4000).disabled();
            }},
        {"port-conflict", "a disabled host is no matter",
            {"warning | host H | - | application A, application B"},
            [](World &w) {
                w.host("H").disabled();
                w.application("A", "statserver").host("H").port("a", 4000);
                w.application("B", "statserver").host("H").port("a", 4000);
            }},
        {"port-conflict", "one application lists the number twice", {},
            [](World &w) {
                w.host("H");
                w.application("A", "statserver").host("H").port("a", 4000).port("b", 4000);
                w.application("B", "statserver").host("H").port("a", 4001);
            }},
        {"port-conflict", "twice, and another one once",
            {"warning | host H | - | application A, application B"},
            [](World &w) {
                w.host("H");
                w.application("A", "statserver").host("H").port("a", 4000).port("b", 4000);
                w.application("B", "statserver").host("H").port("a", 4000);
            }},
        {"port-conflict", "per number: two findings of one key",
            {"warning | host H | - | application A, application B",
                "warning | host H | - | application A, application B"},
            [](World &w) {
                w.host("H");
                w.application("A", "statserver").host("H").port("a", 1).port("b", 65535);
                w.application("B", "statserver").host("H").port("a", 65535).port("b", 1);
            }},
        {"port-conflict", "numbers that are no ports", {},
            [](World &w) {
                w.host("H");
                for (const auto *name : {"A", "B"})
                    w.application(name, "statserver")
                        .host("H")
                        .port("a", 0)
                        .port("b", 65536)
                        .port("c", -1)
                        .port("d");
            }},
    };
}
