// SPDX-License-Identifier: Apache-2.0
#include "models/store/utf8.h"

#include <algorithm>
#include <cstring>

namespace {

constexpr size_t cacheSize = 4096;

void appendCodePoint(std::string &out, char32_t code)
{
    const auto tail = [&](int shift) { out += char(0x80 | ((code >> shift) & 0x3F)); };
    if (code < 0x800) {
        out += char(0xC0 | (code >> 6));
    } else if (code < 0x10000) {
        out += char(0xE0 | (code >> 12));
        tail(6);
    } else {
        out += char(0xF0 | (code >> 18));
        tail(12);
        tail(6);
    }
    tail(0);
}

/// Takes one character off the front; nothing if it is malformed, too long a form, a surrogate or
/// out of range.
std::optional<char32_t> takeCodePoint(std::string_view &bytes)
{
    const auto first = quint8(bytes.front());
    if (first < 0x80) {
        bytes.remove_prefix(1);
        return first;
    }
    const size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || bytes.size() < length)
        return std::nullopt;
    char32_t code = first & (0x7Fu >> length);
    for (size_t i = 1; i < length; ++i) {
        const auto next = quint8(bytes[i]);
        if ((next & 0xC0) != 0x80)
            return std::nullopt;
        code = (code << 6) | (next & 0x3F);
    }
    const char32_t least = length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80;
    if (code < least || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
        return std::nullopt;
    bytes.remove_prefix(length);
    return code;
}

bool isAscii(std::string_view bytes)
{
    while (bytes.size() >= 8) {
        quint64 word = 0;
        std::memcpy(&word, bytes.data(), 8);
        if (word & 0x8080808080808080u)
            return false;
        bytes.remove_prefix(8);
    }
    return std::all_of(bytes.begin(), bytes.end(), [](char c) { return quint8(c) < 0x80; });
}

size_t placeOf(std::string_view bytes)
{
    quint64 head = 0;
    quint64 tail = 0;
    const size_t some = std::min<size_t>(bytes.size(), 8);
    std::memcpy(&head, bytes.data(), some);
    std::memcpy(&tail, bytes.data() + bytes.size() - some, some);
    quint64 middle = 0;
    if (bytes.size() > 16)
        std::memcpy(&middle, bytes.data() + bytes.size() / 2 - 4, 8);
    quint64 hash = (head ^ (bytes.size() << 56)) * 0x9E3779B97F4A7C15u;
    hash = (hash ^ (hash >> 29) ^ tail) * 0xBF58476D1CE4E5B9u;
    hash = (hash ^ (hash >> 32) ^ middle) * 0x94D049BB133111EBu;
    return size_t(hash >> 40) % cacheSize;
}

}  // namespace

bool toUtf8(QStringView text, std::string &out)
{
    out.clear();
    const auto *unit = text.utf16();
    const auto *end = unit + text.size();
    out.reserve(size_t(text.size()));
    while (unit != end) {
        char32_t code = *unit++;
        if (code < 0x80) {
            out += char(code);
            continue;
        }
        if (code >= 0xD800 && code <= 0xDFFF) {
            if (code >= 0xDC00 || unit == end || *unit < 0xDC00 || *unit > 0xDFFF)
                return false;
            code = 0x10000 + ((code - 0xD800) << 10) + (*unit++ - 0xDC00u);
        }
        appendCodePoint(out, code);
    }
    return true;
}

std::optional<QString> fromUtf8(std::string_view bytes)
{
    if (isAscii(bytes))
        return QString::fromLatin1(bytes.data(), qsizetype(bytes.size()));
    QString text(qsizetype(bytes.size()), Qt::Uninitialized);  // Never more units than bytes.
    auto *out = text.data();
    while (!bytes.empty()) {
        const auto code = takeCodePoint(bytes);
        if (!code)
            return std::nullopt;
        if (*code < 0x10000) {
            *out++ = QChar(char16_t(*code));
        } else {
            *out++ = QChar(QChar::highSurrogate(*code));
            *out++ = QChar(QChar::lowSurrogate(*code));
        }
    }
    text.resize(out - text.constData());
    return text;
}

TextCache::TextCache()
    : m_entries(cacheSize)
{
}

std::optional<QString> TextCache::text(std::string_view bytes)
{
    if (bytes.empty())
        return QString();
    if (bytes.size() > maxSize)
        return fromUtf8(bytes);
    auto &entry = m_entries[placeOf(bytes)];
    if (entry.size == bytes.size() && std::memcmp(entry.bytes, bytes.data(), bytes.size()) == 0)
        return entry.text;
    auto text = fromUtf8(bytes);
    if (text) {
        entry.size = quint8(bytes.size());
        std::memcpy(entry.bytes, bytes.data(), bytes.size());
        entry.text = *text;
    }
    return text;
}
