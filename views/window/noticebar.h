// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/common/notices.h"

#include <QTimer>
#include <QWidget>

class LinkButton;
class QLabel;
class QToolButton;

/// One line above the strip: the latest notice, with what can be done about it. Goes by itself
/// after a while; errors stay until they are closed or something else is said.
class NoticeBar final : public QWidget
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget *parent = nullptr);

    void post(const Notice &notice);
    void clear();

private:
    void act();

    QLabel *m_icon;
    QLabel *m_text;
    LinkButton *m_action;
    QToolButton *m_close;
    QTimer m_timer;
    Notice m_notice;
};
