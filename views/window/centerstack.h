// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStackedWidget>

class WindowActions;

/// The middle of the window: the pages of the open document, or what to do where there is nothing
/// to show.
class CenterStack final : public QStackedWidget
{
    Q_OBJECT

public:
    CenterStack(const WindowActions &actions, QWidget *parent);

    void showStart();
    /// For a document that has nothing in it yet.
    void showEmpty();
    bool isShowingEmpty() const { return currentWidget() == m_empty; }
    /// The pages become a child of the stack.
    void showPages(QWidget *pages);

private:
    QWidget *m_start;
    QWidget *m_empty;
};
