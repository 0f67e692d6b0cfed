// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/document.h"

#include <QDialog>

class QLabel;
class QPushButton;
class StepEffectView;

/// What goes along with a tenant before it is removed: its switches, its place on lists,
/// applications that are left without a tenant, and the restarts that follow. Live.
///
/// The document must outlive the dialog.
class RemovalDialog final : public QDialog
{
    Q_OBJECT

public:
    RemovalDialog(Document &document, QList<ObjectId> objects, QWidget *parent);

private:
    void follow();
    void remove();

    Document &m_document;
    QList<ObjectId> m_objects;
    QLabel *m_message;
    StepEffectView *m_effect;
    QPushButton *m_remove;
};
