// SPDX-License-Identifier: Apache-2.0
#include "models/store/withimages.h"

#include "models/store/sqliteerror.h"
#include "models/topology/apply.h"
#include "models/topology/references.h"

#include <algorithm>

namespace {

/// An index over all objects costs about as much as so many objects put into one.
constexpr int objectsPerImage = 64;

template <class T>
void put(Table<T> &table, quint32 id, const Record *image)
{
    const typename T::IdType key(id);
    if (!image) {
        if (table.contains(key))
            table.remove(key);
    } else if (table.contains(key)) {
        table.edit(key) = std::get<T>(*image);
    } else {
        table.insert(std::get<T>(*image));
    }
}

void put(Topology::Parts &parts, const Image &image)
{
    const auto id = image.object.id;
    switch (image.object.kind) {
    case Kind::Tenant:
        return put(parts.tenants, id, image.record.get());
    case Kind::SwitchingOffice:
        return put(parts.offices, id, image.record.get());
    case Kind::Switch:
        return put(parts.switches, id, image.record.get());
    case Kind::Host:
        return put(parts.hosts, id, image.record.get());
    case Kind::Application:
        return put(parts.applications, id, image.record.get());
    }
}

/// With all indexes made anew.
Result<Topology> rebuilt(const Topology &topology, const std::vector<Image> &images)
{
    Topology::Parts parts {topology.tenants(), topology.offices(), topology.switches(),
        topology.hosts(), topology.applications(), topology.settings(), topology.extra(),
        topology.waivers(), topology.places(), topology.siteAnswers(), topology.pendingRestarts(),
        {}};
    for (int kind = 0; kind < kindCount; ++kind)
        parts.nextIds[size_t(kind)] = topology.nextId(Kind(kind));
    for (const auto &image : images)
        put(parts, image);
    auto result = Topology::fromParts(std::move(parts));
    if (!result)
        result.error().code = Error::Code::Corrupt;
    return result;
}

/// An application as it is before it refers to others of its kind; anything else as it is.
RecordPointer withoutPeers(const RecordPointer &record)
{
    auto bare = *record;
    if (auto *application = std::get_if<Application>(&bare)) {
        application->connections.clear();
        application->backup.reset();
    } else if (auto *tenant = std::get_if<Tenant>(&bare)) {
        tenant->parent.reset();
    }
    return std::make_shared<const Record>(std::move(bare));
}

/// With the indexes of the topology, edited where an image says so: most documents differ little
/// from their baseline.
Result<Topology> edited(const Topology &topology, const std::vector<Image> &images)
{
    auto result = topology;
    // References may form circles, so all objects are there before any of these is set.
    for (const auto &[object, record] : images) {
        if (record && !topology.contains(object))
            apply(result, AddObject {withoutPeers(record)});
    }
    for (const auto &[object, record] : images) {
        if (!record)
            continue;
        bool resolves = true;
        forEachReference(*record, [&](ObjectId other) { resolves &= result.contains(other); });
        if (!resolves)
            return damagedImage(object);
        const auto before = std::make_shared<const Record>(result.record(object));
        apply(result, ReplaceObject {before, record});
    }
    for (auto image = images.rbegin(); image != images.rend(); ++image) {
        if (!image->record && result.contains(image->object))
            apply(result,
                RemoveObject {std::make_shared<const Record>(result.record(image->object))});
    }
    for (const auto &[object, record] : images) {
        if (!record && topology.contains(object) && result.referenceCount(object) != 0)
            return damagedImage(object);
    }
    return result;
}

}  // namespace

tl::unexpected<Error> damagedImage(ObjectId object)
{
    return failure(Error::Code::Corrupt,
        StoreTexts::tr("The document is damaged: its baseline is not valid."),
        QStringLiteral("baseline_images %1 %2").arg(int(object.kind)).arg(object.id));
}

Result<Topology> withImages(const Topology &topology, const std::vector<Image> &images)
{
    int objects = 0;
    for (int kind = 0; kind < kindCount; ++kind)
        objects += topology.objectCount(Kind(kind));
    // Environment is as it must be in one place alone.
    const bool hasEnvironment =
        !images.empty() && images.front().object == ObjectId(Topology::environment);
    const bool areFew = images.size() * objectsPerImage <= size_t(objects);
    return areFew && !hasEnvironment ? edited(topology, images) : rebuilt(topology, images);
}
