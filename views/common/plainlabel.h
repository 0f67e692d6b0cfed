// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>

/// A label that shows its text as it is, whatever it looks like: never rich text, no mnemonics. The
/// one way labels are made. Line breaks stay; the text wraps and can be selected if that is asked
/// for.
enum class LabelKind {
    Line,
    Paragraph,  ///< Wraps; can be selected by mouse.
};
QLabel *plainLabel(
    const QString &text, QWidget *parent = nullptr, LabelKind kind = LabelKind::Line);
