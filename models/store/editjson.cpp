// SPDX-License-Identifier: Apache-2.0
#include "models/store/editjson.h"

#include "models/store/valuereader.h"
#include "models/store/valuewriter.h"
#include "models/topology/normalise.h"

namespace {

using namespace ValueReader;

struct EditWriter
{
    ValueWriter &json;

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
    void operator()(const SetWaiver &edit) const
    {
        json.key(u"waiver");
        pair(edit.before, edit.after);
    }
    void operator()(const SetPlace &edit) const
    {
        json.key(u"place");
        json.startArray();
        json.write(qint64(edit.object.kind));
        json.write(qint64(edit.object.id));
        json.write(edit.before);
        json.write(edit.after);
        json.endArray();
    }
    void operator()(const SetSiteAnswer &edit) const
    {
        json.key(u"answer");
        pair(edit.before, edit.after);
    }
    void operator()(const SetPending &edit) const
    {
        json.key(u"pending");
        json.startArray();
        json.write(qint64(edit.application.value()));
        json.write(edit.before);
        json.write(edit.after);
        json.endArray();
    }
};

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

/// Each of the two a waiver or null, of one key.
std::optional<Edit> waiverOf(const Json &json)
{
    if (!json.IsArray() || json.Size() != 2)
        return std::nullopt;
    const auto before = waiver(json[0]);
    const auto after = waiver(json[1]);
    if ((!before && !json[0].IsNull()) || (!after && !json[1].IsNull()) || (!before && !after)
        || (before && after && !(before->key == after->key)))
        return std::nullopt;
    return SetWaiver {before, after};
}

/// [kind,id,before,after], a place being a number or null.
std::optional<Edit> placeOf(const Json &json)
{
    if (!json.IsArray() || json.Size() != 4)
        return std::nullopt;
    const auto kind = enumeration(json[0], Kind::Tenant, Kind::Application);
    const auto id = reference<TenantId>(json[1]);
    const auto before = whole(json[2]);
    const auto after = whole(json[3]);
    if (!kind || !id || (!before && !json[2].IsNull()) || (!after && !json[3].IsNull()))
        return std::nullopt;
    return SetPlace {{*kind, id->value()}, before, after};
}

/// Each of the two an answer or null, of one type and field.
std::optional<Edit> answerOf(const Json &json)
{
    if (!json.IsArray() || json.Size() != 2)
        return std::nullopt;
    auto before = siteAnswer(json[0]);
    auto after = siteAnswer(json[1]);
    if ((!before && !json[0].IsNull()) || (!after && !json[1].IsNull()) || (!before && !after)
        || (before && after && (before->type != after->type || before->field != after->field)))
        return std::nullopt;
    return SetSiteAnswer {std::move(before), std::move(after)};
}

/// [application,before,after], a revision's number or null.
std::optional<Edit> pendingOf(const Json &json)
{
    if (!json.IsArray() || json.Size() != 3)
        return std::nullopt;
    const auto application = reference<ApplicationId>(json[0]);
    const auto before = whole(json[1]);
    const auto after = whole(json[2]);
    if (!application || (!before && !json[1].IsNull()) || (!after && !json[2].IsNull()))
        return std::nullopt;
    return SetPending {*application, before, after};
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
    if (name == u"waiver")
        return waiverOf(body);
    if (name == u"place")
        return placeOf(body);
    if (name == u"answer")
        return answerOf(body);
    if (name == u"pending")
        return pendingOf(body);
    return std::nullopt;
}

}  // namespace

bool appendEdit(const Edit &edit, std::string &out)
{
    ValueWriter json(out);
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
        JsonText document;
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
