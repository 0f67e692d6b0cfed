// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/section.h"

#include "views/common/plainlabel.h"

#include <QGridLayout>
#include <QIcon>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

Section::Section(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_heading(new QToolButton(this))
    , m_mark(plainLabel({}, this))
    , m_body(new QWidget(this))
    , m_fields(new QGridLayout(m_body))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto *head = new QHBoxLayout;
    head->setSpacing(4);
    auto font = m_heading->font();
    font.setBold(true);
    m_heading->setFont(font);
    m_heading->setText(title);
    m_heading->setAutoRaise(true);
    m_heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_heading->setArrowType(Qt::DownArrow);
    m_heading->setCheckable(true);
    m_heading->setChecked(true);
    m_heading->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_heading->setObjectName(QStringLiteral("sectionButton"));
    head->addWidget(m_heading, 1);
    head->addWidget(m_mark);
    column->addLayout(head);
    column->addWidget(m_body);
    m_fields->setContentsMargins(8, 0, 4, 8);
    m_fields->setHorizontalSpacing(8);
    m_fields->setVerticalSpacing(4);
    m_fields->setColumnStretch(1, 1);
    m_fields->setColumnMinimumWidth(
        0, fontMetrics().horizontalAdvance(QStringLiteral("Switching office ")));
    connect(m_heading, &QToolButton::toggled, this, [this](bool isOpen) {
        m_heading->setArrowType(isOpen ? Qt::DownArrow : Qt::RightArrow);
        m_body->setVisible(isOpen);
    });
}

void Section::addField(const QString &label, QWidget *field, bool isWide, QWidget *notes)
{
    int row = m_fields->rowCount();
    if (!label.isEmpty()) {
        auto *caption = plainLabel(label, m_body);
        caption->setForegroundRole(QPalette::PlaceholderText);
        caption->setBuddy(field);
        caption->setContentsMargins(0, 5, 0, 0);
        m_fields->addWidget(caption, row, 0, Qt::AlignTop | Qt::AlignLeft);
        if (isWide)
            ++row;
    }
    if (isWide)
        m_fields->addWidget(field, row, 0, 1, 2);
    else
        m_fields->addWidget(field, row, 1);
    m_fields->addWidget(notes, row + 1, 0, 1, 2);
}

void Section::setMark(std::optional<Mark> mark)
{
    m_mark->setPixmap(
        mark ? markIcon(*mark).pixmap(QSize(14, 14), devicePixelRatioF()) : QPixmap());
    m_heading->setAccessibleDescription(mark ? markWord(*mark) : QString());
}

bool Section::isFolded() const
{
    return !m_heading->isChecked();
}

void Section::setFolded(bool isFolded)
{
    m_heading->setChecked(!isFolded);
}
