// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/topology.h"

/// The site's answers, a block each, for a terminal.
QString answersText(const Topology &topology);
/// {"format":"switchyard-answers","version":1,"answers":[…]}.
QByteArray answersJson(const Topology &topology);
