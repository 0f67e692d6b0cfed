// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QVBoxLayout;
class QAction;

/// What stands where there is nothing to show: what this place is for, and what to do now.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    EmptyState(const QString &title, const QString &sentence, QWidget *parent = nullptr);

    void setTexts(const QString &title, const QString &sentence);
    /// A button that triggers the action; the first one is the one to take.
    void addAction(QAction *action);
    /// With a text of its own, where the action's makes sense in its menu only.
    void addAction(QAction *action, const QString &text);

private:
    QLabel *m_title;
    QLabel *m_sentence;
    QVBoxLayout *m_actions;
};
