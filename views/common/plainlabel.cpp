// SPDX-License-Identifier: Apache-2.0
#include "views/common/plainlabel.h"

QLabel *plainLabel(const QString &text, QWidget *parent, LabelKind kind)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    if (kind == LabelKind::Paragraph) {
        label->setWordWrap(true);
        // A name without a space may be longer than its panel: it is cut off rather than all else.
        label->setMinimumWidth(1);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    return label;
}
