// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/plan/comparison.h"

#include <QDialog>
#include <QTimer>

class ComparisonView;
class Document;
class QComboBox;
class Selection;

/// What differs between a file and the open document, as it goes on; either way round. Stands
/// beside the window, so that objects can be selected there, and goes with the selection.
///
/// Document and selection must outlive the dialog.
class CompareDialog final : public QDialog
{
    Q_OBJECT

public:
    CompareDialog(Document &document, Selection &selection, const QString &name, Topology other,
        QWidget *parent);

private:
    void schedule();
    void compare();

    Document &m_document;
    Topology m_other;
    QComboBox *m_direction;
    ComparisonView *m_view;
    QTimer m_timer;
    bool m_isComparing = false;
    bool m_isStale = false;
};
