// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/exchange/exportstamp.h"
#include "models/plan/mutagenchanges.h"
#include "models/topology/draft.h"

struct WrittenMutagen
{
    QByteArray bytes;
    /// References that a file of names can't carry, texts that mutagen takes for variables, and
    /// what may keep it from reading the file. Steps to do by hand are no warnings (manualstep.h).
    QList<Problem> warnings;
    int objects = 0;
    int secrets = 0;  ///< Values whose key looks like a secret.
};

/// A file for mutagen's import (format JSON), as UTF-8; equal topologies give equal bytes. The
/// stamp stands in its metadata; its checksum is of the bytes that would be written without it.
///
/// Everything, or only what changed. Everything is for keeping as well: reading it gives the same
/// topology, settings and links of unknown DBID aside. So it has DBIDs, types and releases, too,
/// which mutagen passes over; and what was kept unread goes back where it came from.
///
/// A field that mutagen's import is given replaces what was there, tables of options and lists as a
/// whole. That is why a secret is neither left out of a table (it would be deleted) nor redacted
/// (the mark would become the password): it stands in the file, and whoever writes it to disk keeps
/// it to the owner.
enum class MutagenExtent { Everything, OnlyChanges };

/// The changes are those of the topology from what runs in production (from nothing, if that isn't
/// known): they tell also what an export of everything would have to create.
WrittenMutagen writeMutagen(const Topology &topology, const MutagenChanges &changes,
    MutagenExtent extent, const std::optional<ExportStamp> &stamp = {});
