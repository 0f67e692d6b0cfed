// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "models/plan/comparison.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class ComparisonView;
class Document;
class EmptyState;
class QAction;
class QComboBox;
class QHBoxLayout;
class QStackedLayout;
class QTreeView;
class RevisionsModel;
class Selection;
struct RevisionInfo;

/// The revisions of the document, and what differs between the current one and another state:
/// restores a revision, or says that it is what runs now.
///
/// Document and selection must outlive the panel.
class RevisionsView final : public QWidget
{
    Q_OBJECT

public:
    using Compared = Result<Comparison>;
    /// Does the work beside the window, and hands over what comes of it, unless the context is gone
    /// by then.
    using Background = std::function<void(
        QObject *context, std::function<Compared()> work, std::function<void(Compared)> take)>;

    RevisionsView(
        Document &document, Selection &selection, Background background, QWidget *parent = nullptr);
    /// A button in the bar, and where there is no revision yet.
    void offer(QAction *keepRevision);

protected:
    void showEvent(QShowEvent *event) override;

private:
    /// What the current revision is compared with: 0 is the working copy.
    int other() const;
    void addButton(QAction *action);
    void makeActions();
    void makeList();
    QWidget *makeComparison();
    const RevisionInfo *current() const;
    void followRevisions();
    void updateActions();
    void scheduleComparison();
    void compare();
    void takeComparison(const QString &headline, const Compared &compared);
    void restore();
    void declareDeployed();

    Document &m_document;
    Background m_background;
    RevisionsModel *m_model;
    QTreeView *m_list;
    QHBoxLayout *m_bar;
    QAction *m_restore;
    QAction *m_deployed;
    QComboBox *m_other;
    ComparisonView *m_comparison;
    EmptyState *m_empty;
    QStackedLayout *m_pages;
    QTimer m_timer;
    bool m_isComparing = false;
    bool m_isStale = true;
};
