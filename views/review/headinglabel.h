// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/common/plainlabel.h"

/// One line in bold, above what it names.
inline QLabel *headingLabel(const QString &text, QWidget *parent)
{
    auto *label = plainLabel(text, parent);
    auto font = label->font();
    font.setBold(true);
    label->setFont(font);
    return label;
}
