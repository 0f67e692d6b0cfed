// SPDX-License-Identifier: Apache-2.0
#include "models/store/jsonsyntax.h"

#include <QChar>

#include <algorithm>
#include <charconv>
#include <string>

namespace {

/// Takes a text off from the front. What is open is kept as a list of closing brackets instead of
/// on the call stack, so that no depth is too deep.
class Scanner
{
public:
    explicit Scanner(std::string_view text)
        : m_rest(text)
    {
    }

    bool isOneValue()
    {
        do {
            if (!takeValue())
                return false;
        } while (!m_open.empty());
        skipBlanks();
        return m_rest.empty();
    }

private:
    /// Takes a value up to where its first part begins, or a whole one and what closes after it, up
    /// to where the next one begins.
    bool takeValue()
    {
        skipBlanks();
        const bool isObject = take('{');
        if (isObject || take('[')) {
            m_open += isObject ? '}' : ']';
            skipBlanks();
            if (!take(m_open.back()))
                return !isObject || takeKey();
            m_open.pop_back();
        } else if (!takeText() && !takeWord("true") && !takeWord("false") && !takeWord("null")
            && !takeNumber()) {
            return false;
        }
        for (; !m_open.empty(); m_open.pop_back()) {
            skipBlanks();
            if (take(','))
                return m_open.back() == ']' || takeKey();
            if (!take(m_open.back()))
                return false;
        }
        return true;
    }
    bool takeKey()
    {
        skipBlanks();
        if (!takeText())
            return false;
        skipBlanks();
        return take(':');
    }
    bool takeText()
    {
        if (!take('"'))
            return false;
        for (;;) {
            const auto isSpecial = [](char c) { return c == '"' || c == '\\' || uchar(c) < 0x20; };
            const auto special = std::find_if(m_rest.begin(), m_rest.end(), isSpecial);
            m_rest.remove_prefix(size_t(special - m_rest.begin()));
            if (take('"'))
                return true;
            if (!take('\\') || !takeEscape())
                return false;
        }
    }
    bool takeEscape()
    {
        if (!take('u'))
            return takeAnyOf("\"\\/bfnrt");
        const int unit = takeHexUnit();
        if (unit < 0 || !QChar::isSurrogate(char32_t(unit)))
            return unit >= 0;
        return QChar::isHighSurrogate(char32_t(unit)) && takeWord("\\u")
            && QChar::isLowSurrogate(char32_t(takeHexUnit()));
    }
    /// Below zero if there is none.
    int takeHexUnit()
    {
        constexpr size_t digits = 4;
        unsigned unit = 0;
        const auto end = m_rest.data() + std::min(m_rest.size(), digits);
        const auto read = std::from_chars(m_rest.data(), end, unit, 16);
        if (read.ptr != m_rest.data() + digits)
            return -1;
        m_rest.remove_prefix(digits);
        return int(unit);
    }
    bool takeNumber()
    {
        takeAnyOf("-");
        if (!take('0') && !takeDigits())
            return false;
        if (take('.') && !takeDigits())
            return false;
        if (takeAnyOf("eE")) {
            takeAnyOf("+-");
            return takeDigits();
        }
        return true;
    }
    bool takeDigits()
    {
        const auto count = std::min(m_rest.find_first_not_of("0123456789"), m_rest.size());
        m_rest.remove_prefix(count);
        return count > 0;
    }
    bool takeWord(std::string_view word)
    {
        const bool isThere = m_rest.starts_with(word);
        m_rest.remove_prefix(isThere ? word.size() : 0);
        return isThere;
    }
    bool takeAnyOf(std::string_view characters)
    {
        const bool isThere =
            !m_rest.empty() && characters.find(m_rest.front()) != std::string_view::npos;
        m_rest.remove_prefix(isThere);
        return isThere;
    }
    bool take(char c) { return takeWord({&c, 1}); }
    void skipBlanks()
    {
        m_rest.remove_prefix(std::min(m_rest.find_first_not_of(" \t\r\n"), m_rest.size()));
    }

    std::string_view m_rest;
    std::string m_open;
};

}  // namespace

bool isJson(std::string_view text)
{
    return Scanner(text).isOneValue();
}
