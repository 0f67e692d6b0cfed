// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/restarts/plangraph.h"

#include <QListView>

class PlanGraphModel;
class Selection;

/// The graph of a plan beside its list: walked with the arrow keys, selected with the rest of the
/// window.
///
/// It is a list to assistive technology, which is what the base class is for; where things stand is
/// its own. The selection must outlive it.
class PlanGraphView final : public QListView
{
    Q_OBJECT

public:
    PlanGraphView(Selection &selection, QWidget *parent);
    ~PlanGraphView() override;

    void showPlan(const Topology &topology, const QList<RestartRow> &rows);
    const PlanGraph &graph() const { return m_graph; }

    QRect visualRect(const QModelIndex &index) const override;
    QModelIndex indexAt(const QPoint &point) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    void doItemsLayout() override;

protected:
    void paintEvent(QPaintEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    int horizontalOffset() const override;
    int verticalOffset() const override;
    void updateGeometries() override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command) override;
    QRegion visualRegionForSelection(const QItemSelection &selection) const override;

private:
    PlanGraphMetrics metrics() const;
    void takeCurrent(const QModelIndex &current);
    void followSelection();
    int neighbour(int box, int columns) const;
    void paintLines(QPainter &painter, int current) const;
    void paintBox(QPainter &painter, const PlanGraph::Box &box, bool isCurrent) const;

    Selection &m_selection;
    PlanGraph m_graph;
    PlanGraphModel *m_model;
    bool m_isFollowing = false;
};
