// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/document.h"

#include <QAbstractTableModel>

/// All objects of one kind, placeholders too, a column a field; sorted and filtered here, because
/// that asks for thousands of texts that no proxy needs to see. Editing a cell asks the document to
/// apply an edit.
class ObjectTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        /// The Value of the cell, for editors (and back).
        ValueRole = Qt::UserRole,
        /// Severity of the worst finding whose field at fault this is, as int; nothing if there is
        /// none.
        SeverityRole,
    };

    ObjectTableModel(Document &document, Kind kind, QObject *parent);

    Kind kind() const { return m_kind; }
    ObjectId object(int row) const { return ObjectId(m_kind, m_rows.at(row)); }
    Field field(int column) const { return m_fields[size_t(column)]; }
    /// -1 if the filter hides it.
    int rowOf(ObjectId object) const;
    int columnOf(Field field) const;

    /// Rows where any of these columns has the text, whatever its case; empty: all.
    void setFilter(const QString &text, const QList<int> &columns);
    bool isFiltered() const { return !m_filter.isEmpty(); }
    void sort(int column, Qt::SortOrder order) override;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    /// An edit was not possible.
    void refused(const Error &error);

private:
    void change(const Delta &delta);
    void touchMarks();
    void arrange();
    QList<quint32> wantedRows() const;
    bool isAccepted(ObjectId object) const;
    bool isEditable(ObjectId object, Field field) const;
    std::optional<Severity> fault(ObjectId object, Field field) const;
    QString toolTip(ObjectId object, Field field) const;

    Document &m_document;
    Kind m_kind;
    std::span<const Field> m_fields;
    QList<quint32> m_rows;
    QString m_filter;
    QList<int> m_filterColumns;
    int m_sortColumn = 0;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};
Q_DECLARE_METATYPE(Value)
