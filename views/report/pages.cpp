// SPDX-License-Identifier: Apache-2.0
#include "views/report/pages.h"

#include <QHash>

namespace {

class Breaker final
{
public:
    Breaker(const QList<Strip> &strips, double height)
        : m_strips(strips)
        , m_height(height)
    {
    }

    QList<Page> take()
    {
        for (qsizetype i = 0; i < m_strips.size();) {
            const auto end = endOfRun(i);
            placeRun(i, end);
            i = end;
        }
        return std::move(m_pages);
    }

private:
    /// Behind the strips that belong together from here on.
    qsizetype endOfRun(qsizetype begin) const
    {
        auto end = begin;
        while (end + 1 < m_strips.size() && m_strips[end].keepsWithNext)
            ++end;
        return end + 1;
    }

    void placeRun(qsizetype begin, qsizetype end)
    {
        double height = 0;
        for (auto i = begin; i < end; ++i)
            height += m_strips[i].height;
        const bool isBegun = !m_pages.isEmpty() && !m_pages.last().isEmpty();
        if (m_pages.isEmpty() || (isBegun && m_y + height > m_height && height <= m_height))
            newPage(begin);
        for (auto i = begin; i < end; ++i)
            place(i);
    }

    void place(qsizetype index)
    {
        const auto &strip = m_strips[index];
        if (m_y > 0 && m_y + strip.height > m_height)
            newPage(index);
        if (strip.isHead)
            m_heads.insert(strip.table, index);
        if (m_y == 0)
            m_y = -strip.above;
        m_pages.last().append({index, m_y});
        m_y += strip.height;
    }

    void newPage(qsizetype next)
    {
        m_pages.append(Page {});
        m_y = 0;
        const auto &strip = m_strips[next];
        const auto head = m_heads.constFind(strip.table);
        if (strip.table == 0 || strip.isHead || head == m_heads.constEnd())
            return;
        m_pages.last().append({*head, 0});
        m_y = m_strips[*head].height;
    }

    const QList<Strip> &m_strips;
    const double m_height;
    QList<Page> m_pages;
    QHash<int, qsizetype> m_heads;  // By table.
    double m_y = 0;
};

}  // namespace

QList<Page> pagesOf(const QList<Strip> &strips, double height)
{
    return Breaker(strips, height).take();
}
