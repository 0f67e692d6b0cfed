// SPDX-License-Identifier: Apache-2.0
#include "views/common/settingsportal.h"

using namespace Qt::StringLiterals;

namespace {

constexpr auto service = "org.freedesktop.portal.Desktop"_L1;
constexpr auto path = "/org/freedesktop/portal/desktop"_L1;
constexpr auto interface = "org.freedesktop.portal.Settings"_L1;

}  // namespace

std::optional<QDBusConnection> listenToSettings(QObject *receiver, const char *slot)
{
    // Without a session bus at hand Qt would try to start one.
    if (!qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS"))
        return std::nullopt;
    auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return std::nullopt;
    bus.connect(service, path, interface, u"SettingChanged"_s, receiver, slot);
    return bus;
}

QDBusMessage settingsQuestion(const QString &method, const QVariantList &arguments)
{
    auto question = QDBusMessage::createMethodCall(service, path, interface, method);
    question.setArguments(arguments);
    return question;
}
