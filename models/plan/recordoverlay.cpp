// SPDX-License-Identifier: Apache-2.0
#include "models/plan/recordoverlay.h"

#include "models/topology/stepbuilder.h"

bool RecordOverlay::contains(ObjectId object) const
{
    return visitKind(
        object.kind, [&]<class T>() { return find<T>(typename T::IdType(object.id)) != nullptr; });
}

template <class T>
void RecordOverlay::touchAll(const QList<typename T::IdType> &ids)
{
    for (const auto id : ids)
        touch<T>(id);
}

void RecordOverlay::touchHolders(ObjectId object)
{
    switch (object.kind) {
    case Kind::Tenant:
        touchAll<Tenant>(m_current.childrenOf(object.tenant()));
        touchAll<Switch>(m_current.switchesOf(object.tenant()));
        touchAll<Application>(m_current.applicationsOf(object.tenant()));
        break;
    case Kind::SwitchingOffice:
        touchAll<Switch>(m_current.switchesIn(object.office()));
        break;
    case Kind::Switch:
        touchAll<Application>(m_current.applicationsLinkedTo(object.switchId()));
        break;
    case Kind::Host:
        touchAll<Application>(m_current.applicationsOn(object.host()));
        break;
    case Kind::Application:
        touchAll<Application>(m_current.clientsOf(object.application()));
        touchAll<Application>(m_current.primariesOf(object.application()));
        break;
    }
}

template <class T>
void RecordOverlay::emitAdded(StepBuilder &builder) const
{
    for (const auto &[id, record] : records<T>()) {
        if (record && !m_current.table<T>().contains(id))
            builder.add(*record);
    }
}

template <class T>
void RecordOverlay::emitChanged(StepBuilder &builder) const
{
    for (const auto &[id, record] : records<T>()) {
        if (const auto *before = m_current.table<T>().find(id); before && record)
            builder.change(*before, *record);
    }
}

template <class T>
void RecordOverlay::emitRemoved(StepBuilder &builder) const
{
    std::vector<typename T::IdType> ids;
    for (const auto &[id, record] : records<T>()) {
        if (!record && m_current.table<T>().contains(id))
            ids.push_back(id);
    }
    builder.remove(ids);
}

Step RecordOverlay::toStep() const
{
    StepBuilder builder(m_current);
    emitAdded<Tenant>(builder);
    emitAdded<SwitchingOffice>(builder);
    emitAdded<Switch>(builder);
    emitAdded<Host>(builder);
    emitAdded<Application>(builder);
    builder.finishAdding();
    emitChanged<Tenant>(builder);
    emitChanged<SwitchingOffice>(builder);
    emitChanged<Switch>(builder);
    emitChanged<Host>(builder);
    emitChanged<Application>(builder);
    emitRemoved<Application>(builder);
    emitRemoved<Switch>(builder);
    emitRemoved<SwitchingOffice>(builder);
    emitRemoved<Host>(builder);
    emitRemoved<Tenant>(builder);
    return {{}, std::move(builder.edits)};
}
