// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/extrapane.h"

ExtraPane::ExtraPane(Document &document, QWidget *parent)
    : GridPane(document, Field::Extra, {tr("Key"), tr("Value")}, parent)
{
    setObjectName(QStringLiteral("extraPane"));
}

QList<TextGrid::Row> ExtraPane::rows() const
{
    QList<TextGrid::Row> rows;
    const auto held = value();
    for (const auto &extra : std::get<Extra>(held)) {
        const auto shown = looksSecret(extra.key) ? QStringLiteral("••••••") : extra.json;
        rows.append({{extra.key, false, false, {}, {}}, {shown, false, false, {}, {}}});
    }
    return rows;
}
