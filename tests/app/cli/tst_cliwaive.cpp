// SPDX-License-Identifier: Apache-2.0
#include "tests/app/cli/cli.h"

#include <QDate>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

/// Waivers from the command line: made, listed, honoured by validate and export, taken back.
class TestCliWaive final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void acceptsAnError();
    void isHonouredByExport();
    void expires();
    void goesStale();
    void isTakenBack();
    void wantsOneFinding();
    void refuses_data();
    void refuses();

private:
    QString document() const { return m_folder->path(u"site.switchyard"_s); }
    Run waive(const QStringList &more) const
    {
        return cli(QStringList {u"waive"_s, document(), u"--author"_s, u"mia"_s} + more);
    }
    Run waiveEmail(const QStringList &more = {}) const
    {
        return waive(QStringList {u"--rule"_s, u"tenant-exclusive"_s, u"--object"_s, u"Email_1"_s,
                         u"--reason"_s, u"Agreed with both"_s}
            + more);
    }
    QJsonObject summary() const
    {
        return cli({u"validate"_s, document(), u"--format"_s, u"json"_s})
            .json()
            .value(u"summary"_s)
            .toObject();
    }
    QString state() const
    {
        return cli({u"waivers"_s, document(), u"--format"_s, u"json"_s})
            .json()
            .value(u"waivers"_s)
            .toArray()
            .at(0)
            .toObject()
            .value(u"state"_s)
            .toString();
    }

    std::unique_ptr<Folder> m_folder;
};

void TestCliWaive::init()
{
    m_folder = std::make_unique<Folder>();
    const auto file = m_folder->file(
        u"site.json"_s, topologyWith(application("Email_1", "emailserver", "\"Acme\",\"Globex\"")));
    QCOMPARE(cli({u"import"_s, file, u"--into"_s, document()}).exitCode, 0);
}

void TestCliWaive::acceptsAnError()
{
    QCOMPARE(cli({u"validate"_s, document()}).exitCode, 1);
    QCOMPARE(waiveEmail({u"--owner"_s, u"noc"_s}).exitCode, 0);
    QCOMPARE(cli({u"validate"_s, document()}).exitCode, 0);
    QCOMPARE(summary().value(u"errors"_s).toInt(), 0);
    QCOMPARE(summary().value(u"waived"_s).toInt(), 1);
    const auto findings = cli({u"validate"_s, document(), u"--format"_s, u"json"_s})
                              .json()
                              .value(u"findings"_s)
                              .toArray();
    // It is listed as before, among the errors.
    QCOMPARE(findings.at(0).toObject().value(u"rule"_s).toString(), u"tenant-exclusive"_s);
    QVERIFY(findings.at(0).toObject().value(u"waived"_s).toBool());
    const auto listed = cli({u"waivers"_s, document()});
    for (const auto *part : {"tenant-exclusive", "Agreed with both", "noc", "1 in force"})
        QVERIFY2(listed.out.contains(part), listed.out.constData());
}

void TestCliWaive::isHonouredByExport()
{
    const auto target = m_folder->path(u"out.json"_s);
    const QStringList exporting {
        u"export"_s, document(), u"--format"_s, u"topology"_s, u"--output"_s, target};
    QCOMPARE(cli(exporting).exitCode, 1);
    QCOMPARE(waiveEmail().exitCode, 0);
    QCOMPARE(cli(exporting).exitCode, 0);
    // A topology file carries no waivers.
    QCOMPARE(cli({u"validate"_s, target}).exitCode, 1);
}

void TestCliWaive::expires()
{
    const auto today = QDateTime::currentDateTimeUtc().date();
    QCOMPARE(waiveEmail({u"--expires"_s, today.addDays(1).toString(Qt::ISODate)}).exitCode, 0);
    QCOMPARE(state(), u"in-force"_s);
    QCOMPARE(waiveEmail({u"--expires"_s, today.addDays(-1).toString(Qt::ISODate)}).exitCode, 0);
    QCOMPARE(state(), u"expired"_s);
    QCOMPARE(summary().value(u"errors"_s).toInt(), 1);
    QCOMPARE(cli({u"validate"_s, document()}).exitCode, 1);
}

void TestCliWaive::goesStale()
{
    QCOMPARE(waiveEmail().exitCode, 0);
    const QByteArray less = R"({"op":"unassign","application":"Email_1","tenant":"Globex"})";
    QCOMPARE(cli({u"edit"_s, document()}, less).exitCode, 0);
    QCOMPARE(state(), u"stale"_s);
    // Nothing but a note: no exit code knows of it.
    QCOMPARE(cli({u"validate"_s, document()}).exitCode, 0);
    // The finding comes back, and with it what was agreed.
    QCOMPARE(cli({u"edit"_s, document()}, R"({"op":"undo"})").exitCode, 0);
    QCOMPARE(state(), u"in-force"_s);
}

void TestCliWaive::isTakenBack()
{
    QCOMPARE(waiveEmail().exitCode, 0);
    QCOMPARE(waive({u"--withdraw"_s, u"--rule"_s, u"tenant-exclusive"_s}).exitCode, 0);
    QCOMPARE(summary().value(u"errors"_s).toInt(), 1);
    // All of it is history, and can be undone.
    QVERIFY(cli({u"edit"_s, document()}, R"({"op":"undo"})").out.contains("mia"));
    QCOMPARE(summary().value(u"waived"_s).toInt(), 1);
    QCOMPARE(waive({u"--withdraw"_s, u"--rule"_s, u"tenant-none"_s}).exitCode, 3);
}

void TestCliWaive::wantsOneFinding()
{
    const auto file = m_folder->file(
        u"more.json"_s, topologyWith(application("Email_2", "emailserver", "\"Acme\",\"Globex\"")));
    QCOMPARE(cli({u"import"_s, file, u"--into"_s, document()}).exitCode, 0);
    const QStringList both {u"--rule"_s, u"tenant-exclusive"_s, u"--reason"_s, u"x"_s};
    const auto unclear = waive(both);
    QCOMPARE(unclear.exitCode, 2);
    QVERIFY(unclear.err.contains("Email_1") && unclear.err.contains("Email_2"));
    QCOMPARE(summary().value(u"waived"_s).toInt(), 0);
    QCOMPARE(waive(both + QStringList {u"--all"_s}).exitCode, 0);
    QCOMPARE(summary().value(u"waived"_s).toInt(), 2);
    // One step, for one gesture.
    QCOMPARE(cli({u"edit"_s, document()}, R"({"op":"undo"})").exitCode, 0);
    QCOMPARE(summary().value(u"waived"_s).toInt(), 0);
}

void TestCliWaive::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    const QStringList rule {u"--rule"_s, u"tenant-exclusive"_s};
    const QStringList reason {u"--reason"_s, u"x"_s};
    QTest::addRow("no reason") << rule << 2;
    QTest::addRow("a blank reason") << rule + QStringList {u"--reason"_s, u" \t"_s} << 2;
    QTest::addRow("no such rule") << QStringList {u"--rule"_s, u"tenant-x"_s} + reason << 2;
    QTest::addRow("no such kind") << rule + reason + QStringList {u"--kind"_s, u"person"_s} << 2;
    QTest::addRow("no date") << rule + reason + QStringList {u"--expires"_s, u"soon"_s} << 2;
    QTest::addRow("no such day") << rule + reason + QStringList {u"--expires"_s, u"2026-02-30"_s}
                                 << 2;
    QTest::addRow("no such finding") << QStringList {u"--rule"_s, u"tenant-none"_s} + reason << 3;
    QTest::addRow("another object") << rule + reason + QStringList {u"--object"_s, u"SMS_1"_s} << 3;
}

void TestCliWaive::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    const auto run = waive(arguments);
    QCOMPARE(run.exitCode, exitCode);
    QVERIFY(!run.err.isEmpty() && run.out.isEmpty());
    QCOMPARE(summary().value(u"waived"_s).toInt(), 0);
}

QTEST_GUILESS_MAIN(TestCliWaive)
#include "tst_cliwaive.moc"
