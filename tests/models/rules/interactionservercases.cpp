// SPDX-License-Identifier: Apache-2.0
#include "tests/models/rules/rulecase.h"

std::vector<RuleCase> interactionServerCases()
{
    return {
        // --- interaction-server-type ---
        {"interaction-server-type", "two tenants", {"error | application Ixn | Acme, Globex | -"},
            [](World &w) {
                w.application("Ixn", "tserver").interactionComponent().tenants({"Acme", "Globex"});
            }},
        {"interaction-server-type", "one tenant, two enabled customers",
            {"warning | application Ixn | Acme | -"},
            [](World &w) {
                w.application("Ixn", "tserver").interactionComponent().tenant("Acme");
            }},
        {"interaction-server-type", "one tenant, one enabled customer", {},
            [](World &w) {
                w.globex.disabled();
                w.application("Ixn", "tserver").interactionComponent().tenant("Acme");
            }},
        {"interaction-server-type", "a placeholder is no customer", {},
            [](World &w) {
                w.globex.disabled();
                w.application("Ixn", "tserver").interactionComponent().tenant("Acme");
                w.application("Chat", "chatserver").tenant("Nowhere");
            }},
        {"interaction-server-type", "customers count as objects, not as names",
            {"warning | application Ixn | Acme | -"},
            [](World &w) {
                w.globex.disabled();
                w.tenant("Acme");
                w.application("Ixn", "tserver").interactionComponent().tenant("Acme");
            }},
        {"interaction-server-type", "two tenants, one enabled customer",
            {"error | application Ixn | Acme, Globex | -"},
            [](World &w) {
                w.globex.disabled();
                w.application("Ixn", "tserver").interactionComponent().tenants({"Acme", "Globex"});
            }},
        {"interaction-server-type", "no tenant", {},
            [](World &w) { w.application("Ixn", "tserver").interactionComponent(); }},
        {"interaction-server-type", "no component", {},
            [](World &w) {
                w.application("Ixn", "tserver").tenants({"Acme", "Globex"});
            }},
        {"interaction-server-type", "the type Interaction Server", {},
            [](World &w) {
                w.application("Ixn", "interactionserver").tenants({"Acme", "Globex"});
            }},
        {"interaction-server-type", "a backup", {},
            [](World &w) {
                w.application("Ixn", "tserver").interactionComponent().backup("Ixn_B");
                w.application("Ixn_B", "tserver")
                    .interactionComponent()
                    .tenants({"Acme", "Globex"});
            }},

        // --- switch-ambiguous ---
        {"switch-ambiguous", "a tenant with two multimedia switches",
            {"warning | application Ixn | Acme | switch MM_1, switch MM_2"},
            [](World &w) {
                w.multimediaSwitch("Acme", "MM_1");
                w.multimediaSwitch("Acme", "MM_2");
                w.application("Ixn", "interactionserver").tenants({"Acme", "Globex"});
            }},
        {"switch-ambiguous", "whatever their state",
            {"warning | application Ixn | Acme | switch MM_1, switch MM_2"},
            [](World &w) {
                w.multimediaSwitch("Acme", "MM_1");
                w.multimediaSwitch("Acme", "MM_2").disabled();
                w.application("Ixn", "interactionserver").tenant("Acme");
            }},
        {"switch-ambiguous", "per tenant",
            {"warning | application Ixn | Acme | switch MM_1, switch MM_2",
                "warning | application Ixn | Globex | switch MM_1, switch MM_3"},
            [](World &w) {
                w.multimediaSwitch("Acme", "MM_1");
                w.multimediaSwitch("Acme", "MM_2");
                w.multimediaSwitch("Globex", "MM_1");
                w.multimediaSwitch("Globex", "MM_3");
                w.application("Ixn", "interactionserver").tenants({"Acme", "Globex"});
            }},
        {"switch-ambiguous", "one of the two is a voice switch", {},
            [](World &w) {
                w.multimediaSwitch("Acme", "MM_1");
                w.voiceSwitch("Acme", "Voice");
                w.application("Ixn", "interactionserver").tenant("Acme");
            }},
        {"switch-ambiguous", "the office of one is not defined", {},
            [](World &w) {
                w.multimediaSwitch("Acme", "MM_1");
                w.switchOf("Acme", "MM_2", "Nowhere");
                w.application("Ixn", "interactionserver").tenant("Acme");
            }},
        {"switch-ambiguous", "one each", {},
            [](World &w) {
                w.multimediaSwitch("Acme", "MM_1");
                w.multimediaSwitch("Globex", "MM_2");
                w.application("Ixn", "interactionserver").tenants({"Acme", "Globex"});
            }},
        {"switch-ambiguous", "a tenant that is not on the list", {},
            [](World &w) {
                w.multimediaSwitch("Acme", "MM_1");
                w.multimediaSwitch("Acme", "MM_2");
                w.application("Ixn", "interactionserver").tenant("Globex");
            }},
        {"switch-ambiguous", "another type", {},
            [](World &w) {
                w.multimediaSwitch("Acme", "MM_1");
                w.multimediaSwitch("Acme", "MM_2");
                w.application("Ixn", "tserver").interactionComponent().tenant("Acme");
            }},
        {"switch-ambiguous", "a backup", {},
            [](World &w) {
                w.multimediaSwitch("Acme", "MM_1");
                w.multimediaSwitch("Acme", "MM_2");
                w.application("Ixn", "interactionserver").backup("Ixn_B");
                w.application("Ixn_B", "interactionserver").tenant("Acme");
            }},

        // --- interaction-server-suspected ---
        {"interaction-server-suspected", "a T-Server of a multimedia switch",
            {"advice | application Voice | - | -"},
            [](World &w) {
                w.multimediaSwitch("Acme", "MM");
                w.application("Voice", "tserver").link("Acme", "MM");
            }},
        {"interaction-server-suspected", "a backup too",
            {"advice | application Voice | - | -", "advice | application Voice_B | - | -"},
            [](World &w) {
                w.multimediaSwitch("Acme", "MM");
                w.application("Voice", "tserver").link("Acme", "MM").backup("Voice_B");
                w.application("Voice_B", "tserver").link("Acme", "MM");
            }},
        {"interaction-server-suspected", "the component says it", {},
            [](World &w) {
                w.multimediaSwitch("Acme", "MM");
                w.application("Voice", "tserver").interactionComponent().link("Acme", "MM");
            }},
        {"interaction-server-suspected", "a voice switch", {},
            [](World &w) {
                w.voiceSwitch("Acme", "Voice");
                w.application("Voice", "tserver").link("Acme", "Voice");
            }},
        {"interaction-server-suspected", "a switch that nothing defines", {},
            [](World &w) { w.application("Voice", "tserver").link("Acme", "Nowhere"); }},
        {"interaction-server-suspected", "an HA Proxy", {},
            [](World &w) {
                w.multimediaSwitch("Acme", "MM");
                w.application("Proxy", "haproxy").link("Acme", "MM");
            }},

        // --- interaction-server-no-switch ---
        {"interaction-server-no-switch", "no switch", {"warning | application Ixn | - | -"},
            [](World &w) { w.application("Ixn", "tserver").interactionComponent(); }},
        {"interaction-server-no-switch", "a voice switch", {"warning | application Ixn | - | -"},
            [](World &w) {
                w.voiceSwitch("Acme", "Voice");
                w.application("Ixn", "tserver").interactionComponent().link("Acme", "Voice");
            }},
        {"interaction-server-no-switch", "a multimedia switch", {},
            [](World &w) {
                w.voiceSwitch("Acme", "Voice");
                w.multimediaSwitch("Acme", "MM");
                w.application("Ixn", "tserver")
                    .interactionComponent()
                    .link("Acme", "Voice")
                    .link("Acme", "MM");
            }},
        {"interaction-server-no-switch", "a switch that nothing defines may be one", {},
            [](World &w) {
                w.application("Ixn", "tserver").interactionComponent().link("Acme", "Nowhere");
            }},
        {"interaction-server-no-switch", "so may one whose office nothing defines", {},
            [](World &w) {
                w.switchOf("Acme", "MM", "Nowhere");
                w.application("Ixn", "tserver").interactionComponent().link("Acme", "MM");
            }},
        {"interaction-server-no-switch", "the type Interaction Server", {},
            [](World &w) { w.application("Ixn", "interactionserver"); }},
        {"interaction-server-no-switch", "a backup", {},
            [](World &w) {
                w.multimediaSwitch("Acme", "MM");
                w.application("Ixn", "tserver")
                    .interactionComponent()
                    .link("Acme", "MM")
                    .backup("Ixn_B");
                w.application("Ixn_B", "tserver").interactionComponent();
            }},

        // --- interaction-server-release ---
        {"interaction-server-release", "below 7.2", {"warning | application Ixn | - | -"},
            [](World &w) { w.application("Ixn", "interactionserver").release("7.1.902.11"); }},
        {"interaction-server-release", "leading zeros are nothing",
            {"warning | application Ixn | - | -"},
            [](World &w) { w.application("Ixn", "interactionserver").release("07.01.9"); }},
        {"interaction-server-release", "7.2.0", {},
            [](World &w) { w.application("Ixn", "interactionserver").release("7.2.0"); }},
        {"interaction-server-release", "numbers, not texts", {},
            [](World &w) { w.application("Ixn", "interactionserver").release("10.0.0"); }},
        {"interaction-server-release", "a release that can't be told", {},
            [](World &w) { w.application("Ixn", "interactionserver").release("7.1"); }},
        {"interaction-server-release", "under type T-Server", {},
            [](World &w) {
                w.application("Ixn", "tserver").interactionComponent().release("7.1.902.11");
            }},
        {"interaction-server-release", "a backup and a disabled one",
            {"warning | application Ixn | - | -", "warning | application Ixn_B | - | -"},
            [](World &w) {
                w.application("Ixn", "interactionserver")
                    .release("7.1.0")
                    .disabled()
                    .backup("Ixn_B");
                w.application("Ixn_B", "interactionserver").release("7.1.0");
            }},

        // --- release-unknown ---
        {"release-unknown", "none", {"advice | application Ixn | - | -"},
            [](World &w) { w.application("Ixn", "interactionserver"); }},
        {"release-unknown", "an Interaction Server of type T-Server",
            {"advice | application Ixn | - | -"},
            [](World &w) { w.application("Ixn", "tserver").interactionComponent(); }},
        {"release-unknown", "two parts, a third of two or four digits, signs, blanks, letters",
            {"advice | application A | - | -", "advice | application B | - | -",
                "advice | application C | - | -", "advice | application D | - | -",
                "advice | application E | - | -", "advice | application F | - | -"},
            [](World &w) {
                w.application("A", "interactionserver").release("8.1");
                w.application("B", "interactionserver").release("8.1.20");
                w.application("C", "interactionserver").release("8.1.2010");
                w.application("D", "interactionserver").release("8.1.+2");
                w.application("E", "interactionserver").release(" 8.1.2");
                w.application("F", "interactionserver").release("8.x.2");
            }},
        {"release-unknown", "a third of one or three digits; later parts are not looked at", {},
            [](World &w) {
                w.application("A", "interactionserver").release("8.1.2");
                w.application("B", "interactionserver").release("8.1.201.07");
                w.application("C", "interactionserver").release("08.01.201");
                w.application("D", "interactionserver").release("8.1.2.x.");
                w.application("E", "interactionserver").release("99999999999999999999.1.2");
            }},
        {"release-unknown", "another type", {},
            [](World &w) { w.application("Chat", "chatserver"); }},
        {"release-unknown", "a T-Server", {}, [](World &w) { w.application("Voice", "tserver"); }},
    };
}
