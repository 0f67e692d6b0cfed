// SPDX-License-Identifier: Apache-2.0
#include "views/restarts/plangraph.h"

#include <QHash>
#include <QMap>

namespace {

constexpr int margin = 10;
constexpr int rowGap = 6;
constexpr int unitGap = 8;
constexpr int columnGap = 52;  // Room for lines.
constexpr int frameGap = 4;

class PlanGraphMaker
{
public:
    PlanGraphMaker(
        const Topology &topology, const QList<RestartRow> &rows, const PlanGraphMetrics &metrics)
        : m_topology(topology)
        , m_metrics(metrics)
    {
        for (const auto &row : rows) {
            if (row.instance.wave && !m_rows.contains(row.instance.application)) {
                m_rows.insert(row.instance.application, &row);
                m_waves[*row.instance.wave].append(&row);
            }
        }
    }

    PlanGraph make()
    {
        if (m_rows.size() > mostBoxes)
            makeCounts();
        else
            makeBoxes();
        int right = 0;
        int bottom = 0;
        for (const auto &box : std::as_const(m_graph.boxes)) {
            right = std::max(right, box.rect.right());
            bottom = std::max(bottom, box.rect.bottom());
        }
        m_graph.size = {right + margin, bottom + margin};
        return std::move(m_graph);
    }

private:
    QRect place(int column, int y) const
    {
        const int x = margin + column * (m_metrics.boxWidth + columnGap);
        return {x, y, m_metrics.boxWidth, m_metrics.boxHeight};
    }

    void makeCounts()
    {
        int column = 0;
        for (auto it = m_waves.cbegin(); it != m_waves.cend(); ++it, ++column) {
            PlanGraph::Box box {place(column, m_metrics.headHeight), it.key(), {}, 0, 0};
            box.rect.setHeight(2 * m_metrics.boxHeight);
            for (const auto *row : *it)
                ++(row->instance.action == Action::Start ? box.starts : box.restarts);
            if (column > 0)
                m_graph.lines.append({column - 1, column});
            m_graph.columns.append(box.rect.left());
            m_graph.boxes.append(box);
        }
    }

    void makeBoxes()
    {
        int column = 0;
        for (auto it = m_waves.cbegin(); it != m_waves.cend(); ++it, ++column) {
            m_graph.columns.append(place(column, 0).left());
            int y = m_metrics.headHeight;
            for (const auto *row : *it) {
                if (!m_boxes.contains(row->instance.application))
                    placeUnit(*row, column, y);
            }
        }
        for (int to = 0; to < m_graph.boxes.size(); ++to) {
            const auto &application =
                m_topology.application(m_graph.boxes.at(to).row->instance.application);
            std::optional<ApplicationId> last;  // Connections are sorted by target.
            for (const auto &connection : application.connections) {
                const auto from = m_boxes.constFind(connection.target);
                if (from == m_boxes.cend() || connection.target == last
                    || m_graph.boxes.at(*from).wave >= m_graph.boxes.at(to).wave)
                    continue;
                last = connection.target;
                m_graph.lines.append({*from, to});
            }
        }
    }

    /// The row, and below it those that it is backed up with.
    void placeUnit(const RestartRow &first, int column, int &y)
    {
        QList<const RestartRow *> unit {&first};
        const auto add = [&](ApplicationId id) {
            const auto *row = m_rows.value(id);
            if (row && row->instance.wave == first.instance.wave && !unit.contains(row))
                unit.append(row);
        };
        for (qsizetype i = 0; i < unit.size(); ++i) {
            const auto id = unit.at(i)->instance.application;
            for (const auto primary : m_topology.primariesOf(id))
                add(primary);
            if (const auto backup = m_topology.application(id).backup)
                add(*backup);
        }
        // Whom people know by name stands above who backs it up.
        std::stable_sort(unit.begin(), unit.end(), [](const auto *a, const auto *b) {
            return !a->instance.isBackup && b->instance.isBackup;
        });
        const bool isFramed = unit.size() > 1;
        if (isFramed)
            y += frameGap;
        QRect frame;
        for (const auto *row : std::as_const(unit)) {
            const auto rect = place(column, y);
            m_boxes.insert(row->instance.application, int(m_graph.boxes.size()));
            m_graph.boxes.append({rect, *row->instance.wave, *row, 0, 0});
            frame |= rect;
            y += m_metrics.boxHeight + rowGap;
        }
        if (isFramed) {
            m_graph.frames.append(frame.adjusted(-frameGap, -frameGap, frameGap, frameGap));
            y += frameGap;
        }
        y += unitGap - rowGap;
    }

    const Topology &m_topology;
    const PlanGraphMetrics &m_metrics;
    QHash<ApplicationId, const RestartRow *> m_rows;
    QMap<int, QList<const RestartRow *>> m_waves;
    QHash<ApplicationId, int> m_boxes;
    PlanGraph m_graph;
};

}  // namespace

int PlanGraph::find(ApplicationId application) const
{
    for (int i = 0; i < boxes.size(); ++i) {
        if (boxes.at(i).row && boxes.at(i).row->instance.application == application)
            return i;
    }
    return -1;
}

PlanGraph planGraph(
    const Topology &topology, const QList<RestartRow> &rows, const PlanGraphMetrics &metrics)
{
    return PlanGraphMaker(topology, rows, metrics).make();
}
