// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/review/exportwish.h"

#include <QWidget>

class Document;
class PendingList;
class QFormLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;
class Selection;

/// What an export left: the revision, its file, what is to be done by hand, the restarts to tick
/// off, and in the end that the revision is deployed.
///
/// Document and selection must outlive it.
class ExportedPane final : public QWidget
{
    Q_OBJECT

public:
    ExportedPane(Document &document, Selection &selection, QWidget *parent = nullptr);

    void show(const ExportOutcome &outcome);
    using QWidget::show;

Q_SIGNALS:
    /// Another export is wanted.
    void backRequested();

private:
    void listSteps(const QList<ManualStep> &steps, ManualStep::Order order);
    void follow();
    void followBaseline();
    void declareDeployed();

    Document &m_document;
    ExportOutcome m_outcome;
    QLabel *m_title;
    QFormLayout *m_facts;
    QVBoxLayout *m_byHand;
    QLabel *m_pendingTitle;
    PendingList *m_pending;
    QPushButton *m_deployed;
    QLabel *m_note;
};
