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

/// A release in one number, for those who ask again and again; may be unknown. Parts above 9999 all
/// count as 10000.
class ReleaseNumber final
{
public:
    ReleaseNumber() = default;
    explicit ReleaseNumber(QStringView text);

    bool isKnown() const { return m_number != 0; }
    /// True for a known release below the given one, as isBelow(8, 1, 2).
    bool isBelow(quint32 major, quint32 minor, quint32 digit) const
    {
        return isKnown() && m_number < numberOf(major, minor, digit);
    }
    /// True for a known release that is the given one or above.
    bool isFrom(quint32 major, quint32 minor, quint32 digit) const
    {
        return m_number >= numberOf(major, minor, digit);
    }

private:
    static constexpr quint32 numberOf(quint32 major, quint32 minor, quint32 digit)
    {
        return 1 + (major << 18 | minor << 4 | digit);
    }

    quint32 m_number = 0;  // 0: unknown
};

/// The same for one question about a text.
inline bool isReleaseBelow(QStringView text, quint32 major, quint32 minor, quint32 digit)
{
    return ReleaseNumber(text).isBelow(major, minor, digit);
}
inline bool isReleaseFrom(QStringView text, quint32 major, quint32 minor, quint32 digit)
{
    return ReleaseNumber(text).isFrom(major, minor, digit);
}
