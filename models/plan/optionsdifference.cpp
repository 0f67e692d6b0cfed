// SPDX-License-Identifier: Apache-2.0
#include "models/plan/optionsdifference.h"

#include "models/base/text.h"
#include "models/plan/merge.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

const auto compareSections = [](const OptionSection &a, const OptionSection &b) {
    return compareText(a.name, b.name);
};
const auto compareKeys = [](const Option &a, const Option &b) { return compareText(a.key, b.key); };

/// The keys of a section that both sides have.
OptionsDifference differenceOf(const OptionSection &before, const OptionSection &after)
{
    OptionSection gone {before.name, {}};
    OptionSection come {after.name, {}};
    mergeSorted(before.options, after.options, compareKeys, [&](const Option *b, const Option *a) {
        if ((b ? b->value : QString()) == (a ? a->value : QString()))
            return;
        if (b)
            gone.options.append(*b);
        if (a)
            come.options.append(*a);
    });
    if (gone.options.isEmpty() && come.options.isEmpty())
        return {};
    return {{gone}, {come}};
}

/// The annex without our own keys. A section that held nothing else is no section.
Options withoutStatements(Options annex)
{
    const auto section = std::find_if(annex.begin(), annex.end(),
        [](const OptionSection &s) { return s.name == "switchyard"_L1; });
    if (section == annex.end())
        return annex;
    const auto count = section->options.removeIf([](const Option &option) {
        return option.key == "component"_L1 || option.key == "load-balanced"_L1;
    });
    if (count > 0 && section->options.isEmpty())
        annex.erase(section);
    return annex;
}

bool isEmptyStatementSection(const OptionSection &section)
{
    return section.name == "switchyard"_L1 && section.options.isEmpty();
}

/// Empty where the section or the key is missing.
QString value(const OptionSection *section, QLatin1String key)
{
    if (section) {
        for (const auto &option : section->options) {
            if (option.key == key)
                return option.value;
        }
    }
    return {};
}

}  // namespace

OptionsDifference OptionsDifference::ofOptions(const Options &before, const Options &after)
{
    OptionsDifference all;
    if (before == after)
        return all;
    mergeSorted(
        before, after, compareSections, [&](const OptionSection *b, const OptionSection *a) {
            if (!b) {
                all.after.append(*a);
            } else if (!a) {
                all.before.append(*b);
            } else {
                auto difference = differenceOf(*b, *a);
                all.before += difference.before;
                all.after += difference.after;
            }
        });
    return all;
}

OptionsDifference OptionsDifference::ofAnnex(const Options &before, const Options &after)
{
    if (before == after)
        return {};
    const auto strippedBefore = withoutStatements(before);
    const auto strippedAfter = withoutStatements(after);
    auto difference = ofOptions(strippedBefore, strippedAfter);
    // A section that held our keys alone is neither there nor not: it equals an empty one, too.
    if (strippedBefore.size() != before.size())
        difference.after.removeIf(isEmptyStatementSection);
    if (strippedAfter.size() != after.size())
        difference.before.removeIf(isEmptyStatementSection);
    return difference;
}

bool channelOptionsDiffer(const Options &before, const Options &after)
{
    bool differ = false;
    mergeSorted(
        before, after, compareSections, [&](const OptionSection *b, const OptionSection *a) {
            if (!(b ? b : a)->name.startsWith("channel-"_L1))
                return;
            for (const auto key : {"inbound-route"_L1, "driver-classname"_L1})
                differ = differ || value(b, key) != value(a, key);
        });
    return differ;
}
