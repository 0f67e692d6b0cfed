// SPDX-License-Identifier: Apache-2.0
#include "views/window/noticebar.h"

#include "views/common/icons.h"
#include "views/common/linkbutton.h"
#include "views/common/plainlabel.h"

#include <QHBoxLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

constexpr int shownFor = 12000;  // ms

}  // namespace

NoticeBar::NoticeBar(QWidget *parent)
    : QWidget(parent)
    , m_icon(plainLabel({}, this))
    , m_text(plainLabel({}, this))
    , m_action(new LinkButton({}, this))
    , m_close(new QToolButton(this))
{
    setObjectName(u"noticeBar"_s);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_text->setObjectName(u"noticeLabel"_s);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_action->setObjectName(u"noticeActionButton"_s);
    m_close->setObjectName(u"noticeCloseButton"_s);
    m_close->setIcon(actionIcon("close"_L1));
    m_close->setAutoRaise(true);
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(m_close->toolTip());

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 6, 4);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(m_close);

    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &NoticeBar::clear);
    connect(m_close, &QToolButton::clicked, this, &NoticeBar::clear);
    connect(m_action, &LinkButton::clicked, this, &NoticeBar::act);
    hide();
}

void NoticeBar::post(const Notice &notice)
{
    m_notice = notice;
    m_text->setText(notice.text);
    m_text->setToolTip({});
    m_icon->setVisible(notice.mark.has_value());
    if (notice.mark)
        m_icon->setPixmap(markIcon(*notice.mark).pixmap(QSize(16, 16), devicePixelRatioF()));
    m_action->setText(notice.actionText);
    m_action->setVisible(!notice.actionText.isEmpty());
    setAccessibleName(notice.text);
    show();
    if (notice.mark == Mark::Error)
        m_timer.stop();
    else
        m_timer.start(shownFor);
}

void NoticeBar::clear()
{
    m_timer.stop();
    m_notice = {};
    hide();
}

void NoticeBar::act()
{
    const auto action = m_notice.action;
    clear();
    if (action)
        action();
}
