// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/rules/finding.h"

#include <QTimer>
#include <QWidget>

class Document;
class QLabel;
class QToolButton;

/// The line at the bottom that always tells how the document stands, whatever filters say. Each
/// part is a button that leads to its panel.
class StatusStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit StatusStrip(QWidget *parent = nullptr);

    /// Null for none. The document must outlive the strip, or be taken away first.
    void setDocument(Document *document);

Q_SIGNALS:
    void severityRequested(Severity severity);
    void restartsRequested();
    void waivedRequested();
    void changesRequested();

private:
    QToolButton *addPart(const QString &name, const QString &toolTip);
    void show(QToolButton *part, int count, const QString &text);
    void update();
    void showWaived(int waived);

    Document *m_document = nullptr;
    QToolButton *m_errors;
    QToolButton *m_warnings;
    QToolButton *m_advice;
    QToolButton *m_changes;
    QToolButton *m_restarts;
    QToolButton *m_notStated;
    QToolButton *m_pending;
    QToolButton *m_waived;
    QLabel *m_allWell;
    QLabel *m_saved;
};
