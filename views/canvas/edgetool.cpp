// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/edgetool.h"

#include "views/canvas/canvasview.h"

EdgeTool::EdgeTool(CanvasView &canvas, ApplicationId application, bool isLeft)
    : m_canvas(canvas)
    , m_application(application)
    , m_isLeft(isLeft)
{
    const auto &node = canvas.scene().node(application);
    m_lane = isLeft ? node.first : node.last;
}

GestureAnswer EdgeTool::answerFor(int lane) const
{
    const auto &scene = m_canvas.scene();
    const auto &node = scene.node(m_application);
    const auto &served = scene.topology().application(m_application).tenants;
    const int first = m_isLeft ? std::min(lane, node.last) : node.first;
    const int last = m_isLeft ? node.last : std::max(lane, node.first);
    QList<TenantId> joining;
    for (int each = first; each <= last; ++each) {
        const auto tenant = scene.lanes().tenant(each);
        // Environment serves nobody by the way.
        const bool isPassed = tenant == Topology::environment && each != lane;
        if ((each < node.first || each > node.last) && !served.contains(tenant) && !isPassed)
            joining.append(tenant);
    }
    if (!joining.isEmpty())
        return extendAnswer(m_canvas.document(), m_application, joining);
    QList<TenantId> leaving;
    for (const auto tenant : served) {
        const int each = scene.lanes().of(tenant);
        if (each < first || each > last)
            leaving.append(tenant);
    }
    return leaving.isEmpty() ? GestureAnswer()
                             : shrinkAnswer(m_canvas.document(), m_application, leaving);
}

void EdgeTool::move(QPointF at, Qt::KeyboardModifiers)
{
    const auto &scene = m_canvas.scene();
    const int lane = scene.lanes().nearest(m_canvas.view().toScene(at).x());
    if (lane != m_lane) {
        m_lane = lane;
        m_answer = answerFor(lane);
    }
    auto rect = m_canvas.view().toView(scene.rect(m_application));
    if (m_isLeft)
        rect.setLeft(std::min(at.x(), rect.right() - 20));
    else
        rect.setRight(std::max(at.x(), rect.left() + 20));
    m_canvas.highlights().ghost = rect;
    m_canvas.highlights().isGhostLegal = m_answer.isLegal;
    m_canvas.say(m_answer.note, at);
    m_canvas.refresh();
}

void EdgeTool::release(QPointF at, Qt::KeyboardModifiers)
{
    m_canvas.select(m_application, {});
    if (!m_answer.note.isEmpty())
        m_canvas.take(m_answer, at);
}
