// SPDX-License-Identifier: Apache-2.0
#include "views/window/centerstack.h"

#include "views/common/emptystate.h"
#include "views/window/windowactions.h"

using namespace Qt::StringLiterals;

CenterStack::CenterStack(const WindowActions &actions, QWidget *parent)
    : QStackedWidget(parent)
{
    auto *start = new EmptyState(tr("No document is open"),
        tr("A document holds the topology of one installation, and every step that was made on it."),
        this);
    start->setObjectName(u"startPage"_s);
    start->addAction(actions.openSample);
    start->addAction(actions.openDocument);
    start->addAction(actions.newDocument);
    auto *empty = new EmptyState(tr("This document is empty"),
        tr("Import what a Configuration Server or another tool has exported, or begin with a tenant."),
        this);
    empty->setObjectName(u"emptyPage"_s);
    empty->addAction(actions.importFiles);
    empty->addAction(actions.addTenant, tr("&Add a Tenant"));
    empty->addAction(actions.openSample);
    m_start = start;
    m_empty = empty;
    addWidget(m_start);
    addWidget(m_empty);
}

void CenterStack::showStart()
{
    setCurrentWidget(m_start);
}

void CenterStack::showEmpty()
{
    setCurrentWidget(m_empty);
}

void CenterStack::showPages(QWidget *pages)
{
    if (indexOf(pages) < 0)
        addWidget(pages);
    setCurrentWidget(pages);
}
