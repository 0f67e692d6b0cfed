// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/fieldpane.h"

#include "models/topology/edits.h"
#include "views/common/fieldeditor.h"
#include "views/common/fieldtext.h"
#include "views/common/notices.h"
#include "views/inspector/checklistpane.h"
#include "views/inspector/connectionspane.h"
#include "views/inspector/extrapane.h"
#include "views/inspector/optionspane.h"
#include "views/inspector/portspane.h"
#include "views/inspector/valuepane.h"

FieldPane::FieldPane(Document &document, Field field, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_field(field)
{
    setObjectName(QString(fieldName(field)) + QStringLiteral("Pane"));
}

void FieldPane::showObject(ObjectId object)
{
    if (m_object == object)
        return refresh();
    if (m_object && topology().contains(*m_object))
        finishTyping();
    m_object = object;
    refresh();
}

Value FieldPane::value() const
{
    return fieldValue(topology(), object(), m_field);
}

bool FieldPane::canEdit() const
{
    if (m_document.isReadOnly() || object() == ObjectId(Topology::environment))
        return false;
    // What a T-Server is, its type doesn't say; all others say it by their type.
    if (m_field == Field::Component
        && topology().application(object().application()).type.id() != ApplicationType::TServer)
        return false;
    return !topology().isPlaceholder(object()) || m_field == Field::Name;
}

void FieldPane::apply(const Document::Builder &build)
{
    if (!succeeded(m_document.apply(build), this))
        refresh();
}

void FieldPane::applyValue(const Value &value)
{
    const auto id = object();
    apply([&](const Topology &current) { return setField(current, id, m_field, value); });
}

FieldPane *makeFieldPane(Document &document, Kind kind, Field field, QWidget *parent)
{
    switch (field) {
    case Field::Tenants:
        return new TenantsPane(document, parent);
    case Field::Switches:
        return new SwitchesPane(document, parent);
    case Field::Connections:
        return new ConnectionsPane(document, parent);
    case Field::Ports:
        return new PortsPane(document, parent);
    case Field::Options:
    case Field::Annex:
        return new OptionsPane(document, field, parent);
    case Field::Extra:
        return new ExtraPane(document, parent);
    default:
        break;
    }
    if (FieldEditor::hasEditor(kind, field))
        return new ValuePane(document, kind, field, parent);
    return new FixedPane(document, field, parent);
}
