// SPDX-License-Identifier: Apache-2.0
#include "models/onboarding/medium.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace {

struct Row
{
    Medium medium;
    const char *token;
    const char *label;
    ApplicationType::Id type;
};

// In the order of the enumeration.
constexpr Row rows[] = {
    {Medium::Chat, "chat", QT_TRANSLATE_NOOP("Medium", "Chat"), ApplicationType::ChatServer},
    {Medium::Email, "email", QT_TRANSLATE_NOOP("Medium", "E-mail"), ApplicationType::EmailServer},
    {Medium::Sms, "sms", QT_TRANSLATE_NOOP("Medium", "SMS"), ApplicationType::SmsServer},
    {Medium::Social, "social", QT_TRANSLATE_NOOP("Medium", "Social media"),
        ApplicationType::SocialMessagingServer},
    {Medium::WebApi, "webapi", QT_TRANSLATE_NOOP("Medium", "Web API"),
        ApplicationType::WebApiServer},
    {Medium::Classification, "classification", QT_TRANSLATE_NOOP("Medium", "Classification"),
        ApplicationType::ClassificationServer},
    {Medium::Training, "training", QT_TRANSLATE_NOOP("Medium", "Training"),
        ApplicationType::TrainingServer},
    {Medium::CoBrowsing, "cobrowse", QT_TRANSLATE_NOOP("Medium", "Co-browsing"),
        ApplicationType::CoBrowsingServer},
};

const Row &rowOf(Medium medium)
{
    return rows[size_t(medium)];
}

}  // namespace

std::span<const Medium> allMedia()
{
    static const auto media = [] {
        std::array<Medium, std::size(rows)> all {};
        std::transform(std::begin(rows), std::end(rows), all.begin(),
            [](const Row &row) { return row.medium; });
        return all;
    }();
    return media;
}

QLatin1String mediumToken(Medium medium)
{
    return QLatin1String(rowOf(medium).token);
}

std::optional<Medium> mediumFromToken(QStringView token)
{
    for (const auto &row : rows) {
        if (token == QLatin1String(row.token))
            return row.medium;
    }
    return std::nullopt;
}

QString mediumLabel(Medium medium)
{
    return QCoreApplication::translate("Medium", rowOf(medium).label);
}

ApplicationType::Id serverType(Medium medium)
{
    return rowOf(medium).type;
}
