// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/sample.h"

#include <QTemporaryDir>

/// A document of its own in a folder of its own, gone with it.
class TemporaryDocument final
{
public:
    /// The baseline is what runs; the topology is what is edited.
    explicit TemporaryDocument(const Topology &topology, const Topology &baseline)
        : m_document(made(Document::create(path(), QStringLiteral("tester"), topology, baseline)))
    {
    }
    /// Nothing differs from the baseline yet.
    explicit TemporaryDocument(const Topology &topology)
        : TemporaryDocument(topology, topology)
    {
    }
    /// The sample that ships with the product.
    TemporaryDocument()
        : m_document(made(createSample(path(), QStringLiteral("tester"))))
    {
    }

    Document &operator*() const { return *m_document; }
    Document *operator->() const { return m_document.get(); }
    const Topology &topology() const { return m_document->topology(); }

private:
    QString path() const { return m_folder.filePath(QStringLiteral("test.switchyard")); }
    static std::unique_ptr<Document> made(Result<std::unique_ptr<Document>> document)
    {
        if (!document)
            qFatal("%s", qPrintable(document.error().text()));
        return std::move(*document);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Document> m_document;
};
