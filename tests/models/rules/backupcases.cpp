// SPDX-License-Identifier: Apache-2.0
#include "tests/models/rules/rulecase.h"

std::vector<RuleCase> backupCases()
{
    return {
        // --- backup-mismatch ---
        {"backup-mismatch", "other tenants", {"error | application B | - | application A"},
            [](World &w) {
                w.application("A", "chatserver").tenants({"Acme", "Globex"}).backup("B");
                w.application("B", "chatserver").tenant("Acme");
            }},
        {"backup-mismatch", "the same tenants", {},
            [](World &w) {
                w.application("A", "chatserver").tenants({"Acme", "Globex"}).backup("B");
                w.application("B", "chatserver").tenants({"Globex", "Acme", "Globex"});
            }},
        {"backup-mismatch", "placeholders are tenants like any",
            {"error | application B | - | application A"},
            [](World &w) {
                w.application("A", "chatserver").tenants({"Acme", "Nowhere"}).backup("B");
                w.application("B", "chatserver").tenant("Acme");
            }},
        {"backup-mismatch", "other connections", {"error | application B | - | application A"},
            [](World &w) {
                w.application("Stat", "statserver");
                w.application("A", "chatserver").connect("Stat").backup("B");
                w.application("B", "chatserver");
            }},
        {"backup-mismatch", "more connections", {"error | application B | - | application A"},
            [](World &w) {
                w.application("Stat", "statserver");
                w.application("A", "chatserver").backup("B");
                w.application("B", "chatserver").connect("Stat");
            }},
        {"backup-mismatch", "the same connections, by other ports", {},
            [](World &w) {
                w.application("Stat", "statserver");
                w.application("A", "chatserver").connect("Stat", "a").backup("B");
                w.application("B", "chatserver").connect("Stat", "b").connect("Stat", "c");
            }},
        {"backup-mismatch", "each connects to itself",
            {"error | application B | - | application A"},
            [](World &w) {
                w.application("A", "chatserver").connect("A").backup("B");
                w.application("B", "chatserver").connect("B");
            }},
        {"backup-mismatch", "per pair",
            {"error | application B | - | application A1",
                "error | application B | - | application A3"},
            [](World &w) {
                w.application("A1", "chatserver").tenant("Acme").backup("B");
                w.application("A2", "chatserver").backup("B");
                w.application("A3", "chatserver").tenant("Globex").backup("B").disabled();
                w.application("B", "chatserver");
            }},
        {"backup-mismatch", "a backup that nothing defines", {},
            [](World &w) { w.application("A", "chatserver").tenant("Acme").backup("B"); }},

        // --- backup-type ---
        {"backup-type", "another type", {"error | application B | - | application A"},
            [](World &w) {
                w.application("A", "chatserver").backup("B");
                w.application("B", "contactserver");
            }},
        {"backup-type", "the same type", {},
            [](World &w) {
                w.application("A", "chatserver").backup("B");
                w.application("B", "chatserver");
            }},
        {"backup-type", "two types that nobody knows",
            {"error | application B | - | application A"},
            [](World &w) {
                w.application("A", "one").backup("B");
                w.application("B", "two");
            }},
        {"backup-type", "the component is not the type", {},
            [](World &w) {
                w.application("A", "tserver").interactionComponent().backup("B");
                w.application("B", "tserver");
            }},
        {"backup-type", "a backup that nothing defines", {},
            [](World &w) { w.application("A", "chatserver").backup("B"); }},

        // --- backup-shared ---
        {"backup-shared", "of two", {"error | application B | - | application A1, application A2"},
            [](World &w) {
                w.application("A1", "chatserver").backup("B");
                w.application("A2", "chatserver").backup("B");
                w.application("B", "chatserver");
            }},
        {"backup-shared", "of one", {},
            [](World &w) {
                w.application("A1", "chatserver").backup("B");
                w.application("A2", "chatserver");
                w.application("B", "chatserver");
            }},
        {"backup-shared", "of one other, and its own", {},
            [](World &w) {
                w.application("A1", "chatserver").backup("B");
                w.application("B", "chatserver").backup("B");
            }},
        {"backup-shared", "a backup that nothing defines", {},
            [](World &w) {
                w.application("A1", "chatserver").backup("B");
                w.application("A2", "chatserver").backup("B");
            }},

        // --- backup-self ---
        {"backup-self", "its own backup", {"error | application A | - | -"},
            [](World &w) { w.application("A", "chatserver").backup("A"); }},
        {"backup-self", "another's", {},
            [](World &w) {
                w.application("A", "chatserver").backup("B");
                w.application("B", "chatserver");
            }},
        {"backup-self", "another one of its name", {"error | application A | - | -"},
            [](World &w) {
                // The name means the first.
                w.application("A", "chatserver").backup("A");
                w.application("A", "chatserver").backup("A");
            }},

        // --- backup-chain ---
        {"backup-chain", "a backup of a backup", {"error | application B | - | application C"},
            [](World &w) {
                w.application("A", "chatserver").backup("B");
                w.application("B", "chatserver").backup("C");
                w.application("C", "chatserver");
            }},
        {"backup-chain", "each the other's",
            {"error | application A | - | application B",
                "error | application B | - | application A"},
            [](World &w) {
                w.application("A", "chatserver").backup("B");
                w.application("B", "chatserver").backup("A");
            }},
        {"backup-chain", "one that nothing defines is one",
            {"error | application B | - | application C"},
            [](World &w) {
                w.application("A", "chatserver").backup("B");
                w.application("B", "chatserver").backup("C");
            }},
        {"backup-chain", "the backup names none", {},
            [](World &w) {
                w.application("A", "chatserver").backup("B");
                w.application("B", "chatserver");
            }},
        {"backup-chain", "the backup names itself", {},
            [](World &w) {
                w.application("A", "chatserver").backup("B");
                w.application("B", "chatserver").backup("B");
            }},
        {"backup-chain", "who names itself is no backup", {},
            [](World &w) { w.application("A", "chatserver").backup("A"); }},

        // --- redundancy-without-backup ---
        {"redundancy-without-backup", "warm and hot",
            {"warning | application A | - | -", "warning | application B | - | -"},
            [](World &w) {
                w.application("A", "chatserver").redundancy(Redundancy::Warm);
                w.application("B", "statserver").redundancy(Redundancy::Hot).disabled();
            }},
        {"redundancy-without-backup", "cold", {},
            [](World &w) { w.application("A", "chatserver").redundancy(Redundancy::Cold); }},
        {"redundancy-without-backup", "with one that nothing defines", {},
            [](World &w) {
                w.application("A", "chatserver").redundancy(Redundancy::Hot).backup("B");
            }},
        {"redundancy-without-backup", "with itself", {},
            [](World &w) {
                w.application("A", "chatserver").redundancy(Redundancy::Hot).backup("A");
            }},
        {"redundancy-without-backup", "a backup", {},
            [](World &w) {
                w.application("A", "chatserver").redundancy(Redundancy::Hot).backup("B");
                w.application("B", "chatserver").redundancy(Redundancy::Hot);
            }},

        // --- backup-without-redundancy ---
        {"backup-without-redundancy", "none", {"warning | application A | - | -"},
            [](World &w) {
                w.application("A", "chatserver").backup("B");
                w.application("B", "chatserver");
            }},
        {"backup-without-redundancy", "one that nothing defines, and itself",
            {"warning | application A | - | -", "warning | application B | - | -"},
            [](World &w) {
                w.application("A", "chatserver").backup("Nowhere");
                w.application("B", "chatserver").backup("B");
            }},
        {"backup-without-redundancy", "cold", {},
            [](World &w) {
                w.application("A", "chatserver").redundancy(Redundancy::Cold).backup("B");
                w.application("B", "chatserver");
            }},
        {"backup-without-redundancy", "no backup", {},
            [](World &w) { w.application("A", "chatserver"); }},
    };
}
