// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/answerstext.h"

#include "models/base/text.h"
#include "models/exchange/jsonwriter.h"

#include <QCoreApplication>

namespace {

struct AnswersTexts
{
    Q_DECLARE_TR_FUNCTIONS(AnswersText)
};

}  // namespace

QString answersText(const Topology &topology)
{
    if (topology.siteAnswers().isEmpty())
        return AnswersTexts::tr("No answers recorded.") + u'\n';
    QString text;
    for (const auto &answer : topology.siteAnswers()) {
        const auto sentence = answer.effect == SiteAnswer::Effect::Restart
            ? AnswersTexts::tr("%1: a change of %2 needs a restart.")
            : AnswersTexts::tr("%1: a change of %2 takes effect at once.");
        text += sentence.arg(visibleText(answer.type), visibleText(answer.field))
            + QLatin1String("\n    ")
            + AnswersTexts::tr("%1, %2: %3")
                  .arg(visibleText(answer.author), answer.date.toString(Qt::ISODate),
                      visibleText(answer.evidence))
            + u'\n';
    }
    return text;
}

QByteArray answersJson(const Topology &topology)
{
    JsonWriter json;
    json.beginObject(JsonWriter::Layout::Lines);
    json.key("format");
    json.value(QLatin1String("switchyard-answers"));
    json.key("version");
    json.value(1);
    json.key("answers");
    json.beginArray(JsonWriter::Layout::Lines);
    for (const auto &answer : topology.siteAnswers()) {
        json.beginObject();
        json.key("type");
        json.value(answer.type);
        json.key("field");
        json.value(answer.field);
        json.key("effect");
        json.value(
            QLatin1String(answer.effect == SiteAnswer::Effect::Restart ? "restart" : "immediate"));
        json.key("evidence");
        json.value(answer.evidence);
        json.key("author");
        json.value(answer.author);
        json.key("date");
        json.value(answer.date.toString(Qt::ISODate));
        json.endObject();
    }
    json.endArray();
    json.endObject();
    return json.bytes() + '\n';
}
