// SPDX-License-Identifier: Apache-2.0
#include "views/matrix/matrixtable.h"

#include "models/document/document.h"
#include "views/common/objecttext.h"
#include "views/matrix/assignmentsmodel.h"
#include "views/matrix/matrixheads.h"
#include "views/matrix/matrixpainting.h"

#include <QAbstractButton>
#include <QAbstractItemDelegate>
#include <QClipboard>
#include <QGuiApplication>
#include <QMouseEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace {

/// More cells than anybody means, and than one step should hold.
constexpr qsizetype mostCells = 20000;

class CellDelegate final : public QAbstractItemDelegate
{
public:
    CellDelegate(const Document &document, const AssignmentsModel &model, QObject *parent)
        : QAbstractItemDelegate(parent)
        , m_document(document)
        , m_model(model)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {48, 24};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override
    {
        painter->save();
        const bool isHeading = m_model.isHeading(index.row());
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, option.palette.color(QPalette::Highlight));
        else if (isHeading)
            painter->fillRect(option.rect, headingBackground(option.palette));
        if (isHeading)
            paintCount(painter, option, index);
        else
            paintServerCell(painter, option, index);
        if (option.state & QStyle::State_HasFocus) {
            painter->setRenderHint(QPainter::Antialiasing, false);
            painter->setPen(QPen(toneColour(option.palette, Tone::Accent), 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
        }
        painter->restore();
    }

private:
    void paintCount(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
    {
        const int count = m_model.countInGroup(index.row(), index.column());
        painter->setPen(toneColour(option.palette, Tone::Muted));
        painter->drawText(
            option.rect, Qt::AlignCenter, count == 0 ? u"–"_s : QString::number(count));
    }

    void paintServerCell(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
    {
        const auto mark =
            planMark(m_document.topology(), m_document.planner(), m_model.application(index.row()));
        const bool isRestart = mark == Mark::Restart || mark == Mark::Pending;
        paintCell(painter, option.rect, option.palette, m_model.cell(index.row(), index.column()),
            isRestart ? mark : std::nullopt);
    }

    const Document &m_document;
    const AssignmentsModel &m_model;
};

}  // namespace

MatrixTable::MatrixTable(const Document &document, AssignmentsModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
{
    auto *servers = new ServerHead(document, model, this);
    auto *tenants = new TenantHead(document, model, this);
    setVerticalHeader(servers);
    setHorizontalHeader(tenants);
    setModel(&model);
    setItemDelegate(new CellDelegate(document, model, this));
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setCornerButtonEnabled(false);
    if (auto *corner = findChild<QAbstractButton *>())
        corner->setAccessibleName(tr("Servers down, tenants across"));
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(true);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setAccessibleName(tr("Assignments of tenants to servers"));
    connect(servers, &ServerHead::foldingAsked, this, &MatrixTable::foldingAsked);
}

// --- What is looked at ---

QModelIndex MatrixTable::lookedAt() const
{
    const QModelIndex index = m_hovered.isValid() ? QModelIndex(m_hovered) : currentIndex();
    return index.isValid() && !m_model.isHeading(index.row()) ? index : QModelIndex();
}

void MatrixTable::lookAt(const QModelIndex &index)
{
    if (m_hovered == index)
        return;
    m_hovered = index;
    Q_EMIT lookedAtChanged();
}

void MatrixTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    // The heads show which row and column it is.
    if (current.row() != previous.row())
        verticalHeader()->viewport()->update();
    if (current.column() != previous.column())
        horizontalHeader()->viewport()->update();
    m_hovered = QModelIndex();  // Who moves by keyboard means the current cell, wherever the
                                // pointer was left.
    Q_EMIT lookedAtChanged();
}

bool MatrixTable::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        lookAt({});
    return QTableView::viewportEvent(event);
}

void MatrixTable::mouseMoveEvent(QMouseEvent *event)
{
    const auto index = indexAt(event->position().toPoint());
    lookAt(index);
    const bool isToggle = index.isValid() && !m_model.isHeading(index.row())
        && toggleArea(visualRect(index)).contains(event->position().toPoint());
    viewport()->setCursor(isToggle ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QTableView::mouseMoveEvent(event);
}

// --- Toggling ---

void MatrixTable::mousePressEvent(QMouseEvent *event)
{
    m_pressed = QModelIndex();
    const auto index = indexAt(event->position().toPoint());
    QTableView::mousePressEvent(event);
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier && index.isValid()
        && !m_model.isHeading(index.row())
        && toggleArea(visualRect(index)).contains(event->position().toPoint()))
        m_pressed = index;
    if (event->button() == Qt::LeftButton && index.isValid() && m_model.isHeading(index.row()))
        Q_EMIT foldingAsked(index.row());
}

void MatrixTable::mouseReleaseEvent(QMouseEvent *event)
{
    QTableView::mouseReleaseEvent(event);
    const QModelIndex pressed = m_pressed;
    m_pressed = QModelIndex();
    if (event->button() == Qt::LeftButton && pressed.isValid()
        && toggleArea(visualRect(pressed)).contains(event->position().toPoint()))
        toggle({pressed});
}

void MatrixTable::mouseDoubleClickEvent(QMouseEvent *event)
{
    const auto index = indexAt(event->position().toPoint());
    if (index.isValid() && toggleArea(visualRect(index)).contains(event->position().toPoint())) {
        mousePressEvent(event);  // A quick second click toggles back.
        return;
    }
    QTableView::mouseDoubleClickEvent(event);
    if (event->button() == Qt::LeftButton && index.isValid() && !m_model.isHeading(index.row()))
        Q_EMIT opened(index);
}

void MatrixTable::keyPressEvent(QKeyEvent *event)
{
    const auto current = currentIndex();
    const bool isHeading = current.isValid() && m_model.isHeading(current.row());
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if (event->matches(QKeySequence::Paste)) {
        paste();
    } else if (isHeading && (event->key() == Qt::Key_Space || isEnter)) {
        Q_EMIT foldingAsked(current.row());
    } else if (event->key() == Qt::Key_Space && !(event->modifiers() & ~Qt::KeypadModifier)) {
        toggle(selectedCells());
    } else if (isEnter && current.isValid()) {
        Q_EMIT opened(current);
    } else {
        QTableView::keyPressEvent(event);
        return;
    }
    event->accept();
}

QModelIndexList MatrixTable::selectedCells() const
{
    // By ranges: a selection of all cells is one range, and must not become millions of indexes.
    QModelIndexList cells;
    const auto ranges = selectionModel()->selection();
    for (const auto &range : ranges) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            if (m_model.isHeading(row))
                continue;
            for (int column = range.left(); column <= range.right() && cells.size() <= mostCells;
                 ++column)
                cells.append(m_model.index(row, column));
        }
    }
    if (cells.isEmpty() && currentIndex().isValid() && !m_model.isHeading(currentIndex().row()))
        cells.append(currentIndex());
    return cells;
}

CellWish MatrixTable::wish(const QModelIndex &index, bool isAssigned) const
{
    return {m_model.application(index.row()), m_model.tenant(index.column()), isAssigned};
}

void MatrixTable::toggle(const QModelIndexList &cells)
{
    if (cells.size() > mostCells) {
        Q_EMIT refused({Error::Code::InvalidInput,
            tr("Select at most %1 cells to change them together.").arg(mostCells), {}});
        return;
    }
    // A range becomes what its first half-filled look asks for: all assigned, unless they all are
    // already.
    const bool areAllAssigned =
        std::all_of(cells.cbegin(), cells.cend(), [this](const QModelIndex &index) {
            return m_model.cell(index.row(), index.column()).isAssigned;
        });
    QList<CellWish> wishes;
    for (const auto &index : cells)
        wishes.append(wish(index, !areAllAssigned));
    if (!wishes.isEmpty())
        Q_EMIT editAsked(wishes);
}

// --- Clipboard ---

QList<int> MatrixTable::serverRows(int from, qsizetype count) const
{
    QList<int> rows;
    for (int row = from; row < m_model.rowCount() && rows.size() < count; ++row) {
        if (!m_model.isHeading(row))
            rows.append(row);
    }
    return rows;
}

void MatrixTable::copy()
{
    const auto cells = selectedCells();
    if (cells.isEmpty() || cells.size() > mostCells)
        return;
    // The block around the selection, as spreadsheets do; headings of types are no rows.
    const auto byColumn = [](const QModelIndex &a, const QModelIndex &b) {
        return a.column() < b.column();
    };
    const auto byRow = [](const QModelIndex &a, const QModelIndex &b) { return a.row() < b.row(); };
    const auto [left, right] = std::minmax_element(cells.cbegin(), cells.cend(), byColumn);
    const auto [top, bottom] = std::minmax_element(cells.cbegin(), cells.cend(), byRow);
    QList<QList<bool>> block;
    for (int row = top->row(); row <= bottom->row(); ++row) {
        if (m_model.isHeading(row))
            continue;
        QList<bool> line;
        for (int column = left->column(); column <= right->column(); ++column)
            line.append(m_model.cell(row, column).isAssigned);
        block.append(line);
    }
    QGuiApplication::clipboard()->setText(writeCells(block));
}

void MatrixTable::paste()
{
    const auto block = readCells(QGuiApplication::clipboard()->text());
    if (!block) {
        Q_EMIT refused(block.error());
        return;
    }
    const auto cells = selectedCells();
    if (cells.isEmpty() || cells.size() > mostCells)
        return;
    QList<CellWish> wishes;
    if (block->size() == 1 && block->constFirst().size() == 1) {
        for (const auto &index : cells)
            wishes.append(wish(index, block->constFirst().constFirst()));
        Q_EMIT editAsked(wishes);
        return;
    }
    int top = cells.constFirst().row();
    int left = cells.constFirst().column();
    for (const auto &index : cells) {
        top = std::min(top, index.row());
        left = std::min(left, index.column());
    }
    const auto rows = serverRows(top, block->size());
    qsizetype width = 0;
    for (const auto &line : *block)
        width = std::max(width, line.size());
    const auto columns = m_model.columnCount() - left;
    if (rows.size() < block->size() || columns < width) {
        Q_EMIT refused({Error::Code::InvalidInput,
            tr("The block has %1 × %2 cells; from here there is room for %3 × %4. Nothing was pasted.")
                .arg(block->size())
                .arg(width)
                .arg(serverRows(top, m_model.rowCount()).size())
                .arg(columns),
            {}});
        return;
    }
    for (qsizetype row = 0; row < block->size(); ++row) {
        const auto &line = block->at(row);
        for (qsizetype column = 0; column < line.size(); ++column)
            wishes.append(wish(m_model.index(rows.at(row), left + int(column)), line.at(column)));
    }
    Q_EMIT editAsked(wishes);
}
