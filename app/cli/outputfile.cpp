// SPDX-License-Identifier: Apache-2.0
#include "app/cli/outputfile.h"

namespace {

ExitCode done(const Together &together)
{
    return together ? together() : ExitCode::Done;
}

}  // namespace

ExitCode writeResult(Streams &streams, const QString &target, QByteArrayView content,
    ExportedFile::Readers readers, const Together &together)
{
    if (target == QStringLiteral("-")) {
        const auto code = done(together);
        if (code == ExitCode::Done)
            streams.out.write(content);
        return code;
    }
    const auto failed = [&](const Error &error) {
        return report(streams, target, error, During::Writing);
    };
    auto file = ExportedFile::write(target, content, readers);
    if (!file)
        return failed(file.error());
    if (const auto code = done(together); code != ExitCode::Done)
        return code;
    const auto committed = file->commit();
    return committed ? ExitCode::Done : failed(committed.error());
}
