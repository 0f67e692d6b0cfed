// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/text.h"

/// A release as Genesys counts them: "8.1.2" and "8.1.201.07" are both 8.1.2.
///
/// The third part is the release digit alone, or the digit and two digits of build. What has
/// another form is unknown, and no Release.
struct Release
{
    WholeNumber major;
    WholeNumber minor;
    int digit = 0;  ///< 0 to 9

    /// Nothing where the release is unknown.
    static std::optional<Release> fromText(QStringView text);

    std::strong_ordering operator<=>(const Release &) const = default;
    bool operator==(const Release &) const = default;
};

bool isReleaseKnown(QStringView text);
/// True for a known release below the given one. The parts are small numbers: isBelow(text, 8, 1,
/// 2).
bool isReleaseBelow(QStringView text, int major, int minor, int digit);
/// True for a known release that is the given one or above.
bool isReleaseFrom(QStringView text, int major, int minor, int digit);
