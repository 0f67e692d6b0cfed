// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/objects.h"

#include <QWidget>

class Document;
class Selection;

/// One table for each of the kinds, one under the other: Applications, Tenants, Hosts, or Switches
/// with their offices.
///
/// Document and selection must outlive the panel.
class TablePage final : public QWidget
{
    Q_OBJECT

public:
    TablePage(Document &document, Selection &selection, const QList<Kind> &kinds,
        QWidget *parent = nullptr);

    /// Asks for a new object of one of the page's kinds.
    void openAdd(Kind kind);
};
