// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/exchange/mutagenobject.h"

/// The reading of an application's own members.
class MutagenApplication final
{
public:
    MutagenApplication(const MutagenSource &source, MutagenObject &object)
        : m_source(source)
        , m_object(object)
    {
    }

    /// False for a member that isn't known.
    bool readMember(QByteArrayView key, const JsonPlace &place, const JsonValue &value);
    /// What takes a look at several members; after all of them have been read.
    void readWhole(const JsonPlace &place, const JsonValue &object);

private:
    bool readTenants(QByteArrayView key, const JsonPlace &place, const JsonValue &value);
    bool readConnections(QByteArrayView key, const JsonPlace &place, const JsonValue &value);
    ConnectionDraft connection(const JsonPlace &place, const JsonValue &value);
    bool readPorts(QByteArrayView key, const JsonPlace &place, const JsonValue &value);
    /// Host, backup and the one port that an application without a list of ports has.
    void readServerPort(const JsonPlace &place, const JsonValue &object);
    /// Sections of keys; what is no text becomes text.
    Options options(QByteArrayView key, const JsonPlace &place, const JsonValue &value);
    /// The annex; what Switchyard keeps there of its own goes back into its fields.
    void readAnnex(const JsonPlace &place, const JsonValue &object);
    bool readOwnKey(const JsonPlace &section, const Option &option);
    /// Linked switches: CONN_INFO, CFGSwitch, keys that are DBIDs.
    void readFlexibleProperties(const JsonPlace &place, const JsonValue &object);
    /// What of it is no link, as JSON.
    QString readConnectionInfo(const JsonPlace &place, const JsonValue &info);
    /// Keeps, and tells, what is there in a part of the application and can't be read.
    void keepUnread(Extra &extra, QByteArrayView key, const JsonPlace &place,
        const JsonValue &value, bool isTaken = false);
    SwitchName linkedSwitch(const JsonPlace &place, qint64 dbid);

    const MutagenSource &m_source;
    MutagenObject &m_object;
};
