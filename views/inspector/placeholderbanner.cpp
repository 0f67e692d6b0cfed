// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/placeholderbanner.h"

#include "models/topology/edits.h"
#include "views/common/notices.h"
#include "views/common/plainlabel.h"
#include "views/common/referencebox.h"
#include "views/common/typebox.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

PlaceholderBanner::PlaceholderBanner(Document &document, Kind kind, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_define(new QPushButton(tr("Define"), this))
{
    setObjectName(u"placeholderBanner"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4, 2, 4, 8);
    column->addWidget(plainLabel(
        tr("Something refers to this, nothing defines it."), this, LabelKind::Paragraph));
    auto *row = new QHBoxLayout;
    if (kind == Kind::Application || kind == Kind::SwitchingOffice) {
        m_type = new TypeBox(kind, this);
        m_type->setObjectName(u"placeholderTypeBox"_s);
        m_type->setAccessibleName(fieldLabel(Field::Type));
        row->addWidget(m_type, 1);
        connect(m_type, &TypeBox::editTextChanged, this, &PlaceholderBanner::updateButton);
    } else if (kind == Kind::Switch) {
        m_office = new ReferenceBox(document.topology(), Kind::SwitchingOffice, this);
        m_office->setObjectName(u"placeholderOfficeBox"_s);
        m_office->setAccessibleName(fieldLabel(Field::SwitchingOffice));
        m_office->lineEdit()->setPlaceholderText(fieldLabel(Field::SwitchingOffice));
        row->addWidget(m_office, 1);
        connect(m_office, &ReferenceBox::edited, this, &PlaceholderBanner::updateButton);
    }
    m_define->setObjectName(u"defineButton"_s);
    m_define->setToolTip(
        tr("Adds the object under this name; what refers to the name then means it"));
    row->addWidget(m_define);
    if (!m_type && !m_office)
        row->addStretch(1);
    column->addLayout(row);
    connect(m_define, &QPushButton::clicked, this, &PlaceholderBanner::define);
    hide();
}

void PlaceholderBanner::showObject(ObjectId object)
{
    m_object = object;
    setVisible(m_document.topology().isPlaceholder(object));
    updateButton();
}

void PlaceholderBanner::updateButton()
{
    m_define->setEnabled(!m_document.isReadOnly() && record().has_value());
}

std::optional<Record> PlaceholderBanner::record() const
{
    const auto &topology = m_document.topology();
    if (!m_object || !topology.contains(*m_object) || !topology.isPlaceholder(*m_object))
        return std::nullopt;
    auto record = topology.record(*m_object);
    std::visit([](auto &object) { object.isPlaceholder = false; }, record);
    if (auto *application = std::get_if<Application>(&record)) {
        const auto token = m_type->token();
        if (!token)
            return std::nullopt;
        application->type = ApplicationType::fromToken(*token);
    } else if (auto *office = std::get_if<SwitchingOffice>(&record)) {
        const auto token = m_type->token();
        if (!token)
            return std::nullopt;
        office->type = *token;
    } else if (auto *defined = std::get_if<Switch>(&record)) {
        if (!m_office->object())
            return std::nullopt;
        defined->office = m_office->object()->office();
    }
    return record;
}

void PlaceholderBanner::define()
{
    const auto made = record();
    if (!made)
        return;
    // The step gives it the placeholder's id: it stays what is selected.
    const auto applied =
        m_document.apply([&](const Topology &topology) { return addObject(topology, *made); });
    [[maybe_unused]] const bool isDone = succeeded(applied, this);
}
