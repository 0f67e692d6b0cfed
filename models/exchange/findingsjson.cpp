// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/findingsjson.h"

#include "models/exchange/jsonwriter.h"
#include "models/rules/catalogue.h"
#include "models/rules/validator.h"

namespace {

void writeSubject(JsonWriter &json, const Topology &topology, const Subject &subject)
{
    json.beginObject();
    json.key("kind");
    json.value(subjectKindToken(subject));
    json.key("name");
    json.value(subjectName(topology, subject));
    json.endObject();
}

void writeFinding(JsonWriter &json, const Topology &topology, const Finding &finding)
{
    json.beginObject();
    json.key("rule");
    json.value(ruleName(finding.rule));
    json.key("severity");
    json.value(severityToken(finding.severity));
    json.key("object");
    writeSubject(json, topology, Subject::of(finding.object));
    json.key("tenants");
    json.beginArray();
    for (const auto tenant : tenantsByName(topology, finding))
        json.value(topology.tenant(tenant).name);
    json.endArray();
    json.key("related");
    json.beginArray();
    for (const auto &subject : relatedByName(topology, finding))
        writeSubject(json, topology, subject);
    json.endArray();
    json.key("message");
    json.value(message(topology, finding));
    json.key("waived");
    json.value(finding.isWaived);
    json.endObject();
}

}  // namespace

QByteArray findingsJson(const Topology &topology, const QList<Finding> &findings)
{
    const auto summary = summaryOf(findings);
    JsonWriter json;
    json.beginObject(JsonWriter::Layout::Lines);
    json.key("format");
    json.value(QLatin1String("switchyard-findings"));
    json.key("version");
    json.value(1);
    json.key("summary");
    json.beginObject();
    json.key("errors");
    json.value(summary.errors);
    json.key("warnings");
    json.value(summary.warnings);
    json.key("advice");
    json.value(summary.advice);
    json.key("waived");
    json.value(summary.waived);
    json.endObject();
    json.key("findings");
    json.beginArray(JsonWriter::Layout::Lines);
    for (const auto &finding : findings)
        writeFinding(json, topology, finding);
    json.endArray();
    json.endObject();
    return json.bytes() + '\n';
}
