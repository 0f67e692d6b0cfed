// SPDX-License-Identifier: Apache-2.0
#include "views/matrix/matrixheads.h"

#include "views/common/mark.h"
#include "views/common/objecttext.h"
#include "views/common/plannedrow.h"
#include "views/matrix/assignmentsmodel.h"
#include "views/matrix/matrixpainting.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace {

constexpr int markSize = 14;  // Pixels, as all below.
constexpr int margin = 8;
constexpr int pairIndent = 14;

QString countText(int servers)
{
    return servers == 1 ? TenantHead::tr("1 server") : TenantHead::tr("%1 servers").arg(servers);
}

/// The row is a backup that stands right below its primary.
bool isPairedAbove(const Document &document, const AssignmentsModel &model, int row)
{
    if (row == 0 || model.isHeading(row - 1))
        return false;
    const auto &above = document.topology().application(model.application(row - 1));
    return above.backup && *above.backup == model.application(row);
}

void addFindings(QStringList &lines, const Document &document, ObjectId object)
{
    for (const auto id : document.validator().findingsOf(object)) {
        const auto &finding = document.validator().finding(id);
        const auto text = message(document.topology(), finding);
        lines.append(finding.isWaived ? ServerHead::tr("Waived: %1").arg(text) : text);
    }
}

QString serverTip(const Document &document, ApplicationId id)
{
    const auto &topology = document.topology();
    const auto &application = topology.application(id);
    QStringList lines {objectDescription(topology, id)};
    if (!application.release.isEmpty())
        lines.append(ServerHead::tr("Release %1").arg(plainText(application.release)));
    if (application.backup)
        lines.append(ServerHead::tr("Backup: %1").arg(objectLabel(topology, *application.backup)));
    for (const auto primary : topology.primariesOf(id))
        lines.append(ServerHead::tr("Backup of %1").arg(objectLabel(topology, primary)));
    if (const auto *row = document.planner().row(id))
        lines.append(actionLabel(row->action));
    if (const auto revision = topology.pendingRestart(id))
        lines.append(markGlyph(Mark::Pending) + u' ' + pendingSentence(*revision));
    addFindings(lines, document, id);
    return lines.join(u'\n');
}

}  // namespace

// --- Servers ---

ServerHead::ServerHead(const Document &document, AssignmentsModel &model, QWidget *parent)
    : QHeaderView(Qt::Vertical, parent)
    , m_document(document)
    , m_model(model)
{
    setSectionsClickable(true);
    setHighlightSections(true);
    setSectionResizeMode(QHeaderView::Fixed);
    setDefaultSectionSize(fontMetrics().height() + 12);
    setMinimumSectionSize(defaultSectionSize());
}

QSize ServerHead::sizeHint() const
{
    // The first names stand for all: thousands of widths for one number would cost more than they
    // tell.
    constexpr int looked = 300;
    constexpr int widest = 300;
    int width = 150;
    for (int row = 0; row < std::min(m_model.rowCount(), looked); ++row) {
        const auto text = m_model.headerData(row, Qt::Vertical, Qt::DisplayRole).toString();
        width = std::max(width, fontMetrics().horizontalAdvance(text));
    }
    const int beside =
        margin * 3 + pairIndent + 2 * (markSize + 4) + fontMetrics().horizontalAdvance(u'0') * 4;
    return {std::min(width + beside, widest), 0};
}

void ServerHead::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    painter->save();
    if (m_model.isHeading(section))
        paintHeading(painter, rect, section);
    else
        paintServer(painter, rect, section);
    painter->setPen(lineColour(palette()));
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    painter->drawLine(rect.topRight(), rect.bottomRight());
    painter->restore();
}

void ServerHead::paintHeading(QPainter *painter, QRect rect, int row) const
{
    painter->fillRect(rect, headingBackground(palette()));
    rect.adjust(margin, 0, -margin, 0);
    paintFold(
        painter, QRect(rect.left(), rect.center().y() - 4, 9, 9), palette(), m_model.isFolded(row));
    rect.setLeft(rect.left() + 16);
    auto font = painter->font();
    font.setBold(true);
    const auto count = QString::number(m_model.serverCount(row));
    const int countWidth = fontMetrics().horizontalAdvance(count);
    painter->setPen(toneColour(palette(), Tone::Muted));
    painter->drawText(rect, int(Qt::AlignRight | Qt::AlignVCenter), count);
    painter->setFont(font);
    painter->setPen(palette().color(QPalette::WindowText));
    rect.setRight(rect.right() - countWidth - margin);
    const auto text = QFontMetrics(font).elidedText(
        plainText(m_model.typeName(row)), Qt::ElideRight, rect.width());
    painter->drawText(rect, int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine), text);
}

void ServerHead::paintServer(QPainter *painter, QRect rect, int row) const
{
    const auto &topology = m_document.topology();
    const auto id = m_model.application(row);
    const auto &application = topology.application(id);
    const bool isCurrent = selectionModel() && selectionModel()->currentIndex().row() == row;
    painter->fillRect(rect, palette().color(isCurrent ? QPalette::Highlight : QPalette::Window));
    rect.adjust(margin, 0, -margin, 0);

    const auto count = QString::number(application.tenants.size());
    painter->setPen(toneColour(palette(), Tone::Muted));
    painter->drawText(rect, int(Qt::AlignRight | Qt::AlignVCenter), count);
    rect.setRight(rect.right() - fontMetrics().horizontalAdvance(u'0') * 3 - 4);
    const auto paintBadge = [&](Mark mark) {
        paintMark(painter,
            QRect(
                rect.right() - markSize, rect.center().y() - markSize / 2 + 1, markSize, markSize),
            mark);
        rect.setRight(rect.right() - markSize - 4);
    };
    if (const auto mark = planMark(topology, m_document.planner(), id))
        paintBadge(*mark);
    const auto summary = m_document.validator().summaryOf(id);
    if (summary.errors + summary.warnings > 0)
        paintBadge(*markOf(summary));

    if (isPairedAbove(m_document, m_model, row)) {
        painter->setPen(toneColour(palette(), Tone::Muted));
        const QPoint corner(rect.left() + 4, rect.center().y());
        painter->drawLine(QPoint(corner.x(), rect.top()), corner);
        painter->drawLine(corner, corner + QPoint(pairIndent - 6, 0));
        rect.setLeft(rect.left() + pairIndent);
    }
    const bool isDisabled = application.state == ObjectState::Disabled;
    painter->setPen(
        isDisabled ? toneColour(palette(), Tone::Muted) : palette().color(QPalette::WindowText));
    auto label = objectLabel(topology, id);
    if (isDisabled)
        label = tr("%1 (disabled)").arg(label);
    painter->drawText(rect, int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine),
        fontMetrics().elidedText(label, Qt::ElideRight, rect.width()));
}

void ServerHead::mousePressEvent(QMouseEvent *event)
{
    const int row = logicalIndexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && row >= 0 && m_model.isHeading(row)) {
        Q_EMIT foldingAsked(row);
        return;
    }
    QHeaderView::mousePressEvent(event);
}

bool ServerHead::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int row = logicalIndexAt(help->pos());
        if (row >= 0 && !m_model.isHeading(row))
            QToolTip::showText(help->globalPos(),
                toolTipText(serverTip(m_document, m_model.application(row))), this);
        return true;
    }
    return QHeaderView::viewportEvent(event);
}

// --- Tenants ---

TenantHead::TenantHead(const Document &document, AssignmentsModel &model, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_document(document)
    , m_model(model)
{
    setSectionsClickable(true);
    setHighlightSections(true);
    setMinimumSectionSize(48);
    setDefaultSectionSize(usualWidth());
}

int TenantHead::usualWidth() const
{
    constexpr int looked = 300;
    constexpr int narrowest = 84;
    constexpr int widest = 132;
    auto font = this->font();
    font.setBold(true);
    int width = narrowest;
    for (int column = 0; column < std::min(m_model.columnCount(), looked); ++column) {
        const auto text = m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        width = std::max(width, QFontMetrics(font).horizontalAdvance(text) + 2 * margin + 4);
    }
    return std::min(width, widest);
}

QSize TenantHead::sizeHint() const
{
    return {0, fontMetrics().height() * 2 + 14};
}

void TenantHead::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const auto id = m_model.tenant(section);
    const auto &tenant = m_document.topology().tenant(id);
    const bool isCurrent = selectionModel() && selectionModel()->currentIndex().column() == section;
    painter->save();
    painter->fillRect(rect, palette().color(isCurrent ? QPalette::Highlight : QPalette::Window));
    auto place = rect.adjusted(4, 5, -4, -6);
    auto font = painter->font();
    font.setBold(true);
    font.setItalic(tenant.isPlaceholder);
    painter->setFont(font);
    const bool isMuted = tenant.state == ObjectState::Disabled || tenant.isPlaceholder;
    painter->setPen(
        isMuted ? toneColour(palette(), Tone::Muted) : palette().color(QPalette::WindowText));
    painter->drawText(place, int(Qt::AlignHCenter | Qt::AlignTop | Qt::TextSingleLine),
        QFontMetrics(font).elidedText(
            objectLabel(m_document.topology(), id), Qt::ElideRight, place.width()));

    font.setBold(false);
    font.setItalic(false);
    painter->setFont(font);
    painter->setPen(toneColour(palette(), Tone::Muted));
    const auto count = tenant.state == ObjectState::Disabled
        ? tr("disabled")
        : countText(m_model.tenantCount(section));
    const auto summary = m_document.validator().summaryOf(id);
    const bool hasMark = summary.errors + summary.warnings > 0;
    const int width = fontMetrics().horizontalAdvance(count) + (hasMark ? markSize + 3 : 0);
    QRect line(place.center().x() - width / 2, place.bottom() - fontMetrics().height() + 1, width,
        fontMetrics().height());
    line = line.intersected(place);
    if (hasMark) {
        paintMark(painter,
            QRect(line.left(), line.center().y() - markSize / 2 + 1, markSize, markSize),
            *markOf(summary));
        line.setLeft(line.left() + markSize + 3);
    }
    painter->drawText(line, int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine),
        fontMetrics().elidedText(count, Qt::ElideRight, line.width() + 1));
    painter->setPen(lineColour(palette()));
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    painter->drawLine(rect.topRight(), rect.bottomRight());
    painter->restore();
}

bool TenantHead::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int column = logicalIndexAt(help->pos());
        if (column >= 0) {
            const auto id = m_model.tenant(column);
            QStringList lines {objectDescription(m_document.topology(), id),
                countText(m_model.tenantCount(column))};
            addFindings(lines, m_document, id);
            QToolTip::showText(help->globalPos(), toolTipText(lines.join(u'\n')), this);
        }
        return true;
    }
    return QHeaderView::viewportEvent(event);
}
