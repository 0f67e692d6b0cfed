// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/planjson.h"

#include "models/exchange/diffjson.h"
#include "models/exchange/jsonwriter.h"

namespace {

void writeNames(JsonWriter &json, const QStringList &names)
{
    json.beginArray();
    for (const auto &name : names)
        json.value(name);
    json.endArray();
}

void writeInstance(JsonWriter &json, const PlannedInstance &instance)
{
    json.beginObject();
    json.key("application");
    json.value(instance.name);
    json.key("action");
    json.value(actionToken(instance.action));
    json.key("wave");
    if (instance.wave)
        json.value(*instance.wave);
    else
        json.null();
    json.key("interruption");
    if (instance.interruption)
        json.value(interruptionToken(*instance.interruption));
    else
        json.null();
    json.key("tenantsInterrupted");
    writeNames(json, instance.tenantsInterrupted);
    json.key("bystanders");
    writeNames(json, instance.bystanders);
    json.key("reasons");
    json.beginArray();
    for (const auto &reason : instance.reasons)
        json.raw(QByteArrayView(reasonJson(reason)));
    json.endArray();
    json.endObject();
}

}  // namespace

QByteArray planJson(const RestartPlan &plan)
{
    JsonWriter json;
    json.beginObject(JsonWriter::Layout::Lines);
    json.key("format");
    json.value(QLatin1String("switchyard-plan"));
    json.key("version");
    json.value(1);
    json.key("instances");
    json.beginArray(JsonWriter::Layout::Lines);
    for (const auto &instance : plan.instances)
        writeInstance(json, instance);
    json.endArray();
    json.key("summary");
    json.beginObject();
    json.key("restarts");
    json.value(plan.summary.restarts);
    json.key("starts");
    json.value(plan.summary.starts);
    json.key("stops");
    json.value(plan.summary.stops);
    json.key("immediate");
    json.value(plan.summary.immediate);
    json.key("notStated");
    json.value(plan.summary.notStated);
    json.key("tenantsInterrupted");
    json.value(plan.summary.tenantsInterrupted);
    json.endObject();
    json.key("pending");
    writeNames(json, plan.pending);
    json.endObject();
    return json.bytes() + '\n';
}
