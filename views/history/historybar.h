// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/history/historyfilter.h"

#include <QWidget>

class QAction;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

/// What stands above the history: the filter, what is shown of it, and the ways back and forth.
class HistoryBar final : public QWidget
{
    Q_OBJECT

public:
    /// The actions are the list's own.
    HistoryBar(const QList<QAction *> &actions, QWidget *parent);

    HistoryFilter::Wanted wanted() const;
    /// Adds those that aren't there yet.
    void addAuthors(const QStringList &authors);
    void setSummary(const QString &text);
    /// While steps are taken back: what can be stopped.
    void setTravelling(bool isTravelling);

Q_SIGNALS:
    void filterChanged();
    void stopRequested();

private:
    QLineEdit *m_text;
    QComboBox *m_author;
    QCheckBox *m_revisions;
    QLabel *m_summary;
    QToolButton *m_stop;
};
