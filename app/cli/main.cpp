// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commandline.h"
#include "app/cli/report.h"

#include <QCoreApplication>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

// There is no QCoreApplication object: nothing here needs an event loop, and its start would take
// as long as a small check.

namespace {

/// Takes the places of channels that the caller has closed, before a document gets one of them and
/// is written into. What is written there fails.
void fillClosedChannels()
{
    for (int descriptor = 0; descriptor <= 2; ++descriptor) {
        if (::fcntl(descriptor, F_GETFD) == -1)
            (void)::open("/dev/null", O_RDONLY);
    }
}

}  // namespace

int main(int argc, char **argv)
{
    fillClosedChannels();
    // A reader that goes away is an error of writing like any other.
    std::signal(SIGPIPE, SIG_IGN);
    Streams streams;
    const auto parsed = parseCommandLine(argc, argv, streams);
    auto code = ExitCode::Done;
    if (const auto *invocation = std::get_if<Invocation>(&parsed))
        code = std::visit(
            [&streams](const auto &options) { return run(options, streams); }, *invocation);
    else
        code = std::get<ExitCode>(parsed);
    if (!streams.out.close()) {
        if (const auto reason = streams.out.errorText(); !reason.isEmpty())
            streams.err.line(
                QCoreApplication::translate("Main", "Standard output can't be written: %1")
                    .arg(reason));
        code = ExitCode::Output;
    }
    streams.err.flush();
    return int(code);
}
