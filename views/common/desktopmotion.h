// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDBusVariant>
#include <QHash>
#include <QObject>

#include <optional>

class QDBusPendingCallWatcher;

/// Whether the desktop's portal says that nothing should move: org.freedesktop.appearance
/// reduced-motion, or what GNOME and KDE have had for longer. Where there is no portal it says
/// nothing, which is that things may move.
class DesktopMotion final : public QObject
{
    Q_OBJECT

public:
    /// Asks at once, and waits for no answer.
    explicit DesktopMotion(QObject *parent);

    bool isReduced() const;

    /// What one setting says; nothing if it is about something else.
    static std::optional<bool> saysReduced(
        const QString &group, const QString &key, QVariant value);

private Q_SLOTS:
    void follow(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void take(const QDBusPendingCallWatcher &answer);

    QHash<QString, bool> m_reduced;  // By group: a desktop may have several.
};
