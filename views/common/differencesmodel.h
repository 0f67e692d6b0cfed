// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/plan/difference.h"
#include "views/common/groupedmodel.h"

/// Differences as a tree: objects, and below each the fields that differ.
class DifferencesModel final : public GroupedModel<ObjectDifference, Reason>
{
    Q_OBJECT

public:
    using GroupedModel::GroupedModel;

    void setDifferences(const QList<ObjectDifference> &differences);
    QList<ObjectDifference> differences() const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
};
