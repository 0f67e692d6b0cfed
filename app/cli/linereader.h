// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <optional>

/// Lines of a descriptor as they come: a line is there as soon as its end was read, however long
/// the next one takes.
class LineReader final
{
public:
    /// Longer lines are dropped as they are read, so that memory stays bounded.
    static constexpr qsizetype longestLine = 16 << 20;

    explicit LineReader(int descriptor)
        : m_descriptor(descriptor)
    {
    }

    struct Line
    {
        QByteArray text;         ///< Without its end.
        bool isTooLong = false;  ///< Then the text is empty.
    };
    /// Waits for the next line; nothing at the end, or when reading fails. The last line needs no
    /// end.
    std::optional<Line> next();
    /// Reading has failed: there may be more lines than were seen.
    bool hasFailed() const { return m_hasFailed; }

private:
    bool readMore();
    /// The bytes up to this place of the buffer, which are forgotten along with "extra" more.
    Line take(qsizetype end, qsizetype extra);

    int m_descriptor;
    QByteArray m_buffer;
    qsizetype m_begin = 0;     // Of the line at hand, in the buffer.
    qsizetype m_searched = 0;  // No line end before.
    bool m_isDropping = false;
    bool m_isAtEnd = false;
    bool m_hasFailed = false;
};
