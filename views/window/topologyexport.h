// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "models/topology/draft.h"

class Document;

/// Writes the working copy in the topology format, with its stamp; whole or not at all, never over
/// a document or what is no regular file. Gives what names could not carry. Whether errors allow it
/// is for the caller.
[[nodiscard]] Result<QList<Problem>> exportTopology(const Document &document, const QString &path);
