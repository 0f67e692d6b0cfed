// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/common/notices.h"
#include "views/common/selection.h"

#include <QTest>
#include <QTreeView>

/// Keeps the notices that are posted.
class Board final : public QWidget, public NoticeBoard
{
public:
    void post(const Notice &notice) override { notices.append(notice); }
    QStringList texts() const
    {
        QStringList texts;
        for (const auto &notice : notices)
            texts.append(notice.text);
        return texts;
    }
    QList<Notice> notices;
};

/// A window with one panel that is about a list; tests derive from it, make the panel a child of
/// the board, and then show it.
struct PanelWindow
{
    Selection selection;
    Board board;
    QTreeView *list = nullptr;

    void show(QWidget &panel, int width, const QString &listName)
    {
        list = child<QTreeView>(listName);
        panel.resize(width, 300);
        board.resize(width, 300);
        board.show();
        if (!QTest::qWaitForWindowActive(&board))
            qFatal("not shown");
    }
    template <class Widget>
    Widget *child(const QString &name) const
    {
        auto *found = board.findChild<Widget *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }
    void choose(int row) const { list->setCurrentIndex(list->model()->index(row, 0)); }
};
