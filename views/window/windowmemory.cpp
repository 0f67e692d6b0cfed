// SPDX-License-Identifier: Apache-2.0
#include "views/window/windowmemory.h"

#include <QAbstractButton>
#include <QHeaderView>
#include <QMainWindow>
#include <QSettings>
#include <QSplitter>
#include <QTableView>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace {

/// Of docks and tool bars; raised when they are others, so that an old state is not taken for a new
/// one.
constexpr int stateVersion = 1;
constexpr auto geometryKey = "window/geometry"_L1;
constexpr auto stateKey = "window/state"_L1;

QString splitterKey(const QSplitter &splitter)
{
    return u"splitters/%1-%2"_s.arg(splitter.objectName()).arg(splitter.count());
}

/// Of lists and tables whose columns are people's to arrange; null for others.
QHeaderView *headerOf(const QAbstractItemView &view)
{
    if (view.objectName().isEmpty())
        return nullptr;
    if (const auto *tree = qobject_cast<const QTreeView *>(&view))
        return tree->isHeaderHidden() ? nullptr : tree->header();
    const auto *table = qobject_cast<const QTableView *>(&view);
    return table && table->horizontalHeader()->sectionsMovable() ? table->horizontalHeader()
                                                                 : nullptr;
}

/// Of a choice that people find again, such as what a panel shows beside its list.
QString choiceKey(const QAbstractButton &button)
{
    return u"choices/%1"_s.arg(button.objectName());
}

bool isRemembered(const QAbstractButton &button)
{
    return button.property("isRemembered").toBool();
}

// With the number of columns: a list that has others has nothing stored yet.
QString columnsKey(const QAbstractItemView &view)
{
    return u"columns/%1-%2"_s.arg(view.objectName()).arg(headerOf(view)->count());
}

}  // namespace

WindowMemory::WindowMemory(QSettings &settings, QMainWindow &window)
    : m_settings(settings)
    , m_window(window)
{
}

void WindowMemory::saveWindow() const
{
    m_settings.setValue(geometryKey, m_window.saveGeometry());
    m_settings.setValue(stateKey, m_window.saveState(stateVersion));
}

void WindowMemory::restorePlace() const
{
    m_window.restoreGeometry(m_settings.value(geometryKey).toByteArray());
}

bool WindowMemory::restoreDocks() const
{
    return m_window.restoreState(m_settings.value(stateKey).toByteArray(), stateVersion);
}

void WindowMemory::savePanel(const QWidget *panel) const
{
    for (const auto *splitter : panel->findChildren<QSplitter *>()) {
        if (!splitter->objectName().isEmpty())
            m_settings.setValue(splitterKey(*splitter), splitter->saveState());
    }
    for (const auto *button : panel->findChildren<QAbstractButton *>()) {
        if (isRemembered(*button))
            m_settings.setValue(choiceKey(*button), button->isChecked());
    }
    for (const auto *view : panel->findChildren<QAbstractItemView *>()) {
        if (const auto *header = headerOf(*view))
            m_settings.setValue(columnsKey(*view), header->saveState());
    }
}

void WindowMemory::restorePanel(const QWidget *panel) const
{
    for (auto *splitter : panel->findChildren<QSplitter *>()) {
        const auto state = m_settings.value(splitterKey(*splitter)).toByteArray();
        if (!splitter->objectName().isEmpty() && !state.isEmpty())
            splitter->restoreState(state);
    }
    for (auto *button : panel->findChildren<QAbstractButton *>()) {
        if (isRemembered(*button) && m_settings.contains(choiceKey(*button)))
            button->setChecked(m_settings.value(choiceKey(*button)).toBool());
    }
    for (const auto *view : panel->findChildren<QAbstractItemView *>()) {
        auto *header = headerOf(*view);
        const auto state =
            header ? m_settings.value(columnsKey(*view)).toByteArray() : QByteArray();
        if (!state.isEmpty())
            header->restoreState(state);
    }
}
