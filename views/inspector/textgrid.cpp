// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/textgrid.h"

#include "views/common/objecttext.h"

#include <QPalette>

TextGrid::TextGrid(QStringList heads, QObject *parent)
    : QAbstractTableModel(parent)
    , m_heads(std::move(heads))
{
}

void TextGrid::setRows(const QList<Row> &rows)
{
    // What both have at the beginning and at the end stays.
    const auto shorter = std::min(m_rows.size(), rows.size());
    qsizetype first = 0;
    while (first < shorter && m_rows.at(first) == rows.at(first))
        ++first;
    qsizetype tail = 0;
    while (tail < shorter - first
        && m_rows.at(m_rows.size() - 1 - tail) == rows.at(rows.size() - 1 - tail))
        ++tail;
    const auto before = m_rows.size() - first - tail;
    const auto after = rows.size() - first - tail;
    const auto changed = std::min(before, after);
    for (qsizetype i = 0; i < changed; ++i)
        m_rows[first + i] = rows.at(first + i);
    if (changed > 0)
        Q_EMIT dataChanged(
            index(int(first), 0), index(int(first + changed) - 1, columnCount() - 1));
    if (before > changed) {
        beginRemoveRows({}, int(first + changed), int(first + before) - 1);
        m_rows.remove(first + changed, before - changed);
        endRemoveRows();
    } else if (after > changed) {
        beginInsertRows({}, int(first + changed), int(first + after) - 1);
        for (auto i = changed; i < after; ++i)
            m_rows.insert(first + i, rows.at(first + i));
        endInsertRows();
    }
}

int TextGrid::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TextGrid::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_heads.size());
}

QVariant TextGrid::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    const auto &cell = m_rows.at(index.row()).at(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return plainText(cell.text);
    case Qt::EditRole:
        return cell.editText.isNull() ? cell.text : cell.editText;
    case Qt::ToolTipRole:
        return toolTipText(cell.toolTip);
    default:
        return {};
    }
}

bool TextGrid::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || !checkIndex(index) || role != Qt::EditRole
        || !(flags(index) & Qt::ItemIsEditable))
        return false;
    if (value.toString() != data(index, Qt::EditRole).toString())
        Q_EMIT edited(index.row(), index.column(), value.toString());
    return true;
}

QVariant TextGrid::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0
        || section >= columnCount())
        return {};
    return m_heads.at(section);
}

Qt::ItemFlags TextGrid::flags(const QModelIndex &index) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    const auto usual = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return m_rows.at(index.row()).at(index.column()).isEditable ? usual | Qt::ItemIsEditable
                                                                : usual;
}
