// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/canvascolours.h"

#include "views/common/tones.h"

QColor mixedColour(const QColor &a, const QColor &b, double share)
{
    const auto mix = [share](float x, float y) { return float(x * (1 - share) + y * share); };
    return QColor::fromRgbF(
        mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()));
}

CanvasColours::CanvasColours(const QPalette &colours)
    : palette(colours)
{
    const bool isOnDark = isDark(palette);
    const auto base = palette.color(QPalette::Base);
    const auto window = palette.color(QPalette::Window);
    text = palette.color(QPalette::Text);
    muted = toneColour(palette, Tone::Muted);
    accent = toneColour(palette, Tone::Accent);
    ground = window;
    stripe = mixedColour(window, text, 0.018);
    line = mixedColour(window, text, 0.09);
    lane = mixedColour(window, text, isOnDark ? 0.16 : 0.12);
    card = isOnDark ? mixedColour(window, text, 0.05) : base;
    cardEdge = mixedColour(window, text, 0.2);
    bus = mixedColour(card, accent, isOnDark ? 0.16 : 0.09);
    busEdge = mixedColour(card, accent, 0.42);
    aside = mixedColour(window, text, 0.035);
    const QColor sand(isOnDark ? 0xffcdb98a : 0xff8a7340);
    foot = mixedColour(card, sand, 0.13);
    footEdge = mixedColour(card, sand, 0.42);
    selected = mixedColour(card, accent, isOnDark ? 0.34 : 0.2);
}

QColor CanvasColours::host(quint32 id) const
{
    // The golden angle keeps neighbours far apart.
    const int hue = int(id * 137U % 360U);
    return isDark(palette) ? QColor::fromHsl(hue, 120, 150) : QColor::fromHsl(hue, 130, 110);
}
