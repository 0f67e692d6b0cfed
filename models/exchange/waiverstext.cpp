// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/waiverstext.h"

#include "models/base/text.h"
#include "models/exchange/counted.h"
#include "models/exchange/jsonwriter.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct WaiversTexts
{
    Q_DECLARE_TR_FUNCTIONS(WaiversText)
};

QString nameOf(const Topology &topology, ObjectId object)
{
    return topology.contains(object) ? topology.name(object) : QString();
}

QString stateText(const Waiver &waiver, WaiverState state)
{
    const auto date = waiver.expiry.toString(Qt::ISODate);
    switch (state) {
    case WaiverState::Expired:
        return WaiversTexts::tr("expired on %1, its finding counts again").arg(date);
    case WaiverState::Stale:
        return WaiversTexts::tr("stale: nothing is found any more that it would accept");
    case WaiverState::InForce:
        break;
    }
    return waiver.expiry.isValid() ? WaiversTexts::tr("in force through %1").arg(date)
                                   : WaiversTexts::tr("in force, without end");
}

void writeSubject(JsonWriter &json, const QString &kind, const QString &name)
{
    json.beginObject();
    json.key("kind");
    json.value(kind);
    json.key("name");
    json.value(name);
    json.endObject();
}

void writeWaiver(
    JsonWriter &json, const Topology &topology, const Waiver &waiver, WaiverState state)
{
    const auto &key = waiver.key;
    json.beginObject();
    json.key("rule");
    json.value(key.rule);
    json.key("object");
    writeSubject(json, kindToken(key.object.kind), nameOf(topology, key.object));
    json.key("tenants");
    json.beginArray();
    for (const auto tenant : key.tenants)
        json.value(nameOf(topology, tenant));
    json.endArray();
    json.key("related");
    json.beginArray();
    for (const auto &subject : key.related)
        writeSubject(json, subjectKindToken(subject),
            subject.kind == Subject::Kind::Object ? nameOf(topology, subject.object)
                                                  : subject.name);
    json.endArray();
    json.key("reason");
    json.value(waiver.reason);
    json.key("owner");
    json.value(waiver.owner);
    json.key("expiry");
    if (waiver.expiry.isValid())
        json.value(waiver.expiry.toString(Qt::ISODate));
    else
        json.null();
    json.key("state");
    json.value(waiverStateToken(state));
    json.key("about");
    json.value(waiver.about);
    json.endObject();
}

}  // namespace

QString waiversText(const Topology &topology, const QList<WaiverState> &states)
{
    const auto &waivers = topology.waivers();
    if (waivers.isEmpty())
        return WaiversTexts::tr("No waivers.") + u'\n';
    QString text;
    for (const auto wanted : {WaiverState::Expired, WaiverState::Stale, WaiverState::InForce}) {
        for (qsizetype i = 0; i < waivers.size(); ++i) {
            const auto &waiver = waivers.at(i);
            if (states.at(i) != wanted)
                continue;
            text += QStringLiteral("⊘ ") + waiver.key.rule + QLatin1String("  ")
                + visibleText(waiver.about) + QLatin1String("\n    ")
                + WaiversTexts::tr("Reason: %1").arg(visibleText(waiver.reason)) + u'\n';
            if (!waiver.owner.isEmpty())
                text += QLatin1String("    ")
                    + WaiversTexts::tr("Owner: %1").arg(visibleText(waiver.owner)) + u'\n';
            text += QLatin1String("    ") + stateText(waiver, wanted) + u'\n';
        }
    }
    const auto number = [&](WaiverState state) {
        return int(std::count(states.begin(), states.end(), state));
    };
    return text
        + WaiversTexts::tr("%1, %2 in force, %3 expired, %4 stale")
              .arg(counted(int(waivers.size()), WaiversTexts::tr("1 waiver"),
                  WaiversTexts::tr("%1 waivers")))
              .arg(number(WaiverState::InForce))
              .arg(number(WaiverState::Expired))
              .arg(number(WaiverState::Stale))
        + u'\n';
}

QByteArray waiversJson(const Topology &topology, const QList<WaiverState> &states)
{
    JsonWriter json;
    json.beginObject(JsonWriter::Layout::Lines);
    json.key("format");
    json.value(QLatin1String("switchyard-waivers"));
    json.key("version");
    json.value(1);
    json.key("waivers");
    json.beginArray(JsonWriter::Layout::Lines);
    for (qsizetype i = 0; i < states.size(); ++i)
        writeWaiver(json, topology, topology.waivers().at(i), states.at(i));
    json.endArray();
    json.endObject();
    return json.bytes() + '\n';
}
