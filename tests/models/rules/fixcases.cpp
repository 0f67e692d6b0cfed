// SPDX-License-Identifier: Apache-2.0
#include "tests/models/rules/fixcase.h"

std::vector<FixCase> fixCases()
{
    return {
        // --- Tenants ---
        {"tenant-none", "one fix for each enabled customer",
            {"Assign Acme to Chat", "Assign Globex to Chat"},
            {"Chat: tenant is Acme", "Chat_B: tenant is Acme"}, {},
            [](World &w) {
                w.tenant("Initech").disabled();
                w.application("Chat", "chatserver").backup("Chat_B").redundancy(Redundancy::Warm);
                w.application("Chat_B", "chatserver");
            }},
        {"tenant-none", "nobody knows a customer", {}, {}, {},
            [](World &w) {
                w.acme.disabled();
                w.globex.disabled();
                w.application("Chat", "chatserver");
            }},
        {"tenant-exclusive", "the other tenant keeps its other server",
            {"Keep only Globex on Email_1", "Keep only Acme on Email_1",
                "Split Email_1 into 2 instances, one for each tenant"},
            {"Email_1: tenant is Globex"}, {},
            [](World &w) {
                w.host("host-1");
                w.application("Email_2", "emailserver").tenant("Acme");
                w.application("Email_1", "emailserver")
                    .tenants({"Acme", "Globex"})
                    .host("host-1")
                    .port("default", 4420);
            }},
        {"tenant-web-api-unbalanced", "marked, split, or left to one",
            {"Mark Web as load balanced", "Split Web into 2 instances, one for each tenant",
                "Keep only Acme on Web", "Keep only Globex on Web"},
            {"Web: is load balanced"},
            {"web-api-tenant-parameter: Clients of Web must send the tenant parameter with every request."},
            [](World &w) {
                w.application("Web", "webapiserver").tenants({"Acme", "Globex"});
            }},
        {"tenant-social-undecided", "the setting, split, or left to one",
            {"Record the reading that Social Messaging Servers may have several tenants",
                "Split Social into 2 instances, one for each tenant", "Keep only Acme on Social",
                "Keep only Globex on Social"},
            {"several tenants of a Social Messaging Server are allowed"}, {},
            [](World &w) {
                w.application("Social", "socialms").tenants({"Acme", "Globex"});
            }},
        {"tserver-tenants", "left to one", {"Keep only Acme on T", "Keep only Globex on T"},
            {"T: tenant is Acme"}, {},
            [](World &w) {
                w.application("T", "tserver").tenants({"Acme", "Globex"});
            }},
        {"tserver-tenants", "rather to the tenant of its switch",
            {"Keep only Globex on T", "Keep only Acme on T"}, {"T: tenant is Globex"}, {},
            [](World &w) {
                w.voiceSwitch("Globex", "Voice");
                w.application("T", "tserver").tenants({"Acme", "Globex"}).link("Globex", "Voice");
            }},
        {"tenant-uncovered", "an instance like the one that is there",
            {"Add “Email_2”, like Email, for Globex"},
            {"Email_2 is added", "Email_2: type is E-mail Server", "Email_2: release is “8.1.4”",
                "Email_2: tenant is Globex", "Email_2: connects to UCS by port “default”",
                "Email_2: runs on host-1", "Email_2: listens on port 4421 (“default”)",
                "Email_2: option email/size is “10”"},
            {},
            [](World &w) {
                w.host("host-1");
                w.application("UCS", "contactserver").tenants({"Acme", "Globex"});
                w.application("Email", "emailserver")
                    .tenant("Acme")
                    .release("8.1.4")
                    .host("host-1")
                    .port("default", 4420)
                    .connect("UCS", "default")
                    .option("email", "size", "10");
            }},
        {"tenant-uncovered", "its own name goes where the other one's stood",
            {"Add “Email_2”, like Email, for Globex"},
            {"Email_2 is added", "Email_2: type is E-mail Server", "Email_2: tenant is Globex",
                "Email_2: working directory is “/opt/Email_2/Email_2”",
                "Email_2: command line is “/opt/Email_2/email.sh”",
                "Email_2: arguments is “-host Email-host -app Email_2 -log Email2.log”",
                "Email_2: option email/signature is “Email”, option log/all is “stdout, /var/log/Email_2/Email_2.log” and option log/verbose is “all”"},
            {},
            [](World &w) {
                auto &email = w.application("Email", "emailserver").tenant("Acme");
                email.record.workingDirectory = QStringLiteral("/opt/Email/Email");
                email.record.commandLine = QStringLiteral("/opt/Email/email.sh");
                email.record.arguments =
                    QStringLiteral("-host Email-host -app Email -log Email2.log");
                email.option("log", "all", "stdout, /var/log/Email/Email.log")
                    .option("log", "verbose", "all")
                    .option("email", "signature", "Email");
            }},
        {"ucs-shared-tenant", "left to one of them", {"Leave Acme to UCS_2", "Leave Acme to UCS_1"},
            {"UCS_1: tenant is Globex"}, {},
            [](World &w) {
                w.application("UCS_1", "contactserver").tenants({"Acme", "Globex"});
                w.application("UCS_2", "contactserver").tenant("Acme");
            }},
        {"capture-point-tenant-unserved", "assigned to any of its Interaction Servers",
            {"Assign Acme to Ixn_1", "Assign Acme to Ixn_2"},
            {"Ixn_1: tenants are Acme and Globex"}, {},
            [](World &w) {
                w.application("Ixn_1", "interactionserver").tenant("Globex").release("8.1.4");
                w.application("Ixn_2", "interactionserver").tenant("Globex").release("8.1.4");
                w.application("Capture", "capturepoint")
                    .connect("Ixn_1")
                    .connect("Ixn_2")
                    .option("settings", "TenantId", "101");
            }},
        {"tenant-cycle", "any of them gives up its parent", {"Clear the parent of Acme"},
            {"Acme: parent tenant is empty"}, {},
            [](World &w) {
                w.acme.parent("Globex");
                w.globex.parent("Acme");
            }},
        // --- Interaction Server ---
        {"interaction-server-type", "a new object takes its place, and its backup's",
            {"Replace Ixn by a new object of type Interaction Server"},
            {"Ixn is removed", "Ixn_B is removed", "Chat: connects to Ixn by port “default”",
                "Ixn_B is added", "Ixn_B: type is Interaction Server", "Ixn_B: release is “8.1.4”",
                "Ixn_B: tenants are Acme and Globex", "Ixn is added",
                "Ixn: type is Interaction Server", "Ixn: release is “8.1.4”",
                "Ixn: tenants are Acme and Globex", "Ixn: listens on port 4420 (“default”)",
                "Ixn: redundancy is warm", "Ixn: backup server is Ixn_B"},
            {},
            [](World &w) {
                w.multimediaSwitch("Acme", "MM");
                w.application("Ixn", "tserver")
                    .interactionComponent()
                    .tenants({"Acme", "Globex"})
                    .release("8.1.4")
                    .link("Acme", "MM")
                    .backup("Ixn_B")
                    .redundancy(Redundancy::Warm)
                    .port("default", 4420)
                    .dbid(301);
                w.application("Ixn_B", "tserver")
                    .interactionComponent()
                    .tenants({"Acme", "Globex"})
                    .release("8.1.4")
                    .link("Acme", "MM");
                w.application("Chat", "chatserver")
                    .tenants({"Acme", "Globex"})
                    .connect("Ixn", "default");
            }},
        {"interaction-server-suspected", "declared to be one",
            {"Declare T to be an Interaction Server"}, {"T: component is Interaction Server"},
            {"interaction-server-type: T is an Interaction Server of type T-Server and serves Acme; with several tenants in the document the type Interaction Server is the one to use."},
            [](World &w) {
                w.multimediaSwitch("Acme", "MM");
                w.application("T", "tserver").tenant("Acme").release("8.1.4").link("Acme", "MM");
            }},
        {"interaction-server-no-switch", "a switch of its tenant", {"Link Ixn to MM of Acme"},
            {"Ixn: is linked to MM"}, {},
            [](World &w) {
                w.globex.disabled();
                w.multimediaSwitch("Acme", "MM");
                w.multimediaSwitch("Globex", "MM");
                w.voiceSwitch("Acme", "Voice");
                w.application("Ixn", "tserver")
                    .interactionComponent()
                    .tenant("Acme")
                    .release("8.1.4");
            }},
        {"interaction-server-no-switch", "its tenant has none", {}, {}, {},
            [](World &w) {
                w.multimediaSwitch("Globex", "MM");
                w.application("Ixn", "tserver").interactionComponent().tenant("Acme");
            }},
        {"interaction-server-no-switch", "it is linked to another kind of switch",
            {"Link Ixn to MM of Acme instead"}, {"Ixn: is linked to MM"}, {},
            [](World &w) {
                w.globex.disabled();
                w.multimediaSwitch("Acme", "MM");
                w.voiceSwitch("Acme", "Voice");
                w.application("Ixn", "tserver")
                    .interactionComponent()
                    .tenant("Acme")
                    .release("8.1.4")
                    .link("Acme", "Voice");
            }},
        // --- Names, references ---
        {"name-duplicate", "the second one is renamed", {"Rename the second one to “host-2”"},
            {"host-1: name is “host-2”"}, {},
            [](World &w) {
                w.host("host-1");
                w.host("host-1").address("10.0.0.1");
            }},
        {"dbid-duplicate", "cleared of the second one", {"Clear the DBID of all but host-1"},
            {"host-2: DBID is empty"}, {},
            [](World &w) {
                w.host("host-1").dbid(7);
                w.host("host-2").dbid(7);
            }},
        {"reference-undefined", "a host is defined", {"Define host-1"}, {"host-1 is defined"}, {},
            [](World &w) { w.application("Stat", "statserver").host("host-1"); }},
        {"reference-undefined", "a tenant is defined", {"Define Initech"}, {"Initech is defined"},
            {}, [](World &w) { w.application("Chat", "chatserver").tenant("Initech"); }},
        {"reference-undefined", "nobody knows the type of an application", {}, {}, {},
            [](World &w) { w.application("Stat", "statserver").connect("Nowhere"); }},
        {"reference-disabled", "enable the one, disable the other",
            {"Enable host-1", "Disable Stat"}, {"host-1: is enabled"}, {},
            [](World &w) {
                w.host("host-1").disabled();
                w.application("Stat", "statserver").host("host-1");
            }},
        // --- Backups ---
        {"backup-mismatch", "either takes over from the other",
            {"Copy tenants and connections from Chat to its backup Chat_B",
                "Copy tenants and connections from the backup Chat_B to Chat"},
            {"Chat_B: tenants are Acme and Globex", "Chat_B: connects to UCS by port “default”"},
            {},
            [](World &w) {
                w.application("UCS", "contactserver").tenants({"Acme", "Globex"});
                w.application("Chat", "chatserver")
                    .tenants({"Acme", "Globex"})
                    .connect("UCS", "default")
                    .backup("Chat_B")
                    .redundancy(Redundancy::Warm);
                w.application("Chat_B", "chatserver").tenant("Acme");
            }},
        {"backup-shared", "left to one of them",
            {"Leave C as the backup of A", "Leave C as the backup of B"},
            {"B: backup server is empty"}, {},
            [](World &w) {
                w.application("A", "statserver").backup("C").redundancy(Redundancy::Cold);
                w.application("B", "statserver").backup("C").redundancy(Redundancy::Cold);
                w.application("C", "statserver");
            }},
        {"backup-self", "cleared", {"Clear the backup server of A"}, {"A: backup server is empty"},
            {"redundancy-without-backup: A has redundancy warm, but no backup server; it needs one."},
            [](World &w) {
                w.application("A", "statserver").backup("A").redundancy(Redundancy::Warm);
            }},
        {"backup-chain", "cleared of the backup", {"Clear the backup server of B"},
            {"B: backup server is empty"}, {},
            [](World &w) {
                w.application("A", "statserver").backup("B").redundancy(Redundancy::Cold);
                w.application("B", "statserver").backup("C").redundancy(Redundancy::Cold);
                w.application("C", "statserver");
            }},
        {"redundancy-without-backup", "none", {"Set the redundancy of A to none"},
            {"A: redundancy is none"}, {},
            [](World &w) { w.application("A", "statserver").redundancy(Redundancy::Hot); }},
        {"backup-without-redundancy", "a redundancy, or no backup",
            {"Set the redundancy of A to warm", "Set the redundancy of A to hot",
                "Set the redundancy of A to cold", "Clear the backup server of A"},
            {"A: redundancy is warm"}, {},
            [](World &w) {
                w.application("A", "statserver").backup("B");
                w.application("B", "statserver");
            }},
        // --- Switches ---
        {"switch-tserver-tenant", "without a tenant it may be assigned",
            {"Assign Acme to T", "Unlink Voice from T"}, {"T: tenant is Acme"}, {},
            [](World &w) {
                w.voiceSwitch("Acme", "Voice");
                w.application("T", "tserver").link("Acme", "Voice");
            }},
        {"switch-tserver-tenant", "with one it is unlinked",
            {"Unlink Voice from T", "Assign Acme to T in place of Globex"},
            {"T: linked switches: none"}, {},
            [](World &w) {
                w.voiceSwitch("Acme", "Voice");
                w.application("T", "tserver").tenant("Globex").link("Acme", "Voice");
            }},
        {"switch-tserver-many", "left linked to one",
            {"Leave T linked to Voice_1 only", "Leave T linked to Voice_2 only"},
            {"T: is linked to Voice_1"}, {},
            [](World &w) {
                w.voiceSwitch("Acme", "Voice_1");
                w.voiceSwitch("Acme", "Voice_2");
                w.application("T", "tserver")
                    .tenant("Acme")
                    .link("Acme", "Voice_1")
                    .link("Acme", "Voice_2");
            }},
        {"switch-on-wrong-type", "unlinked", {"Unlink all switches from Stat"},
            {"Stat: linked switches: none"}, {},
            [](World &w) {
                w.voiceSwitch("Acme", "Voice");
                w.application("Stat", "statserver").link("Acme", "Voice");
            }},
        // --- Ports, connections ---
        {"port-conflict", "one of them moves to the next free number",
            {"Move B to port 4422", "Move A to port 4422"}, {"B: listens on port 4422 (“default”)"},
            {},
            [](World &w) {
                w.host("host-1");
                w.application("A", "statserver").host("host-1").port("default", 4420);
                w.application("B", "statserver").host("host-1").port("default", 4420);
                w.application("C", "statserver").host("host-1").port("default", 4421);
            }},
        {"connection-port-unknown", "any port that is declared, the default one first",
            {"Connect B to the port “default” of A", "Connect B to the port “admin” of A"},
            {"B: connects to A by port “default”"}, {},
            [](World &w) {
                w.application("A", "statserver").port("admin", 4420).port("default", 4421);
                w.application("B", "statserver").connect("A", "web");
            }},
        {"web-api-no-scs", "connected to the one there is", {"Connect Web to SCS"},
            {"Web: connects to SCS by port “default”, Stat_1 and Stat_2"},
            {"web-api-tenant-parameter: Clients of Web must send the tenant parameter with every request."},
            [](World &w) {
                w.application("SCS", "scs").port("default", 7070);
                w.application("Stat_1", "statserver");
                w.application("Stat_2", "statserver");
                w.application("Web", "webapiserver")
                    .tenant("Acme")
                    .connect("Stat_1")
                    .connect("Stat_2");
            }},
        {"web-api-no-scs", "there is none", {}, {}, {},
            [](World &w) {
                w.application("Stat_1", "statserver");
                w.application("Stat_2", "statserver");
                w.application("Web", "webapiserver")
                    .tenant("Acme")
                    .connect("Stat_1")
                    .connect("Stat_2");
            }},
        {"chat-backup-connected", "the primary instead, or none",
            {"Connect Web to the primary Chat instead", "Disconnect Web from Chat_B"},
            {"Web: connects to Chat"},
            {"web-api-tenant-parameter: Clients of Web must send the tenant parameter with every request."},
            [](World &w) {
                w.application("Chat", "chatserver")
                    .tenant("Acme")
                    .backup("Chat_B")
                    .redundancy(Redundancy::Warm);
                w.application("Chat_B", "chatserver").tenant("Acme");
                w.application("Web", "webapiserver").tenant("Acme").connect("Chat_B");
            }},
        // --- Chat endpoints ---
        {"chat-endpoint-missing", "like those of another tenant",
            {"Add a section endpoints:102 to Chat, like the one of another tenant"},
            {"Chat: option endpoints:101/default is “Chat In” and option endpoints:102/default is “Chat In”"},
            {},
            [](World &w) {
                w.application("Chat", "chatserver")
                    .tenants({"Acme", "Globex"})
                    .option("endpoints:101", "default", "Chat In");
            }},
        {"chat-endpoint-missing", "nothing to take as a model",
            {"Add an empty section endpoints:101 to Chat"},
            {"Chat: has option section “endpoints:101” and option log/level is “all”"}, {},
            [](World &w) {
                w.application("Chat", "chatserver").tenant("Acme").option("log", "level", "all");
            }},
        {"chat-endpoint-stray", "removed", {"Remove the section “endpoints:103” from Chat"},
            {"Chat: option endpoints:101/default is “Chat In”"}, {},
            [](World &w) {
                w.application("Chat", "chatserver")
                    .tenant("Acme")
                    .option("endpoints:101", "default", "Chat In")
                    .option("endpoints:103", "default", "Chat In");
            }},
    };
}
