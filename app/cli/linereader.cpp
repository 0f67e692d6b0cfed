// SPDX-License-Identifier: Apache-2.0
#include "app/cli/linereader.h"

#include <cerrno>
#include <unistd.h>

std::optional<LineReader::Line> LineReader::next()
{
    while (true) {
        const auto end = m_buffer.indexOf('\n', m_searched);
        if (end >= 0)
            return take(end, 1);
        if (m_buffer.size() - m_begin > longestLine) {
            m_isDropping = true;
            m_begin = m_buffer.size();
        }
        m_searched = m_buffer.size();
        if (!readMore()) {
            if (m_begin == m_buffer.size() && !m_isDropping)
                return {};
            return take(m_buffer.size(), 0);
        }
    }
}

bool LineReader::readMore()
{
    if (m_isAtEnd)
        return false;
    m_buffer.remove(0, m_begin);
    m_searched -= m_begin;
    m_begin = 0;
    constexpr qsizetype chunk = 1 << 16;
    const auto filled = m_buffer.size();
    m_buffer.resize(filled + chunk);
    ssize_t count = 0;
    do {
        count = ::read(m_descriptor, m_buffer.data() + filled, size_t(chunk));
    } while (count < 0 && errno == EINTR);
    m_buffer.resize(filled + qMax<qsizetype>(count, 0));
    m_hasFailed = count < 0;
    m_isAtEnd = count <= 0;
    return !m_isAtEnd;
}

LineReader::Line LineReader::take(qsizetype end, qsizetype extra)
{
    Line line;
    line.isTooLong = m_isDropping || end - m_begin > longestLine;
    if (!line.isTooLong)
        line.text = m_buffer.mid(m_begin, end - m_begin);
    m_isDropping = false;
    m_begin = m_searched = end + extra;
    return line;
}
