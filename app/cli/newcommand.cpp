// SPDX-License-Identifier: Apache-2.0
#include "app/cli/newcommand.h"

#include "app/cli/report.h"
#include "models/document/sample.h"

ExitCode run(const NewOptions &options, Streams &streams)
{
    const auto document = options.isSample ? createSample(options.document, options.author)
                                           : Document::create(options.document, options.author);
    if (!document)
        return report(streams, options.document, document.error(), During::Writing);
    reportNotice(streams, (*document)->notice());
    return ExitCode::Done;
}
