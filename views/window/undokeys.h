// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QWidget;

/// Lets Ctrl+Z and Ctrl+Shift+Z through to the window's actions while a line has the focus in which
/// nothing was typed since it last showed a value. A line would keep these keys for itself, and do
/// nothing with them.
class UndoKeys final : public QObject
{
    Q_OBJECT

public:
    explicit UndoKeys(QWidget *window);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget &m_window;
};
