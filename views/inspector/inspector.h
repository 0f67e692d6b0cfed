// SPDX-License-Identifier: Apache-2.0
#pragma once


#include <QWidget>

class Document;
class Selection;

/// Every field of what is selected, with the reason and the source where one is at fault.
///
/// Document and selection must outlive the panel.
class Inspector final : public QWidget
{
    Q_OBJECT

public:
    Inspector(Document &document, Selection &selection, QWidget *parent = nullptr);
};
