// SPDX-License-Identifier: Apache-2.0
#include "models/store/editjson.h"

#include "models/base/text.h"
#include "models/store/jsonsyntax.h"
#include "models/store/utf8.h"
#include "models/topology/normalise.h"

#include <algorithm>
#include <charconv>
#include <rapidjson/document.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/writer.h>

// Reader and writer stand side by side, so that a value's two forms can be compared by eye; that is
// why this file is long.

namespace {

using Wide = rapidjson::UTF16<char16_t>;
using Json = rapidjson::GenericValue<Wide>;

// ---- Writing ----

/// What rapidjson writes to.
struct Sink
{
    using Ch = char;
    std::string &text;
    void Put(char c) { text += c; }
    void Flush() { }
};
void PutReserve(Sink &, size_t) { }
void PutUnsafe(Sink &sink, char c)
{
    sink.Put(c);
}

using BaseWriter = rapidjson::Writer<Sink, Wide, rapidjson::UTF8<>, rapidjson::CrtAllocator,
    rapidjson::kWriteValidateEncodingFlag>;

class JsonWriter
{
public:
    explicit JsonWriter(std::string &out)
        : m_sink {out}
        , m_writer(m_sink)
    {
    }

    bool isGood() const { return m_isGood; }

    void key(const char16_t *name) { m_writer.Key(name); }
    void startObject() { m_writer.StartObject(); }
    void endObject() { m_writer.EndObject(); }
    void startArray() { m_writer.StartArray(); }
    void endArray() { m_writer.EndArray(); }

    void write(std::monostate) { m_writer.Null(); }
    void write(bool value) { m_writer.Bool(value); }
    void write(qint64 value) { m_writer.Int64(value); }
    void write(const QString &text)
    {
        // An empty QString may have no data at all.
        m_isGood &=
            m_writer.String(text.isNull() ? u"" : reinterpret_cast<const char16_t *>(text.utf16()),
                rapidjson::SizeType(text.size()));
    }
    void write(ObjectState value) { write(qint64(value)); }
    void write(Redundancy value) { write(qint64(value)); }
    void write(Component value) { write(qint64(value)); }
    void write(const ApplicationType &type) { write(type.token()); }
    template <class Tag>
    void write(Id<Tag> id)
    {
        write(qint64(id.value()));
    }
    template <class T>
    void write(const QList<T> &list)
    {
        startArray();
        for (const auto &item : list)
            write(item);
        endArray();
    }
    void write(const Extra &extra)
    {
        // What could not be read again must not be written.
        startArray();
        for (qsizetype i = 0; i < extra.size(); ++i) {
            m_isGood &= (i == 0 || textLess(extra[i - 1].key, extra[i].key))
                && toUtf8(extra[i].json, m_json) && isJson(m_json);
            write(extra[i].key);
            write(extra[i].json);
        }
        endArray();
    }
    void write(const OptionSection &section)
    {
        startArray();
        write(section.name);
        startArray();
        for (const auto &option : section.options) {
            write(option.key);
            write(option.value);
        }
        endArray();
        endArray();
    }
    void write(const Connection &connection)
    {
        startObject();
        member(u"target", connection.target);
        memberUnlessEmpty(u"port", connection.port);
        memberUnlessEmpty(u"protocol", connection.protocol);
        memberIfAny(u"localTimeout", connection.localTimeout);
        memberIfAny(u"remoteTimeout", connection.remoteTimeout);
        memberUnlessEmpty(u"traceMode", connection.traceMode);
        memberUnlessEmpty(u"extra", connection.extra);
        endObject();
    }
    void write(const Port &port)
    {
        startObject();
        memberUnlessEmpty(u"id", port.id);
        memberIfAny(u"number", port.number);
        memberUnlessEmpty(u"extra", port.extra);
        endObject();
    }
    void write(const Settings &settings)
    {
        startObject();
        member(u"environment", qint64(settings.environment));
        member(u"socialMessagingTenants", qint64(settings.socialMessagingTenants));
        memberUnlessEmpty(u"extra", settings.extra);
        endObject();
    }
    void write(const Value &value)
    {
        std::visit([this](const auto &held) { write(held); }, value);
    }
    void write(const Record &record)
    {
        const auto object = objectId(record);
        startObject();
        member(u"kind", qint64(object.kind));
        member(u"id", qint64(object.id));
        if (std::visit([](const auto &held) { return held.isPlaceholder; }, record))
            member(u"placeholder", true);
        for (const Field field : fieldsOf(object.kind)) {
            const auto value = fieldValue(record, field);
            if (isDefault(field, value))
                continue;
            m_isGood &=
                m_writer.Key(fieldKey(field).data(), rapidjson::SizeType(fieldKey(field).size()));
            write(value);
        }
        endObject();
    }

    template <class T>
    void member(const char16_t *name, const T &value)
    {
        key(name);
        write(value);
    }

    static std::u16string fieldKey(Field field)
    {
        return field == Field::Extra ? u"extra" : QString(fieldName(field)).toStdU16String();
    }

private:
    static bool isDefault(Field field, const Value &value)
    {
        struct Default
        {
            Field field;
            bool operator()(std::monostate) const { return true; }
            bool operator()(bool held) const { return field == Field::LoadBalanced && !held; }
            bool operator()(ObjectState state) const { return state == ObjectState::Enabled; }
            bool operator()(Redundancy redundancy) const { return redundancy == Redundancy::None; }
            bool operator()(Component component) const { return component == Component::None; }
            bool operator()(qint64) const { return false; }
            bool operator()(const QString &) const { return false; }
            bool operator()(const ApplicationType &) const { return false; }
            bool operator()(TenantId) const { return false; }
            bool operator()(SwitchingOfficeId) const { return false; }
            bool operator()(HostId) const { return false; }
            bool operator()(ApplicationId) const { return false; }
            bool operator()(const QList<TenantId> &list) const { return list.isEmpty(); }
            bool operator()(const QList<Connection> &list) const { return list.isEmpty(); }
            bool operator()(const QList<SwitchId> &list) const { return list.isEmpty(); }
            bool operator()(const QList<Port> &list) const { return list.isEmpty(); }
            bool operator()(const Options &list) const { return list.isEmpty(); }
            bool operator()(const Extra &list) const { return list.isEmpty(); }
        };
        return std::visit(Default {field}, value);
    }
    template <class T>
    void memberUnlessEmpty(const char16_t *name, const T &value)
    {
        if (!value.isEmpty())
            member(name, value);
    }
    void memberIfAny(const char16_t *name, const std::optional<qint64> &value)
    {
        if (value)
            member(name, *value);
    }

    Sink m_sink;
    BaseWriter m_writer;
    std::string m_json;
    bool m_isGood = true;
};

struct EditWriter
{
    JsonWriter &json;

    template <class A, class B>
    void pair(const A &first, const B &second) const
    {
        json.startArray();
        json.write(first);
        json.write(second);
        json.endArray();
    }

    void operator()(const AddObject &edit) const { json.member(u"add", *edit.record); }
    void operator()(const RemoveObject &edit) const { json.member(u"remove", *edit.record); }
    void operator()(const ReplaceObject &edit) const
    {
        json.key(u"replace");
        pair(*edit.before, *edit.after);
    }
    void operator()(const SetField &edit) const
    {
        json.key(u"set");
        json.startObject();
        json.member(u"kind", qint64(edit.object.kind));
        json.member(u"id", qint64(edit.object.id));
        json.member(u"field", qint64(edit.field));
        json.member(u"before", edit.before);
        json.member(u"after", edit.after);
        json.endObject();
    }
    void operator()(const Assign &edit) const
    {
        json.key(u"assign");
        pair(edit.application, edit.tenant);
    }
    void operator()(const Unassign &edit) const
    {
        json.key(u"unassign");
        pair(edit.application, edit.tenant);
    }
    void operator()(const Connect &edit) const
    {
        json.key(u"connect");
        pair(edit.application, edit.connection);
    }
    void operator()(const Disconnect &edit) const
    {
        json.key(u"disconnect");
        pair(edit.application, edit.connection);
    }
    void operator()(const Link &edit) const
    {
        json.key(u"link");
        pair(edit.application, edit.linkedSwitch);
    }
    void operator()(const Unlink &edit) const
    {
        json.key(u"unlink");
        pair(edit.application, edit.linkedSwitch);
    }
    void operator()(const SetSettings &edit) const
    {
        json.key(u"settings");
        pair(edit.before, edit.after);
    }
    void operator()(const SetExtra &edit) const
    {
        json.key(u"extra");
        pair(edit.before, edit.after);
    }
};

// ---- Reading. Every function gives nothing for what is malformed ----

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

bool parse(std::string_view text, rapidjson::GenericDocument<Wide> &document)
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

/// The member's value; null if there is none or "json" is no object.
const Json *find(const Json &json, const char16_t *name)
{
    if (!json.IsObject())
        return nullptr;
    const auto member = json.FindMember(name);
    return member == json.MemberEnd() ? nullptr : &member->value;
}

std::optional<QString> text(const Json &json)
{
    if (!json.IsString())
        return std::nullopt;
    return QString(
        reinterpret_cast<const QChar *>(json.GetString()), qsizetype(json.GetStringLength()));
}

std::optional<qint64> whole(const Json &json)
{
    return json.IsInt64() ? std::optional(qint64(json.GetInt64())) : std::nullopt;
}

template <class IdType>
std::optional<IdType> reference(const Json &json)
{
    const auto value = whole(json);
    return value && *value >= 0 && *value < 0xFFFFFFFF ? std::optional(IdType(quint32(*value)))
                                                       : std::nullopt;
}

template <class Enum>
std::optional<Enum> enumeration(const Json &json, Enum least, Enum most)
{
    const auto value = whole(json);
    return value && *value >= qint64(least) && *value <= qint64(most) ? std::optional(Enum(*value))
                                                                      : std::nullopt;
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

std::optional<Port> port(const Json &json)
{
    Port result;
    const bool isGood = json.IsObject() && take(json, u"id", result.id, text)
        && take(json, u"number", result.number, whole) && take(json, u"extra", result.extra, extra);
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

template <class T>
std::optional<Value> held(std::optional<T> value)
{
    return value ? std::optional(Value(std::in_place_type<T>, std::move(*value))) : std::nullopt;
}

/// The value of a field that the kind has; null is no value.
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

std::optional<Record> record(const Json &json)
{
    const auto id = object(json);
    if (!id)
        return std::nullopt;
    auto result = emptyRecord(*id);
    for (const Field field : fieldsOf(id->kind)) {
        const auto *member = find(json, JsonWriter::fieldKey(field).c_str());
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

RecordPointer shared(std::optional<Record> record)
{
    return record ? std::make_shared<const Record>(std::move(*record)) : nullptr;
}

std::optional<Edit> setFieldOf(const Json &json)
{
    const auto id = object(json);
    const auto *fieldMember = find(json, u"field");
    const auto *before = find(json, u"before");
    const auto *after = find(json, u"after");
    const auto field =
        fieldMember ? enumeration(*fieldMember, Field::Dbid, Field::Extra) : std::nullopt;
    if (!id || !field || !before || !after || !hasField(id->kind, *field))
        return std::nullopt;
    auto old = fieldValueOf(id->kind, *field, *before);
    auto now = fieldValueOf(id->kind, *field, *after);
    if (!old || !now)
        return std::nullopt;
    normalise(*old);
    normalise(*now);
    return SetField {*id, *field, std::move(*old), std::move(*now)};
}

template <class T>
std::optional<Edit> addOrRemove(const Json &json)
{
    auto pointer = shared(record(json));
    return pointer ? std::optional<Edit>(T {std::move(pointer)}) : std::nullopt;
}

/// An edit of two values, [first,second].
template <class T, class First, class Second>
std::optional<Edit> pairEdit(const Json &json, First first, Second second)
{
    if (!json.IsArray() || json.Size() != 2)
        return std::nullopt;
    auto a = first(json[0]);
    auto b = second(json[1]);
    return a && b ? std::optional<Edit>(T {std::move(*a), std::move(*b)}) : std::nullopt;
}

std::optional<Edit> replaceOf(const Json &json)
{
    if (!json.IsArray() || json.Size() != 2)
        return std::nullopt;
    auto before = shared(record(json[0]));
    auto after = shared(record(json[1]));
    if (!before || !after || objectId(*before) != objectId(*after))
        return std::nullopt;
    return ReplaceObject {std::move(before), std::move(after)};
}

std::optional<Edit> edit(const Json &json)
{
    if (!json.IsObject() || json.MemberCount() != 1)
        return std::nullopt;
    const auto member = json.MemberBegin();
    const std::u16string_view name(member->name.GetString(), member->name.GetStringLength());
    const auto &body = member->value;
    const auto application = reference<ApplicationId>;
    if (name == u"set")
        return setFieldOf(body);
    if (name == u"assign")
        return pairEdit<Assign>(body, application, reference<TenantId>);
    if (name == u"unassign")
        return pairEdit<Unassign>(body, application, reference<TenantId>);
    if (name == u"add")
        return addOrRemove<AddObject>(body);
    if (name == u"remove")
        return addOrRemove<RemoveObject>(body);
    if (name == u"replace")
        return replaceOf(body);
    if (name == u"connect")
        return pairEdit<Connect>(body, application, connection);
    if (name == u"disconnect")
        return pairEdit<Disconnect>(body, application, connection);
    if (name == u"link")
        return pairEdit<Link>(body, application, reference<SwitchId>);
    if (name == u"unlink")
        return pairEdit<Unlink>(body, application, reference<SwitchId>);
    if (name == u"settings")
        return pairEdit<SetSettings>(body, settings, settings);
    if (name == u"extra")
        return pairEdit<SetExtra>(body, extra, extra);
    return std::nullopt;
}

}  // namespace

bool appendEdit(const Edit &edit, std::string &out)
{
    JsonWriter json(out);
    json.startObject();
    std::visit(EditWriter {json}, edit);
    json.endObject();
    out += '\n';
    return json.isGood();
}

std::optional<QList<Edit>> editsFromText(std::string_view lines)
{
    QList<Edit> edits;
    while (!lines.empty()) {
        const auto end = lines.find('\n');
        if (end == std::string_view::npos)
            return std::nullopt;
        rapidjson::GenericDocument<Wide> document;
        if (!parse(lines.substr(0, end), document))
            return std::nullopt;
        auto read = edit(document);
        if (!read)
            return std::nullopt;
        edits.append(std::move(*read));
        lines.remove_prefix(end + 1);
    }
    return edits;
}

bool recordToText(const Record &record, std::string &out)
{
    out.clear();
    JsonWriter json(out);
    json.write(record);
    return json.isGood();
}

std::optional<Record> recordFromText(std::string_view text)
{
    rapidjson::GenericDocument<Wide> document;
    return parse(text, document) ? record(document) : std::nullopt;
}

bool extraToText(const Extra &extra, std::string &out)
{
    out.clear();
    JsonWriter json(out);
    json.write(extra);
    return json.isGood();
}

std::optional<Extra> extraFromText(std::string_view text)
{
    rapidjson::GenericDocument<Wide> document;
    return parse(text, document) ? extra(document) : std::nullopt;
}
