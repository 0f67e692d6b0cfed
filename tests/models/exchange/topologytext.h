// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/models/exchange/readings.h"

constexpr QLatin1String topologyHead("{\"format\":\"switchyard-topology\",\"version\":1");

/// A topology file with these members after its head.
inline QByteArray file(QStringView members)
{
    const auto comma = members.isEmpty() ? QString() : QStringLiteral(",");
    return (QString(topologyHead) + comma + members.toString() + u'}').toUtf8();
}

inline ReadResult readTopologyText(const QByteArray &bytes)
{
    return readInput(bytes, InputFormat::Topology);
}

inline Topology topologyOf(const QByteArray &bytes)
{
    return topologyOf(readTopologyText(bytes));
}
