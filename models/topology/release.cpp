// SPDX-License-Identifier: Apache-2.0
#include "models/topology/release.h"

#include <algorithm>
#include <array>

namespace {

/// The first three numbers as they are written.
using Parts = std::array<QStringView, 3>;

bool isDigit(QChar c)
{
    return c >= QLatin1Char('0') && c <= QLatin1Char('9');
}

/// Without a text of its own: every application's release is read.
std::optional<Parts> partsOf(QStringView text)
{
    Parts parts;
    for (auto &part : parts) {
        const auto *end = std::find_if_not(text.begin(), text.end(), isDigit);
        part = text.first(end - text.begin());
        const bool isLast = end == text.end();
        if (part.isEmpty() || (!isLast && *end != QLatin1Char('.')))
            return std::nullopt;
        text = isLast ? QStringView() : text.mid(part.size() + 1);
    }
    if (parts[2].size() != 1 && parts[2].size() != 3)
        return std::nullopt;
    return parts;
}

quint32 digitOf(const Parts &parts)
{
    return parts[2].front().unicode() - u'0';
}

quint32 smallNumber(QStringView digits)
{
    quint32 number = 0;
    for (const auto digit : digits)
        number = std::min(10000U, number * 10 + (digit.unicode() - u'0'));
    return number;
}

}  // namespace

std::optional<Release> Release::fromText(QStringView text)
{
    const auto parts = partsOf(text);
    if (!parts)
        return std::nullopt;
    return Release {*WholeNumber::fromText((*parts)[0]), *WholeNumber::fromText((*parts)[1]),
        int(digitOf(*parts))};
}

ReleaseNumber::ReleaseNumber(QStringView text)
{
    if (const auto parts = partsOf(text))
        m_number = numberOf(smallNumber((*parts)[0]), smallNumber((*parts)[1]), digitOf(*parts));
}
