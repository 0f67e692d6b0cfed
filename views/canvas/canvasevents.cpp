// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/canvascommands.h"
#include "views/canvas/canvaskeys.h"
#include "views/canvas/canvasnote.h"
#include "views/canvas/canvastools.h"
#include "views/canvas/canvasview.h"
#include "views/canvas/typedrop.h"
#include "views/common/notices.h"
#include "views/common/objecttext.h"

#include <QContextMenuEvent>
#include <QMenu>

#include <cmath>

// What pointer, keyboard and drags do in the canvas; how it is looked at stands in canvasview.cpp.

using namespace Qt::StringLiterals;

namespace {

constexpr double wheelStep = 1.2;
constexpr double edgeWidth = 24;

}  // namespace

// --- Pointer ---

Hit CanvasView::hitAt(QPointF at) const
{
    return ::hitAt(m_scene, m_view, at, m_highlights.focus);
}

std::optional<ApplicationId> CanvasView::focusServer() const
{
    const auto &topology = m_document.topology();
    if (m_hoveredServer && topology.contains(*m_hoveredServer))
        return m_hoveredServer->application();
    const auto current = m_selection.current();
    if (current && current->kind == Kind::Application && topology.contains(*current))
        return current->application();
    return std::nullopt;
}

void CanvasView::hover(QPointF at)
{
    auto hit = hitAt(at);
    // A server keeps showing its ports while the pointer goes along their line.
    if (hit.part == Hit::Part::Nothing && m_hoveredServer) {
        const auto row = m_scene.rect(*m_hoveredServer);
        const double y = m_view.toScene(at).y();
        if (row.isEmpty() || y < row.top() - 2 || y > row.bottom() + 12)
            m_hoveredServer.reset();
    } else if (hit.part != Hit::Part::Nothing) {
        m_hoveredServer.reset();
        // Servers whose tenants don't matter show ports when selected only.
        if (hit.application()
            && m_document.topology().facts(*hit.application()).sharing != Sharing::None)
            m_hoveredServer = hit.object;
    }
    if (hit == m_hovered)
        return;
    m_hovered = hit;
    m_highlights.hovered =
        hit.part == Hit::Part::Nothing || hit.part == Hit::Part::Stack ? std::nullopt : hit.object;
    m_highlights.hoveredLane = hit.part == Hit::Part::Port ? hit.lane : -1;
    m_note = {};
    if (hit.part == Hit::Part::Port)
        m_note =
            toggleAnswer(m_document, *hit.application(), m_scene.lanes().tenant(hit.lane)).note;
    m_noteAt = at;
    viewport()->setCursor(cursorFor(hit));
    refresh();
}

void CanvasView::hoverAgain()
{
    const bool isServerHeld = m_hoveredServer && m_document.topology().contains(*m_hoveredServer);
    const auto server = isServerHeld ? m_hoveredServer : std::nullopt;
    leave();
    m_hoveredServer = server;
    if (m_pointer && !m_tool)
        hover(*m_pointer);
}

void CanvasView::leave()
{
    m_hovered = {};
    m_hoveredServer.reset();
    m_highlights.hovered.reset();
    m_highlights.hoveredLane = -1;
    m_note = {};
    refresh();
}

void CanvasView::say(const PointerNote &note, QPointF at)
{
    m_note = note;
    m_noteAt = at;
    viewport()->update();
}

bool CanvasView::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::Leave:
        m_pointer.reset();
        if (!m_tool)
            leave();
        break;
    case QEvent::ToolTip: {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (m_note.isEmpty() && !m_tool) {
            const auto hit = hitAt(help->pos());
            if (const auto note = storyOf(*this, hit); !note.isEmpty())
                say(note, help->pos());
        }
        return true;
    }
    default:
        break;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void CanvasView::select(const QList<ObjectId> &objects)
{
    m_isChoosing = true;
    m_selection.select(objects);
    m_isChoosing = false;
}

void CanvasView::select(ObjectId object, Qt::KeyboardModifiers modifiers)
{
    auto objects = m_selection.objects();
    if (modifiers & (Qt::ControlModifier | Qt::ShiftModifier)) {
        if (!objects.removeOne(object))
            objects.append(object);
        select(objects);
    } else {
        select(QList<ObjectId> {object});
    }
    const bool isPlaced = object.kind == Kind::Application || object.kind == Kind::Switch;
    if (isPlaced)
        setCursorPlace(object, -1);
}

void CanvasView::perform(const Step &step)
{
    if (step.isEmpty())
        return;
    succeeded(m_document.apply([&](const Topology &) { return Result<Step>(step); }), this);
}

void CanvasView::take(const GestureAnswer &answer, QPointF at)
{
    if (answer.step.isEmpty()) {
        if (!answer.note.lines.isEmpty())
            postNotice(this, {answer.note.lines.first().text, {}, {}, {}});
        return;
    }
    if (answer.isLegal || !answer.way) {
        perform(answer.step);
        return;
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"legalWayMenu"_s);
    // Its steps are made for the document as it is now.
    connect(&m_document, &Document::changed, menu, &QMenu::close);
    const auto way = *answer.way;
    auto *legal = menu->addAction(mnemonicText(way.text));
    connect(legal, &QAction::triggered, this, [this, way] { perform(way.step); });
    auto *anyway = menu->addAction(tr("%1 all the same").arg(mnemonicText(answer.step.title)));
    const auto step = answer.step;
    connect(anyway, &QAction::triggered, this, [this, step] { perform(step); });
    menu->addSeparator();
    menu->addAction(tr("Leave it as it is"));
    menu->setDefaultAction(legal);
    menu->setActiveAction(legal);
    menu->popup(viewport()->mapToGlobal(at.toPoint()));
}

void CanvasView::startTool(std::unique_ptr<CanvasTool> tool)
{
    m_tool = std::move(tool);
    m_note = {};
    if (m_tool)
        viewport()->setCursor(m_tool->cursor());
}

void CanvasView::cancelTool()
{
    if (!m_tool)
        return;
    m_tool.reset();
    clearGesture();
    hoverAgain();
}

void CanvasView::clearGesture()
{
    m_highlights.rubberBand = {};
    m_highlights.ghost = {};
    m_highlights.hasWire = false;
    m_highlights.wireClient.reset();
    m_highlights.selected = m_selection.objects();
    m_note = {};
    viewport()->unsetCursor();
}

void CanvasView::scrollAtEdge(QPointF at)
{
    const auto room = QRectF(viewport()->rect());
    const auto push = [](double value, double least, double most) {
        if (value < least + edgeWidth)
            return std::max(-edgeWidth, value - least - edgeWidth);
        return value > most - edgeWidth ? std::min(edgeWidth, value - most + edgeWidth) : 0.0;
    };
    const auto ways = m_tool->scrollsAtEdge();
    scrollBy(QPointF(ways & Qt::Horizontal ? push(at.x(), room.left(), room.right()) : 0,
                 ways & Qt::Vertical ? push(at.y(), room.top(), room.bottom()) : 0)
        / 2);
}

void CanvasView::moveTool(QPointF at, Qt::KeyboardModifiers modifiers)
{
    if (!m_tool)
        return;
    m_tool->move(at, modifiers);
    if (m_tool)
        scrollAtEdge(at);
}

void CanvasView::releaseTool(QPointF at, Qt::KeyboardModifiers modifiers)
{
    if (!m_tool)
        return;
    // What it does may end in a menu or another document: it is no longer the canvas's tool then.
    const auto tool = std::move(m_tool);
    clearGesture();
    tool->release(at, modifiers);
    hoverAgain();
}

void CanvasView::mousePressEvent(QMouseEvent *event)
{
    if (m_tool)
        return;
    const auto hit = hitAt(event->position());
    m_toolButton = event->button();
    startTool(makeTool(*this, hit, event->position(), event->button(), event->modifiers()));
}

void CanvasView::mouseMoveEvent(QMouseEvent *event)
{
    m_pointer = event->position();
    if (m_tool)
        moveTool(event->position(), event->modifiers());
    else
        hover(event->position());
}

void CanvasView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == m_toolButton)
        releaseTool(event->position(), event->modifiers());
}

void CanvasView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const auto hit = hitAt(event->position());
    if (event->button() != Qt::LeftButton)
        mousePressEvent(event);
    else if (hit.part == Hit::Part::Stack)
        setStackFolded(*hit.type, false);
    else if (hit.object && (hit.part == Hit::Part::Node || hit.part == Hit::Part::Switch))
        m_selection.reveal(*hit.object);
    else
        mousePressEvent(event);
}

void CanvasView::wheelEvent(QWheelEvent *event)
{
    const auto pixels = event->pixelDelta();
    const auto angle = event->angleDelta();
    if (event->modifiers() & Qt::ControlModifier) {
        setZoom(m_view.zoom * std::pow(wheelStep, angle.y() / 120.0), event->position());
        event->accept();
        return;
    }
    QPointF shift = pixels.isNull() ? QPointF(angle) * 0.8 : QPointF(pixels);
    if (event->modifiers() & Qt::ShiftModifier)
        shift = shift.transposed();
    scrollBy(-shift);
    event->accept();
}

void CanvasView::contextMenuEvent(QContextMenuEvent *event)
{
    if (m_tool)
        return;
    if (event->reason() == QContextMenuEvent::Keyboard) {
        const auto object = m_highlights.cursor;
        Hit hit;
        hit.lane = m_highlights.cursorLane;
        QPointF at(20, 20);
        if (object) {
            hit.object = object;
            hit.part = object->kind == Kind::Switch ? Hit::Part::Switch : Hit::Part::Node;
            at = m_view.toView(m_scene.rect(*object)).center();
        }
        Q_EMIT menuWanted(hit, viewport()->mapToGlobal(at.toPoint()));
        return;
    }
    const auto hit = hitAt(viewport()->mapFromGlobal(event->globalPos()));
    if (hit.object && !m_selection.objects().contains(*hit.object))
        select(*hit.object, {});
    Q_EMIT menuWanted(hit, event->globalPos());
}

// --- Keyboard ---

void CanvasView::setCursorPlace(std::optional<ObjectId> object, int lane)
{
    if (object == m_highlights.cursor && lane == m_highlights.cursorLane)
        return;
    m_highlights.cursor = object;
    m_highlights.cursorLane = lane;
    m_note = {};
    viewport()->update();
    Q_EMIT cursorChanged();
}

void CanvasView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_tool)
        cancelTool();
    else if (!pressCanvasKey(*this, *event))
        QAbstractScrollArea::keyPressEvent(event);
}

void CanvasView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    refresh();
}

void CanvasView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    refresh();
}

// --- Types from the palette ---

void CanvasView::dragEnterEvent(QDragEnterEvent *event)
{
    if (draggedType(*event->mimeData()))
        event->acceptProposedAction();
}

void CanvasView::dragMoveEvent(QDragMoveEvent *event)
{
    if (const auto type = draggedType(*event->mimeData())) {
        const auto hit = hitAt(event->position());
        showTypeDrop(*this, *type, hit, event->position());
        event->acceptProposedAction();
    }
}

void CanvasView::dragLeaveEvent(QDragLeaveEvent *)
{
    m_highlights.ghost = {};
    leave();
}

void CanvasView::dropEvent(QDropEvent *event)
{
    m_highlights.ghost = {};
    m_note = {};
    if (const auto type = draggedType(*event->mimeData())) {
        event->acceptProposedAction();
        setFocus(Qt::MouseFocusReason);
        createServer(*this, *type, hitAt(event->position()).lane);
    }
    refresh();
}
