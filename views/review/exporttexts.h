// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class Document;

/// What an export does, as its button says it: "Export revision 13, 3 restarts"; with the errors
/// that it lets through, if it does.
QString exportTitle(Document &document, bool allowsErrors);
/// Where the export stands: "Revision 13, 3 restarts", or "Refused: 2 errors".
QString exportState(Document &document);
