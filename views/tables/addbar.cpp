// SPDX-License-Identifier: Apache-2.0
#include "views/tables/addbar.h"

#include "models/base/text.h"
#include "models/topology/edits.h"
#include "views/common/plainlabel.h"
#include "views/common/referencebox.h"
#include "views/common/typebox.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace {

/// "SMS_Server" for "SMS Server".
QString stem(const QString &typeName)
{
    auto stem = typeName.section(u" ("_s, 0, 0).simplified();
    return stem.replace(u' ', u'_');
}

}  // namespace

AddBar::AddBar(Document &document, Kind kind, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_kind(kind)
    , m_name(new QLineEdit(this))
    , m_add(new QPushButton(tr("Add"), this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(6, 4, 6, 4);
    const auto addField = [&](const QString &text, QWidget *field, int stretch) {
        auto *label = plainLabel(text, this);
        label->setBuddy(field);
        row->addWidget(label);
        row->addWidget(field, stretch);
    };
    const auto &topology = document.topology();
    if (kind == Kind::Application || kind == Kind::SwitchingOffice) {
        m_type = new TypeBox(kind, this);
        m_type->setObjectName(u"newTypeBox"_s);
        addField(fieldLabel(Field::Type), m_type, 2);
        connect(m_type, &TypeBox::currentIndexChanged, this, &AddBar::proposeName);
        connect(m_type, &TypeBox::editTextChanged, this, &AddBar::updateButton);
    }
    if (kind == Kind::Switch) {
        m_tenant = new ReferenceBox(topology, Kind::Tenant, this);
        m_tenant->setObjectName(u"newTenantBox"_s);
        m_office = new ReferenceBox(topology, Kind::SwitchingOffice, this);
        m_office->setObjectName(u"newOfficeBox"_s);
        addField(fieldLabel(Field::Tenant), m_tenant, 1);
        addField(fieldLabel(Field::SwitchingOffice), m_office, 1);
        connect(m_tenant, &ReferenceBox::edited, this, &AddBar::proposeName);
        connect(m_office, &ReferenceBox::edited, this, &AddBar::updateButton);
    }
    m_name->setObjectName(u"newNameEdit"_s);
    addField(fieldLabel(Field::Name), m_name, 2);
    m_add->setObjectName(u"confirmAddButton"_s);
    auto *cancel = new QPushButton(tr("Close"), this);
    cancel->setObjectName(u"closeAddButton"_s);
    row->addWidget(m_add);
    row->addWidget(cancel);
    row->addStretch(1);
    connect(m_name, &QLineEdit::textChanged, this, &AddBar::updateButton);
    connect(m_name, &QLineEdit::returnPressed, this, &AddBar::accept);
    connect(m_add, &QPushButton::clicked, this, &AddBar::accept);
    connect(cancel, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

void AddBar::open(std::optional<TenantId> tenant)
{
    if (m_tenant && tenant)
        m_tenant->setObject(ObjectId(*tenant));
    // With one office there is nothing to choose.
    const auto &offices = m_document.topology().offices();
    if (m_office && !m_office->object() && offices.size() == 1)
        m_office->setObject(ObjectId(offices.begin()->id));
    proposeName();
    show();
    QWidget *first = m_name;
    if (m_type)
        first = m_type;
    else if (m_tenant && !m_tenant->object())
        first = m_tenant;
    first->setFocus(Qt::OtherFocusReason);
}

void AddBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QWidget::keyPressEvent(event);
}

void AddBar::proposeName()
{
    QString name;
    switch (m_kind) {
    case Kind::Application:
        name = stem(m_type->currentText()) + u"_1"_s;
        break;
    case Kind::Tenant:
        name = tr("Tenant_1");
        break;
    case Kind::Host:
        name = tr("host_1");
        break;
    case Kind::SwitchingOffice:
        name = tr("Office_1");
        break;
    case Kind::Switch:
        name = m_tenant->object() ? u"MM_"_s + m_document.topology().name(*m_tenant->object())
                                  : tr("Switch_1");
        break;
    }
    const auto &topology = m_document.topology();
    m_name->setText(
        topology.bearers(m_kind, name).isEmpty() ? name : nextFreeName(topology, m_kind, name));
    m_name->selectAll();
    updateButton();
}

std::optional<Record> AddBar::record() const
{
    const auto name = m_name->text();
    if (isBlank(name))
        return std::nullopt;
    switch (m_kind) {
    case Kind::Tenant: {
        Tenant tenant;
        tenant.name = name;
        return tenant;
    }
    case Kind::Host: {
        Host host;
        host.name = name;
        return host;
    }
    case Kind::SwitchingOffice: {
        const auto token = m_type->token();
        if (!token)
            return std::nullopt;
        SwitchingOffice office;
        office.name = name;
        office.type = *token;
        return office;
    }
    case Kind::Switch: {
        if (!m_tenant->object() || !m_office->object())
            return std::nullopt;
        Switch object;
        object.name = name;
        object.tenant = m_tenant->object()->tenant();
        object.office = m_office->object()->office();
        return object;
    }
    case Kind::Application:
        break;
    }
    const auto token = m_type->token();
    if (!token)
        return std::nullopt;
    Application application;
    application.name = name;
    application.type = ApplicationType::fromToken(*token);
    return application;
}

void AddBar::updateButton()
{
    m_add->setEnabled(record().has_value());
}

void AddBar::accept()
{
    const auto made = record();
    if (!made)
        return;
    Q_EMIT accepted(*made);
    proposeName();
}
