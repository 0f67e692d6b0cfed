// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class Document;
class HistoryModel;
class QTreeView;

/// Every step that was made on the document: what, who, when, newest first, with what was taken
/// back since.
///
/// The document must outlive the panel.
class HistoryView final : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryView(Document &document, QWidget *parent = nullptr);

private:
    void openMenu(const QPoint &position);
    /// Undoes until the step is taken back, latest first.
    void undoBackTo(qint64 step);
    /// Redoes until the step is done again.
    void redoUpTo(qint64 step);

    Document &m_document;
    HistoryModel *m_model;
    QTreeView *m_list;
};
