// SPDX-License-Identifier: Apache-2.0
#include "views/window/lazypage.h"

#include <QVBoxLayout>

LazyPage::LazyPage(Make make, QWidget *parent)
    : QWidget(parent)
    , m_make(std::move(make))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
}

QWidget *LazyPage::content()
{
    if (!m_content) {
        m_content = m_make(this);
        layout()->addWidget(m_content);
        // A layout shows what comes late only once events are handled again.
        m_content->setVisible(true);
        setFocusProxy(m_content);
        Q_EMIT made(m_content);
    }
    return m_content;
}

void LazyPage::showEvent(QShowEvent *event)
{
    content();
    QWidget::showEvent(event);
}
