// SPDX-License-Identifier: Apache-2.0
#pragma once


#include <QWidget>

class Document;
class Selection;

/// Servers down, tenants across: who serves whom, toggled by mouse and keyboard.
///
/// Document and selection must outlive the panel.
class AssignmentsView final : public QWidget
{
    Q_OBJECT

public:
    AssignmentsView(Document &document, Selection &selection, QWidget *parent = nullptr);
};
