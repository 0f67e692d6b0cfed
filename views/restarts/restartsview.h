// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class Document;
class EmptyState;
class QLabel;
class QModelIndex;
class QStackedWidget;
class QTimer;
class QTreeView;
class RestartsModel;
class Selection;

/// What has to be restarted, started and stopped so that production matches the working copy, and
/// in which order.
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

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeHead();
    void makeTree();
    QWidget *makeDetail();
    /// Soon, and once for many changes; or when the panel is shown next.
    void scheduleUpdate();
    void refresh();
    void expandGroups(const QModelIndex &parent, int first, int last);
    void takeCurrent(const QModelIndex &current);
    void followSelection();
    void showDetail();
    void go(const QModelIndex &index);
    QString messagingText() const;

    Document &m_document;
    Selection &m_selection;
    RestartsModel *m_model;
    QLabel *m_headline;
    QLabel *m_messaging;
    QTreeView *m_tree;
    QLabel *m_sentence;
    QLabel *m_source;
    QStackedWidget *m_pages;
    EmptyState *m_empty;
    QTimer *m_timer;
    bool m_isStale = true;
    bool m_isUpdating = false;
    bool m_isFollowing = false;
};
