// SPDX-License-Identifier: Apache-2.0
#include "tests/app/cli/cli.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

class TestCliExport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void refusedWhileErrorsStand();
    void allowed();
    void overAnExistingFile();
    void sameTwice();
    void roundTrip();
    void stampIsDroppedOnImport();
    void targetThatCannotBeWritten_data();
    void targetThatCannotBeWritten();
    void targetIsADocument();
    void throughALink();
    void fromStandardInput();
    void documentIsUnchanged();

private:
    Run exportTo(const QString &file, const QString &target, const QStringList &more = {})
    {
        return cli(
            QStringList {u"export"_s, file, u"--format"_s, u"topology"_s, u"--output"_s, target}
            + more);
    }
    std::unique_ptr<Folder> m_folder;
    QString m_wrong;
    QString m_right;
    QString m_target;
};

void TestCliExport::init()
{
    m_folder = std::make_unique<Folder>();
    m_wrong = m_folder->file(u"wrong.json"_s,
        topologyWith(application("Email_1", "emailserver", "\"Acme\",\"Globex\"") + ','
            + application("UCS_1", "contactserver", "")));
    m_right = m_folder->file(
        u"right.json"_s, topologyWith(application("Email_1", "emailserver", "\"Acme\"")));
    m_target = m_folder->path(u"out.json"_s);
}

void TestCliExport::refusedWhileErrorsStand()
{
    for (const auto &target : {m_target, u"-"_s}) {
        const auto run = exportTo(m_wrong, target);
        QCOMPARE(run.exitCode, 1);
        QCOMPARE(run.out, QByteArray());
        QVERIFY(run.err.contains("Email_1"));
        QVERIFY(run.err.contains("tenant-exclusive"));
        QVERIFY(run.err.contains("UCS_1"));
        QVERIFY(run.err.contains("tenant-none"));
    }
    QVERIFY(!m_folder->contains(u"out.json"_s));
}

void TestCliExport::allowed()
{
    const auto run = exportTo(m_wrong, m_target, {u"--allow-errors"_s});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.out.contains("{"), false);
    const auto toOutput = exportTo(m_wrong, u"-"_s, {u"--allow-errors"_s});
    QCOMPARE(toOutput.exitCode, 0);
    QCOMPARE(toOutput.out, m_folder->content(u"out.json"_s));
    // The stamp tells that errors were allowed.
    const auto json = toOutput.json();
    QVERIFY(json.contains(u"stamp"_s));
    QVERIFY(QString::fromUtf8(toOutput.out).contains(u"tenant-exclusive"_s)
        || json.value(u"stamp"_s).toObject().size() > 2);
}

void TestCliExport::overAnExistingFile()
{
    m_folder->file(u"out.json"_s, "old");
    QCOMPARE(exportTo(m_wrong, m_target).exitCode, 1);
    QCOMPARE(m_folder->content(u"out.json"_s), QByteArray("old"));
    QCOMPARE(exportTo(m_right, m_target).exitCode, 0);
    QVERIFY(m_folder->content(u"out.json"_s).startsWith('{'));
    QCOMPARE(m_folder->names(), (QStringList {u"out.json"_s, u"right.json"_s, u"wrong.json"_s}));
}

void TestCliExport::sameTwice()
{
    const auto first = exportTo(sample(u"harbour.topology.json"_s), u"-"_s, {u"--allow-errors"_s});
    const auto second = exportTo(sample(u"harbour.topology.json"_s), u"-"_s, {u"--allow-errors"_s});
    QCOMPARE(first.out, second.out);
}

void TestCliExport::roundTrip()
{
    QCOMPARE(
        exportTo(sample(u"harbour.topology.json"_s), m_target, {u"--allow-errors"_s}).exitCode, 0);
    QCOMPARE(
        cli({u"diff"_s, sample(u"harbour.topology.json"_s), m_target, u"--exit-code"_s}).exitCode,
        0);
    QCOMPARE(
        exportTo(m_target, u"-"_s, {u"--allow-errors"_s}).out, m_folder->content(u"out.json"_s));
}

void TestCliExport::stampIsDroppedOnImport()
{
    const auto document = m_folder->path(u"a.switchyard"_s);
    QCOMPARE(exportTo(m_wrong, m_target, {u"--allow-errors"_s}).exitCode, 0);
    QCOMPARE(cli({u"import"_s, m_target, u"--into"_s, document}).exitCode, 0);
    QCOMPARE(
        cli({u"edit"_s, document},
            "{\"op\":\"unassign\",\"application\":\"Email_1\",\"tenant\":\"Acme\"}\n{\"op\":\"assign\",\"application\":\"UCS_1\",\"tenant\":\"Acme\"}\n")
            .exitCode,
        0);
    const auto run = exportTo(document, u"-"_s);
    QCOMPARE(run.exitCode, 0);
    // One stamp, and it is the new one.
    QCOMPARE(run.out.count("\"stamp\""), 1);
    QVERIFY(!run.out.contains("tenant-exclusive"));
}

void TestCliExport::targetThatCannotBeWritten_data()
{
    QTest::addColumn<QString>("target");
    QTest::addRow("no such folder") << u"/nowhere/a.json"_s;
    QTest::addRow("a folder") << u"/tmp"_s;
    QTest::addRow("a device") << u"/dev/null"_s;
    QTest::addRow("a full device") << u"/dev/full"_s;
    QTest::addRow("below a file") << u"/etc/passwd/a.json"_s;
    QTest::addRow("nothing") << u""_s;
}

void TestCliExport::targetThatCannotBeWritten()
{
    QFETCH(QString, target);
    const auto run = exportTo(m_right, target);
    QCOMPARE(run.exitCode, 4);
    QCOMPARE(run.out, QByteArray());
    QVERIFY(run.err.contains(target.toUtf8()));
}

void TestCliExport::targetIsADocument()
{
    const auto document = m_folder->path(u"a.switchyard"_s);
    QCOMPARE(cli({u"import"_s, m_right, u"--into"_s, document}).exitCode, 0);
    const auto link = m_folder->path(u"link"_s);
    QVERIFY(QFile::link(document, link));
    for (const auto &target : {document, link}) {
        QCOMPARE(exportTo(document, target).exitCode, 4);
        QCOMPARE(exportTo(m_right, target).exitCode, 4);
        QCOMPARE(cli({u"plan"_s, document, u"--output"_s, target}).exitCode, 4);
    }
    QCOMPARE(cli({u"check"_s, document}).exitCode, 0);
}

void TestCliExport::throughALink()
{
    const auto link = m_folder->path(u"link.json"_s);
    m_folder->file(u"out.json"_s, "old");
    QVERIFY(QFile::link(m_target, link));
    QCOMPARE(exportTo(m_right, link).exitCode, 0);
    QVERIFY(m_folder->content(u"out.json"_s).startsWith('{'));
}

void TestCliExport::fromStandardInput()
{
    const auto run = cli({u"export"_s, u"-"_s, u"--format"_s, u"topology"_s, u"--output"_s, u"-"_s},
        m_folder->content(u"right.json"_s));
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.json().value(u"format"_s).toString(), u"switchyard-topology"_s);
}

void TestCliExport::documentIsUnchanged()
{
    const auto document = m_folder->path(u"a.switchyard"_s);
    QCOMPARE(cli({u"new"_s, document, u"--sample"_s}).exitCode, 0);
    const auto before = m_folder->content(u"a.switchyard"_s);
    QCOMPARE(exportTo(document, m_target, {u"--allow-errors"_s}).exitCode, 0);
    QCOMPARE(m_folder->content(u"a.switchyard"_s), before);
}

QTEST_GUILESS_MAIN(TestCliExport)
#include "tst_cliexport.moc"
