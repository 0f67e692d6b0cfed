// SPDX-License-Identifier: Apache-2.0
#include "views/window/topologyexport.h"

#include "models/document/document.h"
#include "models/exchange/topologyjsonwriter.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("TopologyExport", text);
}

}  // namespace

Result<QList<Problem>> exportTopology(const Document &document, const QString &path)
{
    const QFileInfo target(path);
    if (target.exists() && !target.isFile())
        return failure(Error::Code::Io, tr("This is no regular file, and stays as it is."), path);
    if (target.exists() && Store::looksLikeDocument(path))
        return failure(
            Error::Code::Io, tr("This is a document, which an export would destroy."), path);
    const auto written = writeTopology(document.topology(),
        stampFor(document.validator().summary(), QCoreApplication::applicationVersion()));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(written.bytes) != written.bytes.size()
        || !file.commit())
        return failure(
            Error::Code::Io, tr("The file can't be written: %1").arg(file.errorString()), path);
    return written.warnings;
}
