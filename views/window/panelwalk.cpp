// SPDX-License-Identifier: Apache-2.0
#include "views/window/panelwalk.h"

#include <QApplication>
#include <QLineEdit>
#include <QTabWidget>
#include <QWidget>

namespace {

bool takesFocus(const QWidget *widget)
{
    // Labels take it by click only, and show nothing of it.
    return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus);
}

}  // namespace

bool focusPanel(QWidget *panel)
{
    // The list or form itself, rather than a tab or the first button above it.
    auto *target = panel;
    if (const auto *tabs = qobject_cast<QTabWidget *>(panel); tabs && tabs->currentWidget())
        target = tabs->currentWidget();
    while (target->focusProxy())
        target = target->focusProxy();
    if (!takesFocus(target)) {
        auto *const start = target;
        do {
            target = target->nextInFocusChain();
        } while (target != start && !(panel->isAncestorOf(target) && takesFocus(target)));
        if (target == start)
            return false;
    }
    // Buttons show their focus to those only who move by keyboard.
    target->window()->setAttribute(Qt::WA_KeyboardFocusChange);
    target->setFocus(Qt::TabFocusReason);
    return true;
}

qsizetype focusedPanel(const QList<QWidget *> &panels)
{
    const auto *focus = QApplication::focusWidget();
    for (qsizetype i = 0; i < panels.size(); ++i) {
        if (focus && (panels.at(i) == focus || panels.at(i)->isAncestorOf(focus)))
            return i;
    }
    return -1;
}

void walkPanels(const QList<QWidget *> &panels, int step)
{
    const auto count = panels.size();
    auto at = focusedPanel(panels);
    if (at < 0 && step < 0)
        at = 0;
    for (qsizetype i = 0; i < count; ++i) {
        at = (at + step + count) % count;
        if (panels.at(at)->isVisible() && focusPanel(panels.at(at)))
            return;
    }
}

bool focusFilter(QWidget *panel)
{
    for (auto *edit : panel->findChildren<QLineEdit *>()) {
        if (edit->isVisible()
            && edit->objectName().contains(QLatin1String("filter"), Qt::CaseInsensitive)) {
            edit->setFocus(Qt::ShortcutFocusReason);
            edit->selectAll();
            return true;
        }
    }
    return false;
}
