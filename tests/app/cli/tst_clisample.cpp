// SPDX-License-Identifier: Apache-2.0
#include "tests/app/cli/cli.h"

#include <QJsonArray>
#include <QMap>
#include <QTest>

using namespace Qt::StringLiterals;

/// The sample is what README, screenshots and the first walk stand on: its numbers are promised.
class TestCliSample final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void size();
    void findings();
    void productionHasNoErrors();
    void plan();
    void planOfTheFilesIsThatOfTheDocument();
    void workingCopyIsTheFile();
    void historyCanBeUndone();
    void repairedAndExported();

private:
    QStringList rulesOf(const Run &run, const QString &severity) const;
    Folder m_folder;
    QString m_document;
};

void TestCliSample::initTestCase()
{
    m_document = m_folder.path(u"harbour.switchyard"_s);
    const auto run = cli({u"new"_s, m_document, u"--sample"_s});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.err, QByteArray());
}

QStringList TestCliSample::rulesOf(const Run &run, const QString &severity) const
{
    QStringList rules;
    for (const auto &value : run.json().value(u"findings"_s).toArray()) {
        const auto finding = value.toObject();
        if (finding.value(u"severity"_s) == severity)
            rules.append(finding.value(u"rule"_s).toString() + u' '
                + finding.value(u"object"_s).toObject().value(u"name"_s).toString());
    }
    return rules;
}

void TestCliSample::size()
{
    const auto json = cli({u"export"_s, m_document, u"--format"_s, u"topology"_s, u"--output"_s,
                              u"-"_s, u"--allow-errors"_s})
                          .json();
    QCOMPARE(json.value(u"tenants"_s).toArray().size(), 7);
    QCOMPARE(json.value(u"hosts"_s).toArray().size(), 8);
    QCOMPARE(json.value(u"switchingOffices"_s).toArray().size(), 2);
    QCOMPARE(json.value(u"switches"_s).toArray().size(), 9);
    QCOMPARE(json.value(u"applications"_s).toArray().size(), 45);
}

void TestCliSample::findings()
{
    const auto run = cli({u"validate"_s, m_document, u"--format"_s, u"json"_s});
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(rulesOf(run, u"error"_s),
        (QStringList {u"backup-mismatch SMS_1b"_s, u"tenant-exclusive Email_Shared"_s}));
    QCOMPARE(rulesOf(run, u"warning"_s),
        (QStringList {u"interaction-server-type Ixn_legacy"_s,
            u"redundancy-without-backup StatServer_2"_s, u"reference-disabled Email_Ember"_s,
            u"reference-undefined GMS_1"_s, u"switch-ambiguous Ixn_2"_s,
            u"tenant-social-undecided Social_1"_s}));
    QCOMPARE(rulesOf(run, u"advice"_s).size(), 10);
}

void TestCliSample::productionHasNoErrors()
{
    const auto run = cli(
        {u"validate"_s, sample(u"harbour-production.topology.json"_s), u"--format"_s, u"json"_s});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(rulesOf(run, u"error"_s), QStringList());
    QCOMPARE(rulesOf(run, u"warning"_s).size(), 5);
}

void TestCliSample::plan()
{
    const auto run = cli({u"plan"_s, m_document, u"--format"_s, u"json"_s});
    QCOMPARE(run.exitCode, 0);
    QMap<QString, QString> actions;
    for (const auto &value : run.json().value(u"instances"_s).toArray()) {
        const auto row = value.toObject();
        actions.insert(row.value(u"application"_s).toString(),
            row.value(u"action"_s).toString() + u' '
                + row.value(u"interruption"_s).toString(u"-"_s));
    }
    const QMap<QString, QString> expected {{u"SMS_1"_s, u"restart switchover"_s},
        {u"SMS_1b"_s, u"restart none"_s}, {u"Social_1"_s, u"restart outage"_s},
        {u"Ixn_1"_s, u"immediate -"_s}, {u"Ixn_1b"_s, u"immediate -"_s},
        {u"Chat_1"_s, u"not-stated -"_s}, {u"Email_Shared"_s, u"start -"_s},
        {u"Training_Ember"_s, u"stop -"_s}};
    QCOMPARE(actions, expected);
    const QJsonObject summary {{u"restarts"_s, 3}, {u"starts"_s, 1}, {u"stops"_s, 1},
        {u"immediate"_s, 2}, {u"notStated"_s, 1}, {u"tenantsInterrupted"_s, 4}};
    QCOMPARE(run.json().value(u"summary"_s).toObject(), summary);
}

void TestCliSample::planOfTheFilesIsThatOfTheDocument()
{
    const auto files = cli({u"plan"_s, sample(u"harbour-production.topology.json"_s),
        sample(u"harbour.topology.json"_s), u"--format"_s, u"json"_s});
    const auto document = cli({u"plan"_s, m_document, u"--format"_s, u"json"_s});
    QCOMPARE(files.exitCode, 0);
    QCOMPARE(files.out, document.out);
}

void TestCliSample::workingCopyIsTheFile()
{
    const auto run =
        cli({u"diff"_s, sample(u"harbour.topology.json"_s), m_document, u"--exit-code"_s});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.err, QByteArray());
}

void TestCliSample::historyCanBeUndone()
{
    const auto document = m_folder.path(u"undone.switchyard"_s);
    QCOMPARE(cli({u"new"_s, document, u"--sample"_s}).exitCode, 0);
    QByteArray lines;
    for (int i = 0; i < 10; ++i)
        lines += "{\"op\":\"undo\"}\n";
    const auto run = cli({u"edit"_s, document}, lines);
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.out.contains("Cobalt Telecom"));
    const auto plan = cli({u"plan"_s, document, u"--format"_s, u"json"_s});
    QCOMPARE(plan.json().value(u"instances"_s).toArray().size(), 0);
    QCOMPARE(cli({u"edit"_s, document}, "{\"op\":\"undo\"}\n").exitCode, 3);
}

// The README's walk: two repairs, and the configuration can go out.
void TestCliSample::repairedAndExported()
{
    const auto document = m_folder.path(u"repaired.switchyard"_s);
    const auto target = m_folder.path(u"repaired.json"_s);
    const QStringList exporting {
        u"export"_s, document, u"--format"_s, u"topology"_s, u"--output"_s, target};
    QCOMPARE(cli({u"new"_s, document, u"--sample"_s}).exitCode, 0);
    const auto refused = cli(exporting);
    QCOMPARE(refused.exitCode, 1);
    QVERIFY(refused.err.contains("Email_Shared"));
    QVERIFY(refused.err.contains("SMS_1b"));
    QVERIFY(!m_folder.contains(u"repaired.json"_s));
    QCOMPARE(
        cli({u"edit"_s, document},
            "{\"op\":\"unassign\",\"application\":\"Email_Shared\",\"tenant\":\"Cobalt Telecom\"}\n"
            "{\"op\":\"assign\",\"application\":\"SMS_1b\",\"tenant\":\"Cobalt Telecom\"}\n")
            .exitCode,
        0);
    QCOMPARE(cli({u"validate"_s, document}).exitCode, 0);
    QCOMPARE(cli(exporting).exitCode, 0);
    QCOMPARE(cli({u"diff"_s, document, target, u"--exit-code"_s}).exitCode, 0);
}

QTEST_GUILESS_MAIN(TestCliSample)
#include "tst_clisample.moc"
