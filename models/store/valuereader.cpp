// SPDX-License-Identifier: Apache-2.0
#include "models/store/valuereader.h"

#include "models/base/text.h"
#include "models/store/jsonsyntax.h"
#include "models/store/utf8.h"
#include "models/store/valuewriter.h"
#include "models/topology/normalise.h"

#include <algorithm>
#include <charconv>
#include <rapidjson/memorystream.h>

namespace ValueReader {

namespace {

constexpr unsigned parseFlags = rapidjson::kParseIterativeFlag
    | rapidjson::kParseValidateEncodingFlag | rapidjson::kParseStopWhenDoneFlag;
constexpr int maxDepth = 16;  // A record in an edit takes 8.

/// True if an escape in a text stands for half a character. rapidjson finds a lone first half and
/// lets a lone second half pass (its 1.1.0 asserts).
bool hasLoneSurrogate(std::string_view text)
{
    for (size_t at = text.find('\\'); at != std::string_view::npos; at = text.find('\\', at + 2)) {
        const auto unit = [&](size_t from) {
            unsigned value = 0;
            if (from + 6 > text.size() || text[from] != '\\' || text[from + 1] != 'u')
                return value;
            std::from_chars(text.data() + from + 2, text.data() + from + 6, value, 16);
            return value;
        };
        const auto isSecond = [](unsigned value) { return value >= 0xDC00 && value <= 0xDFFF; };
        const auto value = unit(at);
        if (isSecond(value))
            return true;
        if (value >= 0xD800 && value <= 0xDBFF) {
            if (!isSecond(unit(at + 6)))
                return true;
            at += 6;
        }
    }
    return false;
}

/// Brackets are counted before anything is built, so that a text of brackets costs nothing.
bool isTooDeep(std::string_view text)
{
    int depth = 0;
    bool isInText = false;
    for (size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (isInText) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                isInText = false;
        } else if (c == '"') {
            isInText = true;
        } else if (c == '[' || c == '{') {
            if (++depth > maxDepth)
                return true;
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
    return false;
}

std::optional<QString> text(const Json &json)
{
    if (!json.IsString())
        return std::nullopt;
    return QString(
        reinterpret_cast<const QChar *>(json.GetString()), qsizetype(json.GetStringLength()));
}

/// All items, or nothing.
template <class T, class Read>
std::optional<QList<T>> list(const Json &json, Read read)
{
    if (!json.IsArray())
        return std::nullopt;
    QList<T> items;
    items.reserve(qsizetype(json.Size()));
    for (const auto &item : json.GetArray()) {
        auto value = read(item);
        if (!value)
            return std::nullopt;
        items.append(std::move(*value));
    }
    return items;
}

/// [first,second,first,second,…] as a list of T {first, second}.
template <class T>
std::optional<QList<T>> textPairs(const Json &json)
{
    if (!json.IsArray() || json.Size() % 2 != 0)
        return std::nullopt;
    QList<T> pairs;
    pairs.reserve(qsizetype(json.Size() / 2));
    for (rapidjson::SizeType i = 0; i < json.Size(); i += 2) {
        auto first = text(json[i]);
        auto second = text(json[i + 1]);
        if (!first || !second)
            return std::nullopt;
        pairs.append(T {std::move(*first), std::move(*second)});
    }
    return pairs;
}

std::optional<OptionSection> section(const Json &json)
{
    if (!json.IsArray() || json.Size() != 2)
        return std::nullopt;
    auto name = text(json[0]);
    auto options = textPairs<Option>(json[1]);
    if (!name || !options)
        return std::nullopt;
    return OptionSection {std::move(*name), std::move(*options)};
}

/// Reads a member that may be missing into "target"; false if it is there and malformed.
template <class T, class Read>
bool take(const Json &json, const char16_t *name, T &target, Read read)
{
    const auto *member = find(json, name);
    if (!member)
        return true;
    auto value = read(*member);
    if (value)
        target = std::move(*value);
    return value.has_value();
}

std::optional<Port> port(const Json &json)
{
    Port result;
    const bool isGood = json.IsObject() && take(json, u"id", result.id, text)
        && take(json, u"number", result.number, whole) && take(json, u"extra", result.extra, extra);
    return isGood ? std::optional(result) : std::nullopt;
}

template <class T>
std::optional<Value> held(std::optional<T> value)
{
    return value ? std::optional(Value(std::in_place_type<T>, std::move(*value))) : std::nullopt;
}

Record emptyRecord(ObjectId object)
{
    const auto make = [&]<class T>(T record) -> Record {
        record.id = typename T::IdType(object.id);
        return record;
    };
    switch (object.kind) {
    case Kind::Tenant:
        return make(Tenant());
    case Kind::SwitchingOffice:
        return make(SwitchingOffice());
    case Kind::Switch:
        return make(Switch());
    case Kind::Host:
        return make(Host());
    case Kind::Application:
        break;
    }
    return make(Application());
}

}  // namespace

bool parse(std::string_view text, JsonText &document)
{
    if (isTooDeep(text) || hasLoneSurrogate(text))
        return false;
    rapidjson::MemoryStream stream(text.data(), text.size());
    document.ParseStream<parseFlags, rapidjson::UTF8<>>(stream);
    if (document.HasParseError())
        return false;
    const auto rest = text.substr(std::min(text.size(), stream.Tell()));
    return rest.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

const Json *find(const Json &json, const char16_t *name)
{
    if (!json.IsObject())
        return nullptr;
    const auto member = json.FindMember(name);
    return member == json.MemberEnd() ? nullptr : &member->value;
}

std::optional<qint64> whole(const Json &json)
{
    return json.IsInt64() ? std::optional(qint64(json.GetInt64())) : std::nullopt;
}

std::optional<Extra> extra(const Json &json)
{
    auto fields = textPairs<ExtraField>(json);
    std::string utf8;
    if (!fields || !std::all_of(fields->cbegin(), fields->cend(), [&](const ExtraField &field) {
            return toUtf8(field.json, utf8) && isJson(utf8);
        }))
        return std::nullopt;
    const auto outOfOrder = std::adjacent_find(fields->cbegin(), fields->cend(),
        [](const ExtraField &a, const ExtraField &b) { return !textLess(a.key, b.key); });
    return outOfOrder == fields->cend() ? fields : std::nullopt;
}

std::optional<Connection> connection(const Json &json)
{
    const auto *target = find(json, u"target");
    const auto id = target ? reference<ApplicationId>(*target) : std::nullopt;
    if (!id)
        return std::nullopt;
    Connection result {*id, {}, {}, {}, {}, {}, {}};
    const bool isGood = take(json, u"port", result.port, text)
        && take(json, u"protocol", result.protocol, text)
        && take(json, u"localTimeout", result.localTimeout, whole)
        && take(json, u"remoteTimeout", result.remoteTimeout, whole)
        && take(json, u"traceMode", result.traceMode, text)
        && take(json, u"extra", result.extra, extra);
    return isGood ? std::optional(result) : std::nullopt;
}

std::optional<Settings> settings(const Json &json)
{
    Settings result;
    const auto environment = [](const Json &held) {
        return enumeration(held, Environment::MultiTenant, Environment::SingleTenant);
    };
    const auto social = [](const Json &held) {
        return enumeration(held, SocialMessagingTenants::Warn, SocialMessagingTenants::Allow);
    };
    const bool isGood = json.IsObject()
        && take(json, u"environment", result.environment, environment)
        && take(json, u"socialMessagingTenants", result.socialMessagingTenants, social)
        && take(json, u"extra", result.extra, extra);
    return isGood ? std::optional(result) : std::nullopt;
}

std::optional<Value> fieldValueOf(Kind kind, Field field, const Json &json)
{
    if (json.IsNull())
        return Value();
    switch (field) {
    case Field::Name:
    case Field::IpAddress:
    case Field::OsType:
    case Field::Release:
    case Field::Template:
    case Field::WorkingDirectory:
    case Field::CommandLine:
    case Field::Arguments:
        return held(text(json));
    case Field::Dbid:
    case Field::LcaPort:
    case Field::StartupTimeout:
    case Field::ShutdownTimeout:
        return held(whole(json));
    case Field::Type:
        if (kind == Kind::Application) {
            const auto token = text(json);
            return token ? std::optional(Value(ApplicationType::fromToken(*token))) : std::nullopt;
        }
        return held(text(json));
    case Field::State:
        return held(enumeration(json, ObjectState::Enabled, ObjectState::Disabled));
    case Field::Redundancy:
        return held(enumeration(json, Redundancy::None, Redundancy::Hot));
    case Field::Component:
        return held(enumeration(json, Component::None, Component::InteractionServer));
    case Field::AutoRestart:
    case Field::LoadBalanced:
        return json.IsBool() ? std::optional(Value(json.GetBool())) : std::nullopt;
    case Field::Parent:
    case Field::Tenant:
        return held(reference<TenantId>(json));
    case Field::SwitchingOffice:
        return held(reference<SwitchingOfficeId>(json));
    case Field::Host:
        return held(reference<HostId>(json));
    case Field::Backup:
        return held(reference<ApplicationId>(json));
    case Field::Tenants:
        return held(list<TenantId>(json, reference<TenantId>));
    case Field::Switches:
        return held(list<SwitchId>(json, reference<SwitchId>));
    case Field::Connections:
        return held(list<Connection>(json, connection));
    case Field::Ports:
        return held(list<Port>(json, port));
    case Field::Options:
    case Field::Annex:
        return held(list<OptionSection>(json, section));
    case Field::Extra:
        return held(extra(json));
    }
    return std::nullopt;
}

std::optional<ObjectId> object(const Json &json)
{
    const auto *kindMember = find(json, u"kind");
    const auto *idMember = find(json, u"id");
    const auto kind =
        kindMember ? enumeration(*kindMember, Kind::Tenant, Kind::Application) : std::nullopt;
    const auto id = idMember ? reference<TenantId>(*idMember) : std::nullopt;
    return kind && id ? std::optional(ObjectId(*kind, id->value())) : std::nullopt;
}

std::optional<Record> record(const Json &json)
{
    const auto id = object(json);
    if (!id)
        return std::nullopt;
    auto result = emptyRecord(*id);
    for (const Field field : fieldsOf(id->kind)) {
        const auto *member = find(json, recordKey(field).c_str());
        if (!member)
            continue;
        const auto value = fieldValueOf(id->kind, field, *member);
        if (!value || (id->kind == Kind::Switch && field == Field::Tenant && value->index() == 0))
            return std::nullopt;
        std::visit([&](auto &target) { setFieldValue(target, field, *value); }, result);
    }
    bool isPlaceholder = false;
    if (!take(json, u"placeholder", isPlaceholder, [](const Json &flag) {
            return flag.IsBool() ? std::optional(flag.GetBool()) : std::nullopt;
        }))
        return std::nullopt;
    std::visit([&](auto &target) { target.isPlaceholder = isPlaceholder; }, result);
    normalise(result);
    return result;
}

std::optional<Waiver> waiver(const Json &json)
{
    Waiver waiver;
    const auto subject = [](const Json &item) -> std::optional<Subject> {
        if (!item.IsArray() || item.Size() < 2)
            return std::nullopt;
        const auto kind = enumeration(item[0], Subject::Kind::Object, Subject::Kind::OptionSection);
        if (!kind)
            return std::nullopt;
        if (*kind != Subject::Kind::Object) {
            auto name = text(item[1]);
            return item.Size() == 2 && name
                ? std::optional(Subject {*kind, TenantId(0), *std::move(name)})
                : std::nullopt;
        }
        const auto objectKind = enumeration(item[1], Kind::Tenant, Kind::Application);
        const auto id = item.Size() == 3 ? reference<TenantId>(item[2]) : std::nullopt;
        return objectKind && id ? std::optional(Subject::of(ObjectId(*objectKind, id->value())))
                                : std::nullopt;
    };
    const auto subjects = [&](const Json &items) { return list<Subject>(items, subject); };
    const auto tenants = [](const Json &items) {
        return list<TenantId>(items, reference<TenantId>);
    };
    const auto date = [](const Json &day) {
        const auto value = whole(day);
        return value ? std::optional(*value == 0 ? QDate() : QDate::fromJulianDay(*value))
                     : std::nullopt;
    };
    const auto id = object(json);
    const bool isGood = id && take(json, u"rule", waiver.key.rule, text)
        && take(json, u"tenants", waiver.key.tenants, tenants)
        && take(json, u"related", waiver.key.related, subjects)
        && take(json, u"reason", waiver.reason, text) && take(json, u"owner", waiver.owner, text)
        && take(json, u"expiry", waiver.expiry, date) && take(json, u"about", waiver.about, text);
    if (!isGood || !std::is_sorted(waiver.key.tenants.begin(), waiver.key.tenants.end())
        || !std::is_sorted(waiver.key.related.begin(), waiver.key.related.end()))
        return std::nullopt;
    waiver.key.object = *id;
    return waiver;
}

std::optional<SiteAnswer> siteAnswer(const Json &json)
{
    if (!json.IsArray() || json.Size() != 6)
        return std::nullopt;
    auto type = text(json[0]);
    auto field = text(json[1]);
    const auto effect =
        enumeration(json[2], SiteAnswer::Effect::Restart, SiteAnswer::Effect::Immediate);
    auto evidence = text(json[3]);
    auto author = text(json[4]);
    const auto day = whole(json[5]);
    if (!type || !field || !effect || !evidence || !author || !day)
        return std::nullopt;
    return SiteAnswer {*std::move(type), *std::move(field), *effect, *std::move(evidence),
        *std::move(author), QDate::fromJulianDay(*day)};
}

}  // namespace ValueReader
