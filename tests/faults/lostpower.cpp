// SPDX-License-Identifier: Apache-2.0
#include "tests/faults/lostpower.h"

using DiskCalls::Operation;

void LostPower::changeNames(Names &names, const Operation &operation)
{
    switch (operation.kind) {
    case Operation::Create:
        names[operation.name] = operation.file;
        break;
    case Operation::Unlink:
        names.erase(operation.name);
        break;
    case Operation::Rename:
        // Atomic; the old name is there or the new one.
        if (const auto old = names.find(operation.name); old != names.end()) {
            const int file = old->second;
            names.erase(old);
            names[operation.target] = file;
        }
        break;
    case Operation::Exchange:
        std::swap(names[operation.name], names[operation.target]);
        break;
    default:
        break;
    }
}

void LostPower::changeData(QByteArray &data, const Operation &operation)
{
    if (operation.kind == Operation::Truncate) {
        data.resize(operation.offset);
        return;
    }
    const auto end = operation.offset + operation.data.size();
    if (data.size() < end)
        data.append(QByteArray(end - data.size(), '\0'));
    data.replace(operation.offset, operation.data.size(), operation.data);
}

void LostPower::take(const Operation &operation)
{
    switch (operation.kind) {
    case Operation::Create:
    case Operation::Unlink:
    case Operation::Rename:
    case Operation::Exchange:
        m_pendingNames.push_back(operation);
        m_files[operation.file];
        break;
    case Operation::Write:
    case Operation::Truncate:
        m_files[operation.file].pending.push_back(operation);
        break;
    case Operation::SyncFile: {
        auto &file = m_files[operation.file];
        for (const auto &write : file.pending)
            changeData(file.durable, write);
        file.pending.clear();
        break;
    }
    case Operation::SyncFolder:
        for (const auto &change : m_pendingNames)
            changeNames(m_names, change);
        m_pendingNames.clear();
        break;
    case Operation::Acknowledge:
        ++m_acknowledged;
        break;
    }
}

std::map<QByteArray, QByteArray> LostPower::image(Survivors survivors, std::mt19937 &dice) const
{
    const auto dataOf = [&](const File &file) {
        auto data = file.durable;
        for (const auto &operation : file.pending) {
            auto kept = operation;
            switch (survivors) {
            case Survivors::Nothing:
                continue;
            case Survivors::Everything:
            case Survivors::DataOnly:
                break;
            case Survivors::NamesOnly:
                // The size of a file is kept with its name.
                if (operation.offset + operation.data.size() <= data.size())
                    continue;
                kept.data =
                    QByteArray(operation.offset + operation.data.size() - data.size(), '\0');
                kept.offset = data.size();
                break;
            case Survivors::SomeWrites:
                if (dice() % 2 == 0)
                    continue;
                if (constexpr qsizetype sector = 512;
                    dice() % 3 == 0 && operation.data.size() > sector) {
                    const auto begin =
                        qsizetype(dice() % (unsigned(operation.data.size() / sector))) * sector;
                    kept.offset += begin;
                    kept.data = operation.data.mid(begin, sector * qsizetype(1 + dice() % 4));
                }
                break;
            }
            changeData(data, kept);
        }
        return data;
    };

    // A journaling file system keeps the order of names; how far it came is open.
    auto names = m_names;
    size_t changes = m_pendingNames.size();
    if (survivors == Survivors::Nothing || survivors == Survivors::DataOnly)
        changes = 0;
    else if (survivors == Survivors::SomeWrites)
        changes = dice() % (changes + 1);
    for (size_t i = 0; i < changes; ++i)
        changeNames(names, m_pendingNames[i]);

    std::map<QByteArray, QByteArray> image;
    for (const auto &[name, file] : names)
        image[name] = dataOf(m_files.at(file));
    return image;
}
