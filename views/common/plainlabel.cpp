// SPDX-License-Identifier: Apache-2.0
#include "views/common/plainlabel.h"

#include <QTextDocument>
#include <QTextOption>

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
        // A sentence that begins with an Arabic name is still a sentence of the program's language.
        if (auto *document = label->findChild<QTextDocument *>()) {
            auto option = document->defaultTextOption();
            option.setTextDirection(label->layoutDirection());
            document->setDefaultTextOption(option);
        }
    }
    return label;
}
