// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/canvasview.h"

#include "views/canvas/canvasaccessible.h"
#include "views/canvas/canvascommands.h"
#include "views/canvas/canvasheads.h"
#include "views/canvas/canvaskeys.h"
#include "views/canvas/canvasmotion.h"
#include "views/canvas/canvasnote.h"
#include "views/canvas/canvastools.h"
#include "views/canvas/minimap.h"
#include "views/canvas/typedrop.h"
#include "views/common/notices.h"
#include "views/common/objecttext.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr double margin = 48;  // Pixels of ground around the picture.
constexpr double wheelStep = 1.2;
constexpr double edgeWidth = 24;

}  // namespace

CanvasView::CanvasView(Document &document, Selection &selection, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_document(document)
    , m_selection(selection)
    , m_scene(document.topology())
    , m_painter(m_scene, {document.topology(), document.validator(), document.planner()}, palette(),
          font())
    , m_laneHeads(new LaneHeads(*this))
    , m_bandHeads(new BandHeads(*this))
    , m_minimap(new Minimap(*this))
{
    installCanvasAccessible();  // First: Qt asks as soon as there is a name.
    setObjectName(u"canvasView"_s);
    setAccessibleName(tr("Topology"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setViewportMargins(Metrics::bandHeadWidth, Metrics::laneHeadHeight, 0, 0);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setAcceptDrops(true);
    setAcceptDrops(true);
    for (const auto id : document.validator().findings())
        m_findings.insert(id, document.validator().finding(id).object);
    connect(&document, &Document::changed, this, &CanvasView::follow);
    connect(&document, &Document::findingsChanged, this, &CanvasView::followFindings);
    connect(&document, &Document::planChanged, this, &CanvasView::followPlan);
    connect(&document, &Document::baselineChanged, this, &CanvasView::spoilAll);
    connect(&selection, &Selection::changed, this, &CanvasView::followSelection);
    m_motion = std::make_unique<CanvasMotion>(*this);  // Follows the document after this.
    followSelection();
}

CanvasView::~CanvasView() = default;

// --- What the document tells ---

void CanvasView::follow(const Delta &delta)
{
    cancelTool();
    const auto &lanes = m_scene.lanes();
    const int lane = m_highlights.cursorLane;
    const auto tenant = lane >= 0 ? std::optional(lanes.tenant(lane)) : std::nullopt;
    const auto change = m_scene.follow(delta);
    if (tenant)
        m_highlights.cursorLane = lanes.of(*tenant);
    if (const auto client = m_highlights.wireClient;
        client && !m_document.topology().contains(*client))
        cancelWire(*this);
    if (const auto cursor = m_highlights.cursor; cursor && !m_document.topology().contains(*cursor))
        setCursorPlace({}, -1);
    if (change.isAll) {
        afterLayout();
    } else {
        for (const auto &area : change.areas)
            spoil(area);
        updateHeads();
        refresh();
        Q_EMIT pictureChanged();
    }
    hoverAgain();
}

void CanvasView::followFindings(const FindingsDelta &delta)
{
    for (const auto id : delta.removed) {
        const auto object = m_findings.value(id, Topology::environment);
        m_findings.remove(id);
        if (m_document.topology().contains(object))
            spoil(m_scene.rect(object));
    }
    for (const auto id : delta.added) {
        const auto object = m_document.validator().finding(id).object;
        m_findings.insert(id, object);
        spoil(m_scene.rect(object));
    }
    for (const auto id : delta.waived)
        spoil(m_scene.rect(m_findings.value(id, Topology::environment)));
    updateHeads();
    refresh();
}

void CanvasView::followPlan(const PlanDelta &delta)
{
    for (const auto id : delta.applications) {
        if (m_document.topology().contains(id))
            spoil(m_scene.rect(id));
    }
    updateHeads();
    refresh();
}

void CanvasView::followSelection()
{
    m_highlights.selected = m_selection.objects();
    if (const auto current = m_selection.current(); current && !hasTool()) {
        // Chosen elsewhere: shown here, as long as somebody can see it.
        if (m_highlights.cursor != *current) {
            const auto kind = current->kind;
            if (kind == Kind::Application || kind == Kind::Switch)
                setCursorPlace(*current, -1);
            else if (kind == Kind::Tenant)
                setCursorPlace({}, m_scene.lanes().of(current->tenant()));
        }
        if (!m_isChoosing)
            reveal(*current);
    }
    updateHeads();
    refresh();
}

void CanvasView::spoil(const QRectF &sceneRect)
{
    if (sceneRect.isEmpty())
        return;
    // Frames, ports and stacks reach a little further.
    m_buffer.spoil(m_view.toView(sceneRect).toAlignedRect().adjusted(-10, -10, 10, 14));
}

void CanvasView::spoilAll()
{
    m_buffer.spoil();
    updateHeads();
    refresh();
    Q_EMIT pictureChanged();
}

void CanvasView::afterLayout()
{
    updateScrollBars();
    spoilAll();
    Q_EMIT viewChanged();
}

void CanvasView::refresh()
{
    m_highlights.focus = focusServer();
    viewport()->update();
}

void CanvasView::updateHeads()
{
    m_laneHeads->update();
    m_bandHeads->update();
}

// --- Looking ---

QRectF CanvasView::seen() const
{
    return m_view.toScene(QRectF(viewport()->rect()));
}

void CanvasView::updateScrollBars()
{
    const auto bounds = m_scene.bounds();
    const QSizeF page = viewport()->size();
    const auto set = [this](QScrollBar *bar, double end, double length, double origin) {
        m_isScrolling = true;
        bar->setRange(qRound(-margin), std::max(qRound(-margin), qRound(end + margin - length)));
        bar->setPageStep(qRound(length));
        bar->setSingleStep(40);
        bar->setValue(qRound(origin));
        m_isScrolling = false;
    };
    set(horizontalScrollBar(), bounds.right() * m_view.zoom, page.width(),
        m_view.origin.x() * m_view.zoom);
    set(verticalScrollBar(), bounds.bottom() * m_view.rowZoom(), page.height(),
        m_view.origin.y() * m_view.rowZoom());
    scrollContentsBy(0, 0);
}

void CanvasView::scrollContentsBy(int, int)
{
    if (m_isScrolling)
        return;
    // Whole pixels, so that what was painted can be moved.
    const ViewTransform wanted {m_view.zoom,
        {horizontalScrollBar()->value() / m_view.zoom,
            verticalScrollBar()->value() / m_view.rowZoom()}};
    if (wanted == m_view)
        return;
    m_view = wanted;
    updateHeads();
    hoverAgain();
    viewport()->update();
    Q_EMIT viewChanged();
}

void CanvasView::setZoom(double zoom, std::optional<QPointF> anchor)
{
    zoom = std::clamp(zoom, Metrics::leastZoom, Metrics::mostZoom);
    if (zoom == m_view.zoom)
        return;
    const auto at = anchor.value_or(QRectF(viewport()->rect()).center());
    const auto fixed = m_view.toScene(at);
    m_view.zoom = zoom;
    m_view.origin = fixed - QPointF(at.x() / zoom, at.y() / m_view.rowZoom());
    updateScrollBars();
    spoilAll();
    Q_EMIT viewChanged();
}

void CanvasView::scrollTo(QPointF origin)
{
    horizontalScrollBar()->setValue(qRound(origin.x() * m_view.zoom));
    verticalScrollBar()->setValue(qRound(origin.y() * m_view.rowZoom()));
}

void CanvasView::scrollBy(QPointF pixels)
{
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + qRound(pixels.x()));
    verticalScrollBar()->setValue(verticalScrollBar()->value() + qRound(pixels.y()));
}

void CanvasView::fitAll()
{
    const auto bounds = m_scene.bounds();
    const QSizeF room = QSizeF(viewport()->size()) - QSizeF(24, 24);
    const double wide = room.width() / std::max(1.0, bounds.width());
    const double high = room.height() / std::max(1.0, bounds.height());
    // Rows don't shrink below their least size, so width decides from there on.
    setZoom(std::min({1.0, wide, std::max(high, Metrics::leastRowZoom)}));
    scrollTo(QPointF(-12 / m_view.zoom, -12 / m_view.rowZoom()));
}

void CanvasView::fitSelection()
{
    QRectF area;
    for (const auto object : m_selection.objects())
        area |= m_scene.rect(object);
    if (area.isEmpty()) {
        fitAll();
        return;
    }
    area.adjust(-60, -60, 60, 60);
    const QSizeF room = viewport()->size();
    setZoom(std::min({2.0, room.width() / area.width(), room.height() / area.height()}));
    scrollTo(area.center()
        - QPointF(room.width() / 2 / m_view.zoom, room.height() / 2 / m_view.rowZoom()));
}

void CanvasView::ensureVisible(const QRectF &sceneRect)
{
    if (sceneRect.isEmpty())
        return;
    const auto at = m_view.toView(sceneRect).adjusted(-24, -24, 24, 24);
    const auto room = QRectF(viewport()->rect());
    const auto shift = [](double low, double high, double least, double most) {
        if (low >= least && high <= most)
            return 0.0;
        if (high - low > most - least)  // Larger than the view: any part of it will do.
            return low > most || high < least ? low - least : 0.0;
        return low < least ? low - least : high - most;
    };
    scrollBy({shift(at.left(), at.right(), room.left(), room.right()),
        shift(at.top(), at.bottom(), room.top(), room.bottom())});
}

void CanvasView::reveal(ObjectId object)
{
    auto rect = m_scene.rect(object);
    if (object.kind == Kind::Tenant && !rect.isEmpty()) {
        const auto now = seen();
        rect.setTop(now.top() + 30 / m_view.rowZoom());
        rect.setBottom(rect.top() + 1);
    }
    ensureVisible(rect);
}

void CanvasView::setOverlay(Overlay overlay)
{
    m_painter.setOverlay(overlay);
    spoilAll();
}

void CanvasView::setGrouping(Scene::Grouping grouping)
{
    m_scene.setGrouping(grouping);
    afterLayout();
}

void CanvasView::setWanted(std::function<bool(ObjectId)> wanted)
{
    m_painter.setWanted(std::move(wanted));
    spoilAll();
}

void CanvasView::setBandFolded(int band, bool isFolded)
{
    m_scene.setBandFolded(band, isFolded);
    afterLayout();
}

void CanvasView::setLaneFolded(TenantId tenant, bool isFolded)
{
    m_scene.setLaneFolded(tenant, isFolded);
    afterLayout();
}

void CanvasView::setStackFolded(const ApplicationType &type, bool isFolded)
{
    m_scene.setStackFolded(type, isFolded);
    afterLayout();
}

void CanvasView::paintEvent(QPaintEvent *)
{
    m_buffer.resize(viewport()->size(), viewport()->devicePixelRatioF());
    const auto &picture = m_buffer.updated(m_painter, m_view);
    QPainter painter(viewport());
    painter.drawPixmap(0, 0, picture);
    const QRectF area(viewport()->rect());
    auto shown = m_highlights;
    if (const auto client = shown.wireClient) {
        // Drawn by keyboard, it goes along.
        shown.wireFrom = connectionHandle(m_scene, m_view, *client);
        shown.wireTo = shown.cursor && *shown.cursor != ObjectId(*client)
            ? m_view.toView(m_scene.rect(*shown.cursor)).center()
            : shown.wireFrom;
    }
    if (!hasFocus())
        shown.cursor.reset();
    paintHighlights(painter, m_painter, m_view, area, shown);
    m_motion->paint(painter);
    paintNote(painter, m_painter, area, m_noteAt, m_note);
}

void CanvasView::resizeEvent(QResizeEvent *)
{
    const auto view = viewport()->geometry();
    m_laneHeads->setGeometry(view.left(), 0, view.width(), view.top());
    m_bandHeads->setGeometry(0, view.top(), view.left(), view.height());
    m_minimap->place();
    updateScrollBars();
    if (m_isFirstShow && view.width() > 200) {
        m_isFirstShow = false;
        scrollTo({-12, -12});
    }
    Q_EMIT viewChanged();
}

void CanvasView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) {
        m_painter.setPalette(palette());
        spoilAll();
    }
}

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
    startTool(toolFor(hit, event->position(), *event));
}

std::unique_ptr<CanvasTool> CanvasView::toolFor(
    const Hit &hit, QPointF at, const QMouseEvent &event)
{
    return makeTool(*this, hit, at, event.button(), event.modifiers());
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
        dropType(*this, *type, hitAt(event->position()), event->position());
    }
    refresh();
}
