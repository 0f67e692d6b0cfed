// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

/// The other process that has a lock on the file, such as "sqlite3, process 4711"; empty where the
/// system doesn't tell. Looks at /proc alone, never at the file's bytes.
QString lockHolder(const QString &path);
