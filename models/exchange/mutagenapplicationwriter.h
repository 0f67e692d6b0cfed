// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/exchange/mutagenmembers.h"
#include "models/exchange/mutagenoutput.h"

/// Writes what is an application's own.
class MutagenApplicationWriter final
{
public:
    MutagenApplicationWriter(
        MutagenOutput &output, const Application &application, MutagenMembers &members)
        : m_output(output)
        , m_json(output.json)
        , m_application(application)
        , m_members(members)
    {
    }

    void write();

private:
    void writeAutoRestart();
    void writeTenants();
    void writeConnections();
    void writePorts();
    /// Host and backup stand in one value, which mutagen replaces as a whole.
    void writeServer();
    /// Linked switches: CONN_INFO, CFGSwitch, keys that are DBIDs.
    void writeLinks();
    void writeOptions(Field field, QLatin1String key, const Options &options);

    MutagenOutput &m_output;
    JsonWriter &m_json;
    const Application &m_application;
    MutagenMembers &m_members;
};
