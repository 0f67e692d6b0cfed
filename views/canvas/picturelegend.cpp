// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/picturelegend.h"

#include "views/canvas/scenepainter.h"

#include <QCoreApplication>
#include <QPainter>

namespace {

struct PictureLegendTexts
{
    Q_DECLARE_TR_FUNCTIONS(PictureLegend)
};

constexpr int textSize = 12;
constexpr double lineHeight = 22;
constexpr double signWidth = 26;
constexpr double markWidth = 14;
constexpr double signGap = 6;
constexpr double itemGap = 22;

}  // namespace

PictureLegend::PictureLegend(const Scene &scene, const PictureFacts &facts, Overlay overlay)
{
    addShapes(scene);
    addMarks(facts, overlay);
}

void PictureLegend::add(Sign sign, const QString &text, Mark mark)
{
    m_items.append({sign, mark, text});
}

void PictureLegend::addShapes(const Scene &scene)
{
    const auto &topology = scene.topology();
    bool hasBuses = false;
    bool hasCards = false;
    bool hasPlaceholders = false;
    for (const auto &application : topology.applications()) {
        const bool isBus = scene.node(application.id).shape == Scene::Shape::Bus;
        hasBuses |= isBus;
        hasCards |= !isBus;
        hasPlaceholders |= application.isPlaceholder;
    }
    if (hasBuses)
        add(Sign::Bus,
            PictureLegendTexts::tr("Application of several tenants, with a dot for each"));
    if (hasCards)
        add(Sign::Card, PictureLegendTexts::tr("Other application"));
    if (topology.switches().size() > 0)
        add(Sign::Switch, PictureLegendTexts::tr("Switch"));
    for (const auto &tenant : topology.tenants())
        hasPlaceholders |= tenant.isPlaceholder;
    if (hasPlaceholders)
        add(Sign::Placeholder, PictureLegendTexts::tr("Named, but not defined"));
}

void PictureLegend::addMarks(const PictureFacts &facts, Overlay overlay)
{
    const auto findings = facts.validator.summary();
    if (findings.errors > 0)
        add(Mark::Error, markWord(Mark::Error));
    if (findings.warnings > 0)
        add(Mark::Warning, markWord(Mark::Warning));
    if (findings.advice > 0)
        add(Mark::Advice, markWord(Mark::Advice));
    const auto plan = facts.planner.summary();
    if (plan.restarts > 0)
        add(Mark::Restart, markWord(Mark::Restart));
    if (plan.notStated > 0)
        add(Mark::NotStated, markWord(Mark::NotStated));
    if (plan.immediate > 0)
        add(Mark::Immediate, markWord(Mark::Immediate));
    if (plan.starts > 0)
        add(Mark::Start, markWord(Mark::Start));
    if (!facts.topology.pendingRestarts().isEmpty())
        add(Mark::Pending, markWord(Mark::Pending));
    if (overlay == Overlay::Changes && plan.changes > 0)
        add(Mark::Changed, markWord(Mark::Changed));
    if (overlay == Overlay::Hosts)
        add(Sign::None, PictureLegendTexts::tr("One colour for each host"));
}

QList<PictureLegend::Placed> PictureLegend::placed(const Labels &labels, double width) const
{
    QList<Placed> placed;
    QPointF at(0, 0);
    for (const auto &item : m_items) {
        const double sign = item.sign == Sign::None ? 0
            : item.sign == Sign::Mark               ? markWidth + signGap
                                                    : signWidth + signGap;
        const double text = std::min(labels.width(item.text, textSize) + 2, width - sign);
        if (at.x() > 0 && at.x() + sign + text > width)
            at = {0, at.y() + lineHeight};
        placed.append({&item, at, sign, text});
        at.rx() += sign + text + itemGap;
    }
    return placed;
}

double PictureLegend::height(const Labels &labels, double width) const
{
    const auto all = placed(labels, width);
    return all.isEmpty() ? 0 : all.constLast().at.y() + lineHeight;
}

void PictureLegend::paint(
    QPainter &painter, ScenePainter &scene, QPointF origin, double width) const
{
    for (const auto &[item, at, textLeft, textWidth] : placed(scene.labels(), width)) {
        const auto place = origin + at;
        paintSign(painter, scene, *item, place);
        painter.setPen(scene.colours().muted);
        scene.labels().draw(painter, {place.x() + textLeft, place.y(), textWidth, lineHeight},
            item->text, textSize);
    }
}

void PictureLegend::paintSign(QPainter &painter, ScenePainter &scene, const Item &item, QPointF at)
{
    const auto &colours = scene.colours();
    const QRectF box(at.x() + 0.5, at.y() + 4.5, signWidth - 1, 13);
    const auto paintBox = [&](double radius, const QColor &fill, const QColor &edge,
                              Qt::PenStyle style) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(fill);
        painter.setPen(QPen(edge, 1, style));
        painter.drawRoundedRect(box, radius, radius);
        painter.setRenderHint(QPainter::Antialiasing, false);
    };
    switch (item.sign) {
    case Sign::Bus:
        paintBox(6.5, colours.bus, colours.busEdge, Qt::SolidLine);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.accent);
        for (const double x : {0.25, 0.75})
            painter.drawEllipse(QPointF(box.left() + box.width() * x, box.bottom()), 2.4, 2.4);
        painter.setRenderHint(QPainter::Antialiasing, false);
        break;
    case Sign::Card:
        paintBox(3, colours.card, colours.cardEdge, Qt::SolidLine);
        break;
    case Sign::Switch:
        paintBox(3, colours.foot, colours.footEdge, Qt::SolidLine);
        break;
    case Sign::Placeholder:
        paintBox(3, colours.card, colours.cardEdge, Qt::DashLine);
        break;
    case Sign::Mark:
        scene.drawMark(painter, {at.x() + markWidth / 2, at.y() + lineHeight / 2}, 13, item.mark);
        break;
    case Sign::None:
        break;
    }
}
