// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <compare>
#include <optional>

/// Unicode's White_Space as the contract lists it: not U+200B, not U+FEFF.
bool isWhiteSpace(char16_t c);
bool isBlank(QStringView text);
/// Without white space (see isWhiteSpace) at both ends.
QStringView trimmedText(QStringView text);

/// Order by Unicode code point. QString's own order is by UTF-16 unit, which puts U+1F600 before
/// U+FB01.
std::strong_ordering compareText(QStringView a, QStringView b);
inline bool textLess(QStringView a, QStringView b)
{
    return compareText(a, b) < 0;
}

/// Text of documents as a line for a terminal: what can't be seen, breaks lines, or changes how its
/// neighbours are seen (controls, bidirectional formats, line separators) is shown as an escape
/// such as "\u202E".
QString visibleText(QStringView text);

/// How many Unicode code points a text has.
qsizetype codePointCount(QStringView text);

/// A whole number of any length, as options, sections and releases hold them: one or more ASCII
/// digits.
class WholeNumber final
{
public:
    /// Nothing unless the whole text is ASCII digits (no sign, no blanks).
    static std::optional<WholeNumber> fromText(QStringView text);

    /// Without leading zeros; "0" for nought.
    const QString &digits() const { return m_digits; }
    std::strong_ordering operator<=>(const WholeNumber &other) const;
    bool operator==(const WholeNumber &) const = default;

private:
    explicit WholeNumber(QString digits)
        : m_digits(std::move(digits))
    {
    }
    QString m_digits;
};
