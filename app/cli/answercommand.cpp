// SPDX-License-Identifier: Apache-2.0
#include "app/cli/answercommand.h"

#include "app/cli/input.h"
#include "app/cli/report.h"
#include "models/base/text.h"
#include "models/document/document.h"
#include "models/exchange/answerstext.h"
#include "models/topology/edits.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct AnswerCommandTexts
{
    Q_DECLARE_TR_FUNCTIONS(AnswerCommand)
};

QString misuse(const AnswerOptions &options)
{
    if (options.isWithdrawal)
        return {};
    if (!options.effect)
        return AnswerCommandTexts::tr("An answer needs --effect restart or --effect immediate.");
    if (isBlank(options.evidence))
        return AnswerCommandTexts::tr("An answer needs its evidence: --evidence TEXT.");
    return {};
}

/// Why the answer could never count; empty if it may.
QString unknown(const Topology &topology, const AnswerOptions &options)
{
    const auto types = ApplicationType::all();
    const auto &applications = topology.applications();
    const auto isOfType = [&](const auto &type) { return type.token() == options.type; };
    if (std::none_of(types.begin(), types.end(), isOfType)
        && std::none_of(applications.begin(), applications.end(),
            [&](const Application &application) { return isOfType(application.type); }))
        return AnswerCommandTexts::tr(
            "%1 is no type of application. It is a word such as contactserver, as "
            "topology files have it.")
            .arg(visibleText(options.type));
    const auto hasKey = [&](const Application &application) {
        return std::any_of(application.extra.begin(), application.extra.end(),
            [&](const auto &extra) { return extra.key == options.field; });
    };
    if (!fieldFromName(Kind::Application, options.field)
        && std::none_of(applications.begin(), applications.end(), hasKey))
        return AnswerCommandTexts::tr(
            "%1 is no field of an application. It is a word such as tenants, options "
            "or release, as the plan's reasons have it.")
            .arg(visibleText(options.field));
    return {};
}

}  // namespace

ExitCode run(const AnswerOptions &options, Streams &streams)
{
    if (const auto wrong = misuse(options); !wrong.isEmpty()) {
        streams.err.line(wrong);
        return ExitCode::Usage;
    }
    const auto document = openDocument(options.document, options.author, streams);
    if (!document)
        return document.error();
    if (const auto wrong = unknown((*document)->topology(), options);
        !options.isWithdrawal && !wrong.isEmpty()) {
        streams.err.line(wrong);
        return ExitCode::Usage;
    }
    const auto applied = (*document)->apply([&](const Topology &topology) {
        return options.isWithdrawal
            ? withdrawAnswer(topology, options.type, options.field)
            : recordAnswer(topology,
                {options.type, options.field, *options.effect, options.evidence,
                    (*document)->author(), (*document)->today()});
    });
    if (!applied)
        return report(streams, options.document, applied.error(),
            applied.error().code == Error::Code::NotFound ? During::Reading : During::Writing);
    streams.out.write(answersText((*document)->topology()));
    return ExitCode::Done;
}

ExitCode run(const AnswersOptions &options, Streams &streams)
{
    const auto store = openStore(options.document, streams);
    if (!store)
        return store.error();
    const auto content = (*store)->loadWorking();
    if (!content)
        return report(streams, options.document, content.error(), During::Reading);
    if (options.format == ResultFormat::Json)
        streams.out.write(QByteArrayView(answersJson(content->topology)));
    else
        streams.out.write(answersText(content->topology));
    return ExitCode::Done;
}
