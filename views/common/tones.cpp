// SPDX-License-Identifier: Apache-2.0
#include "views/common/tones.h"

#include <cmath>

namespace {

struct Shades
{
    QRgb light;
    QRgb dark;
};

Shades shades(Tone tone)
{
    switch (tone) {
    case Tone::Error:
    case Tone::Removed:
        return {0xffb42318, 0xffff8a80};
    case Tone::Warning:
        return {0xff855700, 0xffe8b93f};
    case Tone::Restart:
        return {0xffa2410c, 0xffffa860};
    case Tone::Advice:
    case Tone::Accent:
    case Tone::Changed:
        return {0xff1f56c4, 0xff8ab6ff};
    case Tone::Immediate:
    case Tone::Added:
        return {0xff176b32, 0xff63d47a};
    case Tone::NotStated:
        return {0xff6941c6, 0xffc8adff};
    case Tone::Muted:
        return {0xff556070, 0xffa7b0bd};
    }
    return {0xff000000, 0xffffffff};
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

QColor mixed(const QColor &a, const QColor &b, float share)
{
    const auto mix = [share](float x, float y) { return x * (1 - share) + y * share; };
    return QColor::fromRgbF(
        mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()));
}

}  // namespace

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Base).lightness() < 128;
}

QColor toneColour(const QPalette &palette, Tone tone)
{
    return QColor::fromRgb(isDark(palette) ? shades(tone).dark : shades(tone).light);
}

QColor toneBackground(const QPalette &palette, Tone tone)
{
    return mixed(palette.color(QPalette::Base), toneColour(palette, tone), 0.07F);
}

QColor lineColour(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Window), palette.color(QPalette::WindowText), 0.13F);
}

double contrast(const QColor &a, const QColor &b)
{
    const auto [low, high] = std::minmax(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}
