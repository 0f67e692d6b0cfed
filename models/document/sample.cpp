// SPDX-License-Identifier: Apache-2.0
#include "models/document/sample.h"

#include "models/exchange/editlines.h"
#include "models/exchange/inputs.h"

#include <QFile>

using namespace Qt::StringLiterals;

// Must stand outside of all namespaces: it calls a function that the resource compiler makes.
static void initialiseResources()
{
    Q_INIT_RESOURCE(samples);
}

namespace {

QByteArray content(const QString &name)
{
    initialiseResources();
    QFile file(u":/samples/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Result<void> applyLines(Document &document, const QByteArray &lines)
{
    for (const auto &line : lines.split('\n')) {
        if (line.isEmpty())
            continue;
        const auto request = parseEditLine(line);
        if (!request)
            return tl::unexpected(request.error());
        if (const auto state = document.apply(request->build); !state)
            return tl::unexpected(state.error());
    }
    return {};
}

}  // namespace

Result<std::unique_ptr<Document>> createSample(const QString &path, const QString &author)
{
    const auto production =
        readInput(content(u"harbour-production.topology.json"_s), InputFormat::Topology);
    Q_ASSERT(!production.isMalformed());
    const auto topology = topologyFromDrafts(production.draft);
    if (!topology)
        return tl::unexpected(topology.error());
    auto document = Document::create(path, author, *topology, *topology);
    if (!document)
        return document;
    if (const auto applied = applyLines(**document, content(u"harbour-changes.jsonl"_s));
        !applied) {
        document->reset();
        QFile::remove(path);
        return tl::unexpected(applied.error());
    }
    return document;
}
