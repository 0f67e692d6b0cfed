// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/document.h"
#include "views/window/recentfiles.h"

class Prompts;

/// The one document of a window: makes, opens and closes it, and asks for the files.
///
/// A document that can't be opened leaves the one that is open as it is.
class DocumentSession final : public QObject
{
    Q_OBJECT

public:
    DocumentSession(QSettings &settings, Prompts &prompts, QWidget *window);
    ~DocumentSession() override;

    /// Null if none is open.
    Document *document() const { return m_document.get(); }
    RecentFiles &recentFiles() { return m_recent; }

    bool open(const QString &path);
    bool create(const QString &path);
    bool createSample(const QString &path);
    void close();
    /// Closes the document of an older version, brings it up to date, and opens it again.
    void upgrade();

    // These ask for the file first.
    void createByPrompt();
    void createSampleByPrompt();
    void openByPrompt();
    void saveCopyByPrompt();

Q_SIGNALS:
    /// The document is still there; whoever holds it lets go now.
    void aboutToClose();
    void opened(Document *document);
    void closed();
    void failed(const Error &error);
    /// The document is only read, because it is of an older version.
    void upgradeOffered(const QString &text);
    /// Something to know about what was done.
    void told(const QString &text);

private:
    bool take(Result<std::unique_ptr<Document>> document, const QString &path);

    Prompts &m_prompts;
    QWidget *m_window;
    RecentFiles m_recent;
    std::unique_ptr<Document> m_document;
};
