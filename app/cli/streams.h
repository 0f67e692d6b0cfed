// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

/// One of the process's output channels, as UTF-8 and through one buffer.
///
/// A write that fails is remembered, and everything after it is dropped: whoever needs to know asks
/// flush().
class Output final
{
public:
    explicit Output(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    Output(const Output &) = delete;
    Output &operator=(const Output &) = delete;

    void write(QByteArrayView bytes);
    void write(QStringView text);
    /// The text and a line break.
    void line(QStringView text);
    /// False if anything was not written, now or before.
    bool flush();
    /// Flushes and closes; some file systems tell a full disk only then.
    bool close();
    /// Why, for people; empty as long as all went well, and where the reader just went away.
    QString errorText() const;

private:
    QByteArray m_buffer;
    int m_descriptor;
    int m_error = 0;  // errno
};

/// What a command reads and writes besides files. Results go to "out", all else to "err".
struct Streams
{
    Output out {1};
    Output err {2};
    int in = 0;  ///< Descriptor of standard input.
};
