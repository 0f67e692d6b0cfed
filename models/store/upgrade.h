// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"

/// What was done to an older document.
struct UpgradedDocument
{
    int versionBefore = 0;
    int versionAfter = 0;  ///< The same if there was nothing to do.
    QString backup;        ///< Path of the copy that was made before; empty if none was.
};

/// Brings a document to the version that this program writes: a copy beside it first
/// ("NAME.v1.bak"), then one transaction. Conflict if there is a file of the copy's name. Nobody
/// in this process may have the document open.
Result<UpgradedDocument> upgradeDocument(const QString &path);
