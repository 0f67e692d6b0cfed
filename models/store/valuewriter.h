// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/text.h"
#include "models/store/jsonsyntax.h"
#include "models/store/utf8.h"
#include "models/topology/fields.h"
#include "models/topology/waiver.h"

#include <rapidjson/writer.h>
#include <string>

/// The key of a field in a record.
inline std::u16string recordKey(Field field)
{
    return field == Field::Extra ? u"extra" : QString(fieldName(field)).toStdU16String();
}

/// What rapidjson writes to.
struct TextSink
{
    using Ch = char;
    std::string &text;
    void Put(char c) { text += c; }
    void Flush() { }
};
inline void PutReserve(TextSink &, size_t) { }
inline void PutUnsafe(TextSink &sink, char c)
{
    sink.Put(c);
}

/// Writes values and records as JSON (the forms stand in editjson.h) to the end of a text.
class ValueWriter final
{
public:
    explicit ValueWriter(std::string &out)
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
    void write(const Subject &subject)
    {
        startArray();
        write(qint64(subject.kind));
        if (subject.kind == Subject::Kind::Object) {
            write(qint64(subject.object.kind));
            write(qint64(subject.object.id));
        } else {
            write(subject.name);
        }
        endArray();
    }
    void writeMembers(const WaiverKey &waived)
    {
        member(u"rule", waived.rule);
        member(u"kind", qint64(waived.object.kind));
        member(u"id", qint64(waived.object.id));
        member(u"tenants", waived.tenants);
        member(u"related", waived.related);
    }
    void write(const Waiver &waiver)
    {
        startObject();
        writeMembers(waiver.key);
        member(u"reason", waiver.reason);
        member(u"owner", waiver.owner);
        member(u"expiry", waiver.expiry.isValid() ? waiver.expiry.toJulianDay() : 0);
        member(u"about", waiver.about);
        endObject();
    }
    void write(std::optional<qint64> number)
    {
        if (number)
            write(*number);
        else
            write(std::monostate());
    }
    void write(const std::optional<SiteAnswer> &answer)
    {
        if (!answer)
            return write(std::monostate());
        startArray();
        write(answer->type);
        write(answer->field);
        write(qint64(answer->effect));
        write(answer->evidence);
        write(answer->author);
        write(answer->date.toJulianDay());
        endArray();
    }
    void write(const std::optional<Waiver> &waiver)
    {
        if (waiver)
            write(*waiver);
        else
            write(std::monostate());
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
                m_writer.Key(recordKey(field).data(), rapidjson::SizeType(recordKey(field).size()));
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

private:
    using BaseWriter = rapidjson::Writer<TextSink, rapidjson::UTF16<char16_t>, rapidjson::UTF8<>,
        rapidjson::CrtAllocator, rapidjson::kWriteValidateEncodingFlag>;

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

    TextSink m_sink;
    BaseWriter m_writer;
    std::string m_json;
    bool m_isGood = true;
};
