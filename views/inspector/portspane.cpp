// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/portspane.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace {

enum { IdColumn, NumberColumn };

}  // namespace

PortsPane::PortsPane(Document &document, QWidget *parent)
    : GridPane(document, Field::Ports, {tr("Port id"), tr("Number")}, parent)
    , m_id(new QLineEdit(this))
    , m_number(new QLineEdit(this))
{
    m_id->setObjectName(u"newPortIdEdit"_s);
    m_id->setPlaceholderText(tr("id"));
    m_id->setAccessibleName(tr("Id of a new port"));
    m_number->setObjectName(u"newPortNumberEdit"_s);
    m_number->setPlaceholderText(tr("number"));
    m_number->setAccessibleName(tr("Number of a new port"));
    setAddFields({m_id, m_number});
    view()->horizontalHeader()->resizeSection(IdColumn, 150);
}

QList<TextGrid::Row> PortsPane::rows() const
{
    const bool isEditable = canEdit();
    QList<TextGrid::Row> rows;
    for (const auto &port : application().ports) {
        rows.append({{port.id, isEditable, false, {}, {}},
            {port.number ? QString::number(*port.number) : QString(), isEditable, false, {}, {}}});
    }
    return rows;
}

void PortsPane::editCell(int row, int column, const QString &text)
{
    auto ports = application().ports;
    if (column == IdColumn) {
        ports[row].id = text;
    } else {
        const auto number = typedNumber(text, tr("A port number"));
        if (!number)
            return refuse(number.error().message);
        ports[row].number = *number;
    }
    applyValue(ports);
}

void PortsPane::removeRow(int row)
{
    auto ports = application().ports;
    ports.removeAt(row);
    applyValue(ports);
}

bool PortsPane::canAdd() const
{
    return !m_id->text().isEmpty() || !m_number->text().isEmpty();
}

void PortsPane::add()
{
    const auto number = typedNumber(m_number->text(), tr("A port number"));
    if (!number)
        return refuse(number.error().message);
    auto ports = application().ports;
    ports.append({m_id->text(), *number, {}});
    m_id->clear();
    m_number->clear();
    applyValue(ports);
}
