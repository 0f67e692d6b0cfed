// SPDX-License-Identifier: Apache-2.0
#include "views/common/desktopscheme.h"

#include "views/common/settingsportal.h"

using namespace Qt::StringLiterals;

namespace {

constexpr auto colourScheme = "color-scheme"_L1;

/// 1 means that dark is preferred, 2 light, 0 nothing. Older portals wrap the value twice.
bool saysDark(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value.toUInt() == 1;
}

}  // namespace

DesktopScheme::DesktopScheme(QObject *parent)
    : QObject(parent)
{
    const auto bus = listenToSettings(this, SLOT(follow(QString, QString, QDBusVariant)));
    if (!bus)
        return;
    const auto question =
        settingsQuestion(u"Read"_s, {QString(appearanceGroup), QString(colourScheme)});
    // Asked before the first window shows, so that it doesn't change its colour afterwards; a
    // portal that is slow to start tells by its signal.
    constexpr int patience = 150;  // ms
    const auto answer = bus->call(question, QDBus::Block, patience);
    if (answer.type() == QDBusMessage::ReplyMessage && !answer.arguments().isEmpty())
        m_isDark = saysDark(answer.arguments().constFirst());
}

void DesktopScheme::follow(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group != appearanceGroup || key != colourScheme)
        return;
    m_isDark = saysDark(value.variant());
    Q_EMIT changed();
}
