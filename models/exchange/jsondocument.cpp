// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/jsondocument.h"

#include "models/base/jsontext.h"
#include "models/exchange/jsonparser.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace {

constexpr qsizetype longestKeyShown = 60;
// Larger ones are cut to this; a number's digits are fewer, so no arithmetic on it overflows.
constexpr qint64 largestExponent = qint64(1) << 40;

bool isPlainKey(QStringView key)
{
    return !key.isEmpty() && std::all_of(key.begin(), key.end(), [](QChar c) {
        return c == u'_' || c == u'-' || (c.unicode() < 0x80 && c.isLetterOrNumber());
    });
}

}  // namespace

QString JsonPlace::text() const
{
    if (!parent)
        return {};
    QString path = parent->text();
    if (index >= 0)
        return path + u'[' + QString::number(index) + u']';
    QString shown = QString::fromUtf8(key.first(std::min(key.size(), 4 * longestKeyShown)));
    if (shown.size() > longestKeyShown)
        shown = shown.left(longestKeyShown) + u'…';
    if (!isPlainKey(shown))
        return path + u'[' + jsonString(shown) + u']';
    return path.isEmpty() ? shown : path + u'.' + shown;
}

JsonType JsonValue::type() const
{
    return m_document->m_nodes[m_index].type;
}

qsizetype JsonValue::offset() const
{
    return m_document->m_nodes[m_index].begin;
}

quint32 JsonValue::end(quint32 index) const
{
    return m_document->m_nodes[index].end;
}

QByteArrayView JsonValue::bytes() const
{
    const auto &node = m_document->m_nodes[m_index];
    if (node.hasEscapes)
        return m_document->m_decoded[node.length];
    const auto text = QByteArrayView(m_document->m_text);
    return text.sliced(node.begin + (node.type == JsonType::String ? 1 : 0), node.length);
}

std::optional<qint64> JsonValue::wholeNumber() const
{
    if (type() != JsonType::Number)
        return std::nullopt;
    QByteArrayView rest = bytes();
    qint64 plain = 0;
    if (const auto [end, error] = std::from_chars(rest.begin(), rest.end(), plain);
        error == std::errc() && end == rest.end() && plain != std::numeric_limits<qint64>::min())
        return plain;

    // The digits that count, and how many powers of ten they are to be moved by.
    const bool isNegative = rest.startsWith('-');
    if (isNegative)
        rest = rest.sliced(1);
    qint64 exponent = 0;
    if (const auto place =
            std::find_if(rest.begin(), rest.end(), [](char c) { return c == 'e' || c == 'E'; });
        place != rest.end()) {
        bool isInRange = false;
        exponent = QByteArrayView(place + 1, rest.end()).toByteArray().toLongLong(&isInRange);
        if (!isInRange || exponent > largestExponent || exponent < -largestExponent)
            exponent = place[1] == '-' ? -largestExponent : largestExponent;
        rest = rest.first(place - rest.begin());
    }
    QByteArray digits;
    if (const auto point = rest.indexOf('.'); point >= 0) {
        digits = rest.first(point).toByteArray() + rest.sliced(point + 1).toByteArray();
        exponent -= rest.size() - point - 1;
    } else {
        digits = rest.toByteArray();
    }
    qsizetype leading = 0;
    while (leading < digits.size() && digits[leading] == '0')
        ++leading;
    digits.remove(0, leading);
    while (digits.endsWith('0')) {
        digits.chop(1);
        ++exponent;
    }
    if (digits.isEmpty())
        return 0;
    if (exponent < 0 || digits.size() + exponent > 19)
        return std::nullopt;
    digits.append(qsizetype(exponent), '0');
    bool isInRange = false;
    const auto number = digits.toLongLong(&isInRange);
    if (!isInRange)
        return std::nullopt;
    return isNegative ? -number : number;
}

std::optional<JsonValue> JsonValue::find(QByteArrayView key) const
{
    std::optional<JsonValue> found;
    if (isObject()) {
        forEachMember([&](QByteArrayView name, JsonValue value) {
            if (!found && name == key)
                found = value;
        });
    }
    return found;
}

void JsonValue::appendCompact(QByteArray &json) const
{
    switch (type()) {
    case JsonType::Null:
        json += "null";
        break;
    case JsonType::False:
        json += "false";
        break;
    case JsonType::True:
        json += "true";
        break;
    case JsonType::Number:
        json += bytes();
        break;
    case JsonType::String:
        appendJsonUtf8(json, bytes());
        break;
    case JsonType::Array:
        json += '[';
        forEachItem([&](qsizetype i, JsonValue item) {
            if (i > 0)
                json += ',';
            item.appendCompact(json);
        });
        json += ']';
        break;
    case JsonType::Object: {
        std::vector<std::pair<QByteArrayView, JsonValue>> members;
        forEachMember(
            [&](QByteArrayView key, JsonValue value) { members.emplace_back(key, value); });
        // The order of UTF-8 bytes is the order of code points.
        std::stable_sort(members.begin(), members.end(),
            [](const auto &a, const auto &b) { return a.first < b.first; });
        json += '{';
        for (const auto &[key, value] : members) {
            if (!json.endsWith('{'))
                json += ',';
            appendJsonUtf8(json, key);
            json += ':';
            value.appendCompact(json);
        }
        json += '}';
        break;
    }
    }
}

QString JsonValue::compact() const
{
    QByteArray json;
    appendCompact(json);
    return QString::fromUtf8(json);
}

JsonDocument JsonDocument::parse(const QByteArray &text)
{
    JsonDocument document;
    document.m_text = text;
    document.m_isWhole = JsonParser(document).parse();
    return document;
}

std::optional<JsonValue> JsonDocument::root() const
{
    return m_isWhole ? std::optional(JsonValue(this, 0)) : std::nullopt;
}

QString JsonDocument::lineAndColumn(qsizetype offset) const
{
    if (offset < m_seenOffset || m_seenOffset == 0) {
        m_seenOffset = m_text.startsWith(byteOrderMark) ? 3 : 0;
        m_seenLine = 1;
        m_seenColumn = 1;
    }
    for (; m_seenOffset < offset; ++m_seenOffset) {
        const auto c = uchar(m_text[m_seenOffset]);
        if (c == '\n') {
            ++m_seenLine;
            m_seenColumn = 1;
        } else if ((c & 0xC0) != 0x80) {
            ++m_seenColumn;
        }
    }
    return QStringLiteral("%1:%2").arg(m_seenLine).arg(m_seenColumn);
}
