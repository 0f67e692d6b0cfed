// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDBusVariant>
#include <QObject>

/// What the desktop's portal says of the wanted colour scheme (org.freedesktop.appearance
/// color-scheme). Where there is no portal it says nothing, which is light.
class DesktopScheme final : public QObject
{
    Q_OBJECT

public:
    /// Asks at once, and waits a moment for the answer.
    explicit DesktopScheme(QObject *parent);

    bool isDark() const { return m_isDark; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void follow(const QString &group, const QString &key, const QDBusVariant &value);

private:
    bool m_isDark = false;
};
