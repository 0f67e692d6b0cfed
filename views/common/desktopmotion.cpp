// SPDX-License-Identifier: Apache-2.0
#include "views/common/desktopmotion.h"

#include "views/common/settingsportal.h"

#include <QDBusArgument>
#include <QDBusPendingCallWatcher>
#include <QHash>

using namespace Qt::StringLiterals;

namespace {

constexpr auto gnome = "org.gnome.desktop.interface"_L1;
constexpr auto kde = "org.kde.kdeglobals.KDE"_L1;

}  // namespace

DesktopMotion::DesktopMotion(QObject *parent)
    : QObject(parent)
{
    const auto bus = listenToSettings(this, SLOT(follow(QString, QString, QDBusVariant)));
    if (!bus)
        return;
    const auto question =
        settingsQuestion(u"ReadAll"_s, {QStringList {appearanceGroup, gnome, kde}});
    auto *answer = new QDBusPendingCallWatcher(bus->asyncCall(question), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        take(*answer);
        answer->deleteLater();
    });
}

bool DesktopMotion::isReduced() const
{
    return std::find(m_reduced.begin(), m_reduced.end(), true) != m_reduced.end();
}

std::optional<bool> DesktopMotion::saysReduced(
    const QString &group, const QString &key, QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    if (group == appearanceGroup && key == "reduced-motion"_L1)
        return value.toUInt() == 1;
    if (group == gnome && key == "enable-animations"_L1)
        return !value.toBool();
    if (group == kde && key == "AnimationDurationFactor"_L1) {
        // A text; one that is no number says nothing.
        bool isNumber = false;
        const double factor = value.toDouble(&isNumber);
        return isNumber && factor <= 0;
    }
    return std::nullopt;
}

void DesktopMotion::take(const QDBusPendingCallWatcher &answer)
{
    const auto message = answer.reply();
    if (message.type() != QDBusMessage::ReplyMessage)
        return;
    const auto groups = qdbus_cast<QMap<QString, QVariantMap>>(message.arguments().value(0));
    for (auto group = groups.begin(); group != groups.end(); ++group) {
        for (auto setting = group->begin(); setting != group->end(); ++setting) {
            if (const auto said = saysReduced(group.key(), setting.key(), *setting))
                m_reduced.insert(group.key(), *said);
        }
    }
}

void DesktopMotion::follow(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (const auto said = saysReduced(group, key, value.variant()))
        m_reduced.insert(group, *said);
}
