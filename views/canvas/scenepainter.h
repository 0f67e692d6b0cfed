// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/canvas/canvascolours.h"
#include "views/canvas/labels.h"
#include "views/canvas/picturefacts.h"
#include "views/canvas/scene.h"
#include "views/canvas/viewtransform.h"

#include <QHash>
#include <QPixmap>

#include <functional>
#include <memory>

class QIcon;
class QPainter;
class QSvgRenderer;

/// Paints lanes, bands, buses, cards and switches. What follows the pointer and the selection is
/// painted over it (highlightpainter.h).
///
/// Knows nothing of windows: pictures for files are painted by it too. Scene and facts must outlive
/// it.
class ScenePainter final
{
public:
    ScenePainter(
        const Scene &scene, const PictureFacts &facts, const QPalette &palette, const QFont &font);

    const Scene &scene() const { return m_scene; }
    const PictureFacts &facts() const { return m_facts; }
    const CanvasColours &colours() const { return m_colours; }
    Labels &labels() { return m_labels; }
    const Labels &labels() const { return m_labels; }

    void setPalette(const QPalette &palette);
    Overlay overlay() const { return m_overlay; }
    void setOverlay(Overlay overlay) { m_overlay = overlay; }
    /// Objects that it says no to are dimmed. An empty function dims nobody.
    void setWanted(std::function<bool(ObjectId)> wanted) { m_isWanted = std::move(wanted); }
    /// For pictures in files and on paper: icons stay drawings, in the palette's colours instead of
    /// the application's. Paints in any thread.
    void setVector(bool isVector) { m_isVector = isVector; }

    /// Paints everything that meets the rectangle of the view, its ground included.
    void paint(QPainter &painter, const ViewTransform &view, const QRectF &area);

    /// For those who paint over it.
    void drawIcon(QPainter &painter, const QRectF &rect, const QIcon &icon, const QString &key,
        Tone tone = Tone::Muted);
    void drawMark(QPainter &painter, QPointF centre, double size, Mark mark);

private:
    struct Fill
    {
        QColor fill;
        QColor edge;
    };
    Fill fillOf(ObjectId object, const Fill &usual) const;
    void paintGround(QPainter &painter, const ViewTransform &view, const QRectF &area);
    void paintSide(QPainter &painter, const ViewTransform &view, const QRectF &area);
    void paintBand(QPainter &painter, const ViewTransform &view, const QRectF &area,
        const Band &band, int firstLane, int lastLane);
    void paintFoldedBand(QPainter &painter, const ViewTransform &view, const Band &band,
        int firstLane, int lastLane);
    void paintBus(QPainter &painter, const ViewTransform &view, const QRectF &area,
        const QRectF &rect, ApplicationId application);
    /// "line" is where they hang, in scene units.
    void paintPorts(QPainter &painter, const ViewTransform &view, const QRectF &area, double line,
        const Application &application);
    void paintCard(
        QPainter &painter, const ViewTransform &view, const QRectF &rect, ObjectId object);
    void paintStack(QPainter &painter, const ViewTransform &view, const QRectF &rect,
        const SideLane::Stack &stack);
    void paintBox(
        QPainter &painter, const QRectF &rect, double radius, const Fill &fill, bool isPlaceholder);
    QString detail(const Application &application) const;
    QList<Mark> badges(ObjectId object) const;
    /// Right to left; gives what is left of the rectangle.
    QRectF paintBadges(
        QPainter &painter, const QRectF &rect, double size, const QList<Mark> &marks);

    const Scene &m_scene;
    PictureFacts m_facts;
    CanvasColours m_colours;
    Labels m_labels;
    Overlay m_overlay = Overlay::Problems;
    std::function<bool(ObjectId)> m_isWanted;
    bool m_isVector = false;
    QHash<QString, QPixmap> m_icons;
    QHash<QString, std::shared_ptr<QSvgRenderer>> m_drawings;
};
