// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/canvaspage.h"

#include "models/base/text.h"
#include "views/canvas/canvaslegend.h"
#include "views/canvas/canvasmenu.h"
#include "views/canvas/canvasview.h"
#include "views/canvas/typedrop.h"
#include "views/canvas/typepalette.h"
#include "views/common/icons.h"
#include "views/common/objecttext.h"
#include "views/common/plainlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

CanvasPage::CanvasPage(Document &document, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_canvas(new CanvasView(document, selection, this))
    , m_filter(new QLineEdit(this))
    , m_grouping(new QComboBox(this))
    , m_legend(new CanvasLegend(this))
    , m_zoom(plainLabel({}, this))
    , m_palette(new TypePalette(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    makeBar();
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_palette);
    middle->addWidget(m_canvas, 1);
    column->addLayout(middle, 1);
    m_palette->hide();
    connect(m_palette, &TypePalette::chosen, this, [this](const ApplicationType &type) {
        createServer(*m_canvas, type, m_canvas->cursorLane());
    });
    makeFoot();
    connect(m_canvas, &CanvasView::viewChanged, this, &CanvasPage::updateZoom);
    connect(m_canvas, &CanvasView::menuWanted, this, [this](const Hit &hit, const QPoint &at) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->setObjectName(u"canvasMenu"_s);
        // Its entries speak of the document as it is now.
        connect(&m_document, &Document::changed, menu, &QMenu::close);
        fillCanvasMenu(*menu, *m_canvas, hit);
        menu->popup(at);
    });
    setFocusProxy(m_canvas);
    updateZoom();
}

void CanvasPage::makeBar()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(8, 6, 8, 6);
    row->setSpacing(8);
    m_grouping->setObjectName(u"canvasGroupingBox"_s);
    m_grouping->setAccessibleName(tr("Rows"));
    m_grouping->addItem(tr("Rows by type"), int(Scene::Grouping::Type));
    m_grouping->addItem(tr("Rows by host"), int(Scene::Grouping::Host));
    m_grouping->addItem(tr("Rows in one block"), int(Scene::Grouping::None));
    connect(m_grouping, &QComboBox::activated, this, [this](int index) {
        m_canvas->setGrouping(Scene::Grouping(m_grouping->itemData(index).toInt()));
    });
    m_filter->setObjectName(u"canvasFilterEdit"_s);
    m_filter->setPlaceholderText(tr("Filter: dims what does not match"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(320);
    connect(m_filter, &QLineEdit::textChanged, this, &CanvasPage::applyFilter);
    auto *palette = new QToolButton(this);
    palette->setObjectName(u"paletteButton"_s);
    palette->setText(tr("Add servers"));
    palette->setIcon(actionIcon("add"_L1));
    palette->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    palette->setCheckable(true);
    palette->setAutoRaise(true);
    palette->setToolTip(tr("Types of servers to drag to a lane"));
    connect(palette, &QToolButton::toggled, m_palette, &QWidget::setVisible);
    row->addWidget(palette);
    row->addWidget(m_grouping);
    row->addWidget(m_filter, 1);
    row->addStretch(1);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
}

void CanvasPage::makeFoot()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(4);
    row->addWidget(m_legend, 1);
    const auto button = [&](const QString &name, const QString &text, const QString &tip,
                            auto action) {
        auto *made = new QToolButton(this);
        made->setObjectName(name);
        made->setText(text);
        made->setToolTip(tip);
        made->setAutoRaise(true);
        connect(made, &QToolButton::clicked, m_canvas, action);
        row->addWidget(made);
    };
    button(u"zoomOutButton"_s, u"–"_s, tr("Smaller (-)"),
        [this] { m_canvas->setZoom(m_canvas->zoom() / 1.25); });
    m_zoom->setMinimumWidth(fontMetrics().horizontalAdvance(u"0.05 %"_s) + 4);
    m_zoom->setAlignment(Qt::AlignCenter);
    row->addWidget(m_zoom);
    button(u"zoomInButton"_s, u"+"_s, tr("Larger (+)"),
        [this] { m_canvas->setZoom(m_canvas->zoom() * 1.25); });
    button(u"fitButton"_s, tr("Fit"), tr("Show everything (0)"), [this] { m_canvas->fitAll(); });
    connect(m_legend, &CanvasLegend::overlayChosen, m_canvas, &CanvasView::setOverlay);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
}

void CanvasPage::applyFilter()
{
    const auto wanted = m_filter->text().simplified();
    if (wanted.isEmpty()) {
        m_canvas->setWanted({});
        return;
    }
    m_canvas->setWanted([this, wanted](ObjectId object) {
        const auto &topology = m_document.topology();
        const auto has = [&](const QString &text) {
            return text.contains(wanted, Qt::CaseInsensitive);
        };
        if (has(topology.name(object)))
            return true;
        if (object.kind != Kind::Application)
            return false;
        const auto &application = topology.application(object.application());
        return has(application.type.displayName()) || has(application.release)
            || (application.host && has(topology.host(*application.host).name));
    });
}

void CanvasPage::updateZoom()
{
    const double percent = m_canvas->zoom() * 100;
    m_zoom->setText(tr("%1 %").arg(QLocale().toString(percent, 'f', percent < 1 ? 2 : 0)));
}
