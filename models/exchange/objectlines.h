// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/draft.h"

#include <QHash>

/// Where the objects of a topology stand in the text that it was read from.
class ObjectLines final
{
public:
    /// Of nothing.
    ObjectLines() = default;
    /// "topology" is what the draft made.
    ObjectLines(QByteArray text, const TopologyDraft &draft, const Topology &topology);

    /// From 1; nothing for what the text doesn't define. Counted when it is asked for.
    std::optional<qint64> lineOf(ObjectId object) const;

private:
    QByteArray m_text;
    QHash<ObjectId, qsizetype> m_offsets;
    mutable std::vector<qsizetype> m_lineEnds;  // Once somebody has asked.
};
