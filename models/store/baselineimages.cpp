// SPDX-License-Identifier: Apache-2.0
#include "models/store/baselineimages.h"

#include "models/store/recordjson.h"
#include "models/store/rowreader.h"
#include "models/store/storeconnection.h"
#include "models/store/withimages.h"

#include <SQLiteCpp/Statement.h>
#include <algorithm>

namespace {

constexpr size_t imagePartSize = 4 << 20;

struct TouchedObject
{
    std::optional<ObjectId> operator()(const AddObject &edit) const
    {
        return objectId(*edit.record);
    }
    std::optional<ObjectId> operator()(const RemoveObject &edit) const
    {
        return objectId(*edit.record);
    }
    std::optional<ObjectId> operator()(const ReplaceObject &edit) const
    {
        return objectId(*edit.after);
    }
    std::optional<ObjectId> operator()(const SetField &edit) const { return edit.object; }
    std::optional<ObjectId> operator()(const SetSettings &) const { return std::nullopt; }
    std::optional<ObjectId> operator()(const SetExtra &) const { return std::nullopt; }
    std::optional<ObjectId> operator()(const SetWaiver &) const { return std::nullopt; }
    std::optional<ObjectId> operator()(const SetPlace &) const { return std::nullopt; }
    std::optional<ObjectId> operator()(const SetSiteAnswer &) const { return std::nullopt; }
    std::optional<ObjectId> operator()(const SetPending &) const { return std::nullopt; }
    template <class T>
    std::optional<ObjectId> operator()(const T &edit) const
    {
        return edit.application;
    }
};

}  // namespace

bool BaselineImages::keep(const Topology &before, const QList<Edit> &edits)
{
    QSet<ObjectId> seen;
    for (const auto &edit : edits) {
        const auto object = std::visit(TouchedObject {}, edit);
        if (!object || seen.contains(*object))
            continue;
        if (edits.size() > 1)
            seen.insert(*object);
        auto &known = m_connection.statements().get(
            "SELECT 1 FROM baseline_images WHERE kind = ?1 AND id = ?2 AND part = 0");
        known.bind(1, int(object->kind));
        known.bind(2, int64_t(object->id));
        const bool isKnown = known.executeStep();
        known.reset();
        if (!isKnown && !write(*object, before))
            return false;
    }
    return true;
}

bool BaselineImages::write(ObjectId object, const Topology &from)
{
    static constexpr char insert[] = "INSERT INTO baseline_images VALUES (?1, ?2, ?3, ?4)";
    auto &rows = m_connection.rows();
    if (!from.contains(object)) {
        (rows.bind(insert) << qint64(object.kind) << qint64(object.id) << qint64(0)).null().run();
        return true;
    }
    std::string text;
    if (!recordToText(from.record(object), text))
        return false;
    qint64 part = 0;
    forEachPart(text, imagePartSize, [&](std::string_view piece) {
        (rows.bind(insert) << qint64(object.kind) << qint64(object.id) << part++ << piece).run();
    });
    return true;
}

void BaselineImages::clear()
{
    m_connection.statements().get("DELETE FROM baseline_images").exec();
}

template <class T>
bool BaselineImages::replace(
    const Table<T> &baseline, const Table<T> &working, const Topology &from)
{
    const quint32 bound = std::max(baseline.idBound(), working.idBound());
    for (quint32 i = 0; i < bound; ++i) {
        const typename T::IdType id(i);
        if (Table<T>::isShared(baseline, working, id))
            continue;
        const auto *was = baseline.find(id);
        const auto *is = working.find(id);
        if (was && is ? *was == *is : was == is)
            continue;
        if (!write(id, from))
            return false;
    }
    return true;
}

bool BaselineImages::replace(const Topology &baseline, const Topology &working)
{
    clear();
    return replace(baseline.tenants(), working.tenants(), baseline)
        && replace(baseline.offices(), working.offices(), baseline)
        && replace(baseline.switches(), working.switches(), baseline)
        && replace(baseline.hosts(), working.hosts(), baseline)
        && replace(baseline.applications(), working.applications(), baseline);
}

Result<Topology> BaselineImages::read(const Topology &working)
{
    TextCache texts;
    RowReader rows(m_connection.handle(),
        "SELECT kind, id, part, record FROM baseline_images ORDER BY kind, id, part", texts);
    if (!rows.next())
        return working;

    std::vector<Image> images;
    std::string text;
    while (rows.hasRow()) {
        const ObjectId object(
            rows.enumeration(0, Kind::Tenant, Kind::Application), rows.id<TenantId>(1).value());
        const bool hasImage = !rows.isNull(3);
        if (rows.whole(2) != 0 || rows.isDamaged() || object.id >= working.nextId(object.kind))
            return damagedImage(object);
        text.clear();
        qint64 part = 0;
        do {
            if (rows.whole(2) != part++ || (part > 1 && !hasImage))
                return damagedImage(object);
            if (hasImage)
                text += rows.bytes(3);
        } while (rows.next() && rows.whole(0) == qint64(object.kind) && rows.whole(1) == object.id
            && !rows.isDamaged());
        if (rows.isDamaged())
            return damagedImage(object);
        auto image = hasImage ? recordFromText(text) : std::nullopt;
        if (hasImage && (!image || objectId(*image) != object))
            return damagedImage(object);
        images.push_back(
            {object, image ? std::make_shared<const Record>(std::move(*image)) : RecordPointer()});
    }
    return withImages(working, images);
}
