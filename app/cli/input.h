// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/report.h"
#include "models/document/document.h"
#include "models/exchange/objectlines.h"
#include "models/store/store.h"
#include "models/topology/topology.h"

/// FILE of the command line, told apart by its content: the working copy of a document, or what
/// import would make of the file alone; "-" is standard input. What is wrong with it has been said
/// when an exit code comes back.
tl::expected<Topology, ExitCode> readTopology(const QString &file, Streams &streams);

/// The same for those who ask rules alone (a document is read no further than Reading::ForRules
/// says), and where its objects stand in the text.
struct CheckedInput
{
    Topology topology;
    ObjectLines lines;
    std::future<Result<void>> confirmation;  ///< Store::Content's.
};
tl::expected<CheckedInput, ExitCode> readChecked(const QString &file, Streams &streams);

/// All of a document: its working copy and its baseline; and, if asked for, the revision that it
/// stands at.
tl::expected<Store::Content, ExitCode> readDocument(
    const QString &path, Streams &streams, std::optional<RevisionInfo> *revision = nullptr);

/// A document to edit, or its file to read. What is wrong with it, and what opening it had to tell,
/// has been said.
tl::expected<std::unique_ptr<Document>, ExitCode> openDocument(const QString &path,
    const QString &author, Streams &streams, Store::Access access = Store::Access::ReadWrite);
tl::expected<std::unique_ptr<Store>, ExitCode> openStore(const QString &path, Streams &streams);

/// True if the bytes are those of a document, which can't come from standard input.
bool isDocument(const QByteArray &bytes);
ExitCode refuseDocumentFromStandardInput(Streams &streams);
/// Whether a path leads to a document; never touches what is no regular file.
bool leadsToDocument(const QString &path);
