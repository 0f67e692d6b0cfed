// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractTableModel>

/// Rows of texts for a small table. New rows are taken over by what differs from the old ones, so
/// that selection and scroll position stay.
class TextGrid final : public QAbstractTableModel
{
    Q_OBJECT

public:
    struct Cell
    {
        QString text;
        bool isEditable = false;
        bool isMuted = false;
        QString toolTip;
        QString editText;  ///< What is edited, where it isn't what is shown.
        bool operator==(const Cell &) const = default;
    };
    using Row = QList<Cell>;

    TextGrid(QStringList heads, QObject *parent);

    void setRows(const QList<Row> &rows);
    const QList<Row> &rows() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    /// Somebody typed a text into a cell. Whoever made the rows answers with new ones.
    void edited(int row, int column, const QString &text);

private:
    QStringList m_heads;
    QList<Row> m_rows;
};
