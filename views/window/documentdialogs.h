// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/rules/validator.h"

#include <QObject>

class Document;
class ProblemsView;
class Prompts;
class QWidget;
class Selection;

/// Opens the dialogs that belong to the open document, and tells what came of them.
///
/// Document and selection must outlive the dialogs.
class DocumentDialogs final : public QObject
{
    Q_OBJECT

public:
    DocumentDialogs(Prompts &prompts, QWidget *window);

    /// Asks for the files first.
    void showImport(Document &document);
    void showRevision(Document &document);
    /// Asks for the file first. Goes with the selection.
    void showComparison(Document &document, Selection &selection);
    void showMerge(Document &document);
    /// The fixes of a finding, and what they do; "choice" counts in the order of pricedFixes().
    void showFix(Document &document, FindingId finding, int choice);
    void showWaiver(Document &document, const Waiver &waiver, QWidget *over);
    void showWaivers(Document &document);
    /// What goes along, and the removal.
    void showRemoval(Document &document, const QList<ObjectId> &objects);
    /// The ways to bring a tenant in; an empty name is asked for.
    void showOnboarding(Document &document, const QString &tenant);
    /// Shows what the panel asks for from now on.
    void serve(Document &document, const ProblemsView &problems);

Q_SIGNALS:
    void told(const QString &text);
    void failed(const Error &error);

private:
    Prompts &m_prompts;
    QWidget *m_window;
};
