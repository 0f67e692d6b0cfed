// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>
#include <QTemporaryDir>

/// What one run of the program gave.
struct Run
{
    int exitCode = -1;  ///< -1: it did not start, crashed, or did not end in time.
    QByteArray out;
    QByteArray err;

    QJsonObject json() const;
};

/// Runs the real switchyard-cli to its end.
Run cli(const QStringList &arguments, const QByteArray &input = {});
QString cliProgram();

/// A folder that goes with the test, and files in it.
class Folder final
{
public:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    /// Writes the file, and gives its path.
    QString file(const QString &name, const QByteArray &content) const;
    QByteArray content(const QString &name) const;
    bool contains(const QString &name) const;
    QStringList names() const;

private:
    QTemporaryDir m_folder;
};

/// A small topology file: tenants Acme and Globex, the applications that are given as JSON objects,
/// in one line each.
QByteArray topologyWith(const QByteArray &applications, const QByteArray &more = {});
/// An application object.
QByteArray application(const QByteArray &name, const QByteArray &type, const QByteArray &tenants,
    const QByteArray &more = {});

QString sample(const QString &name);
