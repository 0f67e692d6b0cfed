// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/plan/comparison.h"

#include <QWidget>

class DifferencesModel;
class Document;
class EmptyState;
class QLabel;
class QStackedLayout;
class QTreeView;
class Selection;

/// What differs between two topologies, and the restart plan between them in one line. Objects that
/// the open document has can be selected there.
///
/// Document and selection must outlive it.
class ComparisonView final : public QWidget
{
    Q_OBJECT

public:
    /// Whose ids are the document's; Both: states of one document.
    enum class Ours : quint8 { Before, After, Both };

    ComparisonView(Document &document, Selection &selection, QWidget *parent = nullptr);

    /// The headline says what is compared. Of the same things once more: what is selected and
    /// scrolled to stays.
    void showComparison(const QString &headline, const Comparison &comparison, Ours ours);
    /// For where it stands above already.
    void hideHeadline();
    /// Something else to say in its place.
    void showText(const QString &title, const QString &sentence);

private:
    void makeTree();
    std::optional<ObjectId> objectAt(const QModelIndex &index) const;
    void takeCurrent(const QModelIndex &current);
    void go(const QModelIndex &index);
    void copy();

    Document &m_document;
    Selection &m_selection;
    DifferencesModel *m_model;
    QLabel *m_headline;
    QLabel *m_plan;
    QTreeView *m_tree;
    EmptyState *m_empty;
    QStackedLayout *m_pages;
    Ours m_ours = Ours::Both;
    bool m_isUpdating = false;
};
