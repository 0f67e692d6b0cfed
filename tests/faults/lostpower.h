// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/faults/diskcalls.h"

#include <map>
#include <random>

/// A disk behind a cache: what was synced is there after the power has gone; of the rest any part
/// may be, writes torn at sectors, names of files in any of the states since their folder was
/// synced.
class LostPower final
{
public:
    /// Which part of what was not synced survives.
    enum class Survivors {
        Nothing,
        Everything,
        DataOnly,    ///< No change of a name.
        NamesOnly,   ///< No data; files that grew are filled with zeros.
        SomeWrites,  ///< Each with a chance of one half, some torn.
    };

    void take(const DiskCalls::Operation &operation);
    /// How many operations were acknowledged so far.
    int acknowledged() const { return m_acknowledged; }
    /// What the disk may hold if the power went now: content by name.
    std::map<QByteArray, QByteArray> image(Survivors survivors, std::mt19937 &dice) const;

private:
    using Names = std::map<QByteArray, int>;
    static void changeNames(Names &names, const DiskCalls::Operation &operation);
    static void changeData(QByteArray &data, const DiskCalls::Operation &operation);

    struct File
    {
        QByteArray durable;
        std::vector<DiskCalls::Operation> pending;
    };
    std::map<int, File> m_files;
    Names m_names;
    std::vector<DiskCalls::Operation> m_pendingNames;
    int m_acknowledged = 0;
};
