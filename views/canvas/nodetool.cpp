// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/nodetool.h"

#include "views/canvas/canvasview.h"
#include "views/canvas/rowstep.h"

#include <QApplication>

#include <cmath>

NodeTool::NodeTool(CanvasView &canvas, const Hit &hit, QPointF at)
    : m_canvas(canvas)
    , m_object(*hit.object)
    , m_start(canvas.view().toScene(at))
    , m_lane(hit.lane)
{
    if (hit.application())
        m_isBus = canvas.scene().node(*hit.application()).shape == Scene::Shape::Bus;
}

void NodeTool::move(QPointF at, Qt::KeyboardModifiers modifiers)
{
    const auto from = m_canvas.view().toView(m_start);
    m_isDragged |= (at - from).manhattanLength() >= QApplication::startDragDistance();
    // A switch belongs to its tenant for good.
    if (!m_isDragged || m_object.kind != Kind::Application)
        return;
    if (m_isBus)
        moveBus(at);
    else
        moveCard(at, modifiers);
    m_canvas.say(m_answer.note, at);
    m_canvas.refresh();
}

void NodeTool::moveCard(QPointF at, Qt::KeyboardModifiers modifiers)
{
    const auto &scene = m_canvas.scene();
    const int lane = scene.lanes().at(m_canvas.view().toScene(at).x());
    const bool isAdding = modifiers & Qt::ControlModifier;
    if (lane != m_target || isAdding != m_isAdding) {
        m_target = lane;
        m_isAdding = isAdding;
        m_answer = {};
        if (lane >= 0 && lane != m_lane) {
            const auto application = m_object.application();
            const auto &tenants = scene.topology().application(application).tenants;
            // From the side lane there is nobody to take it from.
            const auto leaving = m_lane >= 0 && tenants.size() == 1 && !isAdding
                ? std::optional(tenants.first())
                : std::nullopt;
            m_answer =
                moveAnswer(m_canvas.document(), application, leaving, scene.lanes().tenant(lane));
        }
    }
    auto rect = m_canvas.view().toView(scene.rect(m_object));
    rect.moveCenter(at);
    if (m_target >= 0)
        rect.moveLeft(m_canvas.view().toView(QPointF(scene.lanes().left(m_target), 0)).x()
            + Metrics::laneGap * m_canvas.zoom());
    m_canvas.highlights().ghost = rect;
    m_canvas.highlights().isGhostLegal = m_answer.isLegal;
}

void NodeTool::moveBus(QPointF at)
{
    const auto &scene = m_canvas.scene();
    const auto application = m_object.application();
    const auto &node = scene.node(application);
    const auto &band = scene.bands()[size_t(node.band)];
    const double y = m_canvas.view().toScene(at).y() - band.top - Metrics::bandPadding;
    const int row = std::clamp(int(std::floor(y / Metrics::busPitch)), 0, band.buses.count());
    if (row != m_target) {
        m_target = row;
        m_answer = {};
        m_answer.step = rowStep(scene, application, row);
        m_answer.note.title = m_answer.step.title;
    }
    auto rect = scene.rect(application);
    rect.moveTop(band.busTop(row));
    m_canvas.highlights().ghost = m_canvas.view().toView(rect);
    m_canvas.highlights().isGhostLegal = true;
}

void NodeTool::release(QPointF at, Qt::KeyboardModifiers modifiers)
{
    if (!m_isDragged) {
        m_canvas.select(m_object, modifiers);
        return;
    }
    m_canvas.select(m_object, {});
    // Nothing to say where it was dropped back.
    if (!m_answer.note.isEmpty())
        m_canvas.take(m_answer, at);
}
