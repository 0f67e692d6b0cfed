// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/matrix/assignmentedits.h"

#include <QWidget>

class AssignmentsModel;
class Document;
class EmptyState;
class MatrixTable;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QTimer;
class Selection;

/// Servers down, tenants across: who serves whom, toggled by mouse and keyboard.
///
/// Document and selection must outlive the panel.
class AssignmentsView final : public QWidget
{
    Q_OBJECT

public:
    AssignmentsView(Document &document, Selection &selection, QWidget *parent = nullptr);

private:
    void makeBar();
    void makeFoot();
    void applyFilter();
    void edit(const QList<CellWish> &wishes);
    void describe();
    void takeSelection();
    void followSelection();
    void updatePage();

    Document &m_document;
    Selection &m_selection;
    AssignmentsModel *m_model;
    MatrixTable *m_table;
    QLineEdit *m_serverFilter;
    QLineEdit *m_tenantFilter;
    QComboBox *m_order;
    QCheckBox *m_showAll;
    QLabel *m_sentence;
    QStackedWidget *m_pages;
    EmptyState *m_empty;
    QTimer *m_describing;
    bool m_isFollowing = false;
};
