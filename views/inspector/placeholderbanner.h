// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/document.h"

#include <QWidget>

class QPushButton;
class ReferenceBox;
class TypeBox;

/// What a placeholder is, and the way out: define the object under its name. Hidden for objects
/// that are defined.
class PlaceholderBanner final : public QWidget
{
    Q_OBJECT

public:
    PlaceholderBanner(Document &document, Kind kind, QWidget *parent);

    void showObject(ObjectId object);

private:
    void define();
    std::optional<Record> record() const;
    void updateButton();

    Document &m_document;
    std::optional<ObjectId> m_object;
    TypeBox *m_type = nullptr;
    ReferenceBox *m_office = nullptr;
    QPushButton *m_define;
};
