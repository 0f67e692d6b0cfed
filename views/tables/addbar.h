// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/document.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class ReferenceBox;
class TypeBox;

/// Asks in one line for what a new object must have: a name; an application's or office's type; a
/// switch's tenant and office. Stays open for the next one until it is closed.
class AddBar final : public QWidget
{
    Q_OBJECT

public:
    AddBar(Document &document, Kind kind, QWidget *parent);

    /// Shows the bar with a name that is free; a new switch is for this tenant.
    void open(std::optional<TenantId> tenant);

Q_SIGNALS:
    void accepted(const Record &record);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void proposeName();
    void accept();
    void updateButton();
    std::optional<Record> record() const;

    Document &m_document;
    Kind m_kind;
    QLineEdit *m_name;
    TypeBox *m_type = nullptr;
    ReferenceBox *m_tenant = nullptr;
    ReferenceBox *m_office = nullptr;
    QPushButton *m_add;
};
