// SPDX-License-Identifier: Apache-2.0
#include "models/rules/findingstore.h"

namespace {

constexpr size_t keptFree = 4096;

}  // namespace

void count(FindingsSummary &summary, const Finding &finding, int by)
{
    if (finding.isWaived) {
        summary.waived += by;
        return;
    }
    switch (finding.severity) {
    case Severity::Error:
        summary.errors += by;
        break;
    case Severity::Warning:
        summary.warnings += by;
        break;
    case Severity::Advice:
        summary.advice += by;
        break;
    }
}

void FindingStore::setWaived(FindingId id, bool isWaived)
{
    auto &finding = m_slots[id.value()].finding;
    count(m_summary, finding, -1);
    finding.isWaived = isWaived;
    count(m_summary, finding, 1);
}

void FindingStore::beginUpdate()
{
    m_reusable = m_free.size() > keptFree ? m_free.size() - keptFree : 0;
}

FindingId FindingStore::add(Finding finding)
{
    quint32 id = quint32(m_slots.size());
    if (m_reusable > 0) {
        --m_reusable;
        id = m_free.front();
        m_free.pop_front();
    } else {
        m_slots.emplace_back();
    }
    const auto object = finding.object;
    auto &firstOf = m_first[size_t(object.kind)];
    if (object.id >= firstOf.size())
        firstOf.resize(object.id + 1, none);
    auto &first = firstOf[object.id];
    count(m_summary, finding, 1);

    auto &slot = m_slots[id];
    slot.finding = std::move(finding);
    slot.isUsed = true;
    slot.previous = none;
    slot.next = first;
    if (first != none)
        m_slots[first].previous = id;
    first = id;
    return FindingId(id);
}

void FindingStore::remove(FindingId id)
{
    auto &slot = m_slots[id.value()];
    Q_ASSERT(slot.isUsed);
    count(m_summary, slot.finding, -1);
    const auto object = slot.finding.object;
    if (slot.previous != none)
        m_slots[slot.previous].next = slot.next;
    else
        m_first[size_t(object.kind)][object.id] = slot.next;
    if (slot.next != none)
        m_slots[slot.next].previous = slot.previous;
    slot = {};
    m_free.push_back(id.value());
}

QList<FindingId> FindingStore::all() const
{
    QList<FindingId> ids;
    ids.reserve(m_summary.total());
    for (quint32 id = 0; id < m_slots.size(); ++id) {
        if (m_slots[id].isUsed)
            ids.append(FindingId(id));
    }
    return ids;
}

FindingsSummary FindingStore::summaryOf(ObjectId object) const
{
    FindingsSummary summary;
    forEachOf(object, [&](FindingId id) { count(summary, at(id), 1); });
    return summary;
}
