// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/rulesjson.h"

#include "models/exchange/jsonwriter.h"
#include "models/rules/catalogue.h"

QByteArray rulesJson()
{
    JsonWriter json;
    const auto write = [&](const char *key, const auto &value) {
        json.key(QByteArrayView(key));
        json.value(value);
    };
    json.beginObject(JsonWriter::Layout::Lines);
    write("format", QLatin1String("switchyard-rules"));
    write("version", 1);
    json.key("rules");
    json.beginArray(JsonWriter::Layout::Lines);
    // Rule ids are indexes into the catalogue, which is sorted by name.
    for (int i = 0; i < ruleCount(); ++i) {
        const auto rule = ruleInfo(RuleId(i));
        json.beginObject();
        write("id", rule.id);
        write("severity", severityToken(rule.severity));
        write("title", rule.title);
        write("explanation", rule.explanation);
        write("inference", rule.isInference);
        json.key("source");
        json.beginObject();
        write("document", rule.source.document);
        write("page", rule.source.page);
        write("topic", rule.source.topic);
        write("address", rule.source.address);
        json.endObject();
        json.endObject();
    }
    json.endArray();
    json.endObject();
    return json.bytes() + '\n';
}
