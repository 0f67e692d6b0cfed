// SPDX-License-Identifier: Apache-2.0
#include "views/common/theme.h"

#include "views/common/calmstyle.h"
#include "views/common/desktopscheme.h"
#include "views/common/palettes.h"

#include <QApplication>
#include <QToolTip>

using namespace Qt::StringLiterals;

Theme::Theme(QObject *parent)
    : QObject(parent)
{
}

void Theme::setChoice(ThemeChoice choice)
{
    m_choice = choice;
    if (choice == ThemeChoice::System && !m_desktop) {
        m_desktop = new DesktopScheme(this);
        connect(m_desktop, &DesktopScheme::changed, this, &Theme::apply);
    }
    apply();
}

QLatin1String Theme::token(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::Light:
        return "light"_L1;
    case ThemeChoice::Dark:
        return "dark"_L1;
    case ThemeChoice::System:
        break;
    }
    return "system"_L1;
}

std::optional<ThemeChoice> Theme::fromToken(QStringView token)
{
    for (const auto choice : {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark}) {
        if (token == Theme::token(choice))
            return choice;
    }
    return {};
}

void Theme::apply()
{
    if (!qobject_cast<CalmStyle *>(QApplication::style()))
        QApplication::setStyle(new CalmStyle);
    const bool isDark =
        m_choice == ThemeChoice::Dark || (m_choice == ThemeChoice::System && m_desktop->isDark());
    const auto palette = isDark ? darkPalette() : lightPalette();
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
}
