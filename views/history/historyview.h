// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"

#include <QTimer>
#include <QWidget>

class Document;
class EmptyState;
class HistoryBar;
class HistoryFilter;
class HistoryModel;
class QAction;
class QStackedLayout;
class QTreeView;
class Selection;
class StepTravel;
struct JournalEntry;

/// Every step that was made on the document: what, who, when, newest first, with what was taken
/// back since. Goes to the objects that a step touched, and back and forth in time.
///
/// Document and selection must outlive the panel.
class HistoryView final : public QWidget
{
    Q_OBJECT

public:
    HistoryView(Document &document, Selection &selection, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeActions();
    void makeList();
    const JournalEntry *current() const;
    void openMenu(const QPoint &position);
    void updateActions();
    void updatePage();
    void applyFilter();
    /// One page of what was not read yet, and then the next one: a filter is for all of it.
    void readOn();
    void selectTouched();
    void tell(const QString &text);

    Document &m_document;
    Selection &m_selection;
    HistoryModel *m_model;
    HistoryFilter *m_filter;
    StepTravel *m_travel;
    QAction *m_undoBack;
    QAction *m_redoUp;
    QAction *m_select;
    HistoryBar *m_bar;
    QTreeView *m_list;
    EmptyState *m_empty;
    QStackedLayout *m_pages;
    QTimer m_reading;
};
