// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/exchange/inputs.h"

/// One a line, each with its place.
inline QString lines(const QList<Problem> &problems)
{
    QStringList texts;
    for (const auto &problem : problems)
        texts.append(problemText(problem));
    return texts.join(u'\n');
}

/// Of the file; none if it can't be read.
inline QByteArray bytesOf(const QString &path)
{
    const auto source = readSourceFile(path);
    return source ? source->bytes : QByteArray();
}

/// What was read, which must be well formed.
inline Topology topologyOf(const ReadResult &result, QList<Problem> *problems = nullptr)
{
    if (result.isMalformed())
        qFatal("%s", qPrintable(lines(result.errors)));
    auto topology = topologyFromDrafts(result.draft, problems);
    if (!topology)
        qFatal("%s", qPrintable(topology.error().text()));
    return *std::move(topology);
}
