// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/navigator/placement.h"

#include <QWidget>

class Document;
class NavigatorModel;
class QAbstractButton;
class QLineEdit;
class QTreeView;
class Selection;

/// All objects as a tree, by tenant, by type or by host, with a filter and with badges for what is
/// wrong or pending.
///
/// Document and selection must outlive the panel.
class Navigator final : public QWidget
{
    Q_OBJECT

public:
    Navigator(Document &document, Selection &selection, QWidget *parent = nullptr);

    NavigatorGrouping grouping() const;
    void setGrouping(NavigatorGrouping grouping);

private:
    QAbstractButton *addGroupingButton(
        NavigatorGrouping grouping, const QString &text, const QString &explanation);
    void applyFilter();
    void rememberPlace();
    void restorePlace();
    void select();
    void followSelection();
    void keepSelection();
    void openMenu(const QPoint &position);
    QList<ObjectId> selectedObjects() const;

    Document &m_document;
    Selection &m_selection;
    NavigatorModel *m_model;
    QTreeView *m_tree;
    QLineEdit *m_filter;
    QList<QAbstractButton *> m_groupingButtons;
    QList<NavigatorGroup> m_expanded;  // While the model is reset.
    bool m_isFollowing = false;
};
