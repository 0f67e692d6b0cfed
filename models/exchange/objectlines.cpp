// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/objectlines.h"

#include <algorithm>

ObjectLines::ObjectLines(QByteArray text, const TopologyDraft &draft, const Topology &topology)
    : m_text(std::move(text))
{
    // Of several of one kind and name the first stands first in the document too.
    QHash<std::pair<int, QString>, QList<quint32>> bearers;
    for (const auto &object : draft.objects) {
        if (object.offset < 0)
            continue;
        const std::pair key(int(object.kind), object.name);
        auto &left = bearers[key];
        if (left.isEmpty())
            left = topology.bearers(object.kind, object.name);
        if (!left.isEmpty())
            m_offsets.insert(ObjectId(object.kind, left.takeFirst()), object.offset);
    }
}

std::optional<qint64> ObjectLines::lineOf(ObjectId object) const
{
    const auto offset = m_offsets.constFind(object);
    if (offset == m_offsets.constEnd())
        return std::nullopt;
    if (m_lineEnds.empty()) {
        for (qsizetype at = m_text.indexOf('\n'); at >= 0; at = m_text.indexOf('\n', at + 1))
            m_lineEnds.push_back(at);
        m_lineEnds.push_back(m_text.size());
    }
    const auto before = std::lower_bound(m_lineEnds.begin(), m_lineEnds.end(), *offset);
    return before - m_lineEnds.begin() + 1;
}
