// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/applicationtype.h"

#include <QStringList>

#include <optional>
#include <span>

/// What a tenant's customers and agents work with: each takes a server of one type.
enum class Medium {
    Chat,
    Email,
    Sms,
    Social,
    WebApi,
    Classification,
    Training,
    CoBrowsing,
};

std::span<const Medium> allMedia();
/// "chat", "email", "sms", "social", "webapi", "classification", "training", "cobrowse".
QLatin1String mediumToken(Medium medium);
std::optional<Medium> mediumFromToken(QStringView token);
/// What people read; translated.
QString mediumLabel(Medium medium);
ApplicationType::Id serverType(Medium medium);
