// SPDX-License-Identifier: Apache-2.0
#include "app/cli/waivecommand.h"

#include "app/cli/input.h"
#include "app/cli/report.h"
#include "models/base/text.h"
#include "models/document/document.h"
#include "models/exchange/waiverstext.h"
#include "models/topology/stepcomposer.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

struct WaiveCommandTexts
{
    Q_DECLARE_TR_FUNCTIONS(WaiveCommand)
};

/// What the options mean, each key once, with what it says.
struct Candidates
{
    QList<WaiverKey> keys;
    QStringList texts;

    void add(const WaiverKey &key, const QString &text)
    {
        if (!keys.contains(key)) {
            keys.append(key);
            texts.append(text);
        }
    }
};

Candidates standingFindings(const Topology &topology, const FindingChoice &choice)
{
    Candidates candidates;
    for (const auto &finding : checkAll(topology)) {
        const auto key = waiverKey(finding);
        if (isMeant(choice, topology, key))
            candidates.add(key, message(topology, finding));
    }
    return candidates;
}

Candidates keptWaivers(const Topology &topology, const FindingChoice &choice)
{
    Candidates candidates;
    for (const auto &waiver : topology.waivers()) {
        if (isMeant(choice, topology, waiver.key))
            candidates.add(waiver.key, waiver.about);
    }
    return candidates;
}

/// The step for what the options mean; InvalidInput if they don't say it clearly.
Result<Step> makeStep(const Topology &topology, const WaiveOptions &options, Candidates &done)
{
    done = options.isWithdrawal ? keptWaivers(topology, options.choice)
                                : standingFindings(topology, options.choice);
    if (done.keys.isEmpty())
        return failure(Error::Code::NotFound,
            options.isWithdrawal ? WaiveCommandTexts::tr("There is no such waiver.")
                                 : WaiveCommandTexts::tr("There is no such finding."));
    if (done.keys.size() > 1 && !options.takesAll) {
        QStringList lines {WaiveCommandTexts::tr(
            "More than one is meant. Narrow it down with --object, --kind, --tenant or "
            "--related, or take all of them with --all:")};
        for (qsizetype i = 0; i < done.keys.size(); ++i)
            lines.append(u"  %1: %2"_s.arg(done.keys.at(i).rule, visibleText(done.texts.at(i))));
        return failure(Error::Code::InvalidInput, lines.join(u'\n'));
    }
    StepComposer composer(topology);
    for (qsizetype i = 0; i < done.keys.size(); ++i) {
        const auto &key = done.keys.at(i);
        if (options.isWithdrawal)
            composer.add(withdrawWaiver(composer.topology(), key));
        else
            composer.add(setWaiver(composer.topology(),
                {key, options.reason, options.owner,
                    QDate::fromString(options.expires, Qt::ISODate), done.texts.at(i)}));
    }
    const auto count = done.keys.size();
    return composer.take(count == 1 ? QString()
            : options.isWithdrawal  ? WaiveCommandTexts::tr("Withdraw %1 waivers").arg(count)
                                    : WaiveCommandTexts::tr("Waive %1 findings").arg(count));
}

QString misuse(const WaiveOptions &options)
{
    if (const auto wrong = misuse(options.choice); !wrong.isEmpty())
        return wrong;
    if (!options.isWithdrawal && isBlank(options.reason))
        return WaiveCommandTexts::tr("A waiver needs a reason: --reason TEXT.");
    static const QRegularExpression form(u"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"_s);
    if (!options.expires.isEmpty()
        && (!form.match(options.expires).hasMatch()
            || !QDate::fromString(options.expires, Qt::ISODate).isValid()))
        return WaiveCommandTexts::tr("%1 is no date of the form 2026-12-31.").arg(options.expires);
    return {};
}

}  // namespace

ExitCode run(const WaiveOptions &options, Streams &streams)
{
    if (const auto wrong = misuse(options); !wrong.isEmpty()) {
        streams.err.line(wrong);
        return ExitCode::Usage;
    }
    const auto document = openDocument(options.document, options.author, streams);
    if (!document)
        return document.error();
    Candidates done;
    bool isUnclear = false;
    const auto applied = (*document)->apply([&](const Topology &topology) {
        auto step = makeStep(topology, options, done);
        isUnclear = !step
            && (step.error().code == Error::Code::InvalidInput
                || step.error().code == Error::Code::NotFound);
        return step;
    });
    if (!applied && isUnclear) {
        streams.err.line(applied.error().message);
        return applied.error().code == Error::Code::NotFound ? ExitCode::Input : ExitCode::Usage;
    }
    if (!applied)
        return report(streams, options.document, applied.error(), During::Writing);
    for (qsizetype i = 0; i < done.keys.size(); ++i)
        streams.out.line((options.isWithdrawal ? WaiveCommandTexts::tr("No longer waived: %1: %2")
                                               : WaiveCommandTexts::tr("Waived: %1: %2"))
                             .arg(done.keys.at(i).rule, visibleText(done.texts.at(i))));
    return ExitCode::Done;
}

ExitCode run(const WaiversOptions &options, Streams &streams)
{
    const auto store = openStore(options.document, streams);
    if (!store)
        return store.error();
    const auto content = (*store)->loadWorking();
    if (!content)
        return report(streams, options.document, content.error(), During::Reading);
    const auto today = SystemClock().now().date();
    const auto &topology = content->topology;
    const auto states = waiverStates(topology, checkAll(topology, today), today);
    if (options.format == ResultFormat::Json)
        streams.out.write(QByteArrayView(waiversJson(topology, states)));
    else
        streams.out.write(waiversText(topology, states));
    return ExitCode::Done;
}
