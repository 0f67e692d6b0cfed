// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/exportstamp.h"

#include "models/exchange/jsonwriter.h"
#include "models/rules/catalogue.h"

#include <QCryptographicHash>

ExportStamp stampFor(const FindingsSummary &findings, const QString &version)
{
    return {.product = QLatin1String("Switchyard ") + version,
        .rules = ruleCount(),
        .errors = findings.errors,
        .warnings = findings.warnings,
        .advice = findings.advice,
        .waived = findings.waived,
        .allowedErrors = findings.errors};
}

QByteArray stampJson(const ExportStamp &stamp, QByteArrayView unstamped)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(unstamped);
    JsonWriter json;
    json.beginObject();
    json.key("product");
    json.value(stamp.product);
    json.key("rules");
    json.value(stamp.rules);
    json.key("errors");
    json.value(stamp.errors);
    json.key("warnings");
    json.value(stamp.warnings);
    json.key("advice");
    json.value(stamp.advice);
    json.key("waived");
    json.value(stamp.waived);
    json.key("allowedErrors");
    json.value(stamp.allowedErrors);
    json.key("checksum");
    json.value(QLatin1String("sha256:" + hash.result().toHex()));
    json.endObject();
    return json.bytes();
}
