// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/inspector/gridpane.h"

class QLineEdit;

/// Listening ports: id and number.
class PortsPane final : public GridPane
{
    Q_OBJECT

public:
    PortsPane(Document &document, QWidget *parent);

protected:
    QList<TextGrid::Row> rows() const override;
    void editCell(int row, int column, const QString &text) override;
    void removeRow(int row) override;
    void add() override;
    bool canAdd() const override;

private:
    QLineEdit *m_id;
    QLineEdit *m_number;
};
