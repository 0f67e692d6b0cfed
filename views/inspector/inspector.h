// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/fields.h"

#include <QWidget>

#include <array>

class Document;
class EmptyState;
class ManyPage;
class ObjectPage;
class QStackedWidget;
class Selection;

/// Every field of what is selected, with the reason and the source where one is at fault.
///
/// Document and selection must outlive the panel.
class Inspector final : public QWidget
{
    Q_OBJECT

public:
    Inspector(Document &document, Selection &selection, QWidget *parent = nullptr);

private:
    void showSelection();
    void reveal(ObjectId object, std::optional<Field> field);
    ObjectPage &page(Kind kind);

    Document &m_document;
    Selection &m_selection;
    QStackedWidget *m_pages;
    EmptyState *m_empty;
    ManyPage *m_many;
    std::array<ObjectPage *, kindCount> m_objectPages {};
};
