// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>

/// The steps that people look for.
class HistoryFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    struct Wanted
    {
        QString text;    ///< Words that all stand in what was done, or in who did it; any order.
        QString author;  ///< Empty: everybody.
        bool isOfRevisions = false;  ///< Only steps that a revision keeps.

        bool isAll() const
        {
            return text.trimmed().isEmpty() && author.isEmpty() && !isOfRevisions;
        }
    };

    using QSortFilterProxyModel::QSortFilterProxyModel;

    const Wanted &wanted() const { return m_wanted; }
    void setWanted(const Wanted &wanted);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    Wanted m_wanted;
    QStringList m_words;
};
