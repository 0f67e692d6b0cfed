// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/headtool.h"

#include "models/topology/edits.h"
#include "views/canvas/canvasview.h"

#include <QApplication>

HeadTool::HeadTool(CanvasView &canvas, TenantId tenant, QPointF at)
    : m_canvas(canvas)
    , m_tenant(tenant)
    , m_start(at)
{
}

Qt::Orientations HeadTool::scrollsAtEdge() const
{
    if (!m_isDragged)
        return {};
    return m_before == -2 ? Qt::Horizontal | Qt::Vertical : Qt::Orientations(Qt::Horizontal);
}

void HeadTool::move(QPointF at, Qt::KeyboardModifiers)
{
    m_isDragged |= (at - m_start).manhattanLength() >= QApplication::startDragDistance();
    if (!m_isDragged)
        return;
    if (at.y() < 0)
        moveLane(at);
    else
        assign(at);
    m_canvas.say(m_answer.note, at);
    m_canvas.refresh();
}

void HeadTool::moveLane(QPointF at)
{
    const auto &lanes = m_canvas.scene().lanes();
    const auto x = m_canvas.view().toScene(at).x();
    int before = lanes.nearest(x);
    if (x > lanes.centre(before))
        ++before;
    m_server.reset();
    if (before != m_before) {
        m_before = before;
        m_answer = {};
        const auto &topology = m_canvas.document().topology();
        const auto neighbour =
            before < lanes.count() ? std::optional(lanes.tenant(before)) : std::nullopt;
        auto step = setPlaces(topology, placesForLane(lanes, topology, m_tenant, neighbour));
        if (step && !step->isEmpty()) {
            m_answer.step = std::move(*step);
            m_answer.step.title =
                stepTitle(topology, Step {{}, {SetPlace {m_tenant, std::nullopt, std::nullopt}}});
            m_answer.note.title = m_answer.step.title;
        }
    }
    const double edge = m_canvas.view().toView(QPointF(lanes.left(before), 0)).x();
    m_canvas.highlights().ghost = QRectF(edge - 2, 0, 4, m_canvas.viewport()->height());
    m_canvas.highlights().isGhostLegal = true;
}

void HeadTool::assign(QPointF at)
{
    const auto server = m_canvas.hitAt(at).application();
    if (server != m_server || m_before != -2) {
        m_before = -2;
        m_server = server;
        m_answer = {};
        if (server) {
            const auto &tenants = m_canvas.document().topology().application(*server).tenants;
            m_answer = tenants.contains(m_tenant)
                ? GestureAnswer()
                : moveAnswer(m_canvas.document(), *server, std::nullopt, m_tenant);
        }
    }
    m_canvas.highlights().ghost = server && !m_answer.note.isEmpty()
        ? m_canvas.view().toView(m_canvas.scene().rect(*server))
        : QRectF();
    m_canvas.highlights().isGhostLegal = m_answer.isLegal;
}

void HeadTool::release(QPointF at, Qt::KeyboardModifiers modifiers)
{
    if (!m_isDragged) {
        m_canvas.select(m_tenant, modifiers);
        m_canvas.setCursorPlace({}, m_canvas.scene().lanes().of(m_tenant));
        return;
    }
    if (!m_answer.note.isEmpty())
        m_canvas.take(m_answer, at);
}
