// SPDX-License-Identifier: Apache-2.0
#include "tests/models/rules/rulecase.h"

std::vector<RuleCase> chatCases()
{
    return {
        // --- chat-endpoint-missing ---
        {"chat-endpoint-missing", "per tenant without its section",
            {"warning | application C | Acme | -", "warning | application C | Globex | -"},
            [](World &w) {
                w.application("C", "chatserver").tenants({"Acme", "Globex"}).section("settings");
            }},
        {"chat-endpoint-missing", "a disabled backup too", {"warning | application B | Acme | -"},
            [](World &w) {
                w.application("A", "chatserver").tenant("Acme").backup("B");
                w.application("B", "chatserver").tenant("Acme").section("settings").disabled();
            }},
        {"chat-endpoint-missing", "leading zeros are another name",
            {"warning | application C | Acme | -"},
            [](World &w) {
                w.application("C", "chatserver").tenant("Acme").section("endpoints:0101");
            }},
        {"chat-endpoint-missing", "the section is there", {},
            [](World &w) {
                w.application("C", "chatserver").tenant("Acme").section("endpoints:101");
            }},
        {"chat-endpoint-missing", "no option sections at all", {},
            [](World &w) { w.application("C", "chatserver").tenant("Acme"); }},
        {"chat-endpoint-missing", "a DBID that isn't known", {},
            [](World &w) {
                w.tenant("New");
                w.application("C", "chatserver").tenants({"New", "Undefined"}).section("settings");
            }},
        {"chat-endpoint-missing", "another type", {},
            [](World &w) { w.application("C", "emailserver").tenant("Acme").section("settings"); }},

        // --- chat-endpoint-stray ---
        {"chat-endpoint-stray", "of a tenant that isn't on the list",
            {"warning | application C | - | option-section endpoints:102"},
            [](World &w) {
                w.application("C", "chatserver")
                    .tenant("Acme")
                    .section("endpoints:101")
                    .section("endpoints:102");
            }},
        {"chat-endpoint-stray", "of nobody, however long",
            {"warning | application C | - | option-section endpoints:0",
                "warning | application C | - | option-section endpoints:99999999999999999999"},
            [](World &w) {
                w.application("C", "chatserver")
                    .section("endpoints:0")
                    .section("endpoints:99999999999999999999");
            }},
        {"chat-endpoint-stray", "a number is a number", {},
            [](World &w) {
                w.application("C", "chatserver").tenant("Acme").section("endpoints:00101");
            }},
        {"chat-endpoint-stray", "no number", {},
            [](World &w) {
                w.application("C", "chatserver")
                    .section("endpoints:")
                    .section("endpoints:x")
                    .section("endpoints: 7")
                    .section("Endpoints:7")
                    .section("endpoints:+7");
            }},
        {"chat-endpoint-stray", "another type", {},
            [](World &w) { w.application("C", "capturepoint").section("endpoints:102"); }},

        // --- chat-backup-connected ---
        {"chat-backup-connected", "per pair, whatever the number of connections",
            {"warning | application I | - | application B",
                "warning | application W | - | application B"},
            [](World &w) {
                w.application("A", "chatserver").backup("B");
                w.application("B", "chatserver");
                w.application("I", "interactionserver").connect("B", "x").connect("B", "y");
                w.application("W", "webapiserver").connect("B");
            }},
        {"chat-backup-connected", "the primary", {},
            [](World &w) {
                w.application("A", "chatserver").backup("B");
                w.application("B", "chatserver");
                w.application("W", "webapiserver").connect("A");
            }},
        {"chat-backup-connected", "who names itself is no backup", {},
            [](World &w) {
                w.application("B", "chatserver").backup("B");
                w.application("W", "webapiserver").connect("B");
            }},
        {"chat-backup-connected", "other clients", {},
            [](World &w) {
                w.application("A", "chatserver").backup("B");
                w.application("B", "chatserver");
                w.application("S", "statserver").connect("B");
                w.application("I", "tserver").interactionComponent().connect("B");
            }},
        {"chat-backup-connected", "backups of other types", {},
            [](World &w) {
                w.application("A", "emailserver").backup("B");
                w.application("B", "emailserver");
                w.application("W", "webapiserver").connect("B");
            }},

        // --- chat-warm-standby ---
        {"chat-warm-standby", "from 8.5.0", {"advice | application A | - | application B"},
            [](World &w) {
                w.application("A", "chatserver").release("8.5.001.05").backup("B");
                w.application("B", "chatserver");
            }},
        {"chat-warm-standby", "a backup that nothing defines, and itself",
            {"advice | application A | - | application A",
                "advice | application C | - | application Undefined"},
            [](World &w) {
                w.application("A", "chatserver").release("9.0.0").backup("A");
                w.application("C", "chatserver").release("8.5.1").backup("Undefined");
            }},
        {"chat-warm-standby", "before 8.5.0", {},
            [](World &w) {
                w.application("A", "chatserver").release("8.1.400.12").backup("B");
                w.application("B", "chatserver");
            }},
        {"chat-warm-standby", "a release that isn't known", {},
            [](World &w) {
                w.application("A", "chatserver").release("8.5").backup("B");
                w.application("B", "chatserver");
            }},
        {"chat-warm-standby", "no backup", {},
            [](World &w) { w.application("A", "chatserver").release("8.5.1"); }},
    };
}
