// SPDX-License-Identifier: Apache-2.0
#include "app/cli/streams.h"

#include <cerrno>
#include <cstring>
#include <poll.h>
#include <unistd.h>

namespace {

constexpr qsizetype bufferSize = 1 << 16;

// Whoever started us may have left the channel non-blocking.
void waitForRoom(int descriptor)
{
    pollfd room {descriptor, POLLOUT, 0};
    ::poll(&room, 1, -1);
}

}  // namespace

void Output::write(QByteArrayView bytes)
{
    if (m_error != 0)
        return;
    m_buffer.append(bytes.data(), bytes.size());
    if (m_buffer.size() >= bufferSize)
        flush();
}

void Output::write(QStringView text)
{
    write(QByteArrayView(text.toUtf8()));
}

void Output::line(QStringView text)
{
    write(text);
    write(QByteArrayView("\n"));
}

bool Output::flush()
{
    qsizetype done = 0;
    while (m_error == 0 && done < m_buffer.size()) {
        const auto written =
            ::write(m_descriptor, m_buffer.constData() + done, size_t(m_buffer.size() - done));
        if (written >= 0)
            done += written;
        else if (errno == EAGAIN)
            waitForRoom(m_descriptor);
        else if (errno != EINTR)
            m_error = errno;
    }
    m_buffer.clear();
    return m_error == 0;
}

bool Output::close()
{
    flush();
    // A channel that the caller had closed before we started is no failure as long as nothing was
    // to be written.
    if (::close(m_descriptor) != 0 && m_error == 0 && errno != EBADF && errno != EINTR)
        m_error = errno;
    return m_error == 0;
}

QString Output::errorText() const
{
    return m_error == 0 || m_error == EPIPE ? QString()
                                            : QString::fromLocal8Bit(std::strerror(m_error));
}
