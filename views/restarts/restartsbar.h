// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/restarts/restartrow.h"

#include <QWidget>

class QAction;
class QBoxLayout;
class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QToolButton;

/// What stands above the plan: how much there is to do, what nobody must miss, and how the list is
/// put together.
class RestartsBar final : public QWidget
{
    Q_OBJECT

public:
    explicit RestartsBar(QWidget *parent);

    PlanGrouping grouping() const;
    bool showsGraph() const;
    void addAction(QAction *action, const QString &name);
    void showPlan(const RestartPlan &plan);

Q_SIGNALS:
    void groupingChosen();
    void graphToggled();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addGrouping(
        PlanGrouping grouping, const QString &name, const QString &text, const QString &toolTip);

    QBoxLayout *m_parts;
    QHBoxLayout *m_row;  // Of buttons.
    QLabel *m_headline;
    QLabel *m_messaging;
    QButtonGroup *m_groupings;
    QToolButton *m_graph;
};
