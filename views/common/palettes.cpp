// SPDX-License-Identifier: Apache-2.0
#include "views/common/palettes.h"

namespace {

struct Colours
{
    QRgb window, base, alternate, text, muted, disabled, button, highlight, link, toolTip,
        toolTipText;
};

QPalette paletteOf(const Colours &colours)
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, QRgb colour) {
        palette.setColor(role, QColor(colour));
    };
    set(QPalette::Window, colours.window);
    set(QPalette::Base, colours.base);
    set(QPalette::AlternateBase, colours.alternate);
    set(QPalette::WindowText, colours.text);
    set(QPalette::Text, colours.text);
    set(QPalette::ButtonText, colours.text);
    set(QPalette::BrightText, colours.text);
    set(QPalette::HighlightedText, colours.text);
    set(QPalette::PlaceholderText, colours.muted);
    set(QPalette::Button, colours.button);
    set(QPalette::Highlight, colours.highlight);
    set(QPalette::Link, colours.link);
    set(QPalette::LinkVisited, colours.link);
    set(QPalette::ToolTipBase, colours.toolTip);
    set(QPalette::ToolTipText, colours.toolTipText);
    const QColor button(colours.button);
    const bool isDark = button.lightness() < 128;
    palette.setColor(QPalette::Light, button.lighter(isDark ? 130 : 104));
    palette.setColor(QPalette::Midlight, button.lighter(isDark ? 115 : 102));
    palette.setColor(QPalette::Mid, button.darker(isDark ? 120 : 125));
    palette.setColor(QPalette::Dark, button.darker(isDark ? 150 : 150));
    palette.setColor(QPalette::Shadow, QColor(0, 0, 0));
    for (const auto role :
        {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, QColor(colours.disabled));
    return palette;
}

}  // namespace

QPalette lightPalette()
{
    return paletteOf({.window = 0xfff5f6f8,
        .base = 0xffffffff,
        .alternate = 0xfff9fafb,
        .text = 0xff1d2733,
        .muted = 0xff5d6878,
        .disabled = 0xff98a1ad,
        .button = 0xffffffff,
        .highlight = 0xffdde8fd,
        .link = 0xff1f56c4,
        .toolTip = 0xff1f2933,
        .toolTipText = 0xfff2f5f8});
}

QPalette darkPalette()
{
    return paletteOf({.window = 0xff1c2026,
        .base = 0xff15181d,
        .alternate = 0xff191d22,
        .text = 0xffe4e8ed,
        .muted = 0xff9aa4b2,
        .disabled = 0xff69727f,
        .button = 0xff2a3038,
        .highlight = 0xff20355c,
        .link = 0xff8ab6ff,
        .toolTip = 0xff2e353f,
        .toolTipText = 0xffe9edf2});
}
