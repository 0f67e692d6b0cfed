// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/picture.h"

#include "views/canvas/headpainter.h"
#include "views/common/objecttext.h"
#include "views/common/palettes.h"

#include <QCoreApplication>
#include <QPainter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

struct PictureTexts
{
    Q_DECLARE_TR_FUNCTIONS(Picture)
};

constexpr double margin = 16;
constexpr double titleHeight = 44;
constexpr double legendGap = 12;
constexpr double leastWidth = 560;  // The title needs it, however small the scene is.

constexpr double bandHeadWidth = 168;  // Wider than on the screen: titles are whole.
constexpr int leastTextSize = 6;       // 4.5 points on paper.

constexpr double left = margin + bandHeadWidth;
constexpr double top = margin + titleHeight + Metrics::laneHeadHeight;

/// The light one, on white: what is printed and pasted stands on white.
QPalette paperPalette()
{
    auto palette = lightPalette();
    palette.setColor(QPalette::Window, palette.color(QPalette::Base));
    return palette;
}

}  // namespace

Picture::Picture(const Scene &scene, const PictureFacts &facts, const Style &style)
    : m_painter(scene, facts, paperPalette(), style.font)
    , m_style(style)
    , m_legend(scene, facts, style.overlay)
{
    m_painter.setVector(true);
    m_painter.setOverlay(style.overlay);
    m_painter.labels().setLeastSize(leastTextSize);
}

QString Picture::counts() const
{
    const auto &facts = m_painter.facts();
    const auto findings = facts.validator.summary();
    const auto plan = facts.planner.summary();
    QStringList parts {counted(facts.topology.tenants().size() - 1, PictureTexts::tr("1 tenant"),
                           PictureTexts::tr("%1 tenants")),
        counted(facts.topology.applications().size(), PictureTexts::tr("1 application"),
            PictureTexts::tr("%1 applications")),
        counted(findings.errors, PictureTexts::tr("1 error"), PictureTexts::tr("%1 errors")),
        counted(findings.warnings, PictureTexts::tr("1 warning"), PictureTexts::tr("%1 warnings"))};
    if (plan.changes > 0) {
        parts.append(
            counted(plan.changes, PictureTexts::tr("1 change"), PictureTexts::tr("%1 changes")));
        parts.append(
            counted(plan.restarts, PictureTexts::tr("1 restart"), PictureTexts::tr("%1 restarts")));
    }
    return parts.join(u" · "_s);
}

QRectF Picture::place(const PictureSheet &sheet)
{
    const ViewTransform view {sheet.zoom, {}};
    return {left, top, std::ceil(sheet.part.width() * view.zoom),
        std::ceil(sheet.part.height() * view.rowZoom())};
}

QSizeF Picture::size(const PictureSheet &sheet) const
{
    const auto scene = place(sheet);
    const double width = std::max(leastWidth, scene.right() + margin);
    return {width,
        scene.bottom() + legendGap + m_legend.height(m_painter.labels(), width - 2 * margin)
            + margin};
}

QSizeF Picture::room(QSizeF size) const
{
    return {size.width() - left - margin,
        size.height() - top - legendGap
            - m_legend.height(m_painter.labels(), size.width() - 2 * margin) - margin};
}

void Picture::paint(QPainter &painter, const PictureSheet &sheet, QSizeF size)
{
    const auto &colours = m_painter.colours();
    const auto scene = place(sheet);
    const ViewTransform view {sheet.zoom, sheet.part.topLeft()};
    painter.fillRect(QRectF({}, size), colours.ground);

    painter.save();
    painter.translate(scene.topLeft());
    m_painter.paint(painter, view, {{}, scene.size()});
    painter.restore();
    const QRectF laneHeads(
        left, top - Metrics::laneHeadHeight, scene.width(), Metrics::laneHeadHeight);
    painter.save();
    painter.setClipRect(laneHeads);
    paintLaneHeads(painter, m_painter, view, laneHeads, {});
    painter.restore();
    HeadState bandState;
    bandState.canFold = false;
    paintBandHeads(
        painter, m_painter, view, {margin, top, bandHeadWidth, scene.height()}, bandState);

    // Devices that know no clipping (SVG) have painted beyond the edges.
    const double right = scene.right();
    const double bottom = scene.bottom();
    painter.fillRect(QRectF(0, 0, left, top), colours.ground);
    painter.fillRect(QRectF(0, top, margin, scene.height()), colours.ground);
    painter.fillRect(QRectF(left, 0, size.width() - left, laneHeads.top()), colours.ground);
    painter.fillRect(QRectF(right, 0, size.width() - right, bottom), colours.ground);
    painter.fillRect(QRectF(0, bottom, size.width(), size.height() - bottom), colours.ground);
    painter.fillRect(QRectF(margin, bottom - 1, right - margin, 1), colours.line);

    const double width = size.width() - 2 * margin;
    paintTitle(painter, sheet, width);
    m_legend.paint(painter, m_painter, {margin, bottom + legendGap}, width);
}

void Picture::paintTitle(QPainter &painter, const PictureSheet &sheet, double width)
{
    const auto &colours = m_painter.colours();
    auto &labels = m_painter.labels();
    QStringList asides;
    if (!m_style.date.isEmpty())
        asides.append(m_style.date);
    if (sheet.count > 1)
        asides.append(PictureTexts::tr("Sheet %1 of %2").arg(sheet.number).arg(sheet.count));
    const auto aside = asides.join(u" · "_s);
    const double asideWidth = aside.isEmpty() ? 0 : labels.width(aside, 12) + 16;
    const QRectF line(margin, margin - 4, width, 24);
    painter.setPen(colours.muted);
    labels.draw(painter, line, aside, 12, Labels::Weight::Usual, Qt::AlignRight);
    labels.draw(painter, line.translated(0, 20), counts(), 12);
    painter.setPen(colours.text);
    labels.draw(painter, line.adjusted(0, 0, -asideWidth, 0), nameText(m_style.title), 17,
        Labels::Weight::Strong);
}
