// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/topology.h"
#include "views/common/elideddelegate.h"

/// Edits a cell of an ObjectTableModel with the widget that fits its field, and marks a cell whose
/// field is at fault.
class FieldDelegate final : public ElidedDelegate
{
    Q_OBJECT

public:
    /// The topology must outlive the delegate.
    FieldDelegate(const Topology &topology, QObject *parent);

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(
        QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;

private:
    const Topology &m_topology;
};
