// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/document.h"

#include <QWidget>

class QVBoxLayout;

/// Beside a field at fault: each finding's message, and where its rule comes from. Takes no room
/// while there is none.
class FaultNotes final : public QWidget
{
    Q_OBJECT

public:
    explicit FaultNotes(QWidget *parent);

    /// Findings of the object whose field at fault is this one. Returns the worst severity.
    std::optional<Severity> show(const Document &document, ObjectId object, Field field);

private:
    QVBoxLayout *m_column;
    QStringList m_shown;
};
