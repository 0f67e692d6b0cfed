// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/notebox.h"

#include "views/common/linkbutton.h"
#include "views/common/plainlabel.h"

#include <QDesktopServices>
#include <QEvent>
#include <QIcon>
#include <QPainter>
#include <QUrl>
#include <QVBoxLayout>

NoteBox::NoteBox(QWidget *parent)
    : QWidget(parent)
    , m_icon(plainLabel({}, this))
    , m_title(plainLabel({}, this, LabelKind::Paragraph))
    , m_sentence(plainLabel({}, this, LabelKind::Paragraph))
    , m_source(plainLabel({}, this, LabelKind::Paragraph))
    , m_texts(new QVBoxLayout)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(9, 6, 8, 7);
    row->setSpacing(7);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(m_texts, 1);
    m_texts->setSpacing(2);
    m_texts->addWidget(m_title);
    m_texts->addWidget(m_sentence);
    m_texts->addWidget(m_source);
    auto font = m_title->font();
    font.setBold(true);
    m_title->setFont(font);
    m_sentence->setObjectName(QStringLiteral("noteSentence"));
    m_source->setObjectName(QStringLiteral("noteSource"));
    m_source->setForegroundRole(QPalette::PlaceholderText);
}

void NoteBox::show(Mark mark, const QString &title, const QString &sentence, const QString &source,
    const QString &address)
{
    m_mark = mark;
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    m_sentence->setText(sentence);
    m_source->setText(source);
    m_source->setVisible(!source.isEmpty());
    delete m_link;
    m_link = nullptr;
    if (!address.isEmpty()) {
        auto *link = new LinkButton(address, this);
        link->setObjectName(QStringLiteral("noteLink"));
        connect(link, &LinkButton::clicked, this,
            [address] { QDesktopServices::openUrl(QUrl(address)); });
        m_texts->addWidget(link);
        m_link = link;
    }
    dress();
    setVisible(true);
}

QString NoteBox::sentence() const
{
    return m_sentence->text();
}

void NoteBox::dress()
{
    m_icon->setPixmap(markIcon(m_mark).pixmap(QSize(15, 15), devicePixelRatioF()));
    auto toned = palette();
    toned.setColor(QPalette::WindowText, toneColour(palette(), markTone(m_mark)));
    m_title->setPalette(toned);
    update();
}

void NoteBox::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        dress();
}

void NoteBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), toneBackground(palette(), markTone(m_mark)));
    painter.fillRect(QRect(0, 0, 2, height()), toneColour(palette(), markTone(m_mark)));
}
