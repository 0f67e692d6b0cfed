// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/inspector/fieldpane.h"
#include "views/inspector/textgrid.h"

class QHBoxLayout;
class QPushButton;
class QTableView;
class QToolButton;
class QVBoxLayout;

/// A field that is a list of lines: a small table, edited in place, and under it a line to add one.
class GridPane : public FieldPane
{
    Q_OBJECT

public:
    bool hasLabel() const override { return false; }
    bool isWide() const override { return true; }
    void refresh() override;
    void takeFocus() override;

protected:
    GridPane(Document &document, Field field, const QStringList &heads, QWidget *parent);

    virtual QList<TextGrid::Row> rows() const = 0;
    /// A text was typed into a cell.
    virtual void editCell(int row, int column, const QString &text) = 0;
    virtual void removeRow(int row) = 0;
    virtual bool canRemove() const { return canEdit(); }
    /// The add button, or Enter in one of the fields beside it.
    virtual void add() { }
    /// Whether what stands in the fields can be added.
    virtual bool canAdd() const { return false; }

    /// The fields that say what to add; call once, in the constructor.
    void setAddFields(const QList<QWidget *> &fields);
    /// Beside the remove button.
    void addTool(QWidget *tool);
    void updateButtons();
    QTableView *view() const { return m_view; }
    const Application &application() const
    {
        return topology().application(object().application());
    }
    /// An edit that can't be: told inline, and the cell shows again what holds.
    void refuse(const QString &message);

private:
    TextGrid *m_grid;
    QTableView *m_view;
    QVBoxLayout *m_column;
    QHBoxLayout *m_tools;
    QWidget *m_addRow = nullptr;
    QPushButton *m_add = nullptr;
    QToolButton *m_remove;
};

/// A whole number or nothing, from what somebody typed; an error if it is neither.
Result<std::optional<qint64>> typedNumber(const QString &text, const QString &what);
