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
    /// After the docks are there. A window that was never saved keeps its place.
    void restoreWindow() const;

    /// Splitters and lists below this widget. (Tables keep their columns themselves.)
    void savePanel(const QWidget *panel) const;
    void restorePanel(const QWidget *panel) const;

private:
    QSettings &m_settings;
    QMainWindow &m_window;
};
