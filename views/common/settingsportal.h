// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDBusConnection>
#include <QDBusMessage>

#include <optional>

// The desktop's settings, as its portal tells them (org.freedesktop.portal.Settings).

/// The group of what all desktops tell alike.
inline constexpr QLatin1String appearanceGroup("org.freedesktop.appearance");

/// The bus that the portal is on; its changes go to "slot" (of QString, QString, QDBusVariant).
/// Nothing where there is no session bus.
std::optional<QDBusConnection> listenToSettings(QObject *receiver, const char *slot);
/// A call of the portal's "Read" or "ReadAll".
QDBusMessage settingsQuestion(const QString &method, const QVariantList &arguments);
