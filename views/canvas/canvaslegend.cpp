// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/canvaslegend.h"

#include "views/common/plainlabel.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QIcon>
#include <QToolButton>

using namespace Qt::StringLiterals;

CanvasLegend::CanvasLegend(QWidget *parent)
    : QWidget(parent)
    , m_marks(new QHBoxLayout)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    auto *group = new QButtonGroup(this);
    const auto add = [&](Overlay overlay, const QString &name, const QString &text,
                         const QString &explanation) {
        auto *button = new QToolButton(this);
        button->setObjectName(name);
        button->setText(text);
        button->setToolTip(explanation);
        button->setCheckable(true);
        button->setAutoRaise(true);
        group->addButton(button);
        row->addWidget(button);
        m_buttons.append(button);
        connect(button, &QToolButton::clicked, this, [this, overlay] {
            setOverlay(overlay);
            Q_EMIT overlayChosen(overlay);
        });
    };
    add(Overlay::Problems, u"problemsOverlayButton"_s, tr("Problems"),
        tr("Colours what has errors and warnings."));
    add(Overlay::Changes, u"changesOverlayButton"_s, tr("Changes"),
        tr("Colours what differs from the baseline."));
    add(Overlay::Restarts, u"restartsOverlayButton"_s, tr("Restarts"),
        tr("Colours what the changes ask for."));
    add(Overlay::Hosts, u"hostsOverlayButton"_s, tr("Hosts"),
        tr("Colours servers by the host that they run on."));
    m_marks->setContentsMargins(12, 0, 0, 0);
    m_marks->setSpacing(12);
    row->addLayout(m_marks);
    row->addStretch(1);
    setOverlay(Overlay::Problems);
}

void CanvasLegend::setOverlay(Overlay overlay)
{
    m_overlay = overlay;
    m_buttons.at(int(overlay))->setChecked(true);
    tell();
}

void CanvasLegend::tell()
{
    while (auto *item = m_marks->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto add = [this](Mark mark, const QString &text) {
        auto *icon = plainLabel({}, this);
        icon->setPixmap(markIcon(mark).pixmap(QSize(13, 13), devicePixelRatioF()));
        auto *word = plainLabel(text, this);
        auto *pair = new QWidget(this);
        auto *row = new QHBoxLayout(pair);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(4);
        row->addWidget(icon);
        row->addWidget(word);
        m_marks->addWidget(pair);
    };
    switch (m_overlay) {
    case Overlay::Problems:
        add(Mark::Error, markWord(Mark::Error));
        add(Mark::Warning, markWord(Mark::Warning));
        break;
    case Overlay::Changes:
        add(Mark::Start, tr("New"));
        add(Mark::Changed, markWord(Mark::Changed));
        break;
    case Overlay::Restarts:
        for (const auto mark :
            {Mark::Restart, Mark::Immediate, Mark::NotStated, Mark::Start, Mark::Pending})
            add(mark, markWord(mark));
        break;
    case Overlay::Hosts:
        m_marks->addWidget(plainLabel(tr("One colour for each host"), this));
        break;
    }
}
