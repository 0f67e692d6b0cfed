// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/document.h"

#include <QTimer>

/// Undoes or redoes many steps, one at a turn of the event loop, so that the window goes on
/// meanwhile and people can stop it. What somebody else does in between ends it, too.
///
/// The document must outlive it.
class StepTravel final : public QObject
{
    Q_OBJECT

public:
    StepTravel(Document &document, QObject *parent);

    /// Until the step is taken back, latest first.
    void undoBackTo(qint64 step) { start(StepKind::Undo, step); }
    /// Until the step is done again.
    void redoUpTo(qint64 step) { start(StepKind::Redo, step); }
    void stop();
    bool isRunning() const { return m_timer.isActive(); }
    /// Steps that are done so far.
    int count() const { return int(m_authors.size()); }

Q_SIGNALS:
    void moved();
    /// "Undone: 3 steps, 2 of them by anna." Empty if there was nothing to do.
    void finished(const QString &text);
    void failed(const Error &error);

private:
    void start(StepKind kind, qint64 step);
    void go();
    bool isThere() const;
    QString text() const;

    Document &m_document;
    QTimer m_timer;
    StepKind m_kind = StepKind::Undo;
    qint64 m_step = 0;
    Head m_head;            // That the last step left.
    bool m_isDone = false;  // The step that was asked for is done again.
    QStringList m_authors;  // Of the steps, in the order in which they were taken.
};

/// "2 of them by anna" for steps that others made; empty if none are.
QString othersText(const QStringList &authors, const QString &own);
