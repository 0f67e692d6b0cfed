// SPDX-License-Identifier: Apache-2.0
#include "views/window/recentfiles.h"

#include <QFileInfo>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestList = 10;
constexpr auto pathsKey = "documents/recent"_L1;
constexpr auto lastKey = "documents/last"_L1;

}  // namespace

RecentFiles::RecentFiles(QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
}

QStringList RecentFiles::paths() const
{
    return m_settings.value(pathsKey).toStringList();
}

void RecentFiles::add(const QString &path)
{
    const auto absolute = QFileInfo(path).absoluteFilePath();
    auto list = paths();
    list.removeAll(absolute);
    list.prepend(absolute);
    m_settings.setValue(pathsKey, list.mid(0, longestList));
    Q_EMIT changed();
}

void RecentFiles::remove(const QString &path)
{
    auto list = paths();
    if (list.removeAll(QFileInfo(path).absoluteFilePath()) == 0)
        return;
    m_settings.setValue(pathsKey, list);
    Q_EMIT changed();
}

void RecentFiles::clear()
{
    m_settings.remove(pathsKey);
    Q_EMIT changed();
}

QString RecentFiles::last() const
{
    return m_settings.value(lastKey).toString();
}

void RecentFiles::setLast(const QString &path)
{
    m_settings.setValue(lastKey, path.isEmpty() ? path : QFileInfo(path).absoluteFilePath());
}
