// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/matrix/assignmentedits.h"

#include <QTableView>

class AssignmentsModel;
class Document;
class ServerHead;

/// The matrix itself: a table whose cells toggle by click and Space, fill by range, copy and paste
/// with spreadsheets. Asks for edits by signals.
class MatrixTable final : public QTableView
{
    Q_OBJECT

public:
    MatrixTable(const Document &document, AssignmentsModel &model, QWidget *parent);

    /// The cell under the pointer, else the current one; invalid for none and for headings.
    QModelIndex lookedAt() const;

Q_SIGNALS:
    void editAsked(const QList<CellWish> &wishes);
    /// Enter or a double click: the cell's server and tenant belong into the inspector.
    void opened(const QModelIndex &index);
    void lookedAtChanged();
    void refused(const Error &error);
    /// A heading was clicked, or pressed by keyboard.
    void foldingAsked(int row);

public Q_SLOTS:
    void copy();
    void paste();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    /// Selected cells that are no heading, by row and column.
    QModelIndexList selectedCells() const;
    void toggle(const QModelIndexList &cells);
    void lookAt(const QModelIndex &index);
    CellWish wish(const QModelIndex &index, bool isAssigned) const;
    /// Server rows from this one on, headings and folded servers left out.
    QList<int> serverRows(int from, qsizetype count) const;

    AssignmentsModel &m_model;
    QPersistentModelIndex m_hovered;
    QPersistentModelIndex m_pressed;
};
