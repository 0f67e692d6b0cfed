// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/document.h"

#include <QDialog>

class QLabel;
class QPushButton;
class StepEffectView;

/// What goes along with a tenant before it is removed: its switches, its place on lists,
/// applications that are left without a tenant, and the restarts that follow. Live; what is done is
/// what was shown.
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
    void listen();

    Document &m_document;
    QList<ObjectId> m_objects;
    QLabel *m_message;
    Head m_head;  // What is shown holds for the document in this state.
    StepEffectView *m_effect;
    QLabel *m_failure;
    QPushButton *m_remove;
};
