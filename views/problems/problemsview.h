// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/problems/problemsbar.h"

#include <QWidget>

#include <memory>
#include <optional>

class QAction;
class QModelIndex;
class EmptyState;
class ProblemDetail;
class QStackedWidget;
class QTreeView;
class Selection;

/// The findings of the document, live and grouped, with the reason and the facts of the one that is
/// chosen.
///
/// Document and selection must outlive the panel.
class ProblemsView final : public QWidget
{
    Q_OBJECT

public:
    ProblemsView(Document &document, Selection &selection, QWidget *parent = nullptr);
    ~ProblemsView() override;

    /// Groups and filters so that what has this severity is seen: for the strip's buttons.
    void showSeverity(Severity severity);
    /// The same for the restart warnings.
    void showRestarts();
    /// The same for the waived findings, whose group is opened.
    void showWaived();

Q_SIGNALS:
    /// A fix of the finding is to be looked at; "choice" counts in the order of pricedFixes().
    void fixRequested(FindingId finding, int choice);
    void waiveRequested(FindingId finding);
    /// All waivers are to be seen.
    void waiversRequested();

public Q_SLOTS:
    /// Offers the fixes of the finding that is chosen.
    void requestFix();
    /// Goes to the next finding that isn't waived and shows its object and field; after the last
    /// one to the first.
    void next();
    void previous();
    /// The chosen lines, or all if none is chosen, as text into the clipboard.
    void copy();

private:
    struct Place;
    void makeTree();
    void applyFilter();
    void showOnly(ProblemsBar::Part part);
    void updateCounts();
    void updateDetail();
    void keepPlace();
    void restorePlace();
    void expandGroups(const QModelIndex &parent, int first, int last);
    void choose(const QModelIndex &index);
    void takeCurrent(const QModelIndex &current);
    void followSelection();
    void walk(int direction);
    void go(const QModelIndex &index);

    Document &m_document;
    Selection &m_selection;
    ProblemsModel *m_model;
    ProblemsBar *m_bar;
    QTreeView *m_tree;
    ProblemDetail *m_detail;
    QAction *m_fix = nullptr;
    QAction *m_waive = nullptr;
    QStackedWidget *m_pages;
    EmptyState *m_empty;
    // While rows change: what was current, and what stood at the top.
    std::unique_ptr<Place> m_place;
    bool m_wasReset = false;
    bool m_isFollowing = false;
};
