// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QStringList>

class QSettings;

/// The documents that were opened last, latest first; kept in the settings.
class RecentFiles final : public QObject
{
    Q_OBJECT

public:
    explicit RecentFiles(QSettings &settings, QObject *parent = nullptr);

    QStringList paths() const;
    void add(const QString &path);
    void remove(const QString &path);
    void clear();

    /// The document that the window showed when it was closed; empty if none.
    QString last() const;
    void setLast(const QString &path);

Q_SIGNALS:
    void changed();

private:
    QSettings &m_settings;
};
