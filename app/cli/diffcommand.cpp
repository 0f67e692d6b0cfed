// SPDX-License-Identifier: Apache-2.0
#include "app/cli/diffcommand.h"

#include "app/cli/input.h"
#include "models/exchange/diffjson.h"
#include "models/exchange/difftext.h"

ExitCode run(const DiffOptions &options, Streams &streams)
{
    const auto base = readTopology(options.base, streams);
    if (!base)
        return base.error();
    const auto work = readTopology(options.work, streams);
    if (!work)
        return work.error();
    const auto changes = differences(*base, *work, Matching::ByName);
    if (options.format == ResultFormat::Json)
        streams.out.write(QByteArrayView(diffJson(changes)));
    else
        streams.out.write(diffText(changes));
    return options.tellsByExitCode && !changes.isEmpty() ? ExitCode::Findings : ExitCode::Done;
}
