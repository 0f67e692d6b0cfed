// SPDX-License-Identifier: Apache-2.0
#include "views/common/calmstyle.h"

#include "views/common/tones.h"

#include <QPainter>
#include <QStyleOption>

namespace {

constexpr double radius = 5;
constexpr QRgb accentFill = 0xff2f6fed;  // White text on it has a contrast of 4.5:1.

QColor accent(const QStyleOption &option)
{
    return toneColour(option.palette, Tone::Accent);
}

QColor overlay(const QStyleOption &option, float opacity)
{
    auto colour = option.palette.color(QPalette::WindowText);
    colour.setAlphaF(opacity);
    return colour;
}

void drawRounded(QPainter &painter, const QRectF &rect, const QBrush &fill, const QColor &outline)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(outline.isValid() ? QPen(outline, 1) : QPen(Qt::NoPen));
    painter.setBrush(fill);
    painter.drawRoundedRect(
        outline.isValid() ? rect.adjusted(0.5, 0.5, -0.5, -0.5) : rect, radius, radius);
    painter.restore();
}

void drawButton(QPainter &painter, const QStyleOptionButton &option)
{
    const bool isEnabled = option.state & QStyle::State_Enabled;
    const bool isHovered = isEnabled && (option.state & QStyle::State_MouseOver);
    const bool isDown = option.state & (QStyle::State_Sunken | QStyle::State_On);
    if (option.features & QStyleOptionButton::Flat) {
        if (isHovered || isDown)
            drawRounded(painter, option.rect, overlay(option, isDown ? 0.12F : 0.07F), {});
        return;
    }
    if ((option.features & QStyleOptionButton::DefaultButton) && isEnabled) {
        const QColor fill(accentFill);
        drawRounded(painter, option.rect,
            isDown          ? fill.darker(115)
                : isHovered ? fill.darker(106)
                            : fill,
            {});
    } else {
        const auto outline = lineColour(option.palette).darker(isDark(option.palette) ? 80 : 108);
        drawRounded(painter, option.rect, option.palette.color(QPalette::Button), outline);
        if (isHovered || isDown)
            drawRounded(painter, option.rect, overlay(option, isDown ? 0.1F : 0.04F), {});
    }
    if ((option.state & QStyle::State_HasFocus)
        && (option.state & QStyle::State_KeyboardFocusChange))
        drawRounded(
            painter, QRectF(option.rect).adjusted(2, 2, -2, -2), Qt::NoBrush, accent(option));
}

/// The box of a check box or the ring of a radio button, filled with the accent when it is on.
void drawIndicator(QPainter &painter, const QStyleOption &option, double rounding)
{
    const bool isEnabled = option.state & QStyle::State_Enabled;
    const bool isOn = option.state & QStyle::State_On;
    const bool isPartly = option.state & QStyle::State_NoChange;
    const auto side = std::min(option.rect.width(), option.rect.height());
    QRectF box(0, 0, side - 1, side - 1);
    box.moveCenter(QRectF(option.rect).center());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isFilled = (isOn || isPartly) && isEnabled;
    const bool isHovered =
        isEnabled && (option.state & (QStyle::State_MouseOver | QStyle::State_HasFocus));
    painter.setPen(QPen(isFilled ? QColor(accentFill)
            : isHovered          ? accent(option)
                                 : overlay(option, isEnabled ? 0.5F : 0.25F),
        1));
    painter.setBrush(isFilled ? QColor(accentFill) : option.palette.color(QPalette::Base));
    painter.drawRoundedRect(box, rounding, rounding);
    const auto ink = isFilled ? QColor(Qt::white)
                              : option.palette.color(QPalette::Disabled, QPalette::WindowText);
    const auto at = [&](double x, double y) {
        return box.topLeft() + QPointF(x * box.width(), y * box.height());
    };
    painter.setPen(QPen(ink, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (isPartly) {
        painter.drawLine(at(0.28, 0.5), at(0.72, 0.5));
    } else if (isOn && rounding < radius) {
        painter.drawPolyline(QPolygonF {at(0.25, 0.53), at(0.43, 0.7), at(0.76, 0.32)});
    } else if (isOn) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawEllipse(box.center(), box.width() * 0.2, box.width() * 0.2);
    }
    painter.restore();
}

void drawTab(QPainter &painter, const QStyleOptionTab &option)
{
    const QRect rect = option.rect;
    const bool isSelected = option.state & QStyle::State_Selected;
    if (!isSelected && (option.state & QStyle::State_MouseOver)
        && (option.state & QStyle::State_Enabled))
        drawRounded(painter, QRectF(rect).adjusted(2, 3, -2, -4), overlay(option, 0.05F), {});
    if (isSelected)
        painter.fillRect(
            QRect(rect.left() + 8, rect.bottom() - 1, rect.width() - 16, 2), accent(option));
}

void drawHeader(QPainter &painter, const QStyleOptionHeader &option)
{
    painter.fillRect(option.rect, option.palette.color(QPalette::Window));
    if ((option.state & QStyle::State_MouseOver) && (option.state & QStyle::State_Enabled))
        painter.fillRect(option.rect, overlay(option, 0.04F));
    painter.setPen(lineColour(option.palette));
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    const bool isLast = option.position == QStyleOptionHeader::End
        || option.position == QStyleOptionHeader::OnlyOneSection;
    if (option.orientation == Qt::Vertical)
        painter.drawLine(option.rect.topRight(), option.rect.bottomRight());
    else if (!isLast)
        painter.drawLine(
            option.rect.topRight() + QPoint(0, 5), option.rect.bottomRight() - QPoint(0, 5));
}

void drawScrollBar(QPainter &painter, const QStyleOptionSlider &option, const QRect &handle)
{
    painter.fillRect(option.rect, option.palette.color(QPalette::Base));
    if (option.maximum <= option.minimum)
        return;
    const bool isHeld = option.state & QStyle::State_Sunken
        && option.activeSubControls & QStyle::SC_ScrollBarSlider;
    const bool isHovered = option.state & QStyle::State_MouseOver;
    const bool isUpright = option.orientation == Qt::Vertical;
    const auto bar =
        isUpright ? QRectF(handle).adjusted(3, 1, -3, -1) : QRectF(handle).adjusted(1, 3, -1, -3);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(overlay(option, isHeld ? 0.5F : isHovered ? 0.36F : 0.24F));
    const auto round = std::min(bar.width(), bar.height()) / 2;
    painter.drawRoundedRect(bar, round, round);
}

constexpr int menuArrow = 13;  // Pixels at the right of a button that opens a menu.

bool opensMenu(const QStyleOptionToolButton &button)
{
    return (button.features & QStyleOptionToolButton::HasMenu)
        && !(button.features & QStyleOptionToolButton::MenuButtonPopup);
}

}  // namespace

CalmStyle::CalmStyle()
    : QProxyStyle(QStringLiteral("fusion"))
{
}

void CalmStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
    QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            drawButton(*painter, *button);
            return;
        }
        break;
    case PE_PanelButtonTool: {
        const bool isDown = option->state & (State_Sunken | State_On);
        const bool isHovered = (option->state & State_MouseOver) && (option->state & State_Enabled);
        if (isDown || isHovered)
            drawRounded(*painter, QRectF(option->rect).adjusted(1, 1, -1, -1),
                overlay(*option, isDown ? 0.12F : 0.06F), {});
        if ((option->state & State_HasFocus) && (option->state & State_KeyboardFocusChange))
            drawRounded(*painter, QRectF(option->rect).adjusted(1, 1, -1, -1), Qt::NoBrush,
                accent(*option));
        return;
    }
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option)) {
            if (frame->lineWidth == 0) {
                painter->fillRect(frame->rect, frame->palette.color(QPalette::Base));
                return;
            }
            const bool hasFocus =
                (frame->state & State_HasFocus) && !(frame->state & State_ReadOnly);
            drawRounded(*painter, frame->rect, frame->palette.color(QPalette::Base),
                hasFocus ? accent(*option)
                         : lineColour(frame->palette).darker(isDark(frame->palette) ? 75 : 112));
            return;
        }
        break;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawIndicator(*painter, *option, 3);
        return;
    case PE_IndicatorRadioButton:
        drawIndicator(*painter, *option, option->rect.width());
        return;
    case PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, option->palette.color(QPalette::Base));
        return;
    case PE_IndicatorHeaderArrow:
        // In the middle of the head's height rather than at its top.
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option); widget) {
            auto arrow = *header;
            arrow.rect.moveTop((widget->height() - arrow.rect.height()) / 2);
            QProxyStyle::drawPrimitive(element, &arrow, painter, widget);
            return;
        }
        break;
    case PE_FrameLineEdit:
        return;  // Painted with the panel.
    case PE_FrameTabBarBase:
        painter->setPen(lineColour(option->palette));
        painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
        return;
    case PE_Frame:
    case PE_FrameDockWidget:
    case PE_FrameMenu:
    case PE_FrameTabWidget:
        painter->save();
        painter->setPen(lineColour(option->palette));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        painter->restore();
        return;
    case PE_FrameStatusBarItem:
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, option->palette.color(QPalette::ToolTipBase));
        return;
    case PE_FrameFocusRect:
        if (option->state & State_KeyboardFocusChange || !(option->state & State_Item)) {
            painter->save();
            painter->setPen(accent(*option));
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
            painter->restore();
        }
        return;
    case PE_IndicatorDockWidgetResizeHandle: {
        painter->fillRect(option->rect, option->palette.color(QPalette::Window));
        const auto middle = option->rect.center();
        painter->setPen(lineColour(option->palette));
        // State_Horizontal: the handle lies between docks above each other.
        if (option->state & State_Horizontal)
            painter->drawLine(option->rect.left(), middle.y(), option->rect.right(), middle.y());
        else
            painter->drawLine(middle.x(), option->rect.top(), middle.x(), option->rect.bottom());
        return;
    }
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void CalmStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
    const QWidget *widget) const
{
    switch (element) {
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            drawTab(*painter, *tab);
            return;
        }
        break;
    case CE_TabBarTabLabel:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            QStyleOptionTab label = *tab;
            if (!(label.state & State_Selected))
                label.palette.setColor(
                    QPalette::WindowText, toneColour(label.palette, Tone::Muted));
            QProxyStyle::drawControl(element, &label, painter, widget);
            return;
        }
        break;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton label = *button;
            if ((label.features & QStyleOptionButton::DefaultButton)
                && (label.state & State_Enabled))
                label.palette.setColor(QPalette::ButtonText, Qt::white);
            QProxyStyle::drawControl(element, &label, painter, widget);
            return;
        }
        break;
    case CE_HeaderSection:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            painter->save();
            drawHeader(*painter, *header);
            painter->restore();
            return;
        }
        break;
    case CE_HeaderEmptyArea:
        painter->save();
        painter->fillRect(option->rect, option->palette.color(QPalette::Window));
        painter->setPen(lineColour(option->palette));
        painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
        painter->restore();
        return;
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeaderV2 *>(option)) {
            QStyleOptionHeaderV2 label = *header;
            label.palette.setColor(QPalette::ButtonText, toneColour(label.palette, Tone::Muted));
            QProxyStyle::drawControl(element, &label, painter, widget);
            return;
        }
        break;
    case CE_DockWidgetTitle:
        if (const auto *dock = qstyleoption_cast<const QStyleOptionDockWidget *>(option)) {
            painter->save();
            painter->setPen(toneColour(dock->palette, Tone::Muted));
            auto font = painter->font();
            font.setBold(true);
            painter->setFont(font);
            painter->drawText(
                dock->rect.adjusted(10, 0, -4, 0), Qt::AlignVCenter | Qt::AlignLeft, dock->title);
            painter->restore();
            return;
        }
        break;
    case CE_ToolBar:
        painter->save();
        painter->fillRect(option->rect, option->palette.color(QPalette::Base));
        painter->setPen(lineColour(option->palette));
        painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
        painter->restore();
        return;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, option->palette.color(QPalette::Base));
        return;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            painter->fillRect(item->rect, item->palette.color(QPalette::Base));
            if (item->state & (State_Selected | State_Sunken))
                drawRounded(*painter, QRectF(item->rect).adjusted(1, 2, -1, -2),
                    overlay(*option, 0.08F), {});
            drawItemText(painter, item->rect,
                Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, item->palette,
                item->state & State_Enabled, item->text, QPalette::Text);
            return;
        }
        break;
    case CE_Splitter:
        painter->save();
        painter->setPen(lineColour(option->palette));
        if (option->state & State_Horizontal)
            painter->drawLine(option->rect.center().x(), option->rect.top(),
                option->rect.center().x(), option->rect.bottom());
        else
            painter->drawLine(option->rect.left(), option->rect.center().y(), option->rect.right(),
                option->rect.center().y());
        painter->restore();
        return;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void CalmStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
    QPainter *painter, const QWidget *widget) const
{
    if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        bar && control == CC_ScrollBar) {
        painter->save();
        drawScrollBar(*painter, *bar, subControlRect(control, option, SC_ScrollBarSlider, widget));
        painter->restore();
        return;
    }
    const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    if (button && control == CC_ToolButton && opensMenu(*button)) {
        QStyleOptionToolButton bare = *button;
        bare.features &= ~QStyleOptionToolButton::HasMenu;
        QProxyStyle::drawComplexControl(control, &bare, painter, widget);
        QStyleOption arrow = *button;
        arrow.rect = QRect(button->rect.right() - menuArrow, button->rect.center().y() - 3, 8, 8);
        proxy()->drawPrimitive(PE_IndicatorArrowDown, &arrow, painter, widget);
        return;
    }
    const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (box && control == CC_ComboBox && box->editable) {
        // A line with an arrow in it.
        QStyleOptionFrame line;
        line.QStyleOption::operator=(*box);
        line.lineWidth = 1;
        proxy()->drawPrimitive(PE_PanelLineEdit, &line, painter, widget);
        QStyleOption arrow = *box;
        arrow.rect = subControlRect(control, option, SC_ComboBoxArrow, widget);
        arrow.rect = QRect(arrow.rect.center() - QPoint(4, 3), QSize(8, 8));
        proxy()->drawPrimitive(PE_IndicatorArrowDown, &arrow, painter, widget);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect CalmStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
    SubControl part, const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, part, widget);

    // The whole length is groove; there are no buttons at the ends.
    const bool isUpright = bar->orientation == Qt::Vertical;
    const int length = isUpright ? bar->rect.height() : bar->rect.width();
    const int thickness = isUpright ? bar->rect.width() : bar->rect.height();
    const qint64 range = qint64(bar->maximum) - bar->minimum;
    int handle = length;
    if (range > 0) {
        constexpr int shortest = 28;
        handle = std::max(shortest, int(qint64(bar->pageStep) * length / (range + bar->pageStep)));
        handle = std::min(handle, length);
    }
    const int start = sliderPositionFromValue(
        bar->minimum, bar->maximum, bar->sliderPosition, length - handle, bar->upsideDown);
    const auto place = [&](int from, int size) {
        const QRect rect =
            isUpright ? QRect(0, from, thickness, size) : QRect(from, 0, size, thickness);
        return visualRect(bar->direction, bar->rect, rect.translated(bar->rect.topLeft()));
    };
    switch (part) {
    case SC_ScrollBarSlider:
        return place(start, handle);
    case SC_ScrollBarGroove:
        return place(0, length);
    case SC_ScrollBarSubPage:
        return place(0, start);
    case SC_ScrollBarAddPage:
        return place(start + handle, length - start - handle);
    default:
        return {};
    }
}

QRect CalmStyle::subElementRect(
    SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const auto rect = QProxyStyle::subElementRect(element, option, widget);
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    const bool hasAir = element == SE_LineEditContents && frame && frame->lineWidth > 0;
    return hasAir ? rect.adjusted(3, 0, -3, 0) : rect;
}

QSize CalmStyle::sizeFromContents(
    ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    auto wanted = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_TabBarTab:
        wanted.rheight() = std::max(wanted.height(), option->fontMetrics.height() + 16);
        wanted.rwidth() += 4;
        break;
    case CT_PushButton:
        wanted.rheight() = std::max(wanted.height(), option->fontMetrics.height() + 12);
        wanted.rwidth() += 8;
        break;
    case CT_ToolButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option)) {
            wanted.rheight() = std::max(wanted.height(), option->fontMetrics.height() + 10);
            wanted.rwidth() += 4 + (opensMenu(*button) ? menuArrow : 0);
        }
        break;
    case CT_LineEdit:
        wanted.rheight() = std::max(wanted.height(), option->fontMetrics.height() + 10);
        break;
    case CT_HeaderSection:
        wanted.rheight() = std::max(wanted.height(), option->fontMetrics.height() + 12);
        break;
    case CT_MenuBarItem:
        wanted.rheight() = std::max(wanted.height(), option->fontMetrics.height() + 10);
        break;
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
            item && item->menuItemType != QStyleOptionMenuItem::Separator)
            wanted.rheight() = std::max(wanted.height(), option->fontMetrics.height() + 9);
        break;
    default:
        break;
    }
    return wanted;
}

int CalmStyle::pixelMetric(
    PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return 13;
    case PM_SplitterWidth:
    case PM_DockWidgetSeparatorExtent:
        return 5;
    case PM_DockWidgetTitleMargin:
        return 6;
    case PM_DockWidgetFrameWidth:
        return 0;
    case PM_ToolBarItemSpacing:
        return 2;
    case PM_ToolBarItemMargin:
        return 4;
    case PM_TabBarTabHSpace:
        return 22;
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_HeaderMargin:
        return 6;
    case PM_FocusFrameHMargin:
        return 5;
    case PM_TreeViewIndentation:
        return 18;
    case PM_SmallIconSize:
    case PM_ToolBarIconSize:
    case PM_ButtonIconSize:
        return 16;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int CalmStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
    QStyleHintReturn *returned) const
{
    switch (hint) {
    case SH_ToolTipLabel_Opacity:
        return 255;
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 0;
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_TabBar_PreferNoArrows:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}
