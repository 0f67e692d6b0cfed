// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/inspector/gridpane.h"

class QComboBox;
class ReferenceBox;

/// The Connections tab: whom the application connects to, and over which port.
class ConnectionsPane final : public GridPane
{
    Q_OBJECT

public:
    ConnectionsPane(Document &document, QWidget *parent);

protected:
    QList<TextGrid::Row> rows() const override;
    void editCell(int row, int column, const QString &text) override;
    void removeRow(int row) override;
    void add() override;
    bool canAdd() const override;

private:
    void fillPorts();
    /// The connections in the order of the table: by the target's name.
    QList<Connection> connections() const;

    ReferenceBox *m_target;
    QComboBox *m_port;
};
