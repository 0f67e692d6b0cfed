// SPDX-License-Identifier: Apache-2.0
#include "views/window/importfiles.h"

#include "models/store/store.h"
#include "views/window/longwork.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {

struct ImportFilesTexts
{
    Q_DECLARE_TR_FUNCTIONS(ImportFiles)
};

}  // namespace

std::optional<Result<ReadResult>> readFiles(
    const QStringList &paths, const Topology &known, QWidget *window)
{
    using Read = Result<ReadResult>;
    // Asked here: who opens a document's file beside its store would drop the store's locks.
    for (const auto &path : paths) {
        if (Store::looksLikeDocument(path))
            return Read(failure(Error::Code::InvalidInput,
                ImportFilesTexts::tr(
                    "This is a document; only files of other formats can be imported."),
                QFileInfo(path).fileName()));
    }
    return doLongWork<Read>(
        ImportFilesTexts::tr("Reading files …"), window, [paths, known]() -> Read {
            QList<InputSource> sources;
            for (const auto &path : paths) {
                auto source = readSourceFile(path);
                if (!source)
                    return tl::unexpected(source.error());
                source->name = QFileInfo(path).fileName();
                sources.append(std::move(*source));
            }
            return readInputs(sources, InputFormat::Auto, &known);
        });
}
