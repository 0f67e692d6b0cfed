// SPDX-License-Identifier: Apache-2.0
#include "tests/app/cli/cli.h"

#include <QJsonArray>
#include <QProcess>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

/// What was acknowledged is on disk, whatever happens to the process next.
class TestCliKill final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedAmidAStream();

private:
    QStringList tenants() const;
    Folder m_folder;
    QString m_document = m_folder.path(u"a.switchyard"_s);
};

QStringList TestCliKill::tenants() const
{
    const auto json = cli({u"export"_s, m_document, u"--format"_s, u"topology"_s, u"--output"_s,
                              u"-"_s, u"--allow-errors"_s})
                          .json();
    QStringList names;
    for (const auto &value : json.value(u"tenants"_s).toArray())
        names.append(value.toObject().value(u"name"_s).toString());
    return names;
}

void TestCliKill::killedAmidAStream()
{
    QCOMPARE(cli({u"new"_s, m_document}).exitCode, 0);
    int number = 0;  // The document's state number as far as it is known.
    for (int round = 0; round < 20; ++round) {
        QByteArray lines;
        for (int i = 1; i <= 2'000; ++i)
            lines += "{\"op\":\"add\",\"kind\":\"tenant\",\"object\":{\"name\":\"Tenant "
                + QByteArray::number(number + i) + "\"}}\n";
        QProcess process;
        process.start(cliProgram(), {u"edit"_s, m_document});
        QVERIFY(process.waitForStarted());
        process.write(lines);
        // Somewhere else in the work on a line each time.
        const int enough = 1 + 7 * round % 40;
        QByteArray answers;
        while (answers.count('\n') < enough) {
            QVERIFY(process.waitForReadyRead(20'000));
            answers += process.readAllStandardOutput();
        }
        QCOMPARE(::kill(pid_t(process.processId()), SIGKILL), 0);
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        answers += process.readAllStandardOutput();
        const int acknowledged = number + int(answers.count('\n'));
        QVERIFY(
            answers.endsWith("{\"ok\":true,\"edit\":" + QByteArray::number(acknowledged) + "}\n"));

        // An edit may have become durable without its answer; half of one never.
        const auto check = cli({u"check"_s, m_document});
        QVERIFY2(check.exitCode == 0, check.err.constData());
        const auto names = tenants();
        const int found = int(names.size()) - 1;
        QVERIFY2(found == acknowledged || found == acknowledged + 1,
            qPrintable(u"%1 acknowledged, %2 found"_s.arg(acknowledged).arg(found)));
        for (int i = 1; i <= found; ++i)
            QVERIFY2(names.contains(u"Tenant %1"_s.arg(i)),
                qPrintable(u"Tenant %1 of %2 is lost"_s.arg(i).arg(found)));
        // An edit that changes nothing answers with the number of the state.
        const auto state = cli({u"edit"_s, m_document},
            "{\"op\":\"set\",\"kind\":\"tenant\",\"name\":\"Tenant 1\",\"field\":\"state\",\"value\":\"enabled\"}\n");
        QCOMPARE(state.out, "{\"ok\":true,\"edit\":" + QByteArray::number(found) + "}\n");
        number = found;
    }
    QVERIFY(number >= 20);
}

QTEST_GUILESS_MAIN(TestCliKill)
#include "tst_clikill.moc"
