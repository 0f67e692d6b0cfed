// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/exchange/source.h"
#include "models/topology/draft.h"

/// Formats that can be read.
enum class InputFormat {
    Auto,  ///< Told by the content.
    Topology,
    Mutagen,
};

/// What reading gave. Malformed places refuse the whole: then the draft is empty.
struct ReadResult
{
    TopologyDraft draft;
    /// Malformed places, at most listedErrors of them; "where" is "12:4: applications[3].state".
    QList<Problem> errors;
    qsizetype furtherErrors = 0;  ///< How many more there were.
    /// What was taken otherwise than it stands; "where" is "applications[3].type".
    QList<Problem> problems;

    static constexpr qsizetype listedErrors = 200;
    bool isMalformed() const { return !errors.isEmpty(); }
};

/// The text of one input as a draft. Mutagen takes types, releases and linked switches that the
/// input doesn't have from what is known: the document that it will be merged into.
[[nodiscard]] ReadResult readInput(
    const QByteArray &bytes, InputFormat format, const Topology *known = nullptr);

/// Several inputs as one draft, in order: of an object that several give, the later ones' fields
/// count. Problems and errors begin with the source's name; all sources are read, whatever is wrong
/// with the ones before.
[[nodiscard]] ReadResult readInputs(
    const QList<InputSource> &sources, InputFormat format, const Topology *known = nullptr);

/// "site.json:12:4: applications[3].state: …", "site.json: tenants[2]: …".
QString problemText(const Problem &problem);
/// The problem with the name of its source before the place.
Problem inSource(const QString &source, Problem problem);
