// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

/// contract/cli.md: `rules --format json`: the whole catalogue, sorted by id.
QByteArray rulesJson();
