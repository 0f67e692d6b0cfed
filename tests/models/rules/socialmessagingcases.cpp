// SPDX-License-Identifier: Apache-2.0
#include "tests/models/rules/rulecase.h"

namespace {

/// A Social Messaging Server of Acme (101) with this route.
void routed(World &w, const char *route)
{
    w.application("S", "socialms").tenant("Acme").option("channel-a", "inbound-route", route);
}

}  // namespace

std::vector<RuleCase> socialMessagingCases()
{
    const std::vector<std::string> wrong {
        "warning | application S | - | option channel-a/inbound-route"};
    return {
        {"social-route-tenant", "a tenant that isn't on the list", wrong,
            [](World &w) { routed(w, "101:a,102:b"); }},
        {"social-route-tenant", "an empty part", wrong, [](World &w) { routed(w, "101:a,"); }},
        {"social-route-tenant", "no number", wrong, [](World &w) { routed(w, "Acme:a"); }},
        {"social-route-tenant", "blanks alone", wrong, [](World &w) { routed(w, " "); }},
        {"social-route-tenant", "no number either", wrong, [](World &w) { routed(w, "+101:a"); }},
        {"social-route-tenant", "once per option", wrong, [](World &w) { routed(w, "1:a,2:b"); }},
        {"social-route-tenant", "a DBID that isn't known is none", wrong,
            [](World &w) {
                w.tenant("New");
                routed(w, "101:a,0:b");
            }},
        {"social-route-tenant", "the own list counts, also for a backup", wrong,
            [](World &w) {
                w.application("P", "socialms").tenants({"Acme", "Globex"}).backup("S");
                routed(w, "102:a");
            }},
        {"social-route-tenant", "its own tenants", {},
            [](World &w) {
                w.application("S", "socialms")
                    .tenants({"Acme", "Globex"})
                    .option("channel-a", "inbound-route", "101:a:b, 0102 :c ,101");
            }},
        {"social-route-tenant", "an empty value is none", {}, [](World &w) { routed(w, ""); }},
        {"social-route-tenant", "another section", {},
            [](World &w) {
                w.application("S", "socialms")
                    .tenant("Acme")
                    .option("Channel-a", "inbound-route", "102:a")
                    .option("channel", "inbound-route", "102:a");
            }},
        {"social-route-tenant", "another key", {},
            [](World &w) {
                w.application("S", "socialms")
                    .tenant("Acme")
                    .option("channel-a", "Inbound-Route", "102:a");
            }},
        {"social-route-tenant", "another type", {},
            [](World &w) {
                w.application("S", "chatserver")
                    .tenant("Acme")
                    .option("channel-a", "inbound-route", "102:a");
            }},
    };
}
