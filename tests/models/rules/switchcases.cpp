// SPDX-License-Identifier: Apache-2.0
#include "tests/models/rules/rulecase.h"

std::vector<RuleCase> switchCases()
{
    return {
        // --- switch-tserver-tenant ---
        {"switch-tserver-tenant", "another tenant's switch",
            {"error | application Voice | Globex | switch S"},
            [](World &w) {
                w.voiceSwitch("Globex", "S");
                w.application("Voice", "tserver").tenant("Acme").link("Globex", "S");
            }},
        {"switch-tserver-tenant", "its own tenant's switch", {},
            [](World &w) {
                w.voiceSwitch("Globex", "S");
                w.application("Voice", "tserver").tenant("Globex").link("Globex", "S");
            }},
        {"switch-tserver-tenant", "per switch, without tenant",
            {"error | application Voice | Acme | switch S",
                "error | application Voice | Acme | switch T",
                "error | application Voice | Globex | switch S"},
            [](World &w) {
                w.multimediaSwitch("Acme", "S");
                w.multimediaSwitch("Acme", "T");
                w.multimediaSwitch("Globex", "S");
                w.application("Voice", "tserver")
                    .link("Acme", "S")
                    .link("Acme", "T")
                    .link("Globex", "S");
            }},
        {"switch-tserver-tenant", "an HA Proxy, and a backup of component Interaction Server",
            {"error | application B | Acme | switch S",
                "error | application Proxy | Acme | switch S"},
            [](World &w) {
                w.voiceSwitch("Acme", "S");
                w.application("Proxy", "haproxy").link("Acme", "S");
                w.application("A", "tserver").backup("B");
                w.application("B", "tserver").interactionComponent().link("Acme", "S");
            }},
        {"switch-tserver-tenant", "a tenant that nothing defines",
            {"error | application Voice | Nowhere | switch S"},
            [](World &w) {
                w.voiceSwitch("Nowhere", "S");
                w.application("Voice", "tserver").tenant("Acme").link("Nowhere", "S");
            }},
        {"switch-tserver-tenant", "a switch that nothing defines", {},
            [](World &w) { w.application("Voice", "tserver").tenant("Acme").link("Globex", "S"); }},
        {"switch-tserver-tenant", "another type", {},
            [](World &w) {
                w.voiceSwitch("Globex", "S");
                w.application("Stat", "statserver").tenant("Acme").link("Globex", "S");
            }},

        // --- switch-tserver-many ---
        {"switch-tserver-many", "two voice switches",
            {"error | application Voice | - | switch S, switch T"},
            [](World &w) {
                w.voiceSwitch("Acme", "S");
                w.voiceSwitch("Acme", "T");
                w.application("Voice", "tserver").link("Acme", "S").link("Acme", "T");
            }},
        {"switch-tserver-many", "one is multimedia",
            {"error | application Voice | - | switch S, switch T"},
            [](World &w) {
                w.voiceSwitch("Acme", "S");
                w.multimediaSwitch("Acme", "T");
                w.application("Voice", "tserver").link("Acme", "S").link("Acme", "T");
            }},
        {"switch-tserver-many", "all are multimedia", {},
            [](World &w) {
                w.multimediaSwitch("Acme", "S");
                w.multimediaSwitch("Acme", "T");
                w.application("Voice", "tserver").link("Acme", "S").link("Acme", "T");
            }},
        {"switch-tserver-many", "one of the two is not defined",
            {"error | application Voice | - | switch S, switch T"},
            [](World &w) {
                w.voiceSwitch("Acme", "S");
                w.application("Voice", "tserver").link("Acme", "S").link("Acme", "T");
            }},
        {"switch-tserver-many", "multimedia, and one that may be", {},
            [](World &w) {
                w.multimediaSwitch("Acme", "S");
                w.application("Voice", "tserver").link("Acme", "S").link("Acme", "T");
            }},
        {"switch-tserver-many", "one voice switch, linked twice", {},
            [](World &w) {
                w.voiceSwitch("Acme", "S");
                w.application("Voice", "tserver").link("Acme", "S").link("Acme", "S");
            }},
        {"switch-tserver-many", "another type", {},
            [](World &w) {
                w.voiceSwitch("Acme", "S");
                w.voiceSwitch("Acme", "T");
                w.application("Stat", "statserver").link("Acme", "S").link("Acme", "T");
            }},

        // --- switch-on-wrong-type ---
        {"switch-on-wrong-type", "an Interaction Server",
            {"error | application Ixn | - | switch S"},
            [](World &w) {
                w.multimediaSwitch("Acme", "S");
                w.application("Ixn", "interactionserver").tenant("Acme").link("Acme", "S");
            }},
        {"switch-on-wrong-type", "all switches, defined or not; a type that nobody knows",
            {"error | application A | - | switch S, switch T"},
            [](World &w) {
                w.voiceSwitch("Acme", "S");
                w.application("A", "TServer").link("Acme", "S").link("Acme", "T");
            }},
        {"switch-on-wrong-type", "a T-Server and an HA Proxy", {},
            [](World &w) {
                w.voiceSwitch("Acme", "S");
                w.application("Voice", "tserver").tenant("Acme").link("Acme", "S");
                w.application("Proxy", "haproxy").tenant("Acme").link("Acme", "S");
            }},
        {"switch-on-wrong-type", "no switch", {},
            [](World &w) {
                w.multimediaSwitch("Acme", "S");
                w.application("Ixn", "interactionserver").tenant("Acme");
            }},
    };
}
