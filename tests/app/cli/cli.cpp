// SPDX-License-Identifier: Apache-2.0
#include "tests/app/cli/cli.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

QJsonObject Run::json() const
{
    return QJsonDocument::fromJson(out).object();
}

QString cliProgram()
{
    return QString::fromUtf8(SWITCHYARD_CLI);
}

Run cli(const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.start(cliProgram(), arguments);
    if (!process.waitForStarted())
        return {};
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {-1, process.readAllStandardOutput(), process.readAllStandardError()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QString Folder::file(const QString &name, const QByteArray &content) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("a test file can't be written");
    return file.fileName();
}

QByteArray Folder::content(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool Folder::contains(const QString &name) const
{
    return QFile::exists(path(name));
}

QStringList Folder::names() const
{
    return QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

QByteArray topologyWith(const QByteArray &applications, const QByteArray &more)
{
    return R"({"format":"switchyard-topology","version":1,"tenants":[{"dbid":101,"name":"Acme"},{"dbid":102,"name":"Globex"}],)"
        + more + R"("applications":[)" + applications + "]}\n";
}

QByteArray application(const QByteArray &name, const QByteArray &type, const QByteArray &tenants,
    const QByteArray &more)
{
    return R"({"name":")" + name + R"(","type":")" + type + R"(","tenants":[)" + tenants + "]"
        + more + "}";
}

QString sample(const QString &name)
{
    return QStringLiteral(SAMPLES_DIR "/") + name;
}
