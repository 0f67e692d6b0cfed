// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/scenepainter.h"

#include "views/canvas/farpainter.h"
#include "views/common/icons.h"
#include "views/common/objecttext.h"

#include <QCoreApplication>
#include <QIcon>
#include <QPainter>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace {

struct ScenePainterTexts
{
    Q_DECLARE_TR_FUNCTIONS(ScenePainter)
};

constexpr double textZoom = 0.4;    // Below it, names are too small to be read.
constexpr double detailZoom = 0.7;  // Above it, cards have icons and a second line.
constexpr double farZoom = 0.1;     // Below it, lanes are a texture.

/// A long bus says its name again after so many lanes, so that it is always in sight.
constexpr double labelEvery = 6 * Metrics::laneWidth;

QRectF whole(const QRectF &rect)
{
    // Edges on pixels are sharp.
    return {toPixel(rect.left()), toPixel(rect.top()),
        std::max(1.0, toPixel(rect.right()) - toPixel(rect.left())),
        std::max(1.0, toPixel(rect.bottom()) - toPixel(rect.top()))};
}

}  // namespace

ScenePainter::ScenePainter(
    const Scene &scene, const PictureFacts &facts, const QPalette &palette, const QFont &font)
    : m_scene(scene)
    , m_facts(facts)
    , m_colours(palette)
    , m_labels(font)
{
}

void ScenePainter::setPalette(const QPalette &palette)
{
    m_colours = CanvasColours(palette);
    m_icons.clear();
    m_drawings.clear();
}

void ScenePainter::paint(QPainter &painter, const ViewTransform &view, const QRectF &area)
{
    painter.save();
    painter.setClipRect(area);
    paintGround(painter, view, area);
    if (view.zoom < farZoom) {
        paintFar(painter, *this, view, area);
    } else {
        const auto seen = view.toScene(area);
        const auto &lanes = m_scene.lanes();
        paintSide(painter, view, area);
        const int first = lanes.nearest(seen.left());
        const int last = lanes.nearest(seen.right());
        if (seen.right() >= lanes.begin() && first >= 0) {
            for (const auto &band : m_scene.bands()) {
                // Ports and frames reach a little out of their band.
                if (band.bottom() + 4 < seen.top() || band.top - 4 > seen.bottom())
                    continue;
                if (band.isFolded)
                    paintFoldedBand(painter, view, band, first, last);
                else
                    paintBand(painter, view, area, band, first, last);
            }
        }
    }
    painter.restore();
}

void ScenePainter::paintGround(QPainter &painter, const ViewTransform &view, const QRectF &area)
{
    painter.fillRect(area, m_colours.ground);
    const auto seen = view.toScene(area);
    const auto &lanes = m_scene.lanes();
    const double bottom = std::min(area.bottom(), view.toView(m_scene.bounds()).bottom());
    if (bottom <= area.top())
        return;
    if (m_scene.side().cards() > 0 && seen.left() < m_scene.side().width()) {
        auto aside = view.toView(QRectF(0, 0, m_scene.side().width(), m_scene.bounds().height()));
        painter.fillRect(aside & area, m_colours.aside);
    }
    if (seen.right() < lanes.begin() || view.zoom < farZoom)
        return;
    const int last = lanes.nearest(seen.right());
    for (int lane = std::max(0, lanes.nearest(seen.left())); lane <= last; ++lane) {
        const double left = view.toView(QPointF(lanes.left(lane), 0)).x();
        const double right = view.toView(QPointF(lanes.left(lane + 1), 0)).x();
        if (lane % 2 == 1)
            painter.fillRect(
                QRectF(left, area.top(), right - left, bottom - area.top()), m_colours.stripe);
        painter.fillRect(QRectF(toPixel((left + right) / 2), area.top(), 1, bottom - area.top()),
            m_colours.lane);
    }
    for (const auto &band : m_scene.bands()) {
        const double y = toPixel(view.toView(QPointF(0, band.bottom())).y());
        if (y >= area.top() && y <= area.bottom()) {
            const double x = view.toView(QPointF(lanes.begin(), 0)).x();
            painter.fillRect(QRectF(x, y - 1, area.right() - x, 1), m_colours.line);
        }
    }
}

void ScenePainter::paintSide(QPainter &painter, const ViewTransform &view, const QRectF &area)
{
    const auto &side = m_scene.side();
    // What stands behind a stack reaches a little further than its card.
    const auto seen = view.toScene(area).adjusted(-5, -5, 0, 0);
    if (side.cards() == 0 || seen.left() > side.width())
        return;
    for (int card = 0; card < side.cards(); ++card) {
        const auto rect = side.cardRect(card);
        if (!rect.intersects(seen))
            continue;
        const auto face = side.face(card);
        if (face.application)
            paintCard(painter, view, rect, *face.application);
        else
            paintStack(painter, view, rect, *face.stack);
    }
}

void ScenePainter::paintBand(QPainter &painter, const ViewTransform &view, const QRectF &area,
    const Band &band, int firstLane, int lastLane)
{
    const auto seen = view.toScene(area).adjusted(-8, -8, 8, 8);
    const auto rows = band.busRowsIn(seen.top(), seen.bottom());
    for (int row = rows.first; row < rows.end; ++row) {
        const auto &buses = band.buses.row(row);
        for (auto bus = firstReaching(buses, firstLane);
             bus != buses.end() && bus->first <= lastLane; ++bus)
            paintBus(painter, view, area, m_scene.busRect(band, row, *bus), bus->application);
    }
    int slot = 0;
    int lane = -1;
    for (auto card = band.firstCard(firstLane); card != band.cards.end() && card->lane <= lastLane;
         ++card) {
        slot = card->lane == lane ? slot + 1 : 0;
        lane = card->lane;
        if (!m_scene.lanes().isFolded(lane))
            paintCard(painter, view, m_scene.cardRect(band, lane, slot), card->object);
    }
}

void ScenePainter::paintFoldedBand(
    QPainter &painter, const ViewTransform &view, const Band &band, int firstLane, int lastLane)
{
    // A tick for each lane that something serves.
    const auto &lanes = m_scene.lanes();
    const double y = band.top + band.height / 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_colours.busEdge);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto tick = [&](double from, double to) {
        const auto a = view.toView(QPointF(from, y - 3));
        const auto b = view.toView(QPointF(to, y + 3));
        painter.drawRoundedRect(QRectF(a, b), 2, 2);
    };
    for (int row = 0; row < band.buses.count(); ++row) {
        const auto &buses = band.buses.row(row);
        for (auto bus = firstReaching(buses, firstLane);
             bus != buses.end() && bus->first <= lastLane; ++bus)
            tick(lanes.centre(bus->first) - 12, lanes.centre(bus->last) + 12);
    }
    for (auto card = band.firstCard(firstLane); card != band.cards.end() && card->lane <= lastLane;
         ++card)
        tick(lanes.centre(card->lane) - 12, lanes.centre(card->lane) + 12);
}

// --- Boxes ---

ScenePainter::Fill ScenePainter::fillOf(ObjectId object, const Fill &usual) const
{
    const auto toned = [&](Tone tone) -> Fill {
        const auto colour = toneColour(m_colours.palette, tone);
        return {mixedColour(m_colours.card, colour, 0.1), mixedColour(m_colours.card, colour, 0.8)};
    };
    switch (m_overlay) {
    case Overlay::Problems:
        if (const auto mark = m_facts.problem(object); mark && *mark != Mark::Advice)
            return toned(markTone(*mark));
        break;
    case Overlay::Changes:
        if (const auto mark = m_facts.change(object))
            return toned(markTone(*mark));
        break;
    case Overlay::Restarts:
        if (object.kind == Kind::Application) {
            if (const auto mark = m_facts.plan(object.application()))
                return toned(markTone(*mark));
        }
        break;
    case Overlay::Hosts:
        if (object.kind == Kind::Application) {
            if (const auto host = m_facts.topology.application(object.application()).host) {
                const auto colour = m_colours.host(host->value());
                return {mixedColour(m_colours.card, colour, 0.24),
                    mixedColour(m_colours.card, colour, 0.85)};
            }
        }
        break;
    }
    return usual;
}

void ScenePainter::paintBox(
    QPainter &painter, const QRectF &rect, double radius, const Fill &fill, bool isPlaceholder)
{
    if (rect.height() < 9) {
        painter.fillRect(rect, fill.edge);
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill.fill);
    painter.setPen(QPen(fill.edge, 1, isPlaceholder ? Qt::DashLine : Qt::SolidLine));
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

QList<Mark> ScenePainter::badges(ObjectId object) const
{
    QList<Mark> marks;
    if (object.kind == Kind::Application) {
        if (const auto plan = m_facts.plan(object.application()))
            marks.append(*plan);
    }
    if (const auto problem = m_facts.problem(object))
        marks.append(*problem);
    if (m_overlay == Overlay::Changes) {
        if (const auto change = m_facts.change(object); change && !marks.contains(*change))
            marks.append(*change);
    }
    return marks;
}

QRectF ScenePainter::paintBadges(
    QPainter &painter, const QRectF &rect, double size, const QList<Mark> &marks)
{
    double right = rect.right();
    for (const auto mark : marks) {
        if (right - size < rect.left())
            break;
        drawMark(painter, {right - size / 2, rect.center().y()}, size, mark);
        right -= size + 4;
    }
    return {rect.left(), rect.top(), std::max(0.0, right - rect.left()), rect.height()};
}

QString ScenePainter::detail(const Application &application) const
{
    QStringList parts;
    if (m_scene.grouping() != Scene::Grouping::Type)
        parts.append(application.type.displayName());
    if (!application.release.isEmpty())
        parts.append(plainText(application.release));
    if (application.host && (m_scene.grouping() != Scene::Grouping::Host))
        parts.append(plainText(m_facts.topology.host(*application.host).name));
    return parts.join(u" · "_s);
}

void ScenePainter::paintBus(QPainter &painter, const ViewTransform &view, const QRectF &area,
    const QRectF &sceneRect, ApplicationId id)
{
    const auto rect = whole(view.toView(sceneRect));
    const auto &application = m_facts.topology.application(id);
    const bool isDimmed = m_isWanted && !m_isWanted(id);
    if (isDimmed)
        painter.setOpacity(0.25);
    const auto fill = fillOf(id, {m_colours.bus, m_colours.busEdge});
    paintBox(painter, rect, rect.height() / 2, fill, application.isPlaceholder);

    if (view.zoom >= textZoom) {
        const int size = std::max(8, qRound(12 * view.zoom));
        const double padding = rect.height() / 2 - 2;
        auto inner = rect.adjusted(padding, 0, -padding, -2 * view.zoom);
        const auto marks = badges(id);
        inner = paintBadges(painter, inner, std::max(9.0, 13 * view.zoom), marks);
        const double step = labelEvery * view.zoom;
        const auto name = nameText(application.name);
        for (double left = inner.left(); left < inner.right() - 3 * size; left += step) {
            QRectF place(left, inner.top(), std::min(step, inner.right() - left), inner.height());
            if (!place.intersects(area))
                continue;
            if (view.zoom >= detailZoom) {
                const double icon = toPixel(15 * view.zoom);
                drawIcon(painter,
                    {toPixel(place.left()), toPixel(place.center().y() - icon / 2), icon, icon},
                    typeIcon(application.type), application.type.token());
                place.setLeft(place.left() + icon + 6 * view.zoom);
            }
            painter.setPen(
                application.state == ObjectState::Disabled ? m_colours.muted : m_colours.text);
            m_labels.draw(painter, place, name, size, Labels::Weight::Strong);
            if (view.zoom >= detailZoom) {
                const double used = m_labels.width(name, size, Labels::Weight::Strong) + 10;
                painter.setPen(m_colours.muted);
                m_labels.draw(painter, place.adjusted(used, 0, 0, 0), detail(application),
                    std::max(8, qRound(11 * view.zoom)));
            }
        }
    }

    paintPorts(painter, view, area, sceneRect.bottom(), application);
    painter.setOpacity(1);
}

void ScenePainter::paintPorts(QPainter &painter, const ViewTransform &view, const QRectF &area,
    double line, const Application &application)
{
    const bool isFaulty = m_overlay == Overlay::Problems
        && m_facts.problem(application.id) == std::optional(Mark::Error);
    const auto colour = isFaulty ? toneColour(m_colours.palette, Tone::Error) : m_colours.accent;
    const double ring = view.zoom >= textZoom ? 2 : 1;
    // In quarters of a pixel: not a picture for each of a thousand zooms.
    const double radius = toPixel(4 * std::max(1.0, Metrics::portRadius * view.zoom)) / 4 + 1;
    // With its ring, and the same to all sides of the middle.
    const double half = std::ceil(radius + ring);
    const auto paintPort = [&](QPainter &onto, QPointF at) {
        onto.setRenderHint(QPainter::Antialiasing);
        onto.setPen(QPen(m_colours.ground, ring));
        onto.setBrush(colour);
        onto.drawEllipse(at, radius, radius);
        onto.setRenderHint(QPainter::Antialiasing, false);
    };
    // There are thousands of them, all alike.
    QPixmap port;
    if (!m_isVector) {
        const double ratio = painter.device()->devicePixelRatioF();
        const auto key = u"port %1 %2 %3"_s.arg(colour.rgba()).arg(radius).arg(ratio);
        auto found = m_icons.constFind(key);
        if (found == m_icons.cend()) {
            QPixmap made((QSizeF(2 * half, 2 * half) * ratio).toSize());
            made.setDevicePixelRatio(ratio);
            made.fill(Qt::transparent);
            QPainter onto(&made);
            paintPort(onto, {half, half});
            onto.end();
            found = m_icons.insert(key, made);
        }
        port = *found;
    }
    const auto &lanes = m_scene.lanes();
    for (const auto tenant : application.tenants) {
        const int lane = lanes.of(tenant);
        const auto at = view.toView(QPointF(lanes.centre(lane), line));
        if (at.x() < area.left() - half || at.x() > area.right() + half
            || lanes.width(lane) * view.zoom < 8)
            continue;
        if (port.isNull())
            paintPort(painter, at);
        else
            painter.drawPixmap(QPointF(toPixel(at.x()) - half, toPixel(at.y()) - half), port);
    }
}

void ScenePainter::paintCard(
    QPainter &painter, const ViewTransform &view, const QRectF &sceneRect, ObjectId object)
{
    const auto rect = whole(view.toView(sceneRect));
    const bool isSwitch = object.kind == Kind::Switch;
    if (m_isWanted && !m_isWanted(object))
        painter.setOpacity(0.25);
    const Fill usual = isSwitch ? Fill {m_colours.foot, m_colours.footEdge}
                                : Fill {m_colours.card, m_colours.cardEdge};
    const auto &topology = m_facts.topology;
    paintBox(painter, rect, std::min(7.0, 7 * view.zoom), fillOf(object, usual),
        topology.isPlaceholder(object));
    if (view.zoom < textZoom) {
        painter.setOpacity(1);
        return;
    }
    const int size = std::max(8, qRound(12 * view.zoom));
    const double padding = toPixel(8 * view.zoom);
    auto inner = rect.adjusted(padding, 3 * view.zoom, -padding, -3 * view.zoom);
    QString second;
    QIcon icon;  // Where nothing else tells the type.
    QString iconKey;
    bool isDisabled = false;
    if (isSwitch) {
        const auto &found = topology.switchAt(object.switchId());
        second = found.office ? plainText(topology.office(*found.office).type) : QString();
        isDisabled = found.state == ObjectState::Disabled;
    } else {
        const auto &found = topology.application(object.application());
        const bool isAside = m_scene.node(object.application()).shape == Scene::Shape::Side;
        if (!isAside)  // There a line is enough.
            second = detail(found);
        if (isAside || m_scene.grouping() != Scene::Grouping::Type) {
            icon = typeIcon(found.type);
            iconKey = u"type "_s + found.type.token();
        }
        isDisabled = found.state == ObjectState::Disabled;
    }
    const bool isDetailed = view.zoom >= detailZoom;
    if (isDetailed && !iconKey.isEmpty()) {
        const double side = toPixel(16 * view.zoom);
        drawIcon(painter,
            {toPixel(inner.left()), toPixel(rect.center().y() - side / 2), side, side}, icon,
            iconKey);
        inner.setLeft(inner.left() + side + 7 * view.zoom);
    }
    auto line = inner;
    if (isDetailed && !second.isEmpty())
        line.setHeight(inner.height() / 2);
    const auto place = paintBadges(painter, line, std::max(9.0, 13 * view.zoom), badges(object));
    painter.setPen(isDisabled ? m_colours.muted : m_colours.text);
    m_labels.draw(painter, place, nameText(topology.name(object)), size, Labels::Weight::Strong);
    if (isDetailed && !second.isEmpty()) {
        painter.setPen(m_colours.muted);
        const int smaller = std::max(8, qRound(10.5 * view.zoom));
        // Half a host's name tells nothing; what comes first does.
        if (m_labels.width(second, smaller) > line.width())
            second = second.section(u" · "_s, 0, 0);
        m_labels.draw(painter, line.translated(0, line.height()), second, smaller);
    }
    painter.setOpacity(1);
}

void ScenePainter::paintStack(QPainter &painter, const ViewTransform &view, const QRectF &sceneRect,
    const SideLane::Stack &stack)
{
    const auto rect = whole(view.toView(sceneRect));
    const Fill fill {m_colours.card, m_colours.cardEdge};
    for (const double shift : {4.0, 2.0}) {
        const auto behind = rect.translated(shift * view.zoom, shift * view.zoom);
        paintBox(painter, behind, std::min(7.0, 7 * view.zoom), fill, false);
    }
    paintBox(painter, rect, std::min(7.0, 7 * view.zoom), fill, false);
    if (view.zoom < textZoom)
        return;
    auto inner = rect.adjusted(8 * view.zoom, 3 * view.zoom, -8 * view.zoom, -3 * view.zoom);
    const int size = std::max(8, qRound(12 * view.zoom));
    const auto count = u"× "_s + QLocale().toString(qlonglong(stack.members.size()));
    const double width = m_labels.width(count, size) + 2;
    painter.setPen(m_colours.muted);
    m_labels.draw(
        painter, {inner.right() - width, inner.top(), width, inner.height()}, count, size);
    painter.setPen(m_colours.text);
    m_labels.draw(
        painter, inner.adjusted(0, 0, -width - 6, 0), stack.title, size, Labels::Weight::Strong);
}

// --- Icons ---

void ScenePainter::drawIcon(
    QPainter &painter, const QRectF &rect, const QIcon &icon, const QString &key, Tone tone)
{
    if (m_isVector) {
        auto found = m_drawings.constFind(key);
        if (found == m_drawings.cend())
            found = m_drawings.insert(key, iconDrawing(icon, toneColour(m_colours.palette, tone)));
        if (*found)
            (*found)->render(&painter, rect);
        return;
    }
    const double ratio = painter.device()->devicePixelRatioF();
    const int pixels = qRound(rect.width() * ratio);
    const auto name = key + u' ' + QString::number(pixels);
    auto found = m_icons.constFind(name);
    if (found == m_icons.cend()) {
        // In real pixels: an icon would count in the program's own ratio once more.
        auto pixmap = icon.pixmap(QSize(pixels, pixels), 1);
        pixmap.setDevicePixelRatio(ratio);
        found = m_icons.insert(name, pixmap);
    }
    painter.drawPixmap(rect.topLeft(), *found);
}

void ScenePainter::drawMark(QPainter &painter, QPointF centre, double size, Mark mark)
{
    const double side = toPixel(size);
    const QRectF rect(toPixel(centre.x() - side / 2), toPixel(centre.y() - side / 2), side, side);
    drawIcon(painter, rect, markIcon(mark), u"mark %1"_s.arg(int(mark)), markTone(mark));
}
