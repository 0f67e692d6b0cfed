// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/mutagenapplicationtype.h"

#include "models/exchange/mutagentypes.h"
#include "models/exchange/mutagenvalues.h"

#include <QCoreApplication>

namespace {

struct MutagenApplicationTypeTexts
{
    Q_DECLARE_TR_FUNCTIONS(MutagenApplicationType)
};

void setType(const MutagenSource &source, MutagenObject &object, const JsonPlace &place,
    const QString &token)
{
    auto type = ApplicationType::fromToken(token);
    if (!type.isListed())
        source.reading.problem(place,
            MutagenApplicationTypeTexts::tr(
                "The application type %1 is not known; it is kept, and no rule about types applies.")
                .arg(token));
    object.set(Field::Type, std::move(type));
}

void tellAssumed(const MutagenSource &source, MutagenObject &object, const JsonPlace &place,
    const QString &token, const QString &why)
{
    source.reading.problem(place,
        MutagenApplicationTypeTexts::tr("The input lacks its template. Type %1 is assumed: %2.")
            .arg(token, why));
    object.set(Field::Type, ApplicationType::fromToken(token));
}

}  // namespace

void readMutagenType(const MutagenSource &source, MutagenObject &object, const JsonPlace &place,
    const JsonValue &application)
{
    QString templateName;
    if (const auto value = application.find("appPrototype")) {
        templateName = looseText(*value).value_or(QString());
    } else if (const auto reference = application.find("appPrototypeDBID")) {
        const auto dbid = looseDbid(*reference);
        templateName = dbid ? source.knowledge.templateName(*dbid) : QString();
        if (templateName.isEmpty() && dbid && *dbid > 0)
            source.reading.problem(place.member("appPrototypeDBID"),
                MutagenApplicationTypeTexts::tr(
                    "Neither the input nor the document has a template with DBID %1.")
                    .arg(*dbid));
    }
    if (!templateName.isEmpty())
        object.set(Field::Template, templateName);

    for (const auto *key : {"appPrototype", "type", "version"}) {
        const auto value = application.find(key);
        if (value && !looseText(*value) && !isEmptyValue(*value))
            object.keepUnread(key, place.member(key), *value);
    }
    const auto ownType = application.find("type");
    const auto ownRelease = application.find("version");
    const auto *known = source.knowledge.findTemplate(templateName);
    auto release = ownRelease ? looseText(*ownRelease).value_or(QString()) : QString();
    if (release.isEmpty() && known)
        release = known->release;
    if (!release.isEmpty())
        object.set(Field::Release, release);

    auto token = ownType ? looseToken(*ownType) : QString();
    bool isNumber = false;
    if (const int number = token.toInt(&isNumber); isNumber)
        token = ApplicationType::fromNumber(number).token();
    if (token.isEmpty() && known)
        token = known->type;
    if (!token.isEmpty()) {
        setType(source, object, place, token);
        return;
    }
    if (source.knowledge.isKnownApplication(object.name()))
        return;  // The document's application of this name keeps its type.
    token = source.knowledge.typeOfApplicationsFrom(templateName);
    if (!token.isEmpty()) {
        tellAssumed(source, object, place, token,
            MutagenApplicationTypeTexts::tr(
                "applications of the document that were made from the same template have it"));
        return;
    }
    token = typeInTemplateName(templateName);
    if (!token.isEmpty()) {
        tellAssumed(source, object, place, token,
            MutagenApplicationTypeTexts::tr("the template is named %1").arg(templateName));
        return;
    }
    source.reading.problem(place,
        templateName.isEmpty()
            ? MutagenApplicationTypeTexts::tr(
                "Its type is not known: it names no template. It is read as type unknown.")
            : MutagenApplicationTypeTexts::tr(
                "Its type is not known: the input lacks the template %1. It is read as type unknown.")
                  .arg(templateName));
    object.set(Field::Type, ApplicationType::fromNumber(0));
}
