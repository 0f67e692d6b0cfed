// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <optional>

class DesktopScheme;

enum class ThemeChoice : quint8 { System, Light, Dark };

/// Dresses the application: Fusion with palettes of our own, since Qt 6.4 has no dark one. "System"
/// asks the desktop's portal (org.freedesktop.appearance color-scheme), follows it, and is light
/// where there is none.
///
/// Panels don't need it: they take colours from their palette (tones.h).
class Theme final : public QObject
{
    Q_OBJECT

public:
    explicit Theme(QObject *parent = nullptr);

    ThemeChoice choice() const { return m_choice; }
    /// Takes effect at once, in all windows.
    void setChoice(ThemeChoice choice);

    static QLatin1String token(ThemeChoice choice);
    static std::optional<ThemeChoice> fromToken(QStringView token);

private:
    void apply();

    ThemeChoice m_choice = ThemeChoice::System;
    DesktopScheme *m_desktop = nullptr;  // Made when it is first asked.
};
