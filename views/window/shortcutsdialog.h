// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

/// Every key of the window with what it does; taken from the actions themselves.
class ShortcutsDialog final : public QDialog
{
    Q_OBJECT

public:
    ShortcutsDialog(const QList<QAction *> &actions, QWidget *parent);
};
