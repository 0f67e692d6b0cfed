// SPDX-License-Identifier: Apache-2.0
#include "views/window/topologyexport.h"

#include "models/document/document.h"
#include "models/exchange/topologyjsonwriter.h"
#include "views/window/exportedfile.h"

#include <QCoreApplication>

Result<QList<Problem>> exportTopology(const Document &document, const QString &path)
{
    const auto written = writeTopology(document.topology(),
        stampFor(document.validator().summary(), QCoreApplication::applicationVersion()));
    if (const auto done = writeExportedFile(path, written.bytes); !done)
        return tl::unexpected(done.error());
    return written.warnings;
}
