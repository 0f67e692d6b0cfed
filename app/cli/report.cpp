// SPDX-License-Identifier: Apache-2.0
#include "app/cli/report.h"

#include "models/base/text.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

ExitCode exitCode(Error::Code code, During during)
{
    switch (code) {
    case Error::Code::NotOurs:
    case Error::Code::Corrupt:
    case Error::Code::Unsupported:
    case Error::Code::InvalidInput:
        return ExitCode::Input;
    case Error::Code::ReadOnly:
    case Error::Code::DiskFull:
        return ExitCode::Output;
    case Error::Code::NotFound:
    case Error::Code::Conflict:
    case Error::Code::Busy:
    case Error::Code::Io:
        break;
    }
    return during == During::Reading ? ExitCode::Input : ExitCode::Output;
}

ExitCode report(Streams &streams, const QString &path, const Error &error, During during)
{
    const auto text = error.text();
    // Whoever made the error may have named the file already.
    const bool isNamed = path.isEmpty() || text.contains(path);
    streams.err.line(visibleText(isNamed ? text : path + u": "_s + text));
    return exitCode(error.code, during);
}

void reportNotice(Streams &streams, const QString &notice)
{
    if (!notice.isEmpty())
        streams.err.line(visibleText(notice));
}

void reportProblems(Streams &streams, const ReadResult &read)
{
    reportProblems(streams, read.errors);
    if (read.furtherErrors > 0)
        streams.err.line(
            QCoreApplication::translate("Report", "… and %1 more.").arg(read.furtherErrors));
    reportProblems(streams, read.problems);
}

void reportProblems(Streams &streams, const QList<Problem> &problems)
{
    for (const auto &problem : problems)
        streams.err.line(visibleText(problemText(problem)));
}
