// SPDX-License-Identifier: Apache-2.0
#include "views/history/historyfilter.h"

#include "views/history/historymodel.h"

#include <algorithm>

void HistoryFilter::setWanted(const Wanted &wanted)
{
    m_wanted = wanted;
    m_words = wanted.text.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

bool HistoryFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    const auto &model = *static_cast<const HistoryModel *>(sourceModel());
    const auto &entry = model.entry(row);
    if (!m_wanted.author.isEmpty() && entry.author != m_wanted.author)
        return false;
    if (m_wanted.isOfRevisions && !model.hasRevision(entry))
        return false;
    if (m_words.isEmpty())
        return true;
    const auto text = model.searchText(entry);
    return std::all_of(m_words.cbegin(), m_words.cend(),
        [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}
