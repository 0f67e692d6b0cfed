// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/document.h"
#include "views/common/selection.h"

#include <QWidget>

class AddBar;
class EmptyState;
class ObjectTableModel;
class QAction;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QTableView;

/// The table of one kind, with a bar to filter, add, duplicate and remove. Follows the selection,
/// and leads it.
class ObjectTable final : public QWidget
{
    Q_OBJECT

public:
    ObjectTable(Document &document, Selection &selection, Kind kind, QWidget *parent);

    Kind kind() const { return m_kind; }
    /// Asks for a new object; a switch is proposed for the tenant that is selected.
    void openAdd();

private:
    void add(const Record &record);
    void duplicate();
    void remove();
    void makeBar();
    void makeView();
    void openColumnMenu(const QPoint &position);
    void setColumnShown(int column, bool isShown);
    void showAllColumns();
    void chooseColumns();
    void showSelection();
    void takeSelection();
    void applyFilter();
    void updateActions();
    void openMenu(const QPoint &position);
    void activate(const QModelIndex &index);
    QList<ObjectId> selectedObjects() const;
    void showCount();

    Document &m_document;
    Selection &m_selection;
    Kind m_kind;
    ObjectTableModel *m_model;
    QTableView *m_view;
    QLineEdit *m_filter;
    QAction *m_add;
    QAction *m_onboard;  // Tenants only.
    QAction *m_duplicate;
    QAction *m_remove;
    QLabel *m_count;
    AddBar *m_addBar;
    QStackedWidget *m_pages;
    EmptyState *m_empty;
    bool m_isFollowing = false;
};
