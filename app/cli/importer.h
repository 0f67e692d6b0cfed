// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/importcommand.h"
#include "models/document/document.h"
#include "models/exchange/inputs.h"

/// What an import did, or would do.
struct ImportOutcome
{
    int added = 0;
    int modified = 0;
    int removed = 0;
    qsizetype problems = 0;
    int restartsBefore = 0;
    int restartsAfter = 0;
};

/// Brings what was read into a document.
class Importer final
{
public:
    Importer(const ImportOptions &options, ReadResult read)
        : m_options(options)
        , m_read(std::move(read))
    {
    }

    /// Does it, or on a dry run tells what would become of the document.
    Result<ImportOutcome> into(Document &document);
    /// What would become of a document that isn't there.
    Result<ImportOutcome> intoNothing();
    /// What the merging had to tell, besides what the reading had.
    const QList<Problem> &problems() const { return m_problems; }

private:
    Result<Step> build(const Topology &topology);
    Result<ImportOutcome> merged(Document &document);
    Result<ImportOutcome> asBaseline(Document &document);
    ImportOutcome outcome() const;

    const ImportOptions &m_options;
    ReadResult m_read;
    Merge m_merge;
    QList<Problem> m_problems;
};
