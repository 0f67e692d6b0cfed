// SPDX-License-Identifier: Apache-2.0
#include "tests/models/store/childprocess.h"

#include <csignal>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

void ChildProcess::Line::say(char word) const
{
    [[maybe_unused]] const auto written = ::write(m_out, &word, 1);
}

char ChildProcess::Line::hear() const
{
    char word = 0;
    return ::read(m_in, &word, 1) == 1 ? word : '\0';
}

ChildProcess::ChildProcess(const std::function<int(const Line &)> &work)
{
    int toChild[2];
    int toParent[2];
    if (::pipe(toChild) != 0 || ::pipe(toParent) != 0)
        qFatal("pipe");
    m_id = ::fork();
    if (m_id == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        ::close(toChild[1]);
        ::close(toParent[0]);
        Line line;
        line.m_in = toChild[0];
        line.m_out = toParent[1];
        ::_exit(work(line));
    }
    ::close(toChild[0]);
    ::close(toParent[1]);
    m_line.m_in = toParent[0];
    m_line.m_out = toChild[1];
}

ChildProcess::~ChildProcess()
{
    if (m_id > 0) {
        kill();
        wait();
    }
    ::close(m_line.m_in);
    ::close(m_line.m_out);
}

void ChildProcess::kill()
{
    ::kill(m_id, SIGKILL);
}

int ChildProcess::wait()
{
    int status = 0;
    ::waitpid(m_id, &status, 0);
    m_id = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}
