// SPDX-License-Identifier: Apache-2.0
#include "models/base/text.h"

#include <algorithm>

namespace {

bool isDeceptive(char32_t c)
{
    if (c < 0x7F)
        return c < 0x20;
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

}  // namespace

bool isWhiteSpace(char16_t c)
{
    return (c >= 0x9 && c <= 0xD) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680
        || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F
        || c == 0x3000;
}

bool isBlank(QStringView text)
{
    return std::all_of(text.utf16(), text.utf16() + text.size(), isWhiteSpace);
}

QStringView trimmedText(QStringView text)
{
    while (!text.isEmpty() && isWhiteSpace(text.front().unicode()))
        text = text.mid(1);
    while (!text.isEmpty() && isWhiteSpace(text.back().unicode()))
        text.chop(1);
    return text;
}

std::strong_ordering compareText(QStringView a, QStringView b)
{
    const char16_t *left = a.utf16();
    const char16_t *right = b.utf16();
    const auto [l, r] = std::mismatch(left, left + a.size(), right, right + b.size());
    if (l == left + a.size() || r == right + b.size())
        return a.size() <=> b.size();
    // Surrogates (D800–DFFF) stand for code points above all other units: lift them over E000–FFFF.
    const auto lifted = [](char16_t unit) {
        return unit >= 0xE000 ? unit - 0x800 : unit >= 0xD800 ? unit + 0x2000 : int(unit);
    };
    return lifted(*l) <=> lifted(*r);
}

QString visibleText(QStringView text)
{
    QString visible;
    visible.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPair =
            text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const auto c =
            isPair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : char32_t(text[i].unicode());
        if (isDeceptive(c))
            visible += QLatin1String("\\u")
                + QString::number(uint(c), 16).toUpper().rightJustified(4, u'0');
        else
            visible += text.mid(i, isPair ? 2 : 1);
        i += isPair;
    }
    return visible;
}

qsizetype codePointCount(QStringView text)
{
    return text.size()
        - std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLowSurrogate(); });
}

std::optional<WholeNumber> WholeNumber::fromText(QStringView text)
{
    const auto isDigit = [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); };
    if (text.isEmpty() || !std::all_of(text.begin(), text.end(), isDigit))
        return std::nullopt;
    while (text.size() > 1 && text.front() == QLatin1Char('0'))
        text = text.mid(1);
    return WholeNumber(text.toString());
}

std::strong_ordering WholeNumber::operator<=>(const WholeNumber &other) const
{
    if (m_digits.size() != other.m_digits.size())
        return m_digits.size() <=> other.m_digits.size();
    return compareText(m_digits, other.m_digits);
}
