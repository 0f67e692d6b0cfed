// SPDX-License-Identifier: Apache-2.0
#include "views/tables/tablepage.h"

TablePage::TablePage(Document &, Selection &, const QList<Kind> &, QWidget *parent)
    : QWidget(parent)
{
}
