// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/rules/finding.h"
#include "models/topology/edit.h"
#include "views/common/selection.h"

class CanvasView;
class Document;
class LazyPage;
class Navigator;
class ProblemsView;
class RestartsView;
class ReviewPage;
class QTabWidget;
class QWidget;
class RevisionsView;

/// The panels of one open document, and the selection that they share. The window places them.
///
/// The document must outlive the workspace. Panels are children of the widgets they are placed in,
/// and go with the workspace.
class Workspace final : public QObject
{
    Q_OBJECT

public:
    Workspace(Document &document, QWidget *window);
    ~Workspace() override;

    Document &document() { return m_document; }
    Selection &selection() { return m_selection; }
    QWidget *navigator() const;
    QTabWidget *pages() const { return m_pages; }
    QWidget *inspector() const { return m_inspector; }
    QTabWidget *lists() const { return m_lists; }
    ProblemsView *problems() const { return m_problems; }
    RevisionsView *revisions() const { return m_revisions; }
    RestartsView *restarts() const { return m_restarts; }
    /// The topology's; made if need be.
    CanvasView &canvas() const;
    /// Made if need be.
    ReviewPage &review() const;
    /// In the order in which they are walked.
    QList<QWidget *> panels() const;

    /// Brings a page or list to the front: "topology", "assignments", "applications", "tenants",
    /// "switches", "hosts", "review", "problems", "restarts", "history", "revisions". False for
    /// another name.
    bool show(const QString &name);
    /// Where objects of this kind are added: the bar of their table.
    void openAdd(Kind kind);

Q_SIGNALS:
    /// A panel was made later than the others.
    void panelMade(QWidget *panel);
    void reviewMade(ReviewPage &page);
    /// A second view of the plan, that of the review.
    void restartsMade(RestartsView &panel);

private:
    void addReview();
    void addTable(const QString &name, const QString &title, const QList<Kind> &kinds);
    void dropFromSelection(const Delta &delta);
    void updateTitles();
    int restartCount() const;

    Document &m_document;
    Selection m_selection;
    Navigator *m_navigator;
    QTabWidget *m_pages;
    LazyPage *m_topologyPage;
    LazyPage *m_reviewPage = nullptr;
    QWidget *m_inspector;
    QTabWidget *m_lists;
    ProblemsView *m_problems;
    RevisionsView *m_revisions;
    RestartsView *m_restarts;
};
