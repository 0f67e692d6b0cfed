// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include <optional>

class Document;
class EmptyState;
class FindingsModel;
class LazyRefresh;
class QModelIndex;
class QStackedWidget;
class QTreeView;
class Selection;
enum class Severity : quint8;

/// What stands before an export: errors that block it, warnings, advice, and what was waived with
/// the reasons. In short; each leads to Problems.
///
/// Made up to date while it is visible only. Document and selection must outlive it.
class ProblemsStep final : public QWidget
{
    Q_OBJECT

public:
    ProblemsStep(Document &document, Selection &selection, QWidget *parent = nullptr);

Q_SIGNALS:
    /// Problems is to show these; without a severity those that are waived.
    void problemsRequested(std::optional<Severity> severity);

private:
    void refresh();
    void expandGroups(int first, int last);
    void go(const QModelIndex &index);

    Document &m_document;
    Selection &m_selection;
    FindingsModel *m_model;
    QTreeView *m_tree;
    QStackedWidget *m_pages;
    EmptyState *m_empty;
    LazyRefresh *m_refresh;
    bool m_isUpdating = false;
};
