// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/canvas/gestureanswer.h"
#include "views/canvas/highlightpainter.h"
#include "views/canvas/picturebuffer.h"
#include "views/canvas/scenepainter.h"
#include "views/common/selection.h"

#include <QAbstractScrollArea>

class BandHeads;
class CanvasMotion;
class CanvasTool;
class LaneHeads;
class Minimap;

/// The picture of the topology, to be looked at and edited.
///
/// Shows what the document tells, touching only what changed; knows pan, zoom and hovering, and
/// hands presses to tools. Document and selection must outlive it.
class CanvasView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    CanvasView(Document &document, Selection &selection, QWidget *parent = nullptr);
    ~CanvasView() override;

    Document &document() const { return m_document; }
    Selection &selection() const { return m_selection; }
    const Scene &scene() const { return m_scene; }
    ScenePainter &painter() { return m_painter; }
    const ScenePainter &painter() const { return m_painter; }
    const ViewTransform &view() const { return m_view; }

    // --- Looking ---
    double zoom() const { return m_view.zoom; }
    /// What is seen at the anchor (pixels of the view) stays there; none: the middle.
    void setZoom(double zoom, std::optional<QPointF> anchor = {});
    void fitAll();
    /// Nothing selected: everything.
    void fitSelection();
    void scrollTo(QPointF origin);
    void scrollBy(QPointF pixels);
    /// Scrolls no further than needed.
    void ensureVisible(const QRectF &sceneRect);
    void reveal(ObjectId object);
    /// Says what is seen: zoom and origin, for a map of the whole.
    QRectF seen() const;

    void setOverlay(Overlay overlay);
    void setGrouping(Scene::Grouping grouping);
    /// Objects that it says no to are dimmed.
    void setWanted(std::function<bool(ObjectId)> wanted);
    void setBandFolded(int band, bool isFolded);
    void setLaneFolded(TenantId tenant, bool isFolded);
    void setStackFolded(const ApplicationType &type, bool isFolded);

    // --- Gestures ---
    Hit hitAt(QPointF at) const;
    /// The server whose ports are shown: the one under the pointer, else the one selected.
    std::optional<ApplicationId> focusServer() const;
    Highlights &highlights() { return m_highlights; }
    CanvasMotion &motion() { return *m_motion; }
    void say(const PointerNote &note, QPointF at);
    void refresh();
    /// Makes the answer's step; where it is not legal, asks first whether the legal way is wanted.
    void take(const GestureAnswer &answer, QPointF at);
    void perform(const Step &step);
    void select(ObjectId object, Qt::KeyboardModifiers modifiers);
    /// Of what is seen here: nothing scrolls, as it does for what is selected elsewhere.
    void select(const QList<ObjectId> &objects);
    void startTool(std::unique_ptr<CanvasTool> tool);
    bool hasTool() const { return m_tool != nullptr; }
    void cancelTool();
    /// Of a point of a head or another widget over the canvas.
    void moveTool(QPointF at, Qt::KeyboardModifiers modifiers);
    void releaseTool(QPointF at, Qt::KeyboardModifiers modifiers);

    // --- The keyboard's place ---
    std::optional<ObjectId> cursor() const { return m_highlights.cursor; }
    int cursorLane() const { return m_highlights.cursorLane; }
    void setCursorPlace(std::optional<ObjectId> object, int lane);

Q_SIGNALS:
    /// What is seen is another part, or larger or smaller.
    void viewChanged();
    /// Things of the picture moved or look different.
    void pictureChanged();
    /// The menu of what is there is wanted, at a point of the screen.
    void menuWanted(const Hit &hit, const QPoint &globalAt);
    void cursorChanged();

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void follow(const Delta &delta);
    void followFindings(const FindingsDelta &delta);
    void followPlan(const PlanDelta &delta);
    void followSelection();
    void spoil(const QRectF &sceneRect);
    void spoilAll();
    void afterLayout();
    void updateScrollBars();
    void hover(QPointF at);
    void leave();
    /// Something else may be under the pointer, which stayed where it is.
    void hoverAgain();
    void clearGesture();
    void updateHeads();
    void scrollAtEdge(QPointF at);

    Document &m_document;
    Selection &m_selection;
    Scene m_scene;
    ScenePainter m_painter;
    PictureBuffer m_buffer;
    ViewTransform m_view;
    Highlights m_highlights;
    PointerNote m_note;
    QPointF m_noteAt;
    Hit m_hovered;
    std::unique_ptr<CanvasTool> m_tool;
    std::unique_ptr<CanvasMotion> m_motion;
    Qt::MouseButton m_toolButton = Qt::NoButton;  // Ends it when let go.
    std::optional<QPointF> m_pointer;             // Where it is over the view.
    bool m_isChoosing = false;                    // Selects something itself.
    LaneHeads *m_laneHeads;
    BandHeads *m_bandHeads;
    Minimap *m_minimap;
    QHash<FindingId, ObjectId> m_findings;  // A finding that is gone can't be asked.
    std::optional<ObjectId> m_hoveredServer;
    bool m_isScrolling = false;
    bool m_isFirstShow = true;
};
