// SPDX-License-Identifier: Apache-2.0
#include "views/common/plainlabel.h"

QLabel *plainLabel(const QString &text, QWidget *parent, LabelKind kind)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    if (kind == LabelKind::Paragraph) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    return label;
}
