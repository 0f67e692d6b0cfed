// SPDX-License-Identifier: Apache-2.0
#include "models/topology/release.h"

#include <algorithm>
#include <array>

namespace {

/// The first three numbers as they are written.
using Parts = std::array<QStringView, 3>;

bool isNumber(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return c >= QLatin1Char('0') && c <= QLatin1Char('9');
    });
}

/// Without a text of its own: a check of everything asks for ten thousand releases.
std::optional<Parts> partsOf(QStringView text)
{
    Parts parts;
    for (auto &part : parts) {
        const auto dot = text.indexOf(u'.');
        part = dot < 0 ? text : text.first(dot);
        text = dot < 0 ? QStringView() : text.mid(dot + 1);
        if (!isNumber(part))
            return std::nullopt;
    }
    if (parts[2].size() != 1 && parts[2].size() != 3)
        return std::nullopt;
    return parts;
}

int digitOf(const Parts &parts)
{
    return parts[2].front().unicode() - u'0';
}

/// What has more than four digits is above all that is asked for.
int smallNumber(QStringView digits)
{
    while (digits.size() > 1 && digits.front() == QLatin1Char('0'))
        digits = digits.mid(1);
    return digits.size() > 4 ? 10000 : digits.toInt();
}

std::array<int, 3> numbersOf(const Parts &parts)
{
    return {smallNumber(parts[0]), smallNumber(parts[1]), digitOf(parts)};
}

}  // namespace

std::optional<Release> Release::fromText(QStringView text)
{
    const auto parts = partsOf(text);
    if (!parts)
        return std::nullopt;
    return Release {
        *WholeNumber::fromText((*parts)[0]), *WholeNumber::fromText((*parts)[1]), digitOf(*parts)};
}

bool isReleaseKnown(QStringView text)
{
    return partsOf(text).has_value();
}

bool isReleaseBelow(QStringView text, int major, int minor, int digit)
{
    const auto known = partsOf(text);
    return known && numbersOf(*known) < std::array {major, minor, digit};
}

bool isReleaseFrom(QStringView text, int major, int minor, int digit)
{
    const auto known = partsOf(text);
    return known && numbersOf(*known) >= std::array {major, minor, digit};
}
