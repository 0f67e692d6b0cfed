// SPDX-License-Identifier: Apache-2.0
#include "views/common/differencesmodel.h"

#include "views/common/mark.h"
#include "views/common/objecttext.h"

#include <QIcon>

namespace {

QString headingText(const ObjectDifference &difference)
{
    const auto object =
        DifferencesModel::tr("%1 %2").arg(kindLabel(difference.kind), nameText(difference.name));
    switch (difference.change) {
    case ObjectDifference::Change::Added:
        return DifferencesModel::tr("%1 is added").arg(object);
    case ObjectDifference::Change::Removed:
        return DifferencesModel::tr("%1 is removed").arg(object);
    case ObjectDifference::Change::Modified:
        break;
    }
    return object;
}

}  // namespace

void DifferencesModel::setDifferences(const QList<ObjectDifference> &differences)
{
    beginResetModel();
    Groups groups;
    groups.reserve(size_t(differences.size()));
    for (const auto &difference : differences)
        groups.push_back(std::make_unique<Group>(
            Group {difference, 0, {difference.reasons.cbegin(), difference.reasons.cend()}}));
    setGroups(std::move(groups));
    endResetModel();
}

QList<ObjectDifference> DifferencesModel::differences() const
{
    QList<ObjectDifference> list;
    for (const auto &group : groups())
        list.append(group->heading);
    return list;
}

int DifferencesModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant DifferencesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (const auto *reason = row(index))
        return role == Qt::DisplayRole ? plainText(reasonText(*reason)) : QVariant();
    if (role == Qt::DisplayRole)
        return headingText(heading(index));
    return role == Qt::DecorationRole ? markIcon(markOf(heading(index).change)) : QVariant();
}
