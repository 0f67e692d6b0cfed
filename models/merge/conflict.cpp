// SPDX-License-Identifier: Apache-2.0
#include "models/merge/conflict.h"

#include "models/base/jsontext.h"
#include "models/plan/difference.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

struct ConflictTexts
{
    Q_DECLARE_TR_FUNCTIONS(Conflict)
};

using What = ConflictPlace::What;

const auto null = "null"_L1;

/// The entries of a JSON array of texts, for people.
QString listText(const QString &json)
{
    QString text = json.mid(1, json.size() - 2);
    return text.replace(u"\",\""_s, u", "_s).remove(u'"');
}

/// The value as reasonText() wants it: an option in its table.
QString inTable(const ConflictPlace &place, const QString &value)
{
    if (value == null)
        return u"{}"_s;
    return u"{%1:{%2:%3}}"_s.arg(
        jsonString(place.key.value(0)), jsonString(place.key.value(1)), value);
}

/// What a structure holds that nobody knows: much, or a secret.
QString shortened(const QString &json)
{
    return json.startsWith(u'{') ? jsonString(u"{…}"_s)
        : json.startsWith(u'[')  ? jsonString(u"[…]"_s)
                                 : json;
}

QString fieldText(const ConflictPlace &place, const QString &before, const QString &after)
{
    const bool isOption =
        place.field == fieldName(Field::Options) || place.field == fieldName(Field::Annex);
    if (place.kind && isOption)
        return reasonText(
            {place.field, false, {}, {}, inTable(place, before), inTable(place, after)});
    if (place.kind && fieldFromName(*place.kind, place.field))
        return reasonText({place.field, false, {}, {}, before, after});
    // A key of the document's settings says more than the word "settings".
    const auto name = place.key.isEmpty() ? place.field : place.key.last();
    return reasonText({name, false, {}, {}, shortened(before), shortened(after)});
}

bool isSecret(const ConflictPlace &place)
{
    return looksSecret(place.key.isEmpty() ? place.field : place.key.constLast());
}

/// A JSON value as people read it.
QString valueText(const QString &json)
{
    if (json == null)
        return ConflictTexts::tr("(none)");
    if (json == "true"_L1)
        return ConflictTexts::tr("yes");
    if (json == "false"_L1)
        return ConflictTexts::tr("no");
    // One text in an array, because only that is a document of JSON.
    if (json.startsWith(u'"'))
        return QJsonDocument::fromJson(u"[%1]"_s.arg(json).toUtf8()).array().at(0).toString();
    return json;
}

QString keyText(const ConflictPlace &place)
{
    if (place.field != fieldName(Field::Connections))
        return place.key.join(u'/');
    const auto port = place.key.value(1);
    return port.isEmpty() ? place.key.value(0) : u"%1 (%2)"_s.arg(place.key.value(0), port);
}

}  // namespace

size_t qHash(const ConflictPlace &place, size_t seed)
{
    return qHashMulti(seed, int(place.what), place.kind ? int(*place.kind) : -1, place.name,
        place.like, place.occurrence, place.field, place.key);
}

QString conflictObjectText(const ConflictPlace &place)
{
    return place.kind ? kindLabel(*place.kind).toLower() + u' ' + place.name
                      : ConflictTexts::tr("Document");
}

QString conflictSideText(const Conflict &conflict, MergeSide side)
{
    const auto &value = side == MergeSide::Ours ? conflict.ours : conflict.theirs;
    switch (conflict.place.what) {
    case What::Field:
        return fieldText(conflict.place, conflict.base, value);
    case What::Removal:
        return value == null ? ConflictTexts::tr("removed")
                             : ConflictTexts::tr("changed (%1)").arg(listText(value));
    case What::Need:
        return value == null ? ConflictTexts::tr("removed")
                             : ConflictTexts::tr("newly used by %1").arg(listText(value));
    case What::Order:
        break;
    }
    return ConflictTexts::tr("in the order %1").arg(listText(value));
}

QString conflictText(const Conflict &conflict)
{
    return ConflictTexts::tr("%1: ours: %2; theirs: %3")
        .arg(conflictObjectText(conflict.place), conflictSideText(conflict, MergeSide::Ours),
            conflictSideText(conflict, MergeSide::Theirs));
}

QString conflictWhatText(const ConflictPlace &place)
{
    switch (place.what) {
    case What::Field: {
        const auto field =
            place.kind ? fieldFromName(*place.kind, place.field) : std::optional<Field>();
        const auto name = field ? fieldLabel(*field) : place.field;
        return place.key.isEmpty() ? name : ConflictTexts::tr("%1: %2").arg(name, keyText(place));
    }
    case What::Removal:
        return ConflictTexts::tr("The object itself");
    case What::Need:
        return ConflictTexts::tr("The object itself, and who uses it");
    case What::Order:
        break;
    }
    return ConflictTexts::tr("Which of this name comes first");
}

QString conflictValueText(const Conflict &conflict, std::optional<MergeSide> side)
{
    if (conflict.place.what == What::Field) {
        const auto &value = !side      ? conflict.base
            : *side == MergeSide::Ours ? conflict.ours
                                       : conflict.theirs;
        return isSecret(conflict.place) && value != null ? u"•••"_s : valueText(value);
    }
    if (side)
        return conflictSideText(conflict, *side);
    return conflict.place.what == What::Order ? listText(conflict.base) : QString();
}
