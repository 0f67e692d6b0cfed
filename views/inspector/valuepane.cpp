// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/valuepane.h"

#include "views/common/fieldeditor.h"
#include "views/common/fieldtext.h"
#include "views/common/plainlabel.h"

#include <QAbstractButton>
#include <QVBoxLayout>

ValuePane::ValuePane(Document &document, Kind kind, Field field, QWidget *parent)
    : FieldPane(document, field, parent)
    , m_editor(FieldEditor::create(document.topology(), kind, field, this))
{
    auto *widget = m_editor->widget();
    widget->setObjectName(QString(fieldName(field)) + QStringLiteral("Editor"));
    widget->setAccessibleName(fieldLabel(field));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(widget, 1);
    if (qobject_cast<QAbstractButton *>(widget))
        row->addStretch(1);
    setFocusProxy(widget);
    connect(m_editor, &FieldEditor::edited, this, [this] {
        if (hasObject() && m_editor->value() != m_shown)
            applyValue(m_editor->value());
    });
}

void ValuePane::refresh()
{
    m_editor->widget()->setEnabled(canEdit());
    const auto now = value();
    // What is being typed stays while the field is as it was; a name that a reference shows may
    // have changed.
    const bool isReference = std::holds_alternative<TenantId>(now)
        || std::holds_alternative<HostId>(now) || std::holds_alternative<ApplicationId>(now);
    if (m_shown == now && !(isReference && !m_editor->widget()->hasFocus()))
        return;
    m_shown = now;
    m_editor->setValue(now);
}

void ValuePane::takeFocus()
{
    m_editor->widget()->setFocus(Qt::OtherFocusReason);
}

void ValuePane::finishTyping()
{
    if (m_shown && m_editor->value() != *m_shown)
        applyValue(m_editor->value());
    m_shown.reset();
}

FixedPane::FixedPane(Document &document, Field field, QWidget *parent)
    : FieldPane(document, field, parent)
    , m_text(plainLabel({}, this, LabelKind::Paragraph))
    , m_note(plainLabel(tr("fixed once created"), this))
{
    m_note->setForegroundRole(QPalette::PlaceholderText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_text);
    column->addWidget(m_note);
    m_text->setFocusPolicy(Qt::StrongFocus);
    setFocusProxy(m_text);
}

void FixedPane::refresh()
{
    auto text = fieldText(topology(), object(), field());
    if (const auto held = value(); std::holds_alternative<ApplicationType>(held))
        text = typeText(std::get<ApplicationType>(held));
    m_text->setText(text.isEmpty() ? tr("not known") : text);
    m_note->setVisible(!topology().isPlaceholder(object()));
}
