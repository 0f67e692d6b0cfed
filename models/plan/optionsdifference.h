// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/objects.h"

/// What differs between two tables of options: only sections and keys that do, and whole sections
/// that one side lacks. A key without a value is as good as none; a section without keys is still a
/// section.
struct OptionsDifference
{
    Options before;
    Options after;

    bool isEmpty() const { return before.isEmpty() && after.isEmpty(); }

    static OptionsDifference ofOptions(const Options &before, const Options &after);
    /// Without the keys of the annex that carry component and load balanced (contract/domain.md):
    /// those are fields.
    static OptionsDifference ofAnnex(const Options &before, const Options &after);
};

/// An option "inbound-route" or "driver-classname" of a section "channel-…" was added, removed or
/// changed.
bool channelOptionsDiffer(const Options &before, const Options &after);
