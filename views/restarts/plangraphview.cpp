// SPDX-License-Identifier: Apache-2.0
#include "views/restarts/plangraphview.h"

#include "views/common/icons.h"
#include "views/common/mark.h"
#include "views/common/objecttext.h"
#include "views/common/selection.h"
#include "views/restarts/restartsmodel.h"

#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>

using namespace Qt::StringLiterals;

/// The boxes as a list.
class PlanGraphModel final : public QAbstractListModel
{
public:
    PlanGraphModel(const PlanGraph &graph, QObject *parent)
        : QAbstractListModel(parent)
        , m_graph(graph)
    {
    }

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_graph.boxes.size());
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        const auto &box = m_graph.boxes.at(index.row());
        if (role == Qt::DisplayRole)
            return box.row ? nameText(box.row->instance.name)
                           : headingText({PlanHeading::Kind::Wave, box.wave, {}});
        if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole)
            return role == Qt::ToolTipRole ? toolTipText(spoken(box)) : spoken(box);
        return {};
    }
    using QAbstractListModel::beginResetModel;
    using QAbstractListModel::endResetModel;

private:
    /// "SMS_1, Restart, Wave 1, after Ixn_1"
    static QString spoken(const PlanGraph::Box &box)
    {
        const auto wave = headingText({PlanHeading::Kind::Wave, box.wave, {}});
        if (!box.row)
            return PlanGraphView::tr("%1, %2, %3")
                .arg(wave,
                    counted(box.restarts, PlanGraphView::tr("1 restart"),
                        PlanGraphView::tr("%1 restarts")),
                    counted(
                        box.starts, PlanGraphView::tr("1 start"), PlanGraphView::tr("%1 starts")));
        QStringList parts {nameText(box.row->instance.name), markWord(markOf(*box.row)), wave};
        QStringList after;
        for (const auto &name : box.row->instance.after)
            after.append(nameText(name));
        if (!after.isEmpty())
            parts.append(PlanGraphView::tr("after %1").arg(shortList(after)));
        return parts.join(u", "_s);
    }

    const PlanGraph &m_graph;
};

PlanGraphView::PlanGraphView(Selection &selection, QWidget *parent)
    : QListView(parent)
    , m_selection(selection)
    , m_model(new PlanGraphModel(m_graph, this))
{
    setObjectName(u"planGraphView"_s);
    setAccessibleName(tr("Waves of restarts"));
    setModel(m_model);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(
        selectionModel(), &QItemSelectionModel::currentChanged, this, &PlanGraphView::takeCurrent);
    connect(&selection, &Selection::changed, this, &PlanGraphView::followSelection);
}

PlanGraphView::~PlanGraphView() = default;

PlanGraphMetrics PlanGraphView::metrics() const
{
    const auto font = fontMetrics();
    return {font.averageCharWidth() * 20, font.height() + 10, font.height() + 14};
}

void PlanGraphView::showPlan(const Topology &topology, const QList<RestartRow> &rows)
{
    const QPoint scrolled(horizontalOffset(), verticalOffset());
    m_isFollowing = true;
    m_model->beginResetModel();
    m_graph = planGraph(topology, rows, metrics());
    m_model->endResetModel();
    m_isFollowing = false;
    updateGeometries();
    horizontalScrollBar()->setValue(scrolled.x());
    verticalScrollBar()->setValue(scrolled.y());
    followSelection();
}

// --- Where things are ---

QRect PlanGraphView::visualRect(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= m_graph.boxes.size())
        return {};
    return m_graph.boxes.at(index.row()).rect.translated(-horizontalOffset(), -verticalOffset());
}

QModelIndex PlanGraphView::indexAt(const QPoint &point) const
{
    const auto at = point + QPoint(horizontalOffset(), verticalOffset());
    for (int i = 0; i < m_graph.boxes.size(); ++i) {
        if (m_graph.boxes.at(i).rect.contains(at))
            return m_model->index(i);
    }
    return {};
}

void PlanGraphView::scrollTo(const QModelIndex &index, ScrollHint)
{
    constexpr int air = 12;
    const auto rect = visualRect(index).adjusted(-air, -air, air, air);
    const auto shift = [](QScrollBar *bar, int first, int last, int length) {
        if (first < 0)
            bar->setValue(bar->value() + first);
        else if (last > length)
            bar->setValue(bar->value() + std::min(first, last - length));
    };
    shift(horizontalScrollBar(), rect.left(), rect.right(), viewport()->width());
    shift(verticalScrollBar(), rect.top(), rect.bottom(), viewport()->height());
}

int PlanGraphView::horizontalOffset() const
{
    return horizontalScrollBar()->value();
}

int PlanGraphView::verticalOffset() const
{
    return verticalScrollBar()->value();
}

void PlanGraphView::doItemsLayout()
{
    QAbstractItemView::doItemsLayout();
}

void PlanGraphView::updateGeometries()
{
    const auto set = [](QScrollBar *bar, int content, int shown) {
        bar->setRange(0, std::max(0, content - shown));
        bar->setPageStep(shown);
        bar->setSingleStep(20);
    };
    set(horizontalScrollBar(), m_graph.size.width(), viewport()->width());
    set(verticalScrollBar(), m_graph.size.height(), viewport()->height());
    QAbstractItemView::updateGeometries();
}

void PlanGraphView::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command)
{
    selectionModel()->select(indexAt(rect.center()), command);
}

QRegion PlanGraphView::visualRegionForSelection(const QItemSelection &) const
{
    // The lines of what is selected reach anywhere.
    return viewport()->rect();
}

// --- Going about ---

/// The box nearest in height in the next wave that has one, to the right for 1.
int PlanGraphView::neighbour(int box, int columns) const
{
    const auto &from = m_graph.boxes.at(box);
    int best = box;
    for (int i = 0; i < m_graph.boxes.size(); ++i) {
        const auto &to = m_graph.boxes.at(i);
        const auto away = [&](const PlanGraph::Box &each) {
            return std::pair(
                (each.wave - from.wave) * columns, qAbs(each.rect.y() - from.rect.y()));
        };
        if (away(to).first > 0 && (best == box || away(to) < away(m_graph.boxes.at(best))))
            best = i;
    }
    return best;
}

QModelIndex PlanGraphView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    if (m_graph.boxes.isEmpty())
        return {};
    const int current = currentIndex().isValid() ? currentIndex().row() : -1;
    if (current < 0)
        return m_model->index(0);
    const int last = int(m_graph.boxes.size()) - 1;
    switch (action) {
    case MoveUp:
    case MovePrevious:
    case MovePageUp:
        return m_model->index(std::max(0, current - 1));
    case MoveDown:
    case MoveNext:
    case MovePageDown:
        return m_model->index(std::min(last, current + 1));
    case MoveLeft:
        return m_model->index(neighbour(current, -1));
    case MoveRight:
        return m_model->index(neighbour(current, 1));
    case MoveHome:
        return m_model->index(0);
    case MoveEnd:
        return m_model->index(last);
    }
    return currentIndex();
}

void PlanGraphView::takeCurrent(const QModelIndex &current)
{
    viewport()->update();
    if (m_isFollowing || !current.isValid() || m_graph.isCounted())
        return;
    m_isFollowing = true;
    m_selection.select(m_graph.boxes.at(current.row()).row->instance.application);
    m_isFollowing = false;
}

void PlanGraphView::followSelection()
{
    if (m_isFollowing)
        return;
    const auto object = m_selection.current();
    const int box =
        object && object->kind == Kind::Application ? m_graph.find(object->application()) : -1;
    m_isFollowing = true;
    selectionModel()->setCurrentIndex(
        box < 0 ? QModelIndex() : m_model->index(box), QItemSelectionModel::ClearAndSelect);
    m_isFollowing = false;
}

// --- Painting ---

void PlanGraphView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(-horizontalOffset(), -verticalOffset());
    const auto shown =
        viewport()->rect().translated(horizontalOffset(), verticalOffset()).adjusted(-9, -9, 9, 9);
    auto bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(palette().color(QPalette::Text));
    const auto sizes = metrics();
    for (int wave = 0; wave < m_graph.columns.size(); ++wave)
        painter.drawText(QRect(m_graph.columns.at(wave), 0, sizes.boxWidth, sizes.headHeight),
            Qt::AlignVCenter | Qt::AlignLeft, headingText({PlanHeading::Kind::Wave, wave + 1, {}}));
    painter.setFont(font());
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(toneColour(palette(), Tone::Muted), 1, Qt::DotLine));
    for (const auto &frame : m_graph.frames)
        painter.drawRoundedRect(QRectF(frame).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    const int current = currentIndex().isValid() ? currentIndex().row() : -1;
    paintLines(painter, current);
    for (int i = 0; i < m_graph.boxes.size(); ++i) {
        if (m_graph.boxes.at(i).rect.intersects(shown))
            paintBox(painter, m_graph.boxes.at(i), i == current);
    }
}

/// Those of what is selected in strong colour, above the others.
void PlanGraphView::paintLines(QPainter &painter, int current) const
{
    const auto paint = [&](const PlanGraph::Line &line) {
        const auto from = m_graph.boxes.at(line.from).rect;
        const auto to = m_graph.boxes.at(line.to).rect;
        const QPointF begin(from.right() + 1, from.center().y() + 0.5);
        const QPointF end(to.left(), to.center().y() + 0.5);
        const QPointF bend(std::min(40.0, (end.x() - begin.x()) / 2), 0);
        QPainterPath path(begin);
        path.cubicTo(begin + bend, end - bend, end);
        path.moveTo(end + QPointF(-5, -3.5));
        path.lineTo(end);
        path.lineTo(end + QPointF(-5, 3.5));
        painter.drawPath(path);
    };
    painter.setPen(QPen(lineColour(palette()), 1.2));
    for (const auto &line : m_graph.lines) {
        if (line.from != current && line.to != current)
            paint(line);
    }
    painter.setPen(QPen(toneColour(palette(), Tone::Accent), 1.6));
    for (const auto &line : m_graph.lines) {
        if (line.from == current || line.to == current)
            paint(line);
    }
}

void PlanGraphView::paintBox(QPainter &painter, const PlanGraph::Box &box, bool isCurrent) const
{
    const auto mark = box.row ? markOf(*box.row) : Mark::Restart;
    const bool isDone = box.row && box.row->isDone;
    const auto tone = isDone ? Tone::Muted : markTone(mark);
    painter.setBrush(isDone ? palette().color(QPalette::Base) : toneBackground(palette(), tone));
    painter.setPen(isCurrent ? QPen(toneColour(palette(), Tone::Accent), 2)
                             : QPen(toneColour(palette(), tone), 1));
    painter.drawRoundedRect(QRectF(box.rect).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    auto text = box.rect.adjusted(8, 0, -6, 0);
    painter.setPen(palette().color(QPalette::Text));
    if (!box.row) {
        const auto lines = QStringList {counted(box.restarts, tr("1 restart"), tr("%1 restarts")),
            counted(box.starts, tr("1 start"), tr("%1 starts"))};
        painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft, lines.join(u'\n'));
        return;
    }
    constexpr int iconSize = 14;
    const QRect icon(text.left(), text.center().y() - iconSize / 2 + 1, iconSize, iconSize);
    (isDone ? actionIcon("check"_L1) : markIcon(mark)).paint(&painter, icon);
    text.setLeft(icon.right() + 6);
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
        fontMetrics().elidedText(nameText(box.row->instance.name), Qt::ElideMiddle, text.width()));
}
