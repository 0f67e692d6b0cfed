// SPDX-License-Identifier: Apache-2.0
#include "models/base/jsontext.h"

#include <algorithm>

namespace {

/// What stands after the backslash; 0 for characters that stand for themselves.
constexpr char escapeOf(char16_t c)
{
    switch (c) {
    case u'"':
    case u'\\':
        return char(c);
    case u'\b':
        return 'b';
    case u'\f':
        return 'f';
    case u'\n':
        return 'n';
    case u'\r':
        return 'r';
    case u'\t':
        return 't';
    default:
        return c < 0x20 ? 'u' : '\0';
    }
}

constexpr char16_t unit(QChar c)
{
    return c.unicode();
}
constexpr char16_t unit(char c)
{
    return char16_t(uchar(c));
}

/// Text and output are both UTF-16 or both UTF-8: what is escaped looks alike in both.
template <class Output, class Text>
void appendEscaped(Output &json, const Text &text)
{
    constexpr char hexDigits[] = "0123456789abcdef";
    const auto put = [&json](char c) {
        if constexpr (std::is_same_v<Output, QString>)
            json.append(QLatin1Char(c));
        else
            json.append(c);
    };
    put('"');
    auto from = text.begin();
    for (auto place = text.begin(); place != text.end(); ++place) {
        const char16_t c = unit(*place);
        const char escape = escapeOf(c);
        if (escape == '\0')
            continue;
        json.append(from, place - from);
        from = place + 1;
        put('\\');
        put(escape);
        if (escape == 'u') {
            put('0');
            put('0');
            put(hexDigits[c >> 4]);
            put(hexDigits[c & 15]);
        }
    }
    json.append(from, text.end() - from);
    put('"');
}

}  // namespace

void appendJsonString(QString &json, QStringView text)
{
    appendEscaped(json, text);
}

void appendJsonString(QByteArray &json, QStringView text)
{
    // Nearly all texts are plain ASCII: those need no conversion.
    const auto size = json.size();
    json.resize(size + text.size() + 2);
    auto *place = json.data() + size;
    *place++ = '"';
    for (const QChar character : text) {
        const char16_t c = character.unicode();
        if (c >= 0x80 || escapeOf(c) != '\0') {
            json.resize(size);
            appendEscaped(json, text.toUtf8());
            return;
        }
        *place++ = char(c);
    }
    *place = '"';
}

void appendJsonUtf8(QByteArray &json, QByteArrayView text)
{
    if (std::any_of(text.begin(), text.end(), [](char c) { return escapeOf(unit(c)) != '\0'; })) {
        appendEscaped(json, text);
        return;
    }
    const auto size = json.size();
    json.resize(size + text.size() + 2);
    auto *place = json.data() + size;
    *place = '"';
    *std::copy(text.begin(), text.end(), place + 1) = '"';
}

QString jsonString(QStringView text)
{
    QString json;
    appendJsonString(json, text);
    return json;
}
