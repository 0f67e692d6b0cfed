// SPDX-License-Identifier: Apache-2.0
#include "views/common/plainlabel.h"

#include <QTextDocument>
#include <QTextOption>

namespace {

/// A sentence that begins with an Arabic name is still a sentence of the program's language. Each
/// setText() makes another document, which would take its direction from the first letter.
class Paragraph final : public QLabel
{
public:
    using QLabel::QLabel;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        auto *document = findChild<QTextDocument *>();
        auto option = document ? document->defaultTextOption() : QTextOption();
        if (document && option.textDirection() != layoutDirection()) {
            option.setTextDirection(layoutDirection());
            document->setDefaultTextOption(option);
        }
        QLabel::paintEvent(event);
    }
};

}  // namespace

QLabel *plainLabel(const QString &text, QWidget *parent, LabelKind kind)
{
    auto *label = kind == LabelKind::Paragraph ? new Paragraph(parent) : new QLabel(parent);
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
