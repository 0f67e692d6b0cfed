// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

/// What stands in a source file against the architecture, one "path:line: what" each.
///
/// The path is relative to the repository's root, with slashes; it says which layer the text
/// belongs to. Files under tests may include anything.
QStringList sourceViolations(const QString &path, const QString &text);

/// Entries of the top level that do not belong there. Dotfiles and the build folder do.
QStringList topLevelViolations(const QStringList &entries);
