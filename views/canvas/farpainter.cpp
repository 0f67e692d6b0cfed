// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/farpainter.h"

#include "views/canvas/scenepainter.h"

#include <QPainter>

#include <cmath>

namespace {

/// Strokes of one row that touch each other are painted as one.
class Run final
{
public:
    Run(QPainter &painter, double top, double height, const QColor &colour)
        : m_painter(painter)
        , m_top(toPixel(top))
        , m_height(std::max(1.0, toPixel(height)))
        , m_colour(colour)
    {
    }
    ~Run() { finish(); }

    void add(double left, double right)
    {
        left = std::floor(left);
        right = std::max(left + 1, std::floor(right));
        if (left > m_right) {
            finish();
            m_left = left;
        }
        m_right = std::max(m_right, right);
    }

private:
    void finish()
    {
        if (m_right > m_left)
            m_painter.fillRect(QRectF(m_left, m_top, m_right - m_left, m_height), m_colour);
        m_left = m_right;
    }

    QPainter &m_painter;
    double m_top;
    double m_height;
    QColor m_colour;
    double m_left = -1e9;
    double m_right = -1e9;
};

}  // namespace

void paintFar(
    QPainter &painter, ScenePainter &scenePainter, const ViewTransform &view, const QRectF &area)
{
    const auto &scene = scenePainter.scene();
    const auto &lanes = scene.lanes();
    const auto &colours = scenePainter.colours();
    const auto seen = view.toScene(area);
    const double rowZoom = view.rowZoom();
    const auto x = [&](double at) { return (at - view.origin.x()) * view.zoom; };
    const auto y = [&](double at) { return (at - view.origin.y()) * rowZoom; };

    for (int card = 0; card < scene.side().cards(); ++card) {
        const auto rect = scene.side().cardRect(card);
        if (rect.intersects(seen))
            painter.fillRect(view.toView(rect), colours.cardEdge);
    }
    if (seen.right() < lanes.begin() || lanes.count() == 0)
        return;
    const int firstLane = lanes.nearest(seen.left());
    const int lastLane = lanes.nearest(seen.right());
    const double rounding = 1 / rowZoom;
    for (const auto &band : scene.bands()) {
        const double bottom = toPixel(y(band.bottom()));
        if (bottom < area.top() || y(band.top) > area.bottom())
            continue;
        painter.fillRect(
            QRectF(x(lanes.begin()), bottom, x(lanes.end()) - x(lanes.begin()), 1), colours.line);
        if (band.isFolded)
            continue;
        const auto rows = band.busRowsIn(seen.top() - rounding, seen.bottom() + rounding);
        for (int row = rows.first; row < rows.end; ++row) {
            Run run(
                painter, y(band.busTop(row)), Metrics::busHeight * rowZoom * 0.8, colours.busEdge);
            const auto &buses = band.buses.row(row);
            for (auto bus = firstReaching(buses, firstLane);
                 bus != buses.end() && bus->first <= lastLane; ++bus)
                run.add(x(lanes.left(bus->first)), x(lanes.left(bus->last + 1)) - view.zoom);
        }
        const auto &edge = &band == &scene.bands().back() ? colours.footEdge : colours.cardEdge;
        std::vector<std::unique_ptr<Run>> slots;
        int slot = 0;
        int lane = -1;
        for (auto card = band.firstCard(firstLane);
             card != band.cards.end() && card->lane <= lastLane; ++card) {
            slot = card->lane == lane ? slot + 1 : 0;
            lane = card->lane;
            if (slot == int(slots.size()))
                slots.push_back(std::make_unique<Run>(
                    painter, y(band.cardTop(slot)), Metrics::cardHeight * rowZoom * 0.8, edge));
            slots[size_t(slot)]->add(x(lanes.left(lane)), x(lanes.left(lane + 1)));
        }
    }

    // What is wrong, whatever its size.
    constexpr double leastWidth = 2;
    for (const auto &[object, mark] : scenePainter.facts().troubled()) {
        auto rect = scene.rect(object);
        if (rect.isEmpty() || rect.right() < seen.left() - leastWidth / view.zoom
            || rect.left() > seen.right())
            continue;
        // Of a tenant the upper end: its whole lane would hide everything else.
        if (object.kind == Kind::Tenant)
            rect.setHeight(0);
        const auto at = view.toView(rect);
        painter.fillRect(QRectF(std::floor(at.left()), toPixel(at.top()),
                             std::max(leastWidth, at.width()), std::max(3.0, at.height())),
            toneColour(colours.palette, markTone(mark)));
    }
}
