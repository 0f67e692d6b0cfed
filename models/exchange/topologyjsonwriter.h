// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/rules/validator.h"
#include "models/topology/draft.h"

/// What an export says about itself (key "stamp"). It has no time, so that equal documents give
/// equal bytes.
struct ExportStamp
{
    QString product;  ///< "Switchyard 0.1.0"
    int rules = 0;    ///< How many were checked.
    int errors = 0;   ///< Not waived, like those below.
    int warnings = 0;
    int advice = 0;
    int waived = 0;
    int allowedErrors = 0;  ///< Errors that stood and were let through.
};

/// The stamp of an export that lets all errors through that are not waived.
ExportStamp stampFor(const FindingsSummary &findings, const QString &version);

struct WrittenTopology
{
    QByteArray bytes;
    QList<Problem> warnings;  ///< References that a file of names can't carry.
};

/// The topology format (contract: cli.md), as UTF-8. Equal topologies give equal bytes: objects are
/// sorted by name, those of one name in the order of the document. Placeholders are no objects;
/// what refers to them keeps their names. The stamp's checksum is the SHA-256 of the bytes that
/// would be written without a stamp.
WrittenTopology writeTopology(
    const Topology &topology, const std::optional<ExportStamp> &stamp = {});
/// "sha256:…": the checksum that the stamp of this topology's file has.
QString topologyChecksum(const Topology &topology);
