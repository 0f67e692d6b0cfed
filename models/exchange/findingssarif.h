// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/rules/finding.h"

#include <functional>

/// Where findings stand in what was checked.
struct CheckedArtifact
{
    QString uri;  ///< Relative or absolute, as pipelines show it.
    /// The line of an object in a text file, from 1; nothing for documents and placeholders.
    std::function<std::optional<qint64>(ObjectId)> lineOf;
};

/// Findings as SARIF 2.1.0 (OASIS), for pipelines and editors: every rule of the catalogue with its
/// text and source, a result for each finding, in order; waived ones are suppressed, with the
/// waiver's reason. Equal findings give equal bytes.
QByteArray findingsSarif(const Topology &topology, const QList<Finding> &findings,
    const CheckedArtifact &artifact, const QString &version);
