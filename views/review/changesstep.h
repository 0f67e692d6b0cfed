// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/review/comparedstate.h"

#include <QWidget>

class ChangesModel;
class EmptyState;
class LazyRefresh;
class QAction;
class QComboBox;
class QLabel;
class QModelIndex;
class QStackedWidget;
class QTreeView;
class Selection;

/// What differs from the baseline, or from a revision, each change with the way to take it back.
///
/// Made up to date while it is visible only. Document and selection must outlive it.
class ChangesStep final : public QWidget
{
    Q_OBJECT

public:
    ChangesStep(Document &document, Selection &selection, QWidget *parent = nullptr);

private:
    void makeHead();
    void makeTree();
    void refresh();
    void listRevisions();
    void chooseBase(int row);
    void updateRevert();
    void revert();
    void expandGroups(int first, int last);
    void keepRestartsSeen(const QModelIndex &heading);
    void takeSelection();
    void followSelection();
    void go(const QModelIndex &index);

    Document &m_document;
    Selection &m_selection;
    ComparedState *m_base;
    ChangesModel *m_model;
    QComboBox *m_grouping;
    QComboBox *m_bases;
    QLabel *m_headline;
    QAction *m_revert;
    QTreeView *m_tree;
    QStackedWidget *m_pages;
    EmptyState *m_empty;
    LazyRefresh *m_refresh;
    bool m_isUpdating = false;
    bool m_isFollowing = false;
};
