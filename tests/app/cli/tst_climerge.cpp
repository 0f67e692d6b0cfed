// SPDX-License-Identifier: Apache-2.0
#include "tests/app/cli/cli.h"

#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

class TestCliMerge final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clean();
    void conflict();
    void preference_data();
    void preference();
    void json();
    void standardStreams();
    void outputIsOurs();
    void emptyBase();
    void newFindingsChangeNoExitCode();
    void intoADocument();
    void anotherDocumentIsRefused();
    void failures_data();
    void failures();
    void gitMergesByItself();
    void gitStopsAtConflicts();
};

namespace {

QByteArray site(const QByteArray &release, const QByteArray &tenants, const QByteArray &more = {})
{
    return topologyWith(
        application("SMS_1", "istransportserver", tenants, ",\"release\":\"" + release + '"')
        + more);
}

const QByteArray base = site("8.1.400", "\"Globex\"");
const QByteArray otherRelease = site("8.1.500", "\"Globex\"");
const QByteArray thirdRelease = site("8.1.600", "\"Globex\"");
const QByteArray moreTenants =
    site("8.1.400", "\"Acme\",\"Globex\"", ',' + application("Stat_1", "statserver", {}));
const QByteArray releaseAndTenants =
    site("8.1.500", "\"Acme\",\"Globex\"", ',' + application("Stat_1", "statserver", {}));

/// The file as the product itself would write it.
QByteArray written(const QByteArray &topology)
{
    const Folder folder;
    const auto path = folder.file(u"a.json"_s, topology);
    return cli({u"merge"_s, path, path, path, u"--output"_s, u"-"_s}).out;
}

/// Three files in a folder of their own, and where the merge goes.
struct Files
{
    Files(const QByteArray &ours, const QByteArray &theirs)
        : arguments {u"merge"_s, folder.file(u"base.json"_s, base),
            folder.file(u"ours.json"_s, ours), folder.file(u"theirs.json"_s, theirs), u"--output"_s,
            folder.path(u"out.json"_s)}
    {
    }
    QByteArray out() const { return folder.content(u"out.json"_s); }

    Folder folder;
    QStringList arguments;
};

/// A repository with this file on three branches: base on main, which has ours checked out, and
/// theirs.
class Repository
{
public:
    Repository(const QByteArray &ours, const QByteArray &theirs)
    {
        git({u"init"_s, u"--quiet"_s, u"--initial-branch=ours"_s});
        git({u"config"_s, u"merge.switchyard.driver"_s,
            u"'%1' merge %O %A %B --output %A"_s.arg(cliProgram())});
        m_folder.file(u".gitattributes"_s, "*.topology.json merge=switchyard\n");
        commit(base);
        git({u"checkout"_s, u"--quiet"_s, u"-b"_s, u"theirs"_s});
        commit(theirs);
        git({u"checkout"_s, u"--quiet"_s, u"ours"_s});
        commit(ours);
    }

    Run git(const QStringList &arguments)
    {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"HOME"_s, m_folder.path({}));
        environment.insert(u"GIT_CONFIG_NOSYSTEM"_s, u"1"_s);
        for (const auto who : {"AUTHOR"_L1, "COMMITTER"_L1}) {
            environment.insert(u"GIT_%1_NAME"_s.arg(who), u"tester"_s);
            environment.insert(u"GIT_%1_EMAIL"_s.arg(who), u"tester@example.org"_s);
        }
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_folder.path({}));
        process.start(u"git"_s, arguments);
        if (!process.waitForFinished(60'000))
            return {};
        return {
            process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
    QByteArray content() const { return m_folder.content(u"site.topology.json"_s); }

private:
    void commit(const QByteArray &content)
    {
        m_folder.file(u"site.topology.json"_s, content);
        git({u"add"_s, u"--all"_s});
        const auto done = git({u"commit"_s, u"--quiet"_s, u"--message=change"_s});
        if (done.exitCode != 0)
            qFatal("git: %s", done.err.constData());
    }

    Folder m_folder;
};

}  // namespace

void TestCliMerge::clean()
{
    const Files files(otherRelease, moreTenants);
    const auto run = cli(files.arguments);
    QCOMPARE(run.err, QByteArray());
    QCOMPARE(run.out, QByteArray());
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(files.out(), written(releaseAndTenants));
}

void TestCliMerge::conflict()
{
    const Files files(otherRelease, thirdRelease);
    const auto run = cli(files.arguments);
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(QString::fromUtf8(run.err),
        u"Conflict, ours taken: application SMS_1: ours: Release: 8.1.400 → 8.1.500; theirs: Release: 8.1.400 → 8.1.600\n1 conflict\n"_s);
    QCOMPARE(run.out, QByteArray());
    QCOMPARE(files.out(), written(otherRelease));
}

void TestCliMerge::preference_data()
{
    QTest::addColumn<QString>("side");
    QTest::addColumn<QByteArray>("expected");
    QTest::addRow("ours") << u"ours"_s << otherRelease;
    QTest::addRow("theirs") << u"theirs"_s << thirdRelease;
}

void TestCliMerge::preference()
{
    QFETCH(QString, side);
    QFETCH(QByteArray, expected);
    const Files files(otherRelease, thirdRelease);
    const auto run = cli(files.arguments + QStringList {u"--prefer"_s, side});
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.err.startsWith("Conflict, " + side.toUtf8() + " taken: "));
    QCOMPARE(files.out(), written(expected));
}

void TestCliMerge::json()
{
    const Files files(otherRelease, thirdRelease);
    const auto run = cli(files.arguments + QStringList {u"--format"_s, u"json"_s});
    QCOMPARE(run.exitCode, 1);
    const auto report = run.json();
    QCOMPARE(report[u"format"].toString(), u"switchyard-merge"_s);
    QCOMPARE(report[u"findings"].toArray(), QJsonArray());
    QCOMPARE(report[u"restarts"].toArray(), QJsonArray());
    const QJsonObject expected {{u"conflict"_s, u"field"_s},
        {u"object"_s, QJsonObject {{u"kind"_s, u"application"_s}, {u"name"_s, u"SMS_1"_s}}},
        {u"field"_s, u"release"_s}, {u"key"_s, QJsonArray()}, {u"base"_s, u"8.1.400"_s},
        {u"ours"_s, u"8.1.500"_s}, {u"theirs"_s, u"8.1.600"_s}, {u"choice"_s, u"ours"_s}};
    QCOMPARE(report[u"conflicts"].toArray(), QJsonArray {expected});
}

void TestCliMerge::standardStreams()
{
    Files files(otherRelease, moreTenants);
    files.arguments[3] = u"-"_s;
    files.arguments[5] = u"-"_s;
    const auto run = cli(files.arguments, moreTenants);
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.out, written(releaseAndTenants));
}

void TestCliMerge::outputIsOurs()
{
    Files files(otherRelease, moreTenants);
    files.arguments[5] = files.arguments[2];
    QCOMPARE(cli(files.arguments).exitCode, 0);
    QCOMPARE(files.folder.content(u"ours.json"_s), written(releaseAndTenants));
}

void TestCliMerge::emptyBase()
{
    Files files(otherRelease, otherRelease);
    files.folder.file(u"base.json"_s, {});
    QCOMPARE(cli(files.arguments).exitCode, 0);
    QCOMPARE(files.out(), written(otherRelease));
}

void TestCliMerge::newFindingsChangeNoExitCode()
{
    // Each side gives the E-mail Server one tenant, both together two.
    const auto email = [](const QByteArray &tenants) {
        return topologyWith(application("Email_1", "emailserver", tenants));
    };
    Files files(email("\"Acme\""), email("\"Globex\""));
    files.folder.file(u"base.json"_s, email({}));
    const auto run = cli(files.arguments);
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.err.contains("New when both are together: error tenant-exclusive: "));
    QCOMPARE(files.out(), written(email("\"Acme\",\"Globex\"")));
}

void TestCliMerge::intoADocument()
{
    Files files(otherRelease, moreTenants);
    const auto document = files.folder.path(u"ours.switchyard"_s);
    QCOMPARE(cli({u"import"_s, files.arguments[2], u"--into"_s, document}).exitCode, 0);
    files.arguments[2] = document;
    files.arguments[5] = document;
    const auto run = cli(files.arguments);
    QCOMPARE(run.err, QByteArray());
    QCOMPARE(run.exitCode, 0);
    const auto now = [&] {
        return cli({u"merge"_s, document, document, document, u"--output"_s, u"-"_s}).out;
    };
    QCOMPARE(now(), written(releaseAndTenants));
    QCOMPARE(cli({u"check"_s, document}).exitCode, 0);
    // One step, which says what it was.
    const auto undone = cli({u"edit"_s, document}, "{\"op\":\"undo\"}\n");
    QVERIFY(undone.out.contains("Merge theirs.json"));
    QCOMPARE(now(), written(otherRelease));
}

void TestCliMerge::anotherDocumentIsRefused()
{
    Files files(otherRelease, moreTenants);
    const auto document = files.folder.path(u"other.switchyard"_s);
    QCOMPARE(cli({u"new"_s, document}).exitCode, 0);
    const auto before = files.folder.content(u"other.switchyard"_s);
    files.arguments[5] = document;
    const auto run = cli(files.arguments);
    QCOMPARE(run.exitCode, 4);
    QVERIFY(run.err.contains("This is a document"));
    QCOMPARE(files.folder.content(u"other.switchyard"_s), before);
}

void TestCliMerge::failures_data()
{
    QTest::addColumn<int>("argument");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("exitCode");
    for (int i = 1; i <= 3; ++i) {
        QTest::addRow("no such input %d", i) << i << u"/nowhere/a.json"_s << 3;
        QTest::addRow("malformed input %d", i) << i << QString::fromUtf8(__FILE__) << 3;
    }
    QTest::addRow("no such folder") << 5 << u"/nowhere/out.json"_s << 4;
    QTest::addRow("no regular file") << 5 << u"/dev/null"_s << 4;
    QTest::addRow("no option of ours") << 4 << u"--ouptut"_s << 2;
}

void TestCliMerge::failures()
{
    QFETCH(int, argument);
    QFETCH(QString, value);
    QFETCH(int, exitCode);
    Files files(otherRelease, thirdRelease);
    files.arguments[argument] = value;
    const auto run = cli(files.arguments);
    QCOMPARE(run.exitCode, exitCode);
    QVERIFY(!run.err.isEmpty());
    QVERIFY(!files.folder.contains(u"out.json"_s));
}

void TestCliMerge::gitMergesByItself()
{
    Repository repository(otherRelease, moreTenants);
    const auto run = repository.git({u"merge"_s, u"--no-edit"_s, u"theirs"_s});
    QVERIFY2(run.exitCode == 0, run.err + run.out);
    QCOMPARE(repository.content(), written(releaseAndTenants));
    QCOMPARE(repository.git({u"status"_s, u"--porcelain"_s}).out, QByteArray());
}

void TestCliMerge::gitStopsAtConflicts()
{
    Repository repository(otherRelease, thirdRelease);
    const auto run = repository.git({u"merge"_s, u"--no-edit"_s, u"theirs"_s});
    QCOMPARE(run.exitCode, 1);
    QVERIFY((run.out + run.err).contains("8.1.600"));
    QCOMPARE(repository.content(), written(otherRelease));
    QCOMPARE(
        repository.git({u"status"_s, u"--porcelain"_s}).out, QByteArray("UU site.topology.json\n"));
}

QTEST_GUILESS_MAIN(TestCliMerge)
#include "tst_climerge.moc"
