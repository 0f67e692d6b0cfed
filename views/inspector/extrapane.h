// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/inspector/gridpane.h"

/// Keys that came with an import and that Switchyard doesn't know: kept, shown, not edited.
class ExtraPane final : public GridPane
{
    Q_OBJECT

public:
    ExtraPane(Document &document, QWidget *parent);

protected:
    QList<TextGrid::Row> rows() const override;
    void editCell(int, int, const QString &) override { }
    void removeRow(int) override { }
    bool canRemove() const override { return false; }
};
