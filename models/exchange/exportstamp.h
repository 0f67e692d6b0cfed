// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/rules/validator.h"

/// What an export says about itself. It has no time, so that equal documents give equal bytes.
struct ExportStamp
{
    QString product;  ///< "Switchyard 0.1.0"
    int rules = 0;    ///< How many were checked.
    int errors = 0;   ///< Not waived, like those below.
    int warnings = 0;
    int advice = 0;
    int waived = 0;
    int allowedErrors = 0;  ///< Errors that stood and were let through.
};

/// The stamp of an export that lets all errors through that are not waived.
ExportStamp stampFor(const FindingsSummary &findings, const QString &version);

/// The stamp as an object; its checksum is the SHA-256 of the bytes, which have no stamp yet.
QByteArray stampJson(const ExportStamp &stamp, QByteArrayView unstamped);
