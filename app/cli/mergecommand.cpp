// SPDX-License-Identifier: Apache-2.0
#include "app/cli/mergecommand.h"

#include "app/cli/input.h"
#include "app/cli/outputfile.h"
#include "models/base/clock.h"
#include "models/document/document.h"
#include "models/exchange/topologyjsonwriter.h"
#include "models/merge/mergereport.h"
#include "models/store/filecopy.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {

struct MergeCommandTexts
{
    Q_DECLARE_TR_FUNCTIONS(MergeCommand)
};

/// The common ancestor. An empty file says that there is none, which is how git says it.
tl::expected<Topology, ExitCode> readBase(const QString &path, Streams &streams)
{
    const QFileInfo file(path);
    if (file.isFile() && file.size() == 0)
        return Topology();
    return readTopology(path, streams);
}

class MergeRun
{
public:
    MergeRun(const MergeOptions &options, Topology base, Topology theirs, Streams &streams)
        : m_options(options)
        , m_base(std::move(base))
        , m_theirs(std::move(theirs))
        , m_streams(streams)
    {
        m_choices.otherwise = options.preference.value_or(MergeSide::Ours);
    }

    ExitCode intoFile(const Topology &ours)
    {
        m_merge = mergeTopologies(m_base, ours, m_theirs, m_choices);
        const auto written = writeTopology(m_merge.topology);
        reportProblems(m_streams, written.warnings);
        const auto code = writeResult(m_streams, m_options.output, written.bytes);
        return code == ExitCode::Done ? tell(ours) : code;
    }

    ExitCode intoDocument()
    {
        const auto document = Document::open(m_options.ours, m_options.author);
        if (!document)
            return report(m_streams, m_options.ours, document.error(), During::Reading);
        reportNotice(m_streams, (*document)->notice());
        Topology ours;
        const auto applied = (*document)->apply([&](const Topology &topology) -> Result<Step> {
            ours = topology;
            m_merge = mergeTopologies(m_base, topology, m_theirs, m_choices);
            auto step = m_merge.step;
            step.title =
                MergeCommandTexts::tr("Merge %1").arg(QFileInfo(m_options.theirs).fileName());
            return step;
        });
        if (!applied)
            return report(m_streams, m_options.ours, applied.error(), During::Writing);
        return tell(ours);
    }

private:
    ExitCode tell(const Topology &ours)
    {
        const auto effect =
            mergeEffect(m_base, ours, m_theirs, m_merge.topology, SystemClock().now().date());
        m_streams.err.write(mergeText(m_merge, effect));
        if (m_options.format == ResultFormat::Json)
            m_streams.out.write(QByteArrayView(mergeJson(m_merge, effect)));
        const bool isOpen = !m_merge.conflicts.isEmpty() && !m_options.preference;
        return isOpen ? ExitCode::Findings : ExitCode::Done;
    }

    const MergeOptions &m_options;
    Topology m_base;
    Topology m_theirs;
    Streams &m_streams;
    MergeChoices m_choices;
    TopologyMerge m_merge;
};

}  // namespace

ExitCode run(const MergeOptions &options, Streams &streams)
{
    auto base = readBase(options.base, streams);
    if (!base)
        return base.error();
    const auto ours = readTopology(options.ours, streams);
    if (!ours)
        return ours.error();
    auto theirs = readTopology(options.theirs, streams);
    if (!theirs)
        return theirs.error();
    MergeRun merge(options, std::move(*base), std::move(*theirs), streams);
    // Any other document is refused as every output is that would destroy one.
    const bool isDocument =
        isSameFile(options.output, options.ours) && leadsToDocument(options.ours);
    return isDocument ? merge.intoDocument() : merge.intoFile(*ours);
}
