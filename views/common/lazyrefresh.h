// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTimer>

#include <functional>

class QWidget;

/// Brings a widget up to date when people can see it: as it shows, and while it is shown once a
/// turn of the event loop, however often it was told to. A part of the widget; at first it is
/// stale.
class LazyRefresh final : public QObject
{
    Q_OBJECT

public:
    LazyRefresh(QWidget *widget, std::function<void()> refresh);

    bool isStale() const { return m_isStale; }
    void schedule();
    /// At once, seen or not.
    void now();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    QWidget *m_widget;
    std::function<void()> m_refresh;
    QTimer m_timer;
    bool m_isStale = true;
};
