// SPDX-License-Identifier: Apache-2.0
#include "app/cli/input.h"

#include "models/document/revisions.h"
#include "models/exchange/inputs.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {

struct InputTexts
{
    Q_DECLARE_TR_FUNCTIONS(Input)
};

/// What "load" gives of the document.
template <class Load>
tl::expected<Store::Content, ExitCode> read(const QString &path, Load load, Streams &streams)
{
    const auto store = openStore(path, streams);
    if (!store)
        return tl::unexpected(store.error());
    Result<Store::Content> content = load(**store);
    if (!content)
        return tl::unexpected(report(streams, path, content.error(), During::Reading));
    return std::move(*content);
}

}  // namespace

tl::expected<std::unique_ptr<Document>, ExitCode> openDocument(
    const QString &path, const QString &author, Streams &streams, Store::Access access)
{
    auto document = Document::open(path, author, access);
    if (!document)
        return tl::unexpected(report(streams, path, document.error(), During::Reading));
    reportNotice(streams, (*document)->notice());
    return std::move(*document);
}

tl::expected<std::unique_ptr<Store>, ExitCode> openStore(const QString &path, Streams &streams)
{
    auto store = Store::open(path, Store::Access::ReadOnly);
    if (!store)
        return tl::unexpected(report(streams, path, store.error(), During::Reading));
    reportNotice(streams, (*store)->notice());
    return std::move(*store);
}

bool isDocument(const QByteArray &bytes)
{
    return bytes.startsWith(QByteArrayView("SQLite format 3\0", 16));
}

ExitCode refuseDocumentFromStandardInput(Streams &streams)
{
    streams.err.line(InputTexts::tr("A document can't come from standard input."));
    return ExitCode::Usage;
}

bool leadsToDocument(const QString &path)
{
    // A look into a pipe would take from it what is to be read.
    return QFileInfo(path).isFile() && Store::looksLikeDocument(path);
}

tl::expected<Store::Content, ExitCode> readDocument(
    const QString &path, Streams &streams, std::optional<RevisionInfo> *revision)
{
    const auto load = [&](Store &store) -> Result<Store::Content> {
        auto content = store.load();
        if (!content || !revision)
            return content;
        auto found = revisionAt(store, content->head.step);
        if (!found)
            return tl::unexpected(found.error());
        *revision = *std::move(found);
        return content;
    };
    return read(path, load, streams);
}

namespace {

tl::expected<CheckedInput, ExitCode> readFile(
    const QString &file, Store::Reading reading, Streams &streams)
{
    if (file != u"-"_s && leadsToDocument(file)) {
        auto content = read(
            file, [reading](Store &store) { return store.loadWorking(reading); }, streams);
        if (!content)
            return tl::unexpected(content.error());
        return CheckedInput {std::move(content->topology), {}, std::move(content->confirmation)};
    }
    const auto source = readSourceFile(file);
    if (!source)
        return tl::unexpected(report(streams, file, source.error(), During::Reading));
    if (isDocument(source->bytes))
        return tl::unexpected(refuseDocumentFromStandardInput(streams));
    const auto read = readInputs({*source}, InputFormat::Auto);
    reportProblems(streams, read);
    if (read.isMalformed())
        return tl::unexpected(ExitCode::Input);
    // What merging has to tell besides, the rules tell as well.
    auto topology = topologyFromDrafts(read.draft);
    if (!topology)
        return tl::unexpected(report(streams, source->name, topology.error(), During::Reading));
    ObjectLines lines(source->bytes, read.draft, *topology);
    return CheckedInput {std::move(*topology), std::move(lines), {}};
}

}  // namespace

tl::expected<CheckedInput, ExitCode> readChecked(const QString &file, Streams &streams)
{
    return readFile(file, Store::Reading::ForRules, streams);
}

tl::expected<Topology, ExitCode> readTopology(const QString &file, Streams &streams)
{
    auto input = readFile(file, Store::Reading::Everything, streams);
    if (!input)
        return tl::unexpected(input.error());
    return std::move(input->topology);
}
