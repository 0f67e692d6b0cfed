// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/canvasmotion.h"

#include "views/canvas/canvasview.h"
#include "views/common/desktopmotion.h"

#include <QGuiApplication>
#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace {

constexpr int usualDuration = 140;
constexpr qsizetype mostEdits = 40;  // More is another picture, and no motion.
constexpr double leastZoom = 0.35;   // Smaller things are not seen moving.
constexpr double appearing = 8;      // How much larger than itself what is new begins.

std::optional<ObjectId> movedBy(const Edit &edit)
{
    if (const auto *assign = std::get_if<Assign>(&edit))
        return assign->application;
    if (const auto *unassign = std::get_if<Unassign>(&edit))
        return unassign->application;
    if (const auto *place = std::get_if<SetPlace>(&edit))
        return place->object;
    if (const auto *field = std::get_if<SetField>(&edit))
        return field->object;
    if (const auto *added = std::get_if<AddObject>(&edit))
        return objectId(*added->record);
    return std::nullopt;
}

double between(double from, double to, double share)
{
    return from + (to - from) * share;
}

}  // namespace

CanvasMotion::CanvasMotion(CanvasView &canvas)
    : m_canvas(canvas)
    , m_desktop(new DesktopMotion(this))
{
    m_animation.setStartValue(0.0);
    m_animation.setEndValue(1.0);
    m_animation.setEasingCurve(QEasingCurve::OutCubic);
    const auto update = [this] { m_canvas.viewport()->update(); };
    connect(&m_animation, &QVariantAnimation::valueChanged, this, update);
    connect(&m_animation, &QVariantAnimation::finished, this, [this] { stop(); });
    auto &document = canvas.document();
    connect(
        &document, &Document::aboutToChange, this, [this](const Delta &delta) { remember(delta); });
    connect(&document, &Document::changed, this, [this](const Delta &delta) { start(delta); });
}

int CanvasMotion::duration() const
{
    if (m_duration)
        return *m_duration;
    // Without a screen nobody watches.
    const auto platform = QGuiApplication::platformName();
    if (platform == "offscreen"_L1 || platform == "minimal"_L1 || m_desktop->isReduced())
        return 0;
    const auto *style = m_canvas.style();
    return std::min(
        usualDuration, style->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, &m_canvas));
}

void CanvasMotion::stop()
{
    m_animation.stop();
    m_moves.clear();
    m_ports.clear();
    m_canvas.viewport()->update();
}

void CanvasMotion::remember(const Delta &delta)
{
    m_before.clear();
    if (delta.size() > mostEdits || !m_canvas.isVisible() || m_canvas.zoom() < leastZoom
        || duration() <= 0)
        return;
    for (const auto &edit : delta) {
        const auto object = movedBy(edit);
        if (object && (object->kind == Kind::Application || object->kind == Kind::Switch))
            m_before.emplace(*object, m_canvas.scene().rect(*object));
    }
}

void CanvasMotion::start(const Delta &delta)
{
    stop();
    const auto before = std::exchange(m_before, {});
    const auto &topology = m_canvas.document().topology();
    const auto seen = m_canvas.seen();
    for (const auto &[object, from] : before) {
        const auto to = topology.contains(object) ? m_canvas.scene().rect(object) : QRectF();
        if (to.isEmpty() || from == to || !(from | to).intersects(seen))
            continue;
        m_moves.append({object,
            from.isEmpty() ? to.adjusted(-appearing, -appearing, appearing, appearing) : from, to});
    }
    for (const auto &edit : delta) {
        const auto *assign = std::get_if<Assign>(&edit);
        const auto *unassign = std::get_if<Unassign>(&edit);
        if (assign && before.contains(assign->application))
            m_ports.append({assign->application, assign->tenant, true});
        else if (unassign && before.contains(unassign->application))
            m_ports.append({unassign->application, unassign->tenant, false});
    }
    if (m_moves.isEmpty() && m_ports.isEmpty())
        return;
    m_animation.setDuration(duration());
    m_animation.start();
}

void CanvasMotion::paint(QPainter &painter) const
{
    if (!isRunning())
        return;
    const double share = m_animation.currentValue().toDouble();
    const auto &scene = m_canvas.scene();
    const auto &view = m_canvas.view();
    const auto &colours = m_canvas.painter().colours();
    auto accent = colours.accent;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const auto &move : m_moves) {
        const auto from = view.toView(move.from);
        const auto to = view.toView(move.to);
        const QRectF rect(
            QPointF(between(from.left(), to.left(), share), between(from.top(), to.top(), share)),
            QPointF(between(from.right(), to.right(), share),
                between(from.bottom(), to.bottom(), share)));
        accent.setAlphaF(float(between(0.9, 0.2, share)));
        painter.setPen(QPen(accent, 1.5));
        accent.setAlphaF(float(between(0.25, 0.0, share)));
        painter.setBrush(accent);
        const bool isBus = move.object.kind == Kind::Application
            && scene.node(move.object.application()).shape == Scene::Shape::Bus;
        const double radius = isBus ? rect.height() / 2 : 6;
        painter.drawRoundedRect(rect, radius, radius);
    }
    painter.setPen(Qt::NoPen);
    const double radius = std::max(1.0, Metrics::portRadius * view.zoom);
    for (const auto &port : m_ports) {
        const int lane = scene.lanes().of(port.tenant);
        if (lane < 0 || scene.rect(port.application).isEmpty())
            continue;
        // The picture has the port already: what it is not yet is painted over.
        const auto at = view.toView(scene.port(port.application, lane));
        painter.setBrush(colours.card);
        painter.drawEllipse(at, radius, radius);
        painter.setBrush(colours.accent);
        const double size = radius * (port.isFilled ? share : 1 - share);
        painter.drawEllipse(at, size, size);
    }
    painter.restore();
}
