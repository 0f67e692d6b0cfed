// SPDX-License-Identifier: Apache-2.0
#include "models/merge/mergereport.h"

#include "models/base/text.h"
#include "models/exchange/counted.h"
#include "models/exchange/jsonwriter.h"
#include "models/rules/catalogue.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

using Layout = JsonWriter::Layout;

struct MergeReportTexts
{
    Q_DECLARE_TR_FUNCTIONS(MergeReport)
};

QLatin1String whatToken(ConflictPlace::What what)
{
    switch (what) {
    case ConflictPlace::What::Field:
        break;
    case ConflictPlace::What::Removal:
        return "removal"_L1;
    case ConflictPlace::What::Need:
        return "need"_L1;
    case ConflictPlace::What::Order:
        return "order"_L1;
    }
    return "field"_L1;
}

void writeTexts(JsonWriter &json, const char *key, const QStringList &texts)
{
    json.key(QByteArrayView(key));
    json.beginArray();
    for (const auto &text : texts)
        json.value(QStringView(text));
    json.endArray();
}

void writeObject(JsonWriter &json, QLatin1String kind, const QString &name)
{
    json.key("object"_L1);
    json.beginObject();
    json.key("kind"_L1);
    json.value(kind);
    json.key("name"_L1);
    json.value(QStringView(name));
    json.endObject();
}

void write(JsonWriter &json, const Conflict &conflict)
{
    const auto &place = conflict.place;
    json.beginObject();
    json.key("conflict"_L1);
    json.value(whatToken(place.what));
    if (place.kind)
        writeObject(json, kindToken(*place.kind), place.name);
    if (place.what == ConflictPlace::What::Field) {
        json.key("field"_L1);
        json.value(QStringView(place.field));
        writeTexts(json, "key", place.key);
    }
    const auto write = [&](QLatin1String key, const QString &value) {
        json.key(key);
        json.raw(QStringView(value));
    };
    write("base"_L1, conflict.base);
    write("ours"_L1, conflict.ours);
    write("theirs"_L1, conflict.theirs);
    json.key("choice"_L1);
    json.value(conflict.choice == MergeSide::Ours ? "ours"_L1 : "theirs"_L1);
    json.endObject();
}

void write(JsonWriter &json, const Topology &topology, const Finding &finding)
{
    json.beginObject();
    json.key("rule"_L1);
    json.value(ruleName(finding.rule));
    json.key("severity"_L1);
    json.value(severityToken(finding.severity));
    writeObject(json, kindToken(finding.object.kind), topology.name(finding.object));
    json.key("message"_L1);
    json.value(QStringView(message(topology, finding)));
    json.endObject();
}

template <class List, class Write>
void writeList(JsonWriter &json, const char *key, const List &list, Write writeItem)
{
    json.key(QByteArrayView(key));
    json.beginArray(Layout::Lines);
    for (const auto &item : list)
        writeItem(item);
    json.endArray();
}

}  // namespace

QString mergeText(const TopologyMerge &merge, const MergeEffect &effect)
{
    QStringList lines;
    for (const auto &conflict : merge.conflicts) {
        const bool isOurs = conflict.choice == MergeSide::Ours;
        lines.append((isOurs ? MergeReportTexts::tr("Conflict, ours taken: %1")
                             : MergeReportTexts::tr("Conflict, theirs taken: %1"))
                         .arg(conflictText(conflict)));
    }
    for (const auto &finding : effect.findings)
        lines.append(MergeReportTexts::tr("New when both are together: %1 %2: %3")
                         .arg(severityLabel(finding.severity).toLower(), ruleName(finding.rule),
                             message(merge.topology, finding)));
    for (const auto &instance : effect.restarts)
        lines.append(
            MergeReportTexts::tr("Restarts only when both are together: %1").arg(instance.name));
    QString text;
    for (const auto &line : std::as_const(lines))
        text += visibleText(line) + u'\n';
    if (!merge.conflicts.isEmpty()) {
        const int count = int(merge.conflicts.size());
        text +=
            counted(count, MergeReportTexts::tr("1 conflict"), MergeReportTexts::tr("%1 conflicts"))
            + u'\n';
    }
    return text;
}

QByteArray mergeJson(const TopologyMerge &merge, const MergeEffect &effect)
{
    JsonWriter json;
    json.beginObject(Layout::Lines);
    json.key("format"_L1);
    json.value("switchyard-merge"_L1);
    json.key("version"_L1);
    json.value(1);
    writeList(json, "conflicts", merge.conflicts,
        [&](const Conflict &conflict) { write(json, conflict); });
    writeList(json, "findings", effect.findings,
        [&](const Finding &finding) { write(json, merge.topology, finding); });
    writeList(json, "restarts", effect.restarts,
        [&](const PlannedInstance &instance) { json.value(QStringView(instance.name)); });
    json.endObject();
    return json.bytes() + '\n';
}
