// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/headpainter.h"

#include "views/canvas/scenepainter.h"
#include "views/common/icons.h"
#include "views/common/objecttext.h"

#include <QCoreApplication>
#include <QIcon>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

struct CanvasHeadsTexts
{
    Q_DECLARE_TR_FUNCTIONS(CanvasHeads)
};

constexpr double namedWidth = 46;  // Narrower lanes share a name.
constexpr double countedWidth = 84;

void paintTriangle(QPainter &painter, QPointF centre, bool isFolded, const QColor &colour)
{
    QPainterPath path;
    if (isFolded) {
        path.moveTo(centre + QPointF(-2.5, -4.5));
        path.lineTo(centre + QPointF(3.5, 0));
        path.lineTo(centre + QPointF(-2.5, 4.5));
    } else {
        path.moveTo(centre + QPointF(-4.5, -2.5));
        path.lineTo(centre + QPointF(4.5, -2.5));
        path.lineTo(centre + QPointF(0, 3.5));
    }
    path.closeSubpath();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(path, colour);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

/// What is seen of a band's head.
QRectF bandHeadRect(const ViewTransform &view, const QRectF &area, const Band &band)
{
    const double top = area.top() + (band.top - view.origin.y()) * view.rowZoom();
    const double bottom = area.top() + (band.bottom() - view.origin.y()) * view.rowZoom();
    return QRectF(area.left(), top, area.width(), bottom - top) & area;
}

/// Broken at the last space that fits; the second is empty where one line is enough.
std::pair<QString, QString> inTwoLines(
    const Labels &labels, const QString &text, double width, int size)
{
    if (labels.width(text, size, Labels::Weight::Strong) <= width)
        return {text, {}};
    for (auto at = text.lastIndexOf(u' '); at > 0; at = text.lastIndexOf(u' ', at - 1)) {
        if (labels.width(text.left(at), size, Labels::Weight::Strong) <= width)
            return {text.left(at), text.mid(at + 1)};
    }
    return {text, {}};
}

void paintLaneHead(QPainter &painter, ScenePainter &scene, const QRectF &rect, int lane,
    bool isCurrent, bool isHovered)
{
    const auto &colours = scene.colours();
    const auto &topology = scene.facts().topology;
    const auto tenantId = scene.scene().lanes().tenant(lane);
    const auto &tenant = topology.tenant(tenantId);
    const auto box = rect.adjusted(3, 5, -3, -5);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(isCurrent ? colours.accent : colours.cardEdge, isCurrent ? 1.6 : 1,
        tenant.isPlaceholder ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(isCurrent || isHovered ? colours.selected : colours.card);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.setRenderHint(QPainter::Antialiasing, false);
    auto inner = box.adjusted(7, 3, -7, -3);
    auto line = inner;
    line.setHeight(inner.height() * 0.55);
    painter.setPen(tenant.state == ObjectState::Disabled ? colours.muted : colours.text);
    scene.labels().draw(painter, line, nameText(tenant.name), 12, Labels::Weight::Strong);
    auto below = QRectF(inner.left(), line.bottom(), inner.width(), inner.height() - line.height());
    const auto marks = scene.facts().laneMarks(tenantId);
    const auto badge = [&](Mark mark, int count) {
        const auto text = QString::number(count);
        const double width = scene.labels().width(text, 11);
        painter.setPen(toneColour(colours.palette, markTone(mark)));
        scene.labels().draw(
            painter, {below.right() - width - 1, below.top(), width + 1, below.height()}, text, 11);
        scene.drawMark(painter, {below.right() - width - 9, below.center().y()}, 12, mark);
        below.setRight(below.right() - width - 21);
    };
    if (marks.problem)
        badge(*marks.problem, marks.problems);
    if (marks.restarts > 0)
        badge(Mark::Restart, marks.restarts);
    if (rect.width() >= countedWidth) {
        painter.setPen(colours.muted);
        scene.labels().draw(painter, below,
            counted(topology.applicationsOf(tenantId).size(), CanvasHeadsTexts::tr("1 server"),
                CanvasHeadsTexts::tr("%1 servers")),
            11);
    }
}

}  // namespace

void paintLaneHeads(QPainter &painter, ScenePainter &scene, const ViewTransform &view,
    const QRectF &area, const HeadState &state)
{
    const auto &lanes = scene.scene().lanes();
    const auto &colours = scene.colours();
    painter.fillRect(area, colours.ground);
    const double seenLeft = view.origin.x();
    const double seenRight = seenLeft + area.width() / view.zoom;
    const int first = lanes.nearest(seenLeft);
    const int last = lanes.nearest(seenRight);
    const auto x = [&](double at) { return area.left() + (at - seenLeft) * view.zoom; };
    if (const double right = x(scene.scene().side().width());
        scene.scene().side().cards() > 0 && right > area.left()) {
        const QRectF head(x(0), area.top(), right - x(0), area.height());
        painter.setPen(colours.muted);
        scene.labels().draw(painter, (head & area).adjusted(10, 4, -4, -4),
            CanvasHeadsTexts::tr("No tenant rule"), 12);
    }
    if (first < 0 || seenRight < lanes.begin())
        return;
    // Where lanes are too narrow for names, every k-th one is named.
    const double usual = Metrics::laneWidth * view.zoom;
    const int each = usual >= namedWidth ? 1 : int(std::ceil(90 / usual));
    if (each == 1) {
        for (int lane = first; lane <= last; ++lane) {
            const QRectF rect(std::round(x(lanes.left(lane))), area.top(),
                std::round(x(lanes.left(lane + 1))) - std::round(x(lanes.left(lane))),
                area.height());
            if (rect.width() >= 30) {
                paintLaneHead(
                    painter, scene, rect, lane, lane == state.current, lane == state.hovered);
            } else {
                // Folded: a handle with the triangle that unfolds it.
                painter.setRenderHint(QPainter::Antialiasing);
                painter.setPen(
                    lane == state.current ? QPen(colours.accent, 1.6) : QPen(colours.cardEdge, 1));
                painter.setBrush(lane == state.hovered ? colours.selected : colours.card);
                painter.drawRoundedRect(rect.adjusted(2.5, 5.5, -2.5, -5.5), 5, 5);
                paintTriangle(painter, rect.center(), true, colours.muted);
            }
        }
    } else {
        const int start = first - first % each;
        for (int lane = start; lane <= last; lane += each) {
            const double left = std::round(x(lanes.left(lane)));
            // Up to the next name: lanes that are folded are narrower.
            const double width = x(lanes.left(std::min(lane + each, lanes.count()))) - left - 8;
            painter.fillRect(QRectF(left, area.bottom() - 14, 1, 14), colours.cardEdge);
            painter.setPen(colours.text);
            scene.labels().draw(painter, {left + 4, area.top(), width, area.height() - 16},
                nameText(scene.facts().topology.tenant(lanes.tenant(lane)).name), 11);
            painter.setPen(colours.muted);
            scene.labels().draw(painter, {left + 4, area.bottom() - 18, width, 16},
                CanvasHeadsTexts::tr("lane %1").arg(QLocale().toString(lane)), 10);
        }
        if (state.current >= first && state.current <= last)
            painter.fillRect(QRectF(std::floor(x(lanes.left(state.current))), area.bottom() - 5,
                                 std::max(3.0, usual), 4),
                colours.accent);
    }
    painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), colours.line);
}

void paintBandHeads(QPainter &painter, ScenePainter &scene, const ViewTransform &view,
    const QRectF &area, const HeadState &state)
{
    const auto &colours = scene.colours();
    painter.fillRect(area, colours.ground);
    const auto &bands = scene.scene().bands();
    for (int number = 0; number < int(bands.size()); ++number) {
        const auto &band = bands[size_t(number)];
        const auto rect = bandHeadRect(view, area, band);
        if (rect.isEmpty())
            continue;
        if (number == state.hovered || number == state.current)
            painter.fillRect(rect, colours.aside);
        painter.fillRect(
            QRectF(rect.left(), std::round(rect.bottom()) - 1, rect.width(), 1), colours.line);
        if (rect.height() < 11)
            continue;
        const double lineHeight = std::min(18.0, rect.height());
        // The name stays in sight as long as a part of its band is.
        const double indent = state.canFold ? 20 : 6;
        QRectF line(rect.left() + indent,
            rect.top() + std::min(8.0, (rect.height() - lineHeight) / 2), rect.width() - indent - 6,
            lineHeight);
        if (state.canFold)
            paintTriangle(
                painter, {rect.left() + 11, line.center().y()}, band.isFolded, colours.muted);
        painter.setPen(colours.text);
        const int size = rect.height() < 16 ? 10 : 12;
        const auto count = QLocale().toString(qlonglong(
            number + 1 == int(bands.size()) ? qsizetype(band.cards.size()) : band.servers));
        const bool hasSecondLine = rect.height() >= 38;
        if (!hasSecondLine) {
            const double width = scene.labels().width(count, 11);
            painter.setPen(colours.muted);
            scene.labels().draw(painter,
                {line.right() - width - 1, line.top(), width + 1, line.height()}, count, 11);
            line.setRight(line.right() - width - 6);
        }
        painter.setPen(colours.text);
        const auto [title, rest] = hasSecondLine
            ? inTwoLines(scene.labels(), plainText(band.title), line.width(), size)
            : std::pair(plainText(band.title), QString());
        scene.labels().draw(painter, line, title, size, Labels::Weight::Strong);
        if (!rest.isEmpty()) {
            line.translate(0, 16);
            scene.labels().draw(painter, line, rest, size, Labels::Weight::Strong);
        }
        if (hasSecondLine && line.bottom() + 16 < rect.bottom()) {
            painter.setPen(colours.muted);
            scene.labels().draw(
                painter, line.translated(0, 16), CanvasHeadsTexts::tr("%1 in all").arg(count), 11);
        }
    }
    painter.fillRect(QRectF(area.right() - 1, area.top(), 1, area.height()), colours.line);
}
