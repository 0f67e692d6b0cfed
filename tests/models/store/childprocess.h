// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <functional>

/// A second process for tests of what two processes do to one file.
///
/// It is forked, and must be while this process has no document open: SQLite's list of open files
/// would be copied, and with it the belief that the copy holds the locks. Parent and child wait for
/// each other by single words over a pipe.
class ChildProcess final
{
public:
    /// What the child says and hears.
    class Line final
    {
    public:
        void say(char word) const;
        /// Waits for the next word; 0 if the other side has gone.
        char hear() const;

    private:
        friend class ChildProcess;
        int m_in = -1;
        int m_out = -1;
    };

    /// "work" gives the exit code.
    explicit ChildProcess(const std::function<int(const Line &)> &work);
    /// Kills it, if it is still there.
    ~ChildProcess();
    ChildProcess(const ChildProcess &) = delete;
    ChildProcess &operator=(const ChildProcess &) = delete;

    const Line &line() const { return m_line; }
    qint64 id() const { return m_id; }
    void kill();
    /// Waits for its end: its exit code, or minus the signal that ended it.
    int wait();

private:
    Line m_line;
    int m_id = -1;
};
