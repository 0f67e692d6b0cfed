// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTreeView>

#include <functional>

class ConflictsModel;

/// The conflicts, with the two sides to choose from: by a click on a side, by O and T for the
/// selected lines, by Space for the other side.
class ConflictsTable final : public QTreeView
{
    Q_OBJECT

public:
    ConflictsTable(ConflictsModel &model, QWidget *parent);

private:
    void addChoice(const QString &name, const QString &text, const QKeySequence &key,
        std::function<void(int)> choose);

    ConflictsModel &m_model;
};
