// SPDX-License-Identifier: Apache-2.0
#include "tests/models/rules/rulecase.h"

namespace {

std::string repeated(const std::string &text, int count)
{
    std::string whole;
    for (int i = 0; i < count; ++i)
        whole += text;
    return whole;
}

/// 255 characters are the limit, and "\U0001F600" is one.
const std::string longest = repeated("😀", 255);
const std::string tooLong = repeated("n", 256);

}  // namespace

std::vector<RuleCase> nameCases()
{
    return {
        // --- name-empty ---
        {"name-empty", "an application, a host and a tenant without name",
            {"error | application  | - | -", "error | host  | - | -", "error | tenant  | - | -"},
            [](World &w) {
                w.application("", "statserver");
                w.host("");
                w.tenant("");
            }},
        {"name-empty", "a switch and its office, of blanks",
            {"error | switch \u2003 | - | -", "error | switching-office   | - | -"},
            [](World &w) {
                w.office(" ");
                w.switchOf("Acme", u"\u2003", " ");
            }},
        {"name-empty", "a character is there", {}, [](World &w) { w.host(" x"); }},
        {"name-empty", "a zero-width space is not blank", {}, [](World &w) { w.host(u"\u200B"); }},
        {"name-empty", "a placeholder of blanks", {},
            [](World &w) { w.application("Stat", "statserver").host(" "); }},

        // --- name-too-long ---
        {"name-too-long", "256 characters", {"error | host " + tooLong + " | - | -"},
            [](World &w) { w.host(tooLong.c_str()); }},
        {"name-too-long", "255 characters", {}, [](World &w) { w.host(tooLong.c_str() + 1); }},
        {"name-too-long", "255 characters of two units", {},
            [](World &w) { w.host(longest.c_str()); }},
        {"name-too-long", "256 characters of two units", {"error | host " + longest + "😀 | - | -"},
            [](World &w) { w.host((longest + "😀").c_str()); }},
        {"name-too-long", "a placeholder", {},
            [](World &w) { w.application("Stat", "statserver").host(tooLong.c_str()); }},

        // --- name-duplicate ---
        {"name-duplicate", "two applications", {"error | application Stat | - | -"},
            [](World &w) {
                w.application("Stat", "statserver");
                w.application("Stat", "chatserver");
            }},
        {"name-duplicate", "once for three", {"error | host H | - | -"},
            [](World &w) {
                w.host("H");
                w.host("H");
                w.host("H");
            }},
        {"name-duplicate", "per name",
            {"error | tenant Acme | - | -", "error | tenant Globex | - | -"},
            [](World &w) {
                w.tenant("Globex");
                w.tenant("Acme");
            }},
        {"name-duplicate", "a tenant named as Environment is",
            {"error | tenant Environment | - | -"}, [](World &w) { w.tenant("Environment"); }},
        {"name-duplicate", "switching offices", {"error | switching-office O | - | -"},
            [](World &w) {
                w.office("O");
                w.office("O");
            }},
        {"name-duplicate", "blank names", {"error | host   | - | -"},
            [](World &w) {
                w.host(" ");
                w.host(" ");
            }},
        {"name-duplicate", "another case, blanks, another normal form", {},
            [](World &w) {
                w.host("caf\u00E9");
                w.host("Caf\u00E9");
                w.host("cafe\u0301");
                w.host("caf\u00E9 ");
            }},
        {"name-duplicate", "another kind", {},
            [](World &w) {
                w.host("H");
                w.application("H", "statserver");
            }},
        {"name-duplicate", "switches of one tenant and office", {"error | switch S | Acme | -"},
            [](World &w) {
                w.office("O");
                w.switchOf("Acme", "S", "O");
                w.switchOf("Acme", "S", "O");
            }},
        {"name-duplicate", "switches of an office that nothing defines",
            {"error | switch S | Acme | -"},
            [](World &w) {
                w.switchOf("Acme", "S", "Nowhere");
                w.switchOf("Acme", "S", "Nowhere");
            }},
        {"name-duplicate", "switches of two offices", {},
            [](World &w) {
                w.office("O");
                w.office("P");
                w.switchOf("Acme", "S", "O");
                w.switchOf("Acme", "S", "P");
            }},
        {"name-duplicate", "switches of two tenants", {},
            [](World &w) {
                w.office("O");
                w.switchOf("Acme", "S", "O");
                w.switchOf("Globex", "S", "O");
            }},

        // --- dbid-duplicate ---
        {"dbid-duplicate", "of the bearers the first by name",
            {"error | host A | - | host B, host C"},
            [](World &w) {
                w.host("C").dbid(7);
                w.host("A").dbid(7);
                w.host("B").dbid(7);
            }},
        {"dbid-duplicate", "by code point, not by unit", {"error | host \uFB01 | - | host 😀"},
            [](World &w) {
                w.host("😀").dbid(7);
                w.host("\uFB01").dbid(7);
            }},
        {"dbid-duplicate", "every kind, per DBID",
            {"error | application A | - | application B",
                "error | application C | - | application D", "error | switch S | - | switch T",
                "error | switching-office O | - | switching-office P",
                "error | tenant Acme | - | tenant Initech"},
            [](World &w) {
                w.application("A", "statserver").dbid(7);
                w.application("B", "statserver").dbid(7);
                w.application("C", "statserver").dbid(8);
                w.application("D", "statserver").dbid(8);
                w.office("O").dbid(7);
                w.office("P").dbid(7);
                w.switchOf("Acme", "S", "O").dbid(7);
                w.switchOf("Globex", "T", "P").dbid(7);
                w.tenant("Initech").dbid(101);
            }},
        {"dbid-duplicate", "not known", {},
            [](World &w) {
                w.host("A");
                w.host("B");
            }},
        {"dbid-duplicate", "objects of two kinds", {},
            [](World &w) {
                w.host("A").dbid(7);
                w.application("B", "statserver").dbid(7);
            }},
        {"dbid-duplicate", "two DBIDs", {},
            [](World &w) {
                w.host("A").dbid(7);
                w.host("B").dbid(qint64(7) << 32);
            }},
    };
}
