// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/canvasview.h"

#include "views/canvas/canvasaccessible.h"
#include "views/canvas/canvascommands.h"
#include "views/canvas/canvasheads.h"
#include "views/canvas/canvasmotion.h"
#include "views/canvas/canvastools.h"
#include "views/canvas/minimap.h"

#include <QPainter>
#include <QScrollBar>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr double margin = 48;  // Pixels of ground around the picture.

}  // namespace

// How the picture is looked at and follows its document; what pointer and keys do in it stands in
// canvasevents.cpp.

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
