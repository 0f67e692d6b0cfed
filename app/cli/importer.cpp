// SPDX-License-Identifier: Apache-2.0
#include "app/cli/importer.h"

#include "models/topology/align.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {

struct ImporterTexts
{
    Q_DECLARE_TR_FUNCTIONS(Importer)
};

QString stepTitle(const QStringList &sources)
{
    const auto first = sources.first() == u"-"_s ? ImporterTexts::tr("standard input")
                                                 : QFileInfo(sources.first()).fileName();
    return sources.size() == 1
        ? ImporterTexts::tr("Import %1").arg(first)
        : ImporterTexts::tr("Import %1 and %2 more").arg(first).arg(sources.size() - 1);
}

}  // namespace

Result<ImportOutcome> Importer::into(Document &document)
{
    return m_options.isBaseline ? asBaseline(document) : merged(document);
}

Result<Step> Importer::build(const Topology &topology)
{
    auto merge =
        mergeDrafts(topology, m_read.draft, m_options.replaces ? Missing::Remove : Missing::Keep);
    if (!merge)
        return tl::unexpected(merge.error());
    m_merge = std::move(*merge);
    m_merge.step.title = stepTitle(m_options.sources);
    m_problems = m_merge.problems;
    return m_merge.step;
}

ImportOutcome Importer::outcome() const
{
    ImportOutcome outcome;
    outcome.added = m_merge.added;
    outcome.modified = m_merge.modified;
    outcome.removed = m_merge.removed;
    outcome.problems = m_read.problems.size() + m_problems.size();
    return outcome;
}

Result<ImportOutcome> Importer::intoNothing()
{
    if (const auto step = build(Topology()); !step)
        return tl::unexpected(step.error());
    return outcome();
}

Result<ImportOutcome> Importer::merged(Document &document)
{
    const int before = document.planner().summary().restarts;
    int after = before;
    if (m_options.isDryRun) {
        const auto step = build(document.topology());
        if (!step)
            return tl::unexpected(step.error());
        // The first import into an empty document becomes its baseline: nothing differs from
        // itself.
        const bool isFirst = document.topology().isEmpty() && !document.canUndo();
        if (!isFirst)
            after = document.preview(*step).planAfter.restarts;
    } else {
        const auto state =
            document.import([this](const Topology &topology) { return build(topology); });
        if (!state)
            return tl::unexpected(state.error());
        after = document.planner().summary().restarts;
    }
    auto result = outcome();
    result.restartsBefore = before;
    result.restartsAfter = after;
    return result;
}

Result<ImportOutcome> Importer::asBaseline(Document &document)
{
    m_merge = {};
    m_problems.clear();
    const auto baseline = topologyFromDrafts(m_read.draft, &m_problems);
    if (!baseline)
        return tl::unexpected(baseline.error());
    auto result = outcome();
    for (const auto &difference : differences(document.baseline(), *baseline, Matching::ByName)) {
        result.added += difference.change == ObjectDifference::Change::Added;
        result.modified += difference.change == ObjectDifference::Change::Modified;
        result.removed += difference.change == ObjectDifference::Change::Removed;
    }
    result.restartsBefore = document.planner().summary().restarts;
    if (m_options.isDryRun) {
        const auto aligned = alignedTo(document.topology(), *baseline);
        result.restartsAfter =
            Planner(aligned, document.topology(), Matching::ById).summary().restarts;
        return result;
    }
    if (const auto replaced = document.replaceBaseline(*baseline); !replaced)
        return tl::unexpected(replaced.error());
    result.restartsAfter = document.planner().summary().restarts;
    return result;
}
