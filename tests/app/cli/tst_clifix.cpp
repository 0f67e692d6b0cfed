// SPDX-License-Identifier: Apache-2.0
#include "tests/app/cli/cli.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

/// Repairs from the command line.
class TestCliFix final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void repairsOneFinding();
    void takesTheFixThatIsChosen();
    void writesNothingInADryRun();
    void repairsAllOfARule();
    void countsAlikeForOneAndForAll();
    void skipsWhatMakesAnError();
    void leavesWaivedFindingsAlone();
    void repairsWhatIsNoLongerWaived();
    void refuses_data();
    void refuses();

private:
    QString document() const { return m_folder->path(u"site.switchyard"_s); }
    Run fix(const QStringList &more) const
    {
        return cli(QStringList {u"fix"_s, document()} + more);
    }
    void import(const QByteArray &applications) const
    {
        const auto file = m_folder->file(u"site.json"_s, topologyWith(applications));
        QCOMPARE(cli({u"import"_s, file, u"--into"_s, document()}).exitCode, 0);
    }
    int errors() const
    {
        return cli({u"validate"_s, document(), u"--format"_s, u"json"_s})
            .json()
            .value(u"summary"_s)
            .toObject()
            .value(u"errors"_s)
            .toInt();
    }
    QByteArray exported() const
    {
        return cli({u"export"_s, document(), u"--format"_s, u"topology"_s, u"--output"_s, u"-"_s,
                       u"--allow-errors"_s})
            .out;
    }

    std::unique_ptr<Folder> m_folder;
};

namespace {

const QByteArray sharedEmail = application("Email_1", "emailserver", "\"Acme\",\"Globex\"");

}  // namespace

void TestCliFix::init()
{
    m_folder = std::make_unique<Folder>();
    import(sharedEmail);
}

void TestCliFix::repairsOneFinding()
{
    QCOMPARE(errors(), 1);
    const auto before = exported();
    const auto run = fix({u"--rule"_s, u"tenant-exclusive"_s});
    QCOMPARE(run.exitCode, 0);
    for (const auto *part : {"Email_1", "Solves:", "> 1. ", "Done: "})
        QVERIFY2(run.out.contains(part), run.out.constData());
    QCOMPARE(errors(), 0);
    // One undoable step.
    QCOMPARE(cli({u"edit"_s, document()}, R"({"op":"undo"})").exitCode, 0);
    QCOMPARE(exported(), before);
}

void TestCliFix::takesTheFixThatIsChosen()
{
    // Whatever the order of its fixes, each of them repairs.
    for (const auto &choice : {u"1"_s, u"2"_s, u"3"_s}) {
        const auto run = fix({u"--rule"_s, u"tenant-exclusive"_s, u"--choose"_s, choice});
        QVERIFY2(run.out.contains(("> "_L1 + choice + "."_L1).toUtf8()), run.out.constData());
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(errors(), 0);
        QCOMPARE(cli({u"edit"_s, document()}, R"({"op":"undo"})").exitCode, 0);
        QCOMPARE(errors(), 1);
    }
}

void TestCliFix::writesNothingInADryRun()
{
    const auto before = m_folder->content(u"site.switchyard"_s);
    const auto run =
        fix({u"--dry-run"_s, u"--object"_s, u"Email_1"_s, u"--rule"_s, u"tenant-exclusive"_s});
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.out.contains("Solves:") && !run.out.contains("Done:"));
    QCOMPARE(m_folder->content(u"site.switchyard"_s), before);
}

void TestCliFix::repairsAllOfARule()
{
    import(application("Email_2", "emailserver", "\"Acme\",\"Globex\"") + ','
        + application("Train_1", "trainingserver", "\"Acme\",\"Globex\""));
    QCOMPARE(errors(), 3);
    QCOMPARE(fix({u"--rule"_s, u"tenant-exclusive"_s}).exitCode, 0);
    QCOMPARE(errors(), 0);
    QCOMPARE(cli({u"edit"_s, document()}, R"({"op":"undo"})").exitCode, 0);
    QCOMPARE(errors(), 3);
    QVERIFY(fix({u"--rule"_s, u"tenant-none"_s}).out.contains("Nothing to fix"));
}

/// By price: the first fix of its own would restart Ixn_1.
void TestCliFix::countsAlikeForOneAndForAll()
{
    const auto ixn = [](const char *name, const char *release) {
        return application(
            name, "interactionserver", "\"Globex\"", QByteArray(",\"release\":\"") + release + '"');
    };
    const auto capture = [](const char *name) {
        return application(name, "capturepoint", "",
            ",\"connections\":[{\"application\":\"Ixn_1\"},{\"application\":\"Ixn_2\"}],"
            "\"options\":{\"settings\":{\"TenantId\":\"101\"}}");
    };
    import(ixn("Ixn_1", "8.1.1") + ',' + ixn("Ixn_2", "8.1.4") + ',' + capture("Capture_1") + ','
        + capture("Capture_2"));
    // What is new starts; only what runs can restart.
    QCOMPARE(cli({u"revision"_s, u"save"_s, document(), u"--comment"_s, u"x"_s, u"--deployed"_s})
                 .exitCode,
        0);
    const QStringList rule {u"--dry-run"_s, u"--rule"_s, u"capture-point-tenant-unserved"_s};
    for (const auto &choice : {u"1"_s, u"2"_s}) {
        const QStringList chosen {u"--choose"_s, choice};
        const auto one = fix(rule + chosen + QStringList {u"--object"_s, u"Capture_1"_s});
        const auto all = fix(rule + chosen);
        for (const auto &run : {one, all})
            QVERIFY2(
                run.out.contains("Plan:    Ixn_1: ") == (choice == u"2"_s), run.out.constData());
    }
}

void TestCliFix::skipsWhatMakesAnError()
{
    // With another redundancy the second pair would be as it should; the first names itself, and
    // nobody knows a fix for the release.
    import(application("Ixn_1", "interactionserver", "\"Acme\"") + ','
        + application("SMS_1", "istransportserver", "\"Acme\"", ",\"redundancy\":\"warm\""));
    const auto run = fix({u"--kind"_s, u"application"_s});
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.out.contains("Skipped: ") && run.out.contains("Ixn_1"), run.out.constData());
    QCOMPARE(errors(), 0);
}

void TestCliFix::leavesWaivedFindingsAlone()
{
    QCOMPARE(
        cli({u"waive"_s, document(), u"--rule"_s, u"tenant-exclusive"_s, u"--reason"_s, u"x"_s})
            .exitCode,
        0);
    QVERIFY(fix({u"--rule"_s, u"tenant-exclusive"_s}).out.contains("Nothing to fix"));
}

void TestCliFix::repairsWhatIsNoLongerWaived()
{
    import(application("Email_2", "emailserver", "\"Acme\",\"Globex\""));
    QCOMPARE(cli({u"waive"_s, document(), u"--rule"_s, u"tenant-exclusive"_s, u"--all"_s,
                     u"--reason"_s, u"x"_s, u"--expires"_s, u"2020-01-01"_s})
                 .exitCode,
        0);
    QCOMPARE(errors(), 2);
    QCOMPARE(fix({u"--rule"_s, u"tenant-exclusive"_s}).exitCode, 0);
    QCOMPARE(errors(), 0);
}

void TestCliFix::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addRow("no such rule") << QStringList {u"--rule"_s, u"x"_s} << 2;
    QTest::addRow("no such fix") << QStringList {u"--rule"_s, u"tenant-exclusive"_s, u"--choose"_s,
        u"99"_s} << 2;
    QTest::addRow("no number") << QStringList {u"--choose"_s, u"0"_s} << 2;
}

void TestCliFix::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    QCOMPARE(fix(arguments).exitCode, exitCode);
    QCOMPARE(errors(), 1);
}

QTEST_GUILESS_MAIN(TestCliFix)
#include "tst_clifix.moc"
