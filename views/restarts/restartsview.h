// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/restarts/restartrow.h"

#include <QWidget>

class EmptyState;
class LazyRefresh;
class PlanGraphView;
class QAction;
class QModelIndex;
class QStackedWidget;
class QTreeView;
class RestartDetail;
class RestartsBar;
class RestartsModel;
class Selection;

/// What has to be restarted, started and stopped so that production matches the working copy, and
/// in which order; and which restarts of what was exported are still to be confirmed.
///
/// The plan is computed while the panel is visible only. Document and selection must outlive the
/// panel.
class RestartsView final : public QWidget
{
    Q_OBJECT

public:
    RestartsView(Document &document, Selection &selection, QWidget *parent = nullptr);

public Q_SLOTS:
    /// The whole plan as text into the clipboard.
    void copy();
    /// Of the current line; says so if there is nothing to answer.
    void requestAnswer();
    /// Of the current line, or of the selected server.
    void requestWhatIf();

Q_SIGNALS:
    /// What the site knows of changes that are not stated.
    void answerRequested(ApplicationId application);
    /// What if its release were another one.
    void whatIfRequested(ApplicationId application);
    /// How what is pending could be split into deployments.
    void stagingRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeTree();
    void makeActions();
    void connectDocument();
    void refresh();
    void expandGroups(const QModelIndex &parent, int first, int last);
    void choose(const QModelIndex &index);
    void takeCurrent(const QModelIndex &current);
    void followSelection();
    void showDetail();
    void showGraph();
    void go(const QModelIndex &index);
    void tick(const QModelIndex &index, bool isDone);
    void confirm(const QList<ApplicationId> &applications);
    void await(const QList<ApplicationId> &applications);

    Document &m_document;
    Selection &m_selection;
    RestartPlan m_plan;
    QList<RestartRow> m_rows;
    TickedRestarts m_ticked;
    RestartsModel *m_model;
    RestartsBar *m_bar;
    QTreeView *m_tree;
    PlanGraphView *m_graph;
    RestartDetail *m_detail;
    QStackedWidget *m_pages;
    EmptyState *m_empty;
    LazyRefresh *m_refresh;
    QAction *m_tick = nullptr;
    QAction *m_answer = nullptr;
    QAction *m_whatIf = nullptr;
    bool m_isUpdating = false;
    bool m_isFollowing = false;
};
