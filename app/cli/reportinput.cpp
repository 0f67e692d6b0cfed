// SPDX-License-Identifier: Apache-2.0
#include "app/cli/reportinput.h"

#include "app/cli/input.h"
#include "models/base/clock.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

tl::expected<ReportInput, ExitCode> readReportInput(const QString &file, Streams &streams)
{
    ReportInput input {letterheadFor(shownFile(file)), {}, {}, SystemClock().now().date()};
    if (file != u"-"_s && leadsToDocument(file)) {
        std::optional<RevisionInfo> revision;
        auto content = readDocument(file, streams, &revision);
        if (!content)
            return tl::unexpected(content.error());
        input.letterhead = letterheadFor(shownFile(file), revision);
        input.topology = std::move(content->topology);
        input.baseline = std::move(content->baseline);
        return input;
    }
    auto topology = readTopology(file, streams);
    if (!topology)
        return tl::unexpected(topology.error());
    input.topology = std::move(*topology);
    return input;
}

Letterhead letterheadFor(const QString &subject, const std::optional<RevisionInfo> &revision)
{
    Letterhead letterhead {
        subject, u"Switchyard " SWITCHYARD_VERSION ""_s, SystemClock().now(), 0, {}, 0};
    if (revision) {
        letterhead.revision = revision->number;
        letterhead.comment = revision->comment;
    }
    return letterhead;
}

QString shownFile(const QString &file)
{
    return file == u"-"_s ? QCoreApplication::translate("ReportInput", "Standard input")
                          : QFileInfo(file).fileName();
}
