// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// UTF-8 as documents hold it: exact both ways. QString's own conversions mend what is malformed,
// and drop a leading U+FEFF.

/// Replaces "out" by the text's UTF-8; false if the text has a lone surrogate, which UTF-8 can't
/// hold.
[[nodiscard]] bool toUtf8(QStringView text, std::string &out);
/// Nothing if the bytes are no UTF-8.
[[nodiscard]] std::optional<QString> fromUtf8(std::string_view bytes);

/// Calls visit(std::string_view) for pieces of at most "size" bytes that don't cut a character.
template <class Visit>
void forEachPart(std::string_view text, size_t size, Visit visit)
{
    while (text.size() > size) {
        size_t end = size;
        while (end > 0 && (text[end] & 0xC0) == 0x80)
            --end;
        visit(text.substr(0, end));
        text.remove_prefix(end);
    }
    visit(text);
}

/// Texts that were read lately, so that words that come again and again (keys, ports, releases)
/// share one QString.
class TextCache final
{
public:
    TextCache();
    /// As fromUtf8().
    [[nodiscard]] std::optional<QString> text(std::string_view bytes);

private:
    static constexpr size_t maxSize = 46;
    struct Entry
    {
        quint8 size = 0xFF;
        char bytes[maxSize];
        QString text;
    };
    std::vector<Entry>
        m_entries;  // A power of two; each place keeps the last text that fell on it.
};
