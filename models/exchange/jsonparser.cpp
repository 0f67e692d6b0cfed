// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/jsonparser.h"

#include <QUtf8StringView>

#include <algorithm>
#include <array>

namespace {

// More values than this are no configuration; they would cost more than 2 GiB.
constexpr size_t mostValues = size_t(1) << 27;

/// Ends a run of plain characters of a string.
constexpr auto isSpecial = [] {
    std::array<bool, 256> table {};
    for (size_t c = 0; c < 0x20; ++c)
        table[c] = true;
    table['"'] = table['\\'] = true;
    return table;
}();

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

void appendUtf8(QByteArray &bytes, char32_t c)
{
    const auto put = [&bytes](char32_t byte) { bytes.append(char(uchar(byte))); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | (c >> 6));
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | (c >> 12));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | (c >> 18));
        put(0x80 | ((c >> 12) & 0x3F));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

/// The end if there is none.
const char *firstBadUtf8(const char *begin, const char *end)
{
    const auto lengthOf = [](uchar lead) {
        return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    };
    auto at = begin;
    while (at != end) {
        const auto length = lengthOf(uchar(*at));
        if (end - at < length || !QUtf8StringView(at, length).isValidUtf8())
            break;
        at += length;
    }
    return at;
}

}  // namespace

JsonParser::JsonParser(JsonDocument &document)
    : m_document(document)
    , m_begin(document.m_text.constData())
    , m_at(m_begin)
    , m_end(m_begin + document.m_text.size())
{
}

bool JsonParser::parse()
{
    m_isUtf8 = QUtf8StringView(m_begin, m_end - m_begin).isValidUtf8();
    m_document.m_nodes.reserve(size_t(m_end - m_begin) / 16);
    if (QByteArrayView(m_at, m_end).startsWith(JsonDocument::byteOrderMark))
        m_at += 3;
    const JsonPlace whole;
    if (!value(whole, 0))
        return false;
    skipBlanks();
    if (m_at != m_end)
        return broken(whole, m_at, tr("The text goes on after its end."));
    return true;
}

void JsonParser::skipBlanks()
{
    while (m_at != m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\r' || *m_at == '\t'))
        ++m_at;
}

void JsonParser::flaw(const JsonPlace &place, const char *at, const QString &message)
{
    if (++m_document.m_flawCount <= JsonDocument::listedFlaws)
        m_document.m_flaws.append({at - m_begin, place.text(), message});
}

bool JsonParser::broken(const JsonPlace &place, const char *at, const QString &message)
{
    ++m_document.m_flawCount;
    m_document.m_flaws.append({at - m_begin, place.text(), message});
    return false;
}

bool JsonParser::unexpected(const JsonPlace &place, const QString &expected)
{
    if (m_at == m_end)
        return broken(place, m_at, tr("The text breaks off: %1 expected.").arg(expected));
    return broken(place, m_at, tr("This is no JSON: %1 expected.").arg(expected));
}

quint32 JsonParser::push(JsonType type)
{
    const auto index = quint32(m_document.m_nodes.size());
    m_document.m_nodes.push_back({quint32(m_at - m_begin), 0, index + 1, type, false});
    return index;
}

bool JsonParser::value(const JsonPlace &place, int depth)
{
    skipBlanks();
    if (m_document.m_nodes.size() >= mostValues)
        return broken(place, m_at, tr("The file holds too many values."));
    switch (m_at == m_end ? '\0' : *m_at) {
    case '{':
        return object(place, depth + 1);
    case '[':
        return array(place, depth + 1);
    case '"':
        return string(place);
    case 't':
        return literal(place, "true", JsonType::True);
    case 'f':
        return literal(place, "false", JsonType::False);
    case 'n':
        return literal(place, "null", JsonType::Null);
    default:
        return number(place);
    }
}

bool JsonParser::object(const JsonPlace &place, int depth)
{
    if (depth > JsonDocument::deepest)
        return broken(place, m_at,
            tr("The text is nested deeper than %1 levels.").arg(JsonDocument::deepest));
    const auto node = push(JsonType::Object);
    const auto firstKey = m_keys.size();
    ++m_at;
    skipBlanks();
    if (m_at != m_end && *m_at == '}') {
        ++m_at;
        return true;
    }
    for (;;) {
        skipBlanks();
        if (m_at == m_end || *m_at != '"')
            return unexpected(place, tr("a key in quotation marks"));
        const auto key = quint32(m_document.m_nodes.size());
        if (!string(place))
            return false;
        m_keys.push_back(key);
        const auto inner = place.member(keyAt(key));
        skipBlanks();
        if (m_at == m_end || *m_at != ':')
            return unexpected(inner, tr("a colon"));
        ++m_at;
        if (!value(inner, depth))
            return false;
        skipBlanks();
        if (m_at != m_end && *m_at == ',') {
            ++m_at;
            continue;
        }
        if (m_at == m_end || *m_at != '}')
            return unexpected(place, tr("a comma or a closing brace"));
        ++m_at;
        break;
    }
    m_document.m_nodes[node].end = quint32(m_document.m_nodes.size());
    findRepeatedKeys(place, firstKey);
    m_keys.resize(firstKey);
    return true;
}

bool JsonParser::array(const JsonPlace &place, int depth)
{
    if (depth > JsonDocument::deepest)
        return broken(place, m_at,
            tr("The text is nested deeper than %1 levels.").arg(JsonDocument::deepest));
    const auto node = push(JsonType::Array);
    ++m_at;
    skipBlanks();
    if (m_at != m_end && *m_at == ']') {
        ++m_at;
        return true;
    }
    for (qsizetype i = 0;; ++i) {
        if (!value(place.item(i), depth))
            return false;
        skipBlanks();
        if (m_at != m_end && *m_at == ',') {
            ++m_at;
            continue;
        }
        if (m_at == m_end || *m_at != ']')
            return unexpected(place, tr("a comma or a closing bracket"));
        ++m_at;
        break;
    }
    m_document.m_nodes[node].end = quint32(m_document.m_nodes.size());
    return true;
}

bool JsonParser::literal(const JsonPlace &place, QByteArrayView word, JsonType type)
{
    if (!QByteArrayView(m_at, m_end).startsWith(word)) {
        // Point at the first character that is wrong.
        for (const char c : word) {
            if (m_at == m_end || *m_at != c)
                break;
            ++m_at;
        }
        return unexpected(place, QString::fromLatin1(word));
    }
    push(type);
    m_at += word.size();
    return true;
}

bool JsonParser::number(const JsonPlace &place)
{
    const auto isAt = [this](char c) { return m_at != m_end && *m_at == c; };
    const auto digits = [this] {
        const auto from = m_at;
        while (m_at != m_end && isDigit(*m_at))
            ++m_at;
        return m_at != from;
    };
    const auto begin = m_at;
    if (!isAt('-') && (m_at == m_end || !isDigit(*m_at)))
        return unexpected(place, tr("a value"));
    const auto node = push(JsonType::Number);
    if (isAt('-'))
        ++m_at;
    if (isAt('0'))
        ++m_at;
    else if (!digits())
        return unexpected(place, tr("a digit"));
    if (isAt('.')) {
        ++m_at;
        if (!digits())
            return unexpected(place, tr("a digit"));
    }
    if (isAt('e') || isAt('E')) {
        ++m_at;
        if (isAt('+') || isAt('-'))
            ++m_at;
        if (!digits())
            return unexpected(place, tr("a digit"));
    }
    m_document.m_nodes[node].length = quint32(m_at - begin);
    return true;
}

bool JsonParser::string(const JsonPlace &place)
{
    const auto node = push(JsonType::String);
    const auto begin = ++m_at;
    while (m_at != m_end && !isSpecial[uchar(*m_at)])
        ++m_at;
    if (m_at != m_end && *m_at == '"') {
        m_document.m_nodes[node].length = quint32(m_at - begin);
    } else {
        if (!escapedString(place, begin))
            return false;
        m_document.m_nodes[node].hasEscapes = true;
        m_document.m_nodes[node].length = quint32(m_document.m_decoded.size() - 1);
    }
    checkUtf8(place, begin, m_at);
    ++m_at;
    return true;
}

bool JsonParser::escapedString(const JsonPlace &place, const char *begin)
{
    QByteArray decoded;
    auto from = begin;
    for (;;) {
        while (m_at != m_end && !isSpecial[uchar(*m_at)])
            ++m_at;
        decoded.append(from, m_at - from);
        if (m_at == m_end)
            return broken(place, m_at, tr("The text breaks off inside quotation marks."));
        if (*m_at == '"')
            break;
        const auto at = m_at++;
        if (*at != '\\') {
            flaw(place, at, tr("A control character must be written as an escape."));
            from = m_at;
            continue;
        }
        const char escape = m_at == m_end ? '\0' : *m_at++;
        switch (escape) {
        case '"':
        case '\\':
        case '/':
            decoded += escape;
            break;
        case 'b':
            decoded += '\b';
            break;
        case 'f':
            decoded += '\f';
            break;
        case 'n':
            decoded += '\n';
            break;
        case 'r':
            decoded += '\r';
            break;
        case 't':
            decoded += '\t';
            break;
        case 'u': {
            const auto unit = hexUnit();
            if (!unit)
                return broken(place, at, tr("An escape \\u needs four hexadecimal digits."));
            char32_t character = *unit;
            if (QChar::isHighSurrogate(character)
                && QByteArrayView(m_at, m_end).startsWith("\\u")) {
                const auto second = m_at;
                m_at += 2;
                const auto low = hexUnit();
                if (low && QChar::isLowSurrogate(*low))
                    character = QChar::surrogateToUcs4(*unit, *low);
                else
                    m_at = second;
            }
            if (QChar::isSurrogate(character)) {
                flaw(place, at,
                    tr("The escape \\u%1 is half of a surrogate pair.")
                        .arg(QString::number(*unit, 16).toUpper()));
                character = QChar::ReplacementCharacter;
            } else if (character == 0) {
                flaw(place, at, tr("A text can't hold the character U+0000."));
            }
            appendUtf8(decoded, character);
            break;
        }
        default:
            return broken(place, at, tr("This escape is not one of JSON."));
        }
        from = m_at;
    }
    m_document.m_decoded.push_back(std::move(decoded));
    return true;
}

std::optional<char16_t> JsonParser::hexUnit()
{
    if (m_end - m_at < 4)
        return std::nullopt;
    uint unit = 0;
    for (int i = 0; i < 4; ++i) {
        const char c = m_at[i];
        const char lower = char(c | 0x20);
        if (isDigit(c))
            unit = unit * 16 + uint(c - '0');
        else if (lower >= 'a' && lower <= 'f')
            unit = unit * 16 + uint(lower - 'a' + 10);
        else
            return std::nullopt;
    }
    m_at += 4;
    return char16_t(unit);
}

void JsonParser::checkUtf8(const JsonPlace &place, const char *begin, const char *end)
{
    if (m_isUtf8)
        return;
    if (const auto at = firstBadUtf8(begin, end); at != end)
        flaw(place, at, tr("The text is not valid UTF-8."));
}

QByteArrayView JsonParser::keyAt(quint32 node) const
{
    const auto &key = m_document.m_nodes[node];
    if (key.hasEscapes)
        return m_document.m_decoded[key.length];
    return {m_begin + key.begin + 1, qsizetype(key.length)};
}

void JsonParser::findRepeatedKeys(const JsonPlace &place, size_t firstKey)
{
    const auto report = [&](quint32 key) {
        flaw(place.member(keyAt(key)), m_begin + m_document.m_nodes[key].begin,
            tr("This key stands twice in one object."));
    };
    const auto keys = m_keys.begin() + qptrdiff(firstKey);
    const auto count = m_keys.end() - keys;
    if (count <= 24) {
        for (auto key = keys; key != m_keys.end(); ++key) {
            const auto name = keyAt(*key);
            if (std::any_of(keys, key, [&](quint32 earlier) { return keyAt(earlier) == name; }))
                report(*key);
        }
        return;
    }
    std::stable_sort(
        keys, m_keys.end(), [this](quint32 a, quint32 b) { return keyAt(a) < keyAt(b); });
    std::vector<quint32> repeated;
    for (auto key = keys + 1; key != m_keys.end(); ++key) {
        if (keyAt(*key) == keyAt(*(key - 1)))
            repeated.push_back(*key);
    }
    std::sort(repeated.begin(), repeated.end());
    for (const auto key : repeated)
        report(key);
}
