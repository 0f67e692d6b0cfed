// SPDX-License-Identifier: Apache-2.0
#include "views/window/paneldocks.h"

#include "views/window/workspace.h"

#include <QCoreApplication>
#include <QDockWidget>
#include <QMainWindow>
#include <QMenu>
#include <QSettings>
#include <QTabWidget>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace {

struct PanelDocksTexts
{
    Q_DECLARE_TR_FUNCTIONS(PanelDocks)
};

QString visibilityKey(const QDockWidget &dock)
{
    return "panels/"_L1 + dock.objectName();
}

/// Takes the place of a dock's title: the panels say themselves what they are.
class NoTitle final : public QWidget
{
public:
    using QWidget::QWidget;
    QSize sizeHint() const override { return {0, 0}; }
};

}  // namespace

PanelDocks::PanelDocks(QMainWindow &window, QMenu &menu, QSettings &settings)
    : m_window(window)
    , m_settings(settings)
    , m_docks {make(u"navigatorDock"_s, PanelDocksTexts::tr("&Navigator"), Qt::LeftDockWidgetArea),
          make(u"inspectorDock"_s, PanelDocksTexts::tr("&Inspector"), Qt::RightDockWidgetArea),
          make(u"listsDock"_s, PanelDocksTexts::tr("&Problems, Restarts, History"),
              Qt::BottomDockWidgetArea)}
{
    auto *first = menu.actions().value(0);
    for (auto *dock : std::as_const(m_docks))
        menu.insertAction(first, dock->toggleViewAction());
    window.resizeDocks({navigator(), inspector()}, {250, 320}, Qt::Horizontal);
    window.resizeDocks({lists()}, {230}, Qt::Vertical);
    hide();
}

QDockWidget *PanelDocks::make(const QString &name, const QString &title, Qt::DockWidgetArea area)
{
    auto *dock = new QDockWidget(title, &m_window);
    dock->setObjectName(name);
    dock->setFeatures(QDockWidget::DockWidgetClosable);
    dock->setTitleBarWidget(new NoTitle(dock));
    m_window.addDockWidget(area, dock);
    return dock;
}

void PanelDocks::show(Workspace &workspace)
{
    navigator()->setWidget(workspace.navigator());
    inspector()->setWidget(workspace.inspector());
    lists()->setWidget(workspace.lists());
    for (auto *dock : std::as_const(m_docks)) {
        dock->toggleViewAction()->setEnabled(true);
        dock->setVisible(m_settings.value(visibilityKey(*dock), true).toBool());
    }
}

bool PanelDocks::show(const QString &name)
{
    for (auto *dock : {navigator(), inspector()}) {
        if (dock->objectName() == name + u"Dock"_s) {
            dock->show();
            return true;
        }
    }
    return false;
}

bool PanelDocks::showListsOf(const QString &name, const Workspace &workspace)
{
    if (workspace.lists()->currentWidget()->objectName() == name + u"Panel"_s)
        lists()->show();
    return true;
}

void PanelDocks::saveVisibility() const
{
    for (const auto *dock : m_docks)
        m_settings.setValue(visibilityKey(*dock), !dock->isHidden());
}

void PanelDocks::hide()
{
    for (auto *dock : std::as_const(m_docks)) {
        dock->hide();
        dock->toggleViewAction()->setEnabled(false);
    }
}
