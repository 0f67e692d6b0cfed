// SPDX-License-Identifier: Apache-2.0
#include "app/cli/editcommand.h"

#include "app/cli/input.h"
#include "app/cli/linereader.h"
#include "app/cli/report.h"
#include "models/document/document.h"
#include "models/exchange/editlines.h"
#include "models/store/filecopy.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

namespace {

struct EditCommandTexts
{
    Q_DECLARE_TR_FUNCTIONS(EditCommand)
};

bool isBlank(const QByteArray &line)
{
    return line.trimmed().isEmpty();
}

/// What a line is answered with, and whether it was done.
struct Answer
{
    QByteArray text;
    bool isAccepted = false;
};

Answer refused(const QString &error)
{
    return {refusedAnswer(error), false};
}

Answer travel(Document &document, EditRequest::Operation operation)
{
    const auto undone =
        operation == EditRequest::Operation::Undo ? document.undo() : document.redo();
    if (!undone)
        return refused(undone.error().text());
    return {
        travelAnswer(operation, undone->state, undone->entry.title, undone->entry.author), true};
}

Answer answerTo(Document &document, const LineReader::Line &line)
{
    if (line.isTooLong)
        return refused(EditCommandTexts::tr("The line is longer than 16 MiB."));
    const auto request = parseEditLine(line.text);
    if (!request)
        return refused(request.error().text());
    // What others did meanwhile counts; a failure to look is one to write as well.
    (void)document.follow();
    if (request->operation != EditRequest::Operation::Change)
        return travel(document, request->operation);
    const auto state = document.apply(request->build);
    if (!state)
        return refused(state.error().text());
    return {acceptedAnswer(*state), true};
}

/// Answers every line but blank ones. Ends early if an answer can't be written: nobody would know
/// what was done.
ExitCode answerAll(Document &document, LineReader &lines, Streams &streams)
{
    auto code = ExitCode::Done;
    while (const auto line = lines.next()) {
        if (!line->isTooLong && isBlank(line->text))
            continue;
        auto answer = answerTo(document, *line);
        if (!answer.isAccepted)
            code = ExitCode::Input;
        streams.out.write(QByteArrayView(answer.text += '\n'));
        if (!streams.out.flush())
            return ExitCode::Output;
    }
    return code;
}

}  // namespace

ExitCode run(const EditOptions &options, Streams &streams)
{
    const bool hasScript = !options.script.isEmpty() && options.script != u"-"_s;
    if (hasScript && isSameFile(options.script, options.document)) {
        streams.err.line(EditCommandTexts::tr("The script can't be the document itself."));
        return ExitCode::Usage;
    }
    QFile script(options.script);
    if (hasScript && !script.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return report(
            streams, options.script, {Error::Code::Io, script.errorString(), {}}, During::Reading);

    const auto document = openDocument(options.document, options.author, streams);
    if (!document)
        return document.error();
    streams.err.flush();
    if ((*document)->isReadOnly())
        return report(streams, options.document,
            {Error::Code::ReadOnly, EditCommandTexts::tr("The document can't be written."), {}},
            During::Writing);

    LineReader lines(hasScript ? script.handle() : streams.in);
    const auto code = answerAll(**document, lines, streams);
    if (!lines.hasFailed())
        return code;
    const auto name = hasScript ? options.script : EditCommandTexts::tr("standard input");
    return report(streams, {},
        {Error::Code::Io, EditCommandTexts::tr("The lines can't be read any further."), name},
        During::Reading);
}
