// SPDX-License-Identifier: Apache-2.0
#pragma once

class QMainWindow;
class QSettings;
class QWidget;

/// What of a window comes back the next time: place, size, docks, splitters, columns. Widgets are
/// known by their object names.
class WindowMemory final
{
public:
    WindowMemory(QSettings &settings, QMainWindow &window);

    void saveWindow() const;
    /// Size and place on the screen. A window that was never saved keeps its own.
    void restorePlace() const;
    /// Docks and tool bars, once they are there and the window is shown. False if they were never
    /// saved.
    bool restoreDocks() const;

    /// Splitters below this widget, the columns of lists and tables, and the state of buttons that
    /// ask for it by a property "isRemembered".
    void savePanel(const QWidget *panel) const;
    void restorePanel(const QWidget *panel) const;

private:
    QSettings &m_settings;
    QMainWindow &m_window;
};
