// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/mutagentypes.h"

#include "models/topology/applicationtype.h"

#include <algorithm>
#include <vector>

namespace {

/// Letters alone, in lower case: "E-mail Server 8.1" and "EmailServer" are one.
QString letters(const QString &text)
{
    QString kept;
    for (const QChar c : text) {
        if (c.isLetter())
            kept += c.toLower();
    }
    return kept;
}

struct Clue
{
    QString letters;
    QString token;
};

/// What names of templates hold, longest first.
std::vector<Clue> clues()
{
    // Products that go by another name than their type.
    std::vector<Clue> all {{QStringLiteral("ucs"), QStringLiteral("contactserver")},
        {QStringLiteral("universalcontactserver"), QStringLiteral("contactserver")},
        {QStringLiteral("smsserver"), QStringLiteral("istransportserver")},
        {QStringLiteral("urs"), QStringLiteral("routerserver")},
        {QStringLiteral("socialmessaging"), QStringLiteral("socialms")},
        {QStringLiteral("interaction"), QStringLiteral("interactionserver")}};
    for (const auto &type : ApplicationType::all()) {
        // Short tokens stand in too many words.
        if (type.token().size() >= 7)
            all.push_back({letters(type.token()), type.token()});
        if (const auto name = letters(type.displayName()); name.size() >= 7)
            all.push_back({name, type.token()});
    }
    std::stable_sort(all.begin(), all.end(),
        [](const Clue &a, const Clue &b) { return a.letters.size() > b.letters.size(); });
    return all;
}

}  // namespace

QString typeInTemplateName(const QString &templateName)
{
    static const auto known = clues();
    const auto name = letters(templateName);
    for (const auto &clue : known) {
        if (clue.letters.size() < 7 ? name == clue.letters : name.contains(clue.letters))
            return clue.token;
    }
    return {};
}
