// SPDX-License-Identifier: Apache-2.0
#include "views/common/lazyrefresh.h"

#include <QEvent>
#include <QWidget>

LazyRefresh::LazyRefresh(QWidget *widget, std::function<void()> refresh)
    : QObject(widget)
    , m_widget(widget)
    , m_refresh(std::move(refresh))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (m_widget->isVisible())
            now();
    });
    widget->installEventFilter(this);
}

void LazyRefresh::schedule()
{
    m_isStale = true;
    if (m_widget->isVisible())
        m_timer.start();
}

void LazyRefresh::now()
{
    m_timer.stop();
    m_isStale = false;
    m_refresh();
}

bool LazyRefresh::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::Show && m_isStale)
        now();
    return QObject::eventFilter(object, event);
}
