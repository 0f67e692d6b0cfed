// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/highlightpainter.h"

#include "views/canvas/routing.h"
#include "views/canvas/scenepainter.h"
#include "views/common/verdict.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

#include <cmath>

namespace {

/// More connections than this are a grey field, and tell nothing.
constexpr int mostRoutes = 120;

void paintPort(QPainter &painter, const CanvasColours &colours, QPointF at, double radius,
    PortLook look, bool isHovered)
{
    const double r = isHovered ? radius + 1.5 : radius;
    switch (look) {
    case PortLook::Filled:
        painter.setPen(QPen(colours.ground, 2));
        painter.setBrush(colours.accent);
        painter.drawEllipse(at, r + 1, r + 1);
        break;
    case PortLook::Hollow:
        painter.setPen(QPen(colours.accent, 1.7));
        painter.setBrush(colours.card);
        painter.drawEllipse(at, r, r);
        break;
    case PortLook::Conditional:
        painter.setPen(QPen(toneColour(colours.palette, Tone::Warning), 1.7));
        painter.setBrush(colours.card);
        painter.drawEllipse(at, r, r);
        painter.drawLine(at - QPointF(0, r * 0.5), at + QPointF(0, r * 0.1));
        painter.drawPoint(at + QPointF(0, r * 0.6));
        break;
    case PortLook::Barred:
        painter.setPen(QPen(colours.muted, 1.4));
        painter.setBrush(colours.ground);
        painter.drawEllipse(at, r, r);
        painter.drawLine(at + QPointF(-r, r) * 0.7, at + QPointF(r, -r) * 0.7);
        break;
    }
}

void paintPorts(QPainter &painter, ScenePainter &scenePainter, const ViewTransform &view,
    const QRectF &area, const Highlights &state)
{
    const auto &scene = scenePainter.scene();
    const auto &lanes = scene.lanes();
    const auto &colours = scenePainter.colours();
    const auto focus = *state.focus;
    const auto rect = scene.rect(focus);
    if (rect.isEmpty() || Metrics::laneWidth * view.zoom < 12)
        return;
    const auto seen = view.toScene(area);
    if (seen.right() < lanes.begin() || lanes.count() == 0)
        return;
    const double line = std::round(view.toView(rect.bottomLeft()).y());
    const double radius = std::clamp(Metrics::portRadius * view.zoom, 3.0, 9.0);
    painter.setPen(QPen(mixedColour(colours.ground, colours.accent, 0.45), 1, Qt::DotLine));
    painter.drawLine(
        QPointF(std::max(area.left(), view.toView(QPointF(lanes.begin(), 0)).x()), line + 0.5),
        QPointF(std::min(area.right(), view.toView(QPointF(lanes.end(), 0)).x()), line + 0.5));
    painter.setRenderHint(QPainter::Antialiasing);
    const int last = lanes.nearest(seen.right());
    for (int lane = lanes.nearest(seen.left()); lane <= last; ++lane) {
        const QPointF at(view.toView(QPointF(lanes.centre(lane), 0)).x(), line);
        paintPort(painter, colours, at, radius,
            portLook(scene.topology(), focus, lanes.tenant(lane)), lane == state.hoveredLane);
    }
}

void paintRoutes(QPainter &painter, ScenePainter &scenePainter, const ViewTransform &view,
    const QRectF &area, ApplicationId focus)
{
    const auto &colours = scenePainter.colours();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const auto &route : routesOf(scenePainter.scene(), view, focus, mostRoutes)) {
        if (!route.path.boundingRect().intersects(area))
            continue;
        const bool isOwn = route.client == focus;
        const auto colour = isOwn ? colours.accent : colours.muted;
        painter.setPen(QPen(colour, 1.3, isOwn ? Qt::SolidLine : Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(route.path);
        const auto back = route.tip - route.direction * 7;
        const QPointF aside(-route.direction.y() * 3.5, route.direction.x() * 3.5);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawPolygon(QPolygonF({route.tip, back + aside, back - aside}));
    }
}

void paintOutline(QPainter &painter, const Scene &scene, const ViewTransform &view, ObjectId object,
    const QPen &pen, double distance)
{
    const auto rect = view.toView(scene.rect(object));
    if (rect.width() < 1)
        return;
    const bool isBus = object.kind == Kind::Application
        && scene.node(object.application()).shape == Scene::Shape::Bus;
    const auto outline = rect.adjusted(-distance, -distance, distance, distance);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    const double radius = isBus ? outline.height() / 2 : 8;
    painter.drawRoundedRect(outline, radius, radius);
}

/// The two servers of a pair, in one frame where they stand together.
void paintPair(QPainter &painter, const Scene &scene, const ViewTransform &view,
    ApplicationId application, const CanvasColours &colours)
{
    const auto &topology = scene.topology();
    auto backup = topology.application(application).backup;
    auto primary = application;
    if (!backup && !topology.primariesOf(application).isEmpty()) {
        backup = application;
        primary = topology.primariesOf(application).first();
    }
    if (!backup || *backup == primary)
        return;
    const auto a = scene.rect(primary);
    const auto b = scene.rect(*backup);
    if (a.isEmpty() || b.isEmpty())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours.accent, 1, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    if (std::abs(a.top() - b.top()) <= Metrics::cardPitch
        && a.intersects(QRectF(b.left(), a.top(), b.width(), a.height()))) {
        const auto frame = view.toView(a | b).adjusted(-5, -5, 5, 5);
        painter.drawRoundedRect(frame, 10, 10);
        return;
    }
    const auto pair = route(*backup, primary, view.toView(b), view.toView(a));
    painter.drawPath(pair.path);
}

}  // namespace

PortLook portLook(const Topology &topology, ApplicationId application, TenantId tenant)
{
    const auto &tenants = topology.application(application).tenants;
    if (std::binary_search(tenants.begin(), tenants.end(), tenant))
        return PortLook::Filled;
    switch (toggleVerdict(topology, application, tenant)) {
    case Verdict::Allowed:
        return PortLook::Hollow;
    case Verdict::Conditional:
        return PortLook::Conditional;
    case Verdict::Forbidden:
        break;
    }
    return PortLook::Barred;
}

void paintHighlights(QPainter &painter, ScenePainter &scenePainter, const ViewTransform &view,
    const QRectF &area, const Highlights &state)
{
    const auto &scene = scenePainter.scene();
    const auto &colours = scenePainter.colours();
    painter.save();
    painter.setClipRect(area);
    for (const auto object : state.selected) {
        if (object.kind == Kind::Tenant) {
            const auto lane = view.toView(scene.rect(object));
            auto veil = colours.accent;
            veil.setAlphaF(0.06F);
            painter.fillRect(lane & area, veil);
        } else if (object.kind == Kind::Host) {
            for (const auto id : scene.topology().applicationsOn(object.host()))
                paintOutline(painter, scene, view, id, QPen(colours.accent, 1.4, Qt::DotLine), 3);
        } else {
            paintOutline(painter, scene, view, object, QPen(colours.accent, 2), 1);
        }
    }
    if (state.hovered && !state.selected.contains(*state.hovered))
        paintOutline(painter, scene, view, *state.hovered, QPen(colours.accent, 1.2), 0.5);
    if (state.focus) {
        paintRoutes(painter, scenePainter, view, area, *state.focus);
        paintPair(painter, scene, view, *state.focus, colours);
        paintPorts(painter, scenePainter, view, area, state);
        if (view.zoom >= 0.4 && !scene.rect(*state.focus).isEmpty()) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(colours.accent, 1.5));
            painter.setBrush(colours.card);
            const auto handle = connectionHandle(scene, view, *state.focus);
            painter.drawEllipse(handle, 4.5, 4.5);
            painter.drawLine(handle + QPointF(-2, 0), handle + QPointF(2, 0));
            painter.drawLine(handle + QPointF(0, -2), handle + QPointF(0, 2));
        }
    }
    if (state.cursor) {
        if (!state.selected.contains(*state.cursor))
            paintOutline(
                painter, scene, view, *state.cursor, QPen(colours.text, 1, Qt::DotLine), 4);
        if (state.cursor->kind == Kind::Application && state.cursorLane >= 0) {
            const auto at = view.toView(scene.port(state.cursor->application(), state.cursorLane));
            painter.setPen(QPen(colours.text, 1.6));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(at, 10, 10);
        }
    }
    if (!state.ghost.isEmpty()) {
        const auto colour =
            state.isGhostLegal ? colours.accent : toneColour(colours.palette, Tone::Error);
        auto veil = colour;
        veil.setAlphaF(0.14F);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(colour, 1.6, Qt::DashLine));
        painter.setBrush(veil);
        painter.drawRoundedRect(state.ghost, 8, 8);
    }
    if (state.hasWire) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(colours.accent, 1.8));
        painter.drawLine(state.wireFrom, state.wireTo);
        painter.setBrush(colours.accent);
        painter.drawEllipse(state.wireTo, 3.5, 3.5);
    }
    if (!state.rubberBand.isEmpty()) {
        auto veil = colours.accent;
        veil.setAlphaF(0.1F);
        painter.fillRect(state.rubberBand, veil);
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(colours.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(state.rubberBand);
    }
    painter.restore();
}

void paintNote(
    QPainter &painter, ScenePainter &scene, const QRectF &area, QPointF at, const PointerNote &note)
{
    if (note.isEmpty())
        return;
    const auto &palette = scene.colours().palette;
    const auto back = palette.color(QPalette::ToolTipBase);
    const auto ink = palette.color(QPalette::ToolTipText);
    constexpr double padding = 10;
    constexpr double lineHeight = 18;
    constexpr double mostWidth = 420;
    constexpr double indent = 18;

    // Lines are broken by hand, because a note is as wide as its text, up to a limit.
    struct Placed
    {
        QString text;
        std::optional<Mark> mark;
        bool isTitle;
    };
    auto strong = painter.font();
    strong.setPixelSize(13);
    strong.setWeight(QFont::DemiBold);
    auto usual = strong;
    usual.setWeight(QFont::Normal);
    usual.setPixelSize(12);
    QList<Placed> placed;
    double width = 0;
    const auto put = [&](const QString &text, std::optional<Mark> mark, bool isTitle) {
        const auto &font = isTitle ? strong : usual;
        const double room = mostWidth - (mark ? indent : 0);
        QTextLayout layout(text, font);
        layout.beginLayout();
        bool isFirst = true;
        for (auto line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(room);
            placed.append({text.mid(line.textStart(), line.textLength()).trimmed(),
                isFirst ? mark : std::nullopt, isTitle});
            width = std::max(width, line.naturalTextWidth() + (mark ? indent : 0));
            isFirst = false;
        }
        layout.endLayout();
    };
    put(note.title, std::nullopt, true);
    for (const auto &line : note.lines)
        put(line.text, line.mark, false);

    const QSizeF size(
        std::ceil(width) + 2 * padding, double(placed.size()) * lineHeight + 2 * padding - 4);
    QRectF box(at + QPointF(16, 18), size);
    if (box.right() > area.right() - 4)
        box.moveRight(std::max(area.left() + size.width() + 4, at.x() - 10));
    if (box.bottom() > area.bottom() - 4)
        box.moveBottom(at.y() - 44);  // Above the server that it speaks of.
    box.moveLeft(std::max(box.left(), area.left() + 4));
    box.moveTop(std::max(box.top(), area.top() + 4));
    box = QRectF(box.toRect());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(mixedColour(back, ink, 0.25), 1));
    painter.setBrush(back);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    double y = box.top() + padding - 2;
    bool isIndented = false;
    for (const auto &line : placed) {
        QRectF row(box.left() + padding, y, box.width() - 2 * padding, lineHeight);
        if (line.mark) {
            // Tones are made for the window's ground; a note is dark in light windows too.
            painter.setPen(back.lightness() < 128
                    ? toneColour(QPalette(back, back), markTone(*line.mark)).lighter(130)
                    : toneColour(palette, markTone(*line.mark)));
            painter.setFont(usual);
            painter.drawText(row, Qt::AlignVCenter, markGlyph(*line.mark));
            isIndented = true;
        } else if (line.isTitle) {
            isIndented = false;
        }
        painter.setFont(line.isTitle ? strong : usual);
        painter.setPen(line.isTitle ? ink : mixedColour(back, ink, 0.85));
        painter.drawText(
            row.adjusted(isIndented ? indent : 0, 0, 0, 0), Qt::AlignVCenter, line.text);
        y += lineHeight;
    }
    painter.restore();
}
