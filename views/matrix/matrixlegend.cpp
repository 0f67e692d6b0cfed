// SPDX-License-Identifier: Apache-2.0
#include "views/matrix/matrixlegend.h"

#include "views/common/tones.h"
#include "views/matrix/assignmentsmodel.h"
#include "views/matrix/matrixpainting.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace {

constexpr int gap = 14;  // Pixels, as all below.
constexpr int textGap = 5;

struct Entry
{
    QString text;
    MatrixCell cell;
    int width;  ///< Of the sign.
};

QList<Entry> entries()
{
    return {
        {MatrixLegend::tr("assigned"), {true, false, Verdict::Allowed, {}}, 16},
        {MatrixLegend::tr("allowed"), {false, false, Verdict::Allowed, {}}, 16},
        {MatrixLegend::tr("with a condition"), {false, false, Verdict::Conditional, {}}, 44},
        {MatrixLegend::tr("not allowed"), {false, false, Verdict::Forbidden, {}}, 22},
        {MatrixLegend::tr("changed"), {true, true, Verdict::Allowed, {}}, 22},
    };
}

}  // namespace

MatrixLegend::MatrixLegend(QWidget *parent)
    : QWidget(parent)
{
    QStringList words;
    for (const auto &entry : entries())
        words.append(entry.text);
    setAccessibleName(tr("Signs: %1").arg(words.join(u", "_s)));
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
}

QSize MatrixLegend::sizeHint() const
{
    int width = 0;
    for (const auto &entry : entries())
        width += entry.width + textGap + fontMetrics().horizontalAdvance(entry.text) + gap;
    return {width - gap, std::max(20, fontMetrics().height())};
}

void MatrixLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    int x = 0;
    for (const auto &entry : entries()) {
        const QRect sign(x, height() / 2 - 9, entry.width, 18);
        painter.save();
        painter.setClipRect(sign.adjusted(0, 0, 1, 1));
        paintCell(&painter, sign, palette(), entry.cell, {});
        painter.restore();
        x += entry.width + textGap;
        painter.setPen(toneColour(palette(), Tone::Muted));
        const int textWidth = fontMetrics().horizontalAdvance(entry.text);
        painter.drawText(QRect(x, 0, textWidth + 1, height()),
            Qt::AlignVCenter | Qt::TextSingleLine, entry.text);
        x += textWidth + gap;
    }
}
