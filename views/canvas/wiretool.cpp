// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/wiretool.h"

#include "views/canvas/canvasview.h"

WireTool::WireTool(CanvasView &canvas, ApplicationId client)
    : m_canvas(canvas)
    , m_client(client)
{
    // Its handle stays where it is shown, whatever comes under the pointer.
    canvas.select(client, {});
}

void WireTool::move(QPointF at, Qt::KeyboardModifiers)
{
    const auto server = m_canvas.hitAt(at).application();
    if (server != m_server) {
        m_server = server;
        m_answer = server && *server != m_client
            ? connectAnswer(m_canvas.document(), m_client, *server)
            : GestureAnswer();
    }
    auto &highlights = m_canvas.highlights();
    highlights.hasWire = true;
    highlights.wireFrom = connectionHandle(m_canvas.scene(), m_canvas.view(), m_client);
    highlights.wireTo = at;
    highlights.hovered = server ? std::optional<ObjectId>(*server) : std::nullopt;
    m_canvas.say(m_answer.note, at);
    m_canvas.refresh();
}

void WireTool::release(QPointF at, Qt::KeyboardModifiers)
{
    if (!m_answer.note.isEmpty())
        m_canvas.take(m_answer, at);
}
