// SPDX-License-Identifier: Apache-2.0
#include "tests/models/rules/rulecase.h"

namespace {

/// An E-mail Server and its contact server, of these releases.
void pairOf(World &w, const char *email, const char *contact)
{
    w.application("E", "emailserver").release(email).connect("U");
    w.application("U", "contactserver").release(contact);
}

}  // namespace

std::vector<RuleCase> contactServerCases()
{
    const std::vector<std::string> tooOld {"error | application E | - | application U"};
    return {
        // --- ucs-shared-tenant ---
        {"ucs-shared-tenant", "per tenant",
            {"warning | tenant Acme | - | application U, application V",
                "warning | tenant Environment | - | application U, application V"},
            [](World &w) {
                w.application("U", "contactserver").tenants({"Acme", "Environment", "Globex"});
                w.application("V", "contactserver").tenants({"Acme", "Environment"}).disabled();
            }},
        {"ucs-shared-tenant", "one each", {},
            [](World &w) {
                w.application("U", "contactserver").tenant("Acme");
                w.application("V", "contactserver").tenant("Globex");
            }},
        {"ucs-shared-tenant", "primary and backup", {},
            [](World &w) {
                w.application("U", "contactserver").tenant("Acme").backup("V");
                w.application("V", "contactserver").tenant("Acme");
            }},
        {"ucs-shared-tenant", "a tenant that nothing defines", {},
            [](World &w) {
                w.application("U", "contactserver").tenant("Undefined");
                w.application("V", "contactserver").tenant("Undefined");
            }},
        {"ucs-shared-tenant", "another type", {},
            [](World &w) {
                w.application("U", "contactserver").tenant("Acme");
                w.application("V", "chatserver").tenant("Acme");
            }},

        // --- email-ucs-release ---
        {"email-ucs-release", "8.1.2 needs 8.1.1", tooOld,
            [](World &w) { pairOf(w, "8.1.201.04", "8.1.0"); }},
        {"email-ucs-release", "8.1.2 has 8.1.1", {},
            [](World &w) { pairOf(w, "8.1.2", "8.1.101.00"); }},
        {"email-ucs-release", "8.1.3 needs 8.1.3", tooOld,
            [](World &w) { pairOf(w, "8.1.3", "8.1.2"); }},
        {"email-ucs-release", "8.1.4 needs 8.1.3", tooOld,
            [](World &w) { pairOf(w, "8.1.4", "8.1.2"); }},
        {"email-ucs-release", "8.4.9 has 8.1.3", {},
            [](World &w) { pairOf(w, "8.4.9", "8.1.300.01"); }},
        {"email-ucs-release", "8.5.0 needs 8.1.4", tooOld,
            [](World &w) { pairOf(w, "8.5.0", "8.1.3"); }},
        {"email-ucs-release", "9.0.0 has 8.1.4", {},
            [](World &w) { pairOf(w, "9.0.0", "8.1.400.12"); }},
        {"email-ucs-release", "8.1.1 needs nothing", {},
            [](World &w) { pairOf(w, "8.1.1", "7.0.0"); }},
        {"email-ucs-release", "the one is not known", {},
            [](World &w) { pairOf(w, "8.1.", "7.0.0"); }},
        {"email-ucs-release", "the other is not known", {},
            [](World &w) { pairOf(w, "8.5.1", "7.0"); }},
        {"email-ucs-release", "per pair; a backup too",
            {"error | application E | - | application U",
                "error | application E | - | application V"},
            [](World &w) {
                w.application("D", "emailserver").backup("E");
                w.application("E", "emailserver")
                    .release("8.5.1")
                    .connect("U", "a")
                    .connect("U", "b")
                    .connect("V");
                w.application("U", "contactserver").release("8.1.3");
                w.application("V", "contactserver").release("8.1.2");
            }},
        {"email-ucs-release", "another client", {},
            [](World &w) {
                w.application("E", "chatserver").release("8.5.1").connect("U");
                w.application("U", "contactserver").release("8.1.0");
            }},
    };
}
