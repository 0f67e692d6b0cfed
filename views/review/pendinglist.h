// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/objects.h"

#include <QListWidget>

class Document;
class Selection;

/// The restarts that were exported and are to be ticked off. A tick is a step of the document like
/// any other; what was ticked here stays, so that it can be taken back.
///
/// Document and selection must outlive it.
class PendingList final : public QListWidget
{
    Q_OBJECT

public:
    PendingList(Document &document, Selection &selection, QWidget *parent = nullptr);

    /// Shows what is pending now; forgets what was ticked before.
    void begin();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    void follow();
    void tick(QListWidgetItem *item);

    Document &m_document;
    QMap<ApplicationId, qint64> m_revisions;  // Of all that were pending since begin().
    QList<ApplicationId> m_rows;
    bool m_isUpdating = false;
};
