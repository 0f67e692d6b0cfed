// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/canvasheads.h"

#include "views/canvas/canvasnote.h"
#include "views/canvas/canvastools.h"
#include "views/canvas/canvasview.h"
#include "views/canvas/headpainter.h"
#include "views/common/objecttext.h"

#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace {

/// The wheel means the same over heads: what stays when zooming is below or beside them.
void passOn(const QWidget &head, QWidget &viewport, const QWheelEvent &event)
{
    const auto at = viewport.mapFrom(head.parentWidget(), head.mapToParent(event.position()));
    QWheelEvent passed(at, event.globalPosition(), event.pixelDelta(), event.angleDelta(),
        event.buttons(), event.modifiers(), event.phase(), event.inverted());
    QCoreApplication::sendEvent(&viewport, &passed);
}

}  // namespace

LaneHeads::LaneHeads(CanvasView &canvas)
    : QWidget(&canvas)
    , m_canvas(canvas)
{
    setObjectName(QStringLiteral("laneHeads"));
    setMouseTracking(true);
}

int LaneHeads::laneAt(QPointF at) const
{
    return m_canvas.scene().lanes().at(m_canvas.view().toScene(at).x());
}

QPointF LaneHeads::inView(QPointF at) const
{
    return at - QPointF(0, height());
}

bool LaneHeads::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int lane = laneAt(help->pos());
        if (lane < 0) {
            QToolTip::hideText();
            return true;
        }
        const auto note = storyOf(m_canvas.document(), m_canvas.scene().lanes().tenant(lane));
        QString text = note.title;
        for (const auto &line : note.lines)
            text += u'\n' + line.text;
        QToolTip::showText(help->globalPos(), toolTipText(text), this);
        return true;
    }
    return QWidget::event(event);
}

void LaneHeads::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    HeadState state;
    const auto current = m_canvas.selection().current();
    if (current && current->kind == Kind::Tenant)
        state.current = m_canvas.scene().lanes().of(current->tenant());
    state.hovered = m_hovered;
    paintLaneHeads(painter, m_canvas.painter(), m_canvas.view(), rect(), state);
}

void LaneHeads::mousePressEvent(QMouseEvent *event)
{
    const int lane = laneAt(event->position());
    if (lane < 0 || event->button() != Qt::LeftButton)
        return;
    m_canvas.setFocus(Qt::MouseFocusReason);
    m_canvas.startTool(
        makeHeadTool(m_canvas, m_canvas.scene().lanes().tenant(lane), inView(event->position())));
}

void LaneHeads::mouseMoveEvent(QMouseEvent *event)
{
    if (m_canvas.hasTool()) {
        m_canvas.moveTool(inView(event->position()), event->modifiers());
        return;
    }
    if (const int lane = laneAt(event->position()); lane != m_hovered) {
        m_hovered = lane;
        update();
    }
}

void LaneHeads::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_canvas.releaseTool(inView(event->position()), event->modifiers());
    m_hovered = rect().contains(event->position().toPoint()) ? laneAt(event->position()) : -1;
    update();
}

void LaneHeads::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int lane = laneAt(event->position());
    if (lane >= 0 && event->button() == Qt::LeftButton)
        m_canvas.setLaneFolded(
            m_canvas.scene().lanes().tenant(lane), !m_canvas.scene().lanes().isFolded(lane));
}

void LaneHeads::leaveEvent(QEvent *)
{
    m_hovered = -1;
    update();
}

void LaneHeads::wheelEvent(QWheelEvent *event)
{
    passOn(*this, *m_canvas.viewport(), *event);
}

void LaneHeads::contextMenuEvent(QContextMenuEvent *event)
{
    Hit hit;
    hit.lane = laneAt(event->pos());
    if (hit.lane < 0)
        return;
    m_canvas.select(m_canvas.scene().lanes().tenant(hit.lane), {});
    Q_EMIT m_canvas.menuWanted(hit, event->globalPos());
}

// --- Bands ---

BandHeads::BandHeads(CanvasView &canvas)
    : QWidget(&canvas)
    , m_canvas(canvas)
{
    setObjectName(QStringLiteral("bandHeads"));
    setMouseTracking(true);
}

int BandHeads::bandAt(QPointF at) const
{
    return m_canvas.scene().bandAt(m_canvas.view().toScene(at).y());
}

bool BandHeads::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int band = bandAt(help->pos());
        if (band >= 0)
            QToolTip::showText(
                help->globalPos(), toolTipText(m_canvas.scene().bands()[size_t(band)].title), this);
        return true;
    }
    return QWidget::event(event);
}

void BandHeads::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    HeadState state;
    state.hovered = m_hovered;
    const auto current = m_canvas.selection().current();
    if (current && current->kind == Kind::Application)
        state.current = m_canvas.scene().node(current->application()).band;
    paintBandHeads(painter, m_canvas.painter(), m_canvas.view(), rect(), state);
}

void BandHeads::mousePressEvent(QMouseEvent *event)
{
    const int band = bandAt(event->position());
    if (band >= 0 && event->button() == Qt::LeftButton)
        m_canvas.setBandFolded(band, !m_canvas.scene().bands()[size_t(band)].isFolded);
}

void BandHeads::mouseMoveEvent(QMouseEvent *event)
{
    if (const int band = bandAt(event->position()); band != m_hovered) {
        m_hovered = band;
        update();
    }
}

void BandHeads::leaveEvent(QEvent *)
{
    m_hovered = -1;
    update();
}

void BandHeads::wheelEvent(QWheelEvent *event)
{
    passOn(*this, *m_canvas.viewport(), *event);
}
