// SPDX-License-Identifier: Apache-2.0
#include "views/window/topologyfile.h"

#include "models/exchange/inputs.h"
#include "models/store/store.h"
#include "views/common/objecttext.h"
#include "views/window/longwork.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {

struct TopologyFileTexts
{
    Q_DECLARE_TR_FUNCTIONS(TopologyFile)
};

Result<Topology> readDocument(const QString &path)
{
    const auto store = Store::open(path, Store::Access::ReadOnly);
    if (!store)
        return tl::unexpected(store.error());
    auto content = (*store)->loadWorking();
    return content ? Result<Topology>(std::move(content->topology))
                   : tl::unexpected(content.error());
}

}  // namespace

Result<Topology> readTopologyFile(const QString &path, const Topology &known)
{
    if (Store::looksLikeDocument(path))
        return readDocument(path);
    auto source = readSourceFile(path);
    if (!source)
        return tl::unexpected(source.error());
    source->name = QFileInfo(path).fileName();
    const auto read = readInputs({*source}, InputFormat::Auto, &known);
    if (read.isMalformed())
        return failure(Error::Code::InvalidInput, plainText(problemText(read.errors.constFirst())));
    return topologyFromDrafts(read.draft);
}

std::optional<Result<Topology>> readTopologyFile(
    const QString &path, const Topology &known, QWidget *window)
{
    return doLongWork<Result<Topology>>(
        TopologyFileTexts::tr("Reading %1 …").arg(plainText(QFileInfo(path).fileName())), window,
        [path, known] { return readTopologyFile(path, known); });
}

QString topologyFileFilter()
{
    return TopologyFileTexts::tr(
        "Documents, topology and mutagen files (*.switchyard *.json);;All files (*)");
}
