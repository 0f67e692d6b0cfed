// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/document.h"

#include <QAbstractTableModel>

/// The document's revisions, newest first. Follows other processes.
class RevisionsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NumberColumn, CommentColumn, WhoColumn, WhenColumn, ProblemsColumn, ColumnCount };

    RevisionsModel(Document &document, QObject *parent);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// Null for what is no index.
    const RevisionInfo *revision(const QModelIndex &index) const;
    const RevisionInfo *revision(int number) const;
    const QList<RevisionInfo> &revisions() const { return m_revisions; }

private:
    void read();

    Document &m_document;
    QList<RevisionInfo> m_revisions;  // Newest first.
};

/// "Revision 3", "Revision 3, what runs now", "Revision 3, deployed once".
QString revisionName(const RevisionInfo &revision);
