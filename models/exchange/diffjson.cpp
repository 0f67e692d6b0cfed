// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/diffjson.h"

#include "models/exchange/jsonwriter.h"

namespace {

QLatin1String changeToken(ObjectDifference::Change change)
{
    switch (change) {
    case ObjectDifference::Change::Added:
        return QLatin1String("added");
    case ObjectDifference::Change::Removed:
        return QLatin1String("removed");
    case ObjectDifference::Change::Modified:
        break;
    }
    return QLatin1String("modified");
}

void writeDifference(JsonWriter &json, const ObjectDifference &difference)
{
    json.beginObject();
    json.key("object");
    json.beginObject();
    json.key("kind");
    json.value(kindToken(difference.kind));
    json.key("name");
    json.value(difference.name);
    json.endObject();
    json.key("change");
    json.value(changeToken(difference.change));
    json.key("fields");
    json.beginArray();
    for (const auto &reason : difference.reasons)
        json.raw(QByteArrayView(reasonJson(reason)));
    json.endArray();
    json.endObject();
}

void writeChanges(JsonWriter &json, const QList<ObjectDifference> &differences)
{
    json.beginArray(JsonWriter::Layout::Lines);
    for (const auto &difference : differences)
        writeDifference(json, difference);
    json.endArray();
}

}  // namespace

QByteArray changesJson(const QList<ObjectDifference> &differences)
{
    JsonWriter json;
    writeChanges(json, differences);
    return json.bytes();
}

QByteArray reasonJson(const Reason &reason)
{
    JsonWriter json;
    const auto writeList = [&](const char *key, const QStringList &values) {
        json.key(QByteArrayView(key));
        json.beginArray();
        for (const auto &value : values)
            json.raw(QStringView(value));
        json.endArray();
    };
    json.beginObject();
    json.key("field");
    json.value(reason.field);
    if (reason.isSetLike) {
        writeList("added", reason.added);
        writeList("removed", reason.removed);
    } else {
        json.key("before");
        json.raw(QStringView(reason.before));
        json.key("after");
        json.raw(QStringView(reason.after));
    }
    json.endObject();
    return json.bytes();
}

QByteArray diffJson(const QList<ObjectDifference> &differences)
{
    JsonWriter json;
    json.beginObject(JsonWriter::Layout::Lines);
    json.key("format");
    json.value(QLatin1String("switchyard-diff"));
    json.key("version");
    json.value(1);
    json.key("changes");
    writeChanges(json, differences);
    json.endObject();
    return json.bytes() + '\n';
}
