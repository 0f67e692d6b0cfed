// SPDX-License-Identifier: Apache-2.0
#include "views/problems/fixbutton.h"

#include "models/document/stepcost.h"
#include "views/common/objecttext.h"
#include "views/common/plainlabel.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

FixButton::FixButton(const PricedFix &fix, QWidget *parent)
    : QPushButton(parent)
{
    setObjectName(u"fixButton"_s);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(10, 5, 10, 5);
    lines->setSpacing(1);
    const auto title = plainText(fix.fix.step.title);
    const auto cost = costText(fix.cost);
    for (const auto &text : {title, cost}) {
        if (text.isEmpty())
            continue;
        auto *label = plainLabel(text, this, LabelKind::Paragraph);
        label->setTextInteractionFlags(Qt::NoTextInteraction);
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
        label->setForegroundRole(
            lines->isEmpty() ? QPalette::ButtonText : QPalette::PlaceholderText);
        lines->addWidget(label);
    }
    setAccessibleName(cost.isEmpty() ? title : tr("%1 · %2").arg(title, cost));
}

QSize FixButton::sizeHint() const
{
    return layout()->sizeHint();
}

QSize FixButton::minimumSizeHint() const
{
    return layout()->minimumSize();
}
