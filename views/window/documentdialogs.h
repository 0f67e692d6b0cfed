// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"

#include <QObject>

class Document;
class Prompts;
class Selection;
class QWidget;

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
    void showExport(Document &document, Selection &selection);
    void showRevision(Document &document);

Q_SIGNALS:
    void told(const QString &text);
    void failed(const Error &error);

private:
    Prompts &m_prompts;
    QWidget *m_window;
};
