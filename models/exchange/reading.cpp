// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/reading.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct ReadingTexts
{
    Q_DECLARE_TR_FUNCTIONS(Reading)
};

constexpr size_t sharedTexts = 4096;
constexpr qsizetype longestShared = 48;

/// The value for a message, cut to a length that reads well.
QString shown(const JsonValue &value)
{
    constexpr qsizetype longest = 40;
    switch (value.type()) {
    case JsonType::Null:
        return QStringLiteral("null");
    case JsonType::False:
        return QStringLiteral("false");
    case JsonType::True:
        return QStringLiteral("true");
    case JsonType::Array:
        return ReadingTexts::tr("a list");
    case JsonType::Object:
        return ReadingTexts::tr("an object");
    case JsonType::Number:
    case JsonType::String:
        break;
    }
    const auto bytes = value.bytes();
    auto text = QString::fromUtf8(bytes.first(std::min(bytes.size(), 4 * longest)));
    if (text.size() > longest)
        text = text.left(longest) + u'…';
    return value.isString() ? QLatin1Char('"') + text + QLatin1Char('"') : text;
}

}  // namespace

Reading::Reading(const JsonDocument &document)
    : m_document(document)
    , m_shared(sharedTexts)
    , m_malformedCount(document.flawCount())
{
    for (const auto &flaw : document.flaws())
        m_malformed.append({flaw.offset, flaw.path, flaw.message});
}

void Reading::malformed(const JsonPlace &place, const JsonValue &value, const QString &message)
{
    if (++m_malformedCount <= ReadResult::listedErrors)
        m_malformed.append({value.offset(), place.text(), message});
}

void Reading::problem(const JsonPlace &place, const QString &message)
{
    m_problems.append({place.text(), message});
}

void Reading::wrongType(const JsonPlace &place, const JsonValue &value, const QString &expected)
{
    malformed(place, value, ReadingTexts::tr("%1 expected, not %2.").arg(expected, shown(value)));
}

std::optional<QString> Reading::text(const JsonPlace &place, const JsonValue &value)
{
    if (value.isString())
        return shared(value.bytes());
    if (!value.isNull())
        wrongType(place, value, ReadingTexts::tr("A text"));
    return std::nullopt;
}

QString Reading::shared(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return QLatin1String("");
    if (bytes.size() > longestShared)
        return QString::fromUtf8(bytes);
    auto &place = m_shared[size_t(qHash(bytes) % sharedTexts)];
    if (place.bytes != bytes)
        place = {bytes, QString::fromUtf8(bytes)};
    return place.text;
}

std::optional<QString> Reading::reference(const JsonPlace &place, const JsonValue &value)
{
    auto name = text(place, value);
    if (name && name->isEmpty())
        name.reset();
    return name;
}

std::optional<qint64> Reading::wholeNumber(const JsonPlace &place, const JsonValue &value)
{
    const auto number = value.wholeNumber();
    if (!number && !value.isNull())
        wrongType(place, value, ReadingTexts::tr("A whole number"));
    return number;
}

std::optional<bool> Reading::flag(const JsonPlace &place, const JsonValue &value)
{
    if (value.type() == JsonType::True || value.type() == JsonType::False)
        return value.type() == JsonType::True;
    if (!value.isNull())
        wrongType(place, value, ReadingTexts::tr("true or false"));
    return std::nullopt;
}

bool Reading::isObject(const JsonPlace &place, const JsonValue &value)
{
    if (!value.isObject() && !value.isNull())
        wrongType(place, value, ReadingTexts::tr("An object"));
    return value.isObject();
}

bool Reading::isArray(const JsonPlace &place, const JsonValue &value)
{
    if (!value.isArray() && !value.isNull())
        wrongType(place, value, ReadingTexts::tr("A list"));
    return value.isArray();
}

void Reading::outsideEnumeration(
    const JsonPlace &place, const JsonValue &value, const QString &allowed)
{
    malformed(place, value, ReadingTexts::tr("%1 is not one of %2.").arg(shown(value), allowed));
}

ReadResult Reading::finish(TopologyDraft draft)
{
    ReadResult result;
    result.problems = std::move(m_problems);
    if (!isMalformed()) {
        result.draft = std::move(draft);
        return result;
    }
    std::stable_sort(m_malformed.begin(), m_malformed.end(),
        [](const Malformed &a, const Malformed &b) { return a.offset < b.offset; });
    for (const auto &place : std::as_const(m_malformed)) {
        if (result.errors.size() == ReadResult::listedErrors)
            break;
        auto where = m_document.lineAndColumn(place.offset);
        if (!place.path.isEmpty())
            where += QLatin1String(": ") + place.path;
        result.errors.append({where, place.message});
    }
    result.furtherErrors = m_malformedCount - result.errors.size();
    return result;
}
