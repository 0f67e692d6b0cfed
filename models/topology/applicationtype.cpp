// SPDX-License-Identifier: Apache-2.0
#include "models/topology/applicationtype.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <vector>

namespace {

struct Row
{
    qint16 id;
    const char *token;
    const char *displayName;
    Sharing sharing;
    bool isDesktopTool;
};

constexpr Row rows[] = {
#include "models/topology/applicationtypetable.inc"
};

const Row *findRow(int id)
{
    const auto *row = std::lower_bound(std::begin(rows), std::end(rows), id,
        [](const Row &r, int wanted) { return r.id < wanted; });
    return row != std::end(rows) && row->id == id ? row : nullptr;
}

}  // namespace

ApplicationType::ApplicationType(Id id)
    : m_id(id)
{
    const auto *row = findRow(id);
    Q_ASSERT(row);
    m_token = QLatin1String(row->token);
    m_sharing = row->sharing;
}

ApplicationType ApplicationType::fromToken(const QString &token)
{
    static const QHash<QString, ApplicationType> types = [] {
        QHash<QString, ApplicationType> byToken;
        for (const auto &type : all())
            byToken.insert(type.token(), type);
        return byToken;
    }();
    const auto known = types.constFind(token);
    if (known != types.constEnd())
        return *known;
    ApplicationType type;
    type.m_token = token;
    return type;
}

ApplicationType ApplicationType::fromNumber(int number)
{
    if (findRow(number))
        return ApplicationType(Id(number));
    ApplicationType type;
    type.m_token = QString::number(number);
    return type;
}

std::span<const ApplicationType> ApplicationType::all()
{
    static const std::vector<ApplicationType> types = [] {
        std::vector<ApplicationType> all;
        for (const auto &row : rows)
            all.emplace_back(Id(row.id));
        return all;
    }();
    return types;
}

QString ApplicationType::displayName() const
{
    const auto *row = findRow(m_id);
    return row && row->displayName[0] != '\0' ? QString(QLatin1String(row->displayName)) : m_token;
}

bool ApplicationType::isDesktopTool() const
{
    const auto *row = findRow(m_id);
    return row && row->isDesktopTool;
}
