// SPDX-License-Identifier: Apache-2.0
#include "tests/app/cli/cli.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QByteArray servers = application("SMS_1", "istransportserver", "\"Acme\"") + ','
    + application("SMS_2", "istransportserver", "\"Acme\"") + ','
    + application("UCS_1", "contactserver", "\"Acme\"");

QByteArray assign(const QByteArray &application)
{
    return R"({"op":"assign","tenant":"Globex","application":")" + application + "\"}\n";
}

}  // namespace

/// From an export over pending restarts to the last tick; and what a site answers.
class TestCliRestarts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<Folder>();
        m_document = m_folder->path(u"a.switchyard"_s);
        m_target = m_folder->path(u"out.json"_s);
        const auto file = m_folder->file(u"a.json"_s, topologyWith(servers));
        QCOMPARE(cli({u"new"_s, m_document}).exitCode, 0);
        QCOMPARE(cli({u"import"_s, file, u"--into"_s, m_document}).exitCode, 0);
        edit(assign("SMS_1") + assign("SMS_2") + assign("UCS_1"));
    }

    void exportsChangeNothingUnlessAsked()
    {
        const auto before = m_folder->content(u"a.switchyard"_s);
        QCOMPARE(exported({}).exitCode, 0);
        QCOMPARE(m_folder->content(u"a.switchyard"_s), before);
    }

    void restartsArePendingUntilTickedOff()
    {
        for (const auto &format : {u"topology"_s, u"mutagen"_s}) {
            init();
            const auto run = exported({u"--revision"_s, u"Night of 12 May"_s}, format);
            QCOMPARE(run.exitCode, 0);
            QVERIFY(run.err.contains("Revision 1. Restarts pending: SMS_1, SMS_2"));
            QCOMPARE(pending(), (QStringList {u"SMS_1"_s, u"SMS_2"_s}));
            // Neither the baseline nor the rows move.
            QCOMPARE(plan()[u"summary"][u"restarts"].toInt(), 2);
            // Across further edits, too.
            edit(R"({"op":"unassign","application":"SMS_2","tenant":"Acme"})");
            edit(R"({"op":"undo"})");
            QCOMPARE(tick({u"SMS_1"_s}).exitCode, 0);
            QCOMPARE(pending(), QStringList {u"SMS_2"_s});
            QCOMPARE(tick({u"SMS_2"_s}).exitCode, 0);
            QCOMPARE(pending(), QStringList());
            QCOMPARE(plan()[u"summary"][u"restarts"].toInt(), 2);
            QCOMPARE(cli({u"revision"_s, u"deployed"_s, m_document, u"1"_s}).exitCode, 0);
            QCOMPARE(plan()[u"instances"].toArray().size(), 0);
        }
    }

    void laterExportsAddTheirs()
    {
        QCOMPARE(exported({u"--revision"_s, u"First"_s}).exitCode, 0);
        QCOMPARE(tick({u"SMS_1"_s, u"SMS_2"_s}).exitCode, 0);
        edit(R"({"op":"add","kind":"tenant","object":{"name":"Initech"}})");
        edit(R"({"op":"assign","application":"SMS_1","tenant":"Initech"})");
        QCOMPARE(cli({u"revision"_s, u"deployed"_s, m_document, u"1"_s}).exitCode, 0);
        QCOMPARE(exported({u"--revision"_s, u"Second"_s}).exitCode, 0);
        QCOMPARE(pending(), QStringList {u"SMS_1"_s});
    }

    void paperNamesTheRevision()
    {
        exported({u"--revision"_s, u"Night of 12 May"_s});
        for (const auto &arguments :
            {QStringList {u"plan"_s, m_document, u"--format"_s, u"markdown"_s},
                QStringList {
                    u"export"_s, m_document, u"--format"_s, u"markdown"_s, u"--output"_s, u"-"_s}})
            QVERIFY(cli(arguments).out.contains("1, Night of 12 May"));
        edit(R"({"op":"undo"})");
        QVERIFY(!cli({u"plan"_s, m_document, u"--format"_s, u"markdown"_s})
                     .out.contains("Night of 12 May"));
    }

    void tickingPrintsThePlanThatIsLeft()
    {
        exported({u"--revision"_s, u"First"_s});
        const auto run = cli(
            {u"plan"_s, m_document, u"--done"_s, u"SMS_1"_s, u"SMS_2"_s, u"--format"_s, u"json"_s});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.json()[u"pending"].toArray().size(), 0);
    }

    void ticksAllOrNothing()
    {
        exported({u"--revision"_s, u"First"_s});
        for (const auto &name : {u"UCS_1"_s, u"Nobody"_s}) {
            const auto run = tick({u"SMS_1"_s, name});
            QCOMPARE(run.exitCode, 3);
            QVERIFY(run.err.contains(
                "No restart of " + name.toUtf8() + " is pending. These are: SMS_1, SMS_2"));
            QCOMPARE(run.out, QByteArray());
            QCOMPARE(pending().size(), 2);
        }
        QCOMPARE(tick({u"SMS_1"_s, u"SMS_1"_s}).exitCode, 0);
        QCOMPARE(tick({u"SMS_1"_s}).exitCode, 3);
    }

    void nothingIsKeptOfAnExportThatFails_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addRow("no folder") << u"/nowhere/out.json"_s;
        QTest::addRow("no file") << u"/dev/full"_s;
    }
    void nothingIsKeptOfAnExportThatFails()
    {
        QFETCH(QString, target);
        m_target = target;
        QCOMPARE(exported({u"--revision"_s, u"First"_s}).exitCode, 4);
        QCOMPARE(pending(), QStringList());
        QCOMPARE(cli({u"revision"_s, u"list"_s, m_document}).out, QByteArray());
    }

    void nothingIsKeptOfAnExportThatIsRefused()
    {
        edit(R"({"op":"add","kind":"application","object":{"name":"Email_1","type":"emailserver",)"
             R"("tenants":["Acme","Globex"]}})");
        QCOMPARE(exported({u"--revision"_s, u"First"_s}).exitCode, 1);
        QVERIFY(!QFileInfo::exists(m_target));
        QCOMPARE(cli({u"revision"_s, u"list"_s, m_document}).out, QByteArray());
        QCOMPARE(exported({u"--revision"_s, u"First"_s, u"--allow-errors"_s}).exitCode, 0);
    }

    void nothingIsWrittenUnlessItIsKept()
    {
        const auto file = m_folder->file(u"b.json"_s, topologyWith(servers));
        QCOMPARE(cli({u"export"_s, file, u"--format"_s, u"topology"_s, u"--output"_s, m_target,
                         u"--revision"_s, u"First"_s})
                     .exitCode,
            2);
        QCOMPARE(exported({u"--revision"_s, u"First"_s}, u"svg"_s).exitCode, 2);
        QVERIFY(!QFileInfo::exists(m_target));
    }

    void answersCountFromThenOn()
    {
        QCOMPARE(actionOf(u"UCS_1"_s), u"not-stated"_s);
        const QStringList answer {u"answer"_s, m_document, u"--type"_s, u"contactserver"_s,
            u"--field"_s, u"tenants"_s, u"--author"_s, u"ada"_s};
        QCOMPARE(cli(answer).exitCode, 2);
        QCOMPARE(cli(answer + QStringList {u"--effect"_s, u"restart"_s}).exitCode, 2);
        for (const auto &[type, field] :
            {std::pair(u"chat"_s, u"tenants"_s), std::pair(u"contactserver"_s, u"tenant"_s)}) {
            const auto run = cli({u"answer"_s, m_document, u"--type"_s, type, u"--field"_s, field,
                u"--effect"_s, u"restart"_s, u"--evidence"_s, u"Lab test"_s});
            QCOMPARE(run.exitCode, 2);
            QVERIFY(run.err.contains(" is no "));
        }
        auto run =
            cli(answer + QStringList {u"--effect"_s, u"restart"_s, u"--evidence"_s, u"Lab test"_s});
        QCOMPARE(run.exitCode, 0);
        QVERIFY(run.out.contains("contactserver: a change of tenants needs a restart."));
        QCOMPARE(actionOf(u"UCS_1"_s), u"restart"_s);
        QCOMPARE(plan()[u"summary"][u"restarts"].toInt(), 3);
        QVERIFY(cli({u"plan"_s, m_document}).out.contains("by your site's answer"));
        run = cli({u"answers"_s, m_document, u"--format"_s, u"json"_s});
        QCOMPARE(run.json()[u"answers"][0][u"author"].toString(), u"ada"_s);
        run =
            cli(answer + QStringList {u"--effect"_s, u"immediate"_s, u"--evidence"_s, u"Again"_s});
        QCOMPARE(actionOf(u"UCS_1"_s), u"immediate"_s);
        QCOMPARE(cli(answer + QStringList {u"--withdraw"_s}).exitCode, 0);
        QCOMPARE(actionOf(u"UCS_1"_s), u"not-stated"_s);
        QCOMPARE(cli(answer + QStringList {u"--withdraw"_s}).exitCode, 3);
    }

private:
    Run exported(const QStringList &more, const QString &format = u"topology"_s)
    {
        return cli(
            QStringList {u"export"_s, m_document, u"--format"_s, format, u"--output"_s, m_target}
            + more);
    }
    Run tick(const QStringList &names)
    {
        return cli(QStringList {u"plan"_s, m_document, u"--done"_s} + names);
    }
    void edit(const QByteArray &lines)
    {
        QCOMPARE(cli({u"edit"_s, m_document}, lines).exitCode, 0);
    }
    QJsonObject plan() { return cli({u"plan"_s, m_document, u"--format"_s, u"json"_s}).json(); }
    QStringList pending()
    {
        QStringList names;
        for (const auto &name : plan()[u"pending"].toArray())
            names.append(name.toString());
        return names;
    }
    QString actionOf(const QString &application)
    {
        for (const auto &instance : plan()[u"instances"].toArray()) {
            if (instance[u"application"].toString() == application)
                return instance[u"action"].toString();
        }
        return {};
    }

    std::unique_ptr<Folder> m_folder;
    QString m_document;
    QString m_target;
};

QTEST_GUILESS_MAIN(TestCliRestarts)
#include "tst_clirestarts.moc"
