// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPalette>

/// What a colour says. Never said by colour alone: a glyph and a word stand with it.
enum class Tone : quint8 {
    Error,
    Warning,
    Advice,
    Restart,
    Immediate,
    NotStated,
    Added,
    Removed,
    Changed,  ///< Differs from the baseline.
    Muted,    ///< Second-rank text.
    Accent,
};

/// For text and glyphs: contrast of 4.5:1 or more on the palette's Base, AlternateBase, Window and
/// Highlight.
QColor toneColour(const QPalette &palette, Tone tone);
/// A quiet background that goes with it; text of the tone and usual text are readable on it.
QColor toneBackground(const QPalette &palette, Tone tone);
/// Hairlines between parts of the window.
QColor lineColour(const QPalette &palette);
bool isDark(const QPalette &palette);
/// WCAG 2's ratio, from 1 to 21.
double contrast(const QColor &a, const QColor &b);
