// SPDX-License-Identifier: Apache-2.0
#include "tests/app/cli/cli.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QByteArray servers = application("SMS_1", "istransportserver", "\"Acme\"") + ','
    + application("UCS_1", "contactserver", "\"Acme\"");

const QByteArray assign = R"({"op":"assign","application":"SMS_1","tenant":"Globex"})";
const QByteArray newRelease =
    R"({"op":"set","kind":"application","name":"UCS_1","field":"release","value":"8.5.1"})";

}  // namespace

class TestCliRevision final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<Folder>();
        m_document = m_folder->path(u"a.switchyard"_s);
        const auto file = m_folder->file(u"a.json"_s, topologyWith(servers));
        QCOMPARE(cli({u"new"_s, m_document}).exitCode, 0);
        QCOMPARE(cli({u"import"_s, file, u"--into"_s, m_document}).exitCode, 0);
    }

    void listsWhatIsKnown()
    {
        save(u"First"_s);
        edit(assign);
        save(u"Second"_s, {u"--deployed"_s});
        const auto lines = QString::fromUtf8(revision({u"list"_s}).out).split(u'\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[0].startsWith(u"2\t"));
        QVERIFY(lines[0].endsWith(u"\tada\tbaseline\tSecond"));
        QVERIFY(lines[1].endsWith(u"\tada\t-\tFirst"));
        const auto listed = revision({u"list"_s, u"--format"_s, u"json"_s}).json();
        QCOMPARE(listed[u"format"].toString(), u"switchyard-revisions"_s);
        const auto first = listed[u"revisions"][1].toObject();
        QCOMPARE(first[u"comment"].toString(), u"First"_s);
        QCOMPARE(first[u"findings"][u"errors"].toInt(-1), 0);
        QVERIFY(first[u"checksum"].toString().startsWith(u"sha256:"));
    }

    void checksumIsThatOfTheExport()
    {
        save(u"First"_s);
        const auto target = m_folder->path(u"out.json"_s);
        QCOMPARE(cli({u"export"_s, m_document, u"--format"_s, u"topology"_s, u"--output"_s, target,
                         u"--allow-errors"_s})
                     .exitCode,
            0);
        QFile exported(target);
        QVERIFY(exported.open(QIODevice::ReadOnly));
        const auto stamp = QJsonDocument::fromJson(exported.readAll())[u"stamp"];
        const auto listed = revision({u"list"_s, u"--format"_s, u"json"_s}).json();
        QCOMPARE(listed[u"revisions"][0][u"checksum"], stamp[u"checksum"]);
    }

    void showsWhatChangedSince()
    {
        save(u"First"_s);
        edit(assign);
        save(u"Second"_s);
        edit(newRelease);
        auto run = revision({u"show"_s, u"1"_s});
        QCOMPARE(run.exitCode, 0);
        QVERIFY(run.out.contains("Revision 1: First"));
        QVERIFY(run.out.contains("SMS_1") && run.out.contains("UCS_1"));
        run = revision({u"show"_s, u"1"_s, u"--against"_s, u"2"_s});
        QVERIFY(run.out.contains("SMS_1") && !run.out.contains("UCS_1"));
        const auto json = revision({u"show"_s, u"2"_s, u"--format"_s, u"json"_s}).json();
        QCOMPARE(json[u"revision"][u"number"].toInt(), 2);
        QCOMPARE(json[u"changes"].toArray().size(), 1);
        QCOMPARE(json[u"changes"][0][u"fields"][0][u"after"].toString(), u"8.5.1"_s);
    }

    void writesWhatARevisionHolds()
    {
        const auto before = topology();
        save(u"First"_s);
        edit(assign);
        QVERIFY(topology() != before);
        const auto run = revision({u"show"_s, u"1"_s, u"--format"_s, u"topology"_s});
        QCOMPARE(run.exitCode, 0);
        const auto file = m_folder->file(u"first.json"_s, run.out);
        QCOMPARE(cli({u"diff"_s, file, m_folder->file(u"before.json"_s, before), u"--exit-code"_s})
                     .exitCode,
            0);
    }

    void restoresAsOneStep()
    {
        const auto before = topology();
        save(u"First"_s);
        edit(assign);
        edit(R"({"op":"remove","kind":"application","name":"UCS_1"})");
        edit(R"({"op":"add","kind":"tenant","object":{"name":"New"}})");
        const auto after = topology();
        auto run = revision({u"restore"_s, u"1"_s, u"--author"_s, u"ada"_s});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(topology(), before);
        run = revision({u"restore"_s, u"1"_s});
        QVERIFY(run.out.contains("already"));
        edit(R"({"op":"undo"})");
        QCOMPARE(topology(), after);
    }

    void declaresAnEarlierOneDeployed()
    {
        save(u"First"_s);
        edit(assign);
        save(u"Second"_s, {u"--deployed"_s});
        QCOMPARE(restarts(), 0);
        QCOMPARE(revision({u"deployed"_s, u"1"_s, u"--author"_s, u"bob"_s}).exitCode, 0);
        QCOMPARE(restarts(), 1);
        const auto listed = revision({u"list"_s, u"--format"_s, u"json"_s}).json();
        QVERIFY(!listed[u"revisions"][0][u"baseline"].toBool());
        QVERIFY(listed[u"revisions"][1][u"baseline"].toBool());
        QCOMPARE(listed[u"revisions"][0][u"deployedBy"].toString(), u"ada"_s);
        QCOMPARE(listed[u"revisions"][1][u"deployedBy"].toString(), u"bob"_s);
        QVERIFY(revision({u"show"_s, u"1"_s}).out.contains("Declared deployed by bob, "));
    }

    void plansSinceARevision()
    {
        edit(newRelease);
        save(u"First"_s);
        edit(assign);
        const auto since =
            cli({u"plan"_s, m_document, u"--since"_s, u"1"_s, u"--format"_s, u"json"_s}).json();
        QCOMPARE(since[u"instances"].toArray().size(), 1);
        QCOMPARE(since[u"instances"][0][u"application"].toString(), u"SMS_1"_s);
        QCOMPARE(cli({u"plan"_s, m_document, m_document, u"--since"_s, u"1"_s}).exitCode, 2);
    }

    void tellsRevisionsThatAreNotThere_data()
    {
        QTest::addColumn<QStringList>("arguments");
        for (const char *verb : {"show", "restore", "deployed"})
            QTest::addRow("%s", verb) << QStringList {QLatin1String(verb), u"7"_s};
        QTest::addRow("against") << QStringList {u"show"_s, u"1"_s, u"--against"_s, u"7"_s};
    }
    void tellsRevisionsThatAreNotThere()
    {
        QFETCH(QStringList, arguments);
        save(u"First"_s);
        const auto run = revision(arguments);
        QCOMPARE(run.exitCode, 3);
        QVERIFY(run.err.contains("There is no revision 7; the latest one is 1."));
        QCOMPARE(run.out, QByteArray());
        QCOMPARE(cli({u"plan"_s, m_document, u"--since"_s, u"7"_s}).exitCode, 3);
    }

    void growsWithWhatChanged()
    {
        const auto sizeAfter = [this](int revisions) {
            for (int i = 0; i < revisions; ++i)
                save(u"Again"_s);
            return QFileInfo(m_document).size();
        };
        const auto before = sizeAfter(1);
        QVERIFY(sizeAfter(40) - before <= 3 * 4096);
    }

private:
    Run revision(const QStringList &arguments)
    {
        auto all = arguments;
        all.insert(1, m_document);
        return cli(QStringList {u"revision"_s} + all);
    }
    void save(const QString &comment, const QStringList &more = {})
    {
        QCOMPARE(revision(QStringList {u"save"_s, u"--comment"_s, comment, u"--author"_s, u"ada"_s}
                     + more)
                     .exitCode,
            0);
    }
    void edit(const QByteArray &line)
    {
        QCOMPARE(cli({u"edit"_s, m_document}, line + '\n').exitCode, 0);
    }
    QByteArray topology()
    {
        return cli({u"export"_s, m_document, u"--format"_s, u"topology"_s, u"--output"_s, u"-"_s,
                       u"--allow-errors"_s})
            .out;
    }
    int restarts()
    {
        return cli({u"plan"_s, m_document, u"--format"_s, u"json"_s})
            .json()[u"summary"][u"restarts"]
            .toInt(-1);
    }

    std::unique_ptr<Folder> m_folder;
    QString m_document;
};

QTEST_GUILESS_MAIN(TestCliRevision)
#include "tst_clirevision.moc"
