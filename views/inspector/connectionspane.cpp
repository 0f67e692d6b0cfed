// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/connectionspane.h"

#include "models/base/text.h"
#include "models/topology/edits.h"
#include "views/common/objecttext.h"
#include "views/common/referencebox.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace {

enum {
    TargetColumn,
    PortColumn,
    ProtocolColumn,
    LocalTimeoutColumn,
    RemoteTimeoutColumn,
    TraceModeColumn
};

QStringList heads()
{
    return {ConnectionsPane::tr("Target"), ConnectionsPane::tr("Port"),
        ConnectionsPane::tr("Protocol"), ConnectionsPane::tr("Local timeout (s)"),
        ConnectionsPane::tr("Remote timeout (s)"), ConnectionsPane::tr("Trace mode")};
}

QString numberText(const std::optional<qint64> &number)
{
    return number ? QString::number(*number) : QString();
}

}  // namespace

ConnectionsPane::ConnectionsPane(Document &document, QWidget *parent)
    : GridPane(document, Field::Connections, heads(), parent)
    , m_target(new ReferenceBox(document.topology(), Kind::Application, this))
    , m_port(new QComboBox(this))
{
    m_target->setObjectName(u"newTargetBox"_s);
    m_target->setAccessibleName(tr("Target of a new connection"));
    m_target->lineEdit()->setPlaceholderText(tr("Connect to…"));
    m_port->setObjectName(u"newPortBox"_s);
    m_port->setAccessibleName(tr("Port of a new connection"));
    m_port->setEditable(true);
    m_port->setInsertPolicy(QComboBox::NoInsert);
    m_port->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_port->setMinimumContentsLength(2);
    m_target->setMinimumContentsLength(5);
    m_port->lineEdit()->setPlaceholderText(tr("port"));
    setAddFields({m_target, m_port});
    view()->horizontalHeader()->resizeSection(TargetColumn, 130);
    view()->horizontalHeader()->resizeSection(PortColumn, 80);
    connect(m_target, &ReferenceBox::edited, this, [this] {
        fillPorts();
        updateButtons();
    });
}

QList<Connection> ConnectionsPane::connections() const
{
    auto connections = application().connections;
    std::stable_sort(
        connections.begin(), connections.end(), [this](const Connection &a, const Connection &b) {
            return textLess(topology().name(a.target), topology().name(b.target));
        });
    return connections;
}

QList<TextGrid::Row> ConnectionsPane::rows() const
{
    const bool isEditable = canEdit();
    QList<TextGrid::Row> rows;
    for (const auto &connection : connections()) {
        rows.append({{objectLabel(topology(), connection.target), false, false,
                         objectDescription(topology(), connection.target), {}},
            {connection.port, isEditable, false, {}, {}},
            {connection.protocol, isEditable, false, {}, {}},
            {numberText(connection.localTimeout), isEditable, false, {}, {}},
            {numberText(connection.remoteTimeout), isEditable, false, {}, {}},
            {connection.traceMode, isEditable, false, {}, {}}});
    }
    return rows;
}

void ConnectionsPane::editCell(int row, int column, const QString &text)
{
    auto list = connections();
    auto &connection = list[row];
    if (column == PortColumn)
        connection.port = text;
    else if (column == ProtocolColumn)
        connection.protocol = text;
    else if (column == TraceModeColumn)
        connection.traceMode = text;
    if (column == LocalTimeoutColumn || column == RemoteTimeoutColumn) {
        const auto seconds = typedNumber(text, tr("A timeout"));
        if (!seconds)
            return refuse(seconds.error().message);
        (column == LocalTimeoutColumn ? connection.localTimeout : connection.remoteTimeout) =
            *seconds;
    }
    const bool isTwin = std::count_if(list.cbegin(), list.cend(), [&](const Connection &other) {
        return other.isSameAs(connection);
    }) > 1;
    if (isTwin)
        return refuse(
            tr("%1 is already connected to that port.").arg(objectLabel(topology(), object())));
    applyValue(list);
}

void ConnectionsPane::removeRow(int row)
{
    const auto id = object().application();
    const auto gone = connections().at(row);
    apply([&](const Topology &current) {
        return disconnectFrom(current, id, gone.target, gone.port);
    });
}

void ConnectionsPane::fillPorts()
{
    m_port->clear();
    m_port->addItem(QString());
    if (const auto target = m_target->object()) {
        for (const auto &port : topology().application(target->application()).ports)
            m_port->addItem(port.id);
        // Nearly always there is one to mean.
        if (m_port->count() > 1)
            m_port->setCurrentIndex(1);
    }
}

bool ConnectionsPane::canAdd() const
{
    return m_target->object().has_value();
}

void ConnectionsPane::add()
{
    const auto id = object().application();
    const Connection connection {
        m_target->object()->application(), m_port->currentText(), {}, {}, {}, {}, {}};
    m_target->setObject({});
    m_port->clear();
    apply([&](const Topology &current) { return connectTo(current, id, connection); });
}
