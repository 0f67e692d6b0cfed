// SPDX-License-Identifier: Apache-2.0
#include "views/tables/tablepage.h"

#include "views/tables/objecttable.h"

#include <QSplitter>
#include <QVBoxLayout>

TablePage::TablePage(
    Document &document, Selection &selection, const QList<Kind> &kinds, QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setObjectName(QStringLiteral("tablesSplitter"));
    splitter->setChildrenCollapsible(false);
    for (const auto kind : kinds)
        splitter->addWidget(new ObjectTable(document, selection, kind, splitter));
    // The first kind is what the page is named after.
    splitter->setStretchFactor(0, 2);
    column->addWidget(splitter);
}

void TablePage::openAdd(Kind kind)
{
    for (auto *table : findChildren<ObjectTable *>()) {
        if (table->kind() == kind)
            table->openAdd();
    }
}
