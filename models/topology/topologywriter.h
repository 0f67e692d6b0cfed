// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/topology.h"

/// Writes the records of a topology together with the indexes over them. Knows how one fact is
/// changed; what may be changed is for edits.h. Used by apply() and Topology::fromParts() alone.
class TopologyWriter final
{
public:
    explicit TopologyWriter(Topology &topology)
        : t(topology)
    {
    }

    void add(const Record &record);
    /// Nothing may refer to the object.
    void remove(const Record &record);
    void replace(const Record &before, const Record &after);
    void setField(ObjectId object, Field field, const Value &before, const Value &after);
    void setMember(ApplicationId application, TenantId tenant, bool isMember);
    void setConnection(ApplicationId application, const Connection &connection, bool isConnected);
    void setLink(ApplicationId application, SwitchId linkedSwitch, bool isLinked);
    void setSettings(const Settings &settings) { t.m_settings = settings; }
    void setExtra(const Extra &extra) { t.m_extra = extra; }
    void setWaiver(const WaiverKey &key, const std::optional<Waiver> &waiver);
    void setPlace(ObjectId object, std::optional<qint64> place);
    void setSiteAnswer(const SetSiteAnswer &edit);
    void setPending(ApplicationId application, std::optional<qint64> revision);

    /// All indexes over the records, in one pass: each list comes out sorted, because records come
    /// by id.
    void buildIndexes();

private:
    template <class T>
    void insert(const T &object);
    template <class T>
    void take(const T &object);
    template <class T>
    Table<T> &table();
    void makeRoom();
    void reserveLists();

    // References of one object to others: into the indexes, or out of them.
    void index(const Tenant &tenant, bool isPresent);
    void index(const SwitchingOffice &, bool) { }
    void index(const Switch &object, bool isPresent);
    void index(const Host &, bool) { }
    void index(const Application &application, bool isPresent);
    void indexBackup(ApplicationId primary, std::optional<ApplicationId> backup, bool isPresent);
    void updateIsBackup(ApplicationId application);
    static bool isEnabledCustomer(const Tenant &tenant);

    Topology &t;
};
