// SPDX-License-Identifier: Apache-2.0
#include "models/topology/release.h"

#include <QList>

namespace {

Release release(int major, int minor, int digit)
{
    return {*WholeNumber::fromText(QString::number(major)),
        *WholeNumber::fromText(QString::number(minor)), digit};
}

}  // namespace

std::optional<Release> Release::fromText(QStringView text)
{
    const auto parts = text.split(u'.');
    if (parts.size() < 3)
        return std::nullopt;
    const auto major = WholeNumber::fromText(parts[0]);
    const auto minor = WholeNumber::fromText(parts[1]);
    const auto third = parts[2];
    if (!major || !minor || !WholeNumber::fromText(third)
        || (third.size() != 1 && third.size() != 3))
        return std::nullopt;
    return Release {*major, *minor, third.front().unicode() - u'0'};
}

bool isReleaseBelow(QStringView text, int major, int minor, int digit)
{
    const auto known = Release::fromText(text);
    return known && *known < release(major, minor, digit);
}

bool isReleaseFrom(QStringView text, int major, int minor, int digit)
{
    const auto known = Release::fromText(text);
    return known && *known >= release(major, minor, digit);
}
