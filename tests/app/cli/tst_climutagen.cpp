// SPDX-License-Identifier: Apache-2.0
#include "tests/app/cli/cli.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

class TestCliMutagen final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void refusedWhileErrorsStand();
    void stamp();
    void roundTrip_data();
    void roundTrip();
    void importThenExportLosesNothing();
    void onlyChanges();
    void nothingChanged();
    void onlyChangesOfNoDocument_data();
    void onlyChangesOfNoDocument();
    void tellsWhatIsMissing();
    void incompleteCreationStaysBehind();
    void keepsSecretsToTheOwner();
    void fromStandardInput();

private:
    Run exportTo(const QString &file, const QString &target, const QStringList &more = {})
    {
        return cli(
            QStringList {u"export"_s, file, u"--format"_s, u"mutagen"_s, u"--output"_s, target}
            + more);
    }
    /// A document whose baseline the file is, with edits.
    QString document(const QString &file, const QByteArray &edits)
    {
        const auto path = m_folder->path(u"a.switchyard"_s);
        if (cli({u"import"_s, file, u"--into"_s, path}).exitCode != 0
            || cli({u"edit"_s, path}, edits).exitCode != 0)
            qFatal("The document can't be made.");
        return path;
    }
    std::unique_ptr<Folder> m_folder;
    QString m_right;
    QString m_target;
};

void TestCliMutagen::init()
{
    m_folder = std::make_unique<Folder>();
    m_right = m_folder->file(u"right.json"_s,
        topologyWith(application("Chat_1", "chatserver", "\"Acme\"",
            ",\"release\":\"8.5\",\"options\":{\"s\":{\"password\":\"p\",\"k\":\"1\"}}")));
    m_target = m_folder->path(u"out.json"_s);
}

void TestCliMutagen::refusedWhileErrorsStand()
{
    const auto wrong = m_folder->file(u"wrong.json"_s,
        topologyWith(application("Email_1", "emailserver", "\"Acme\",\"Globex\"")));
    const auto refused = exportTo(wrong, m_target);
    QCOMPARE(refused.exitCode, 1);
    QVERIFY(refused.err.contains("tenant-exclusive"));
    QVERIFY(!m_folder->contains(u"out.json"_s));
    QCOMPARE(exportTo(wrong, m_target, {u"--allow-errors"_s}).exitCode, 0);
}

void TestCliMutagen::stamp()
{
    const auto metadata = exportTo(m_right, u"-"_s).json().value(u"__metadata__"_s).toObject();
    QCOMPARE(metadata.value(u"formatName"_s).toString(), u"JSON"_s);
    const auto stamp = metadata.value(u"stamp"_s).toObject();
    QCOMPARE(stamp.value(u"errors"_s).toInt(-1), 0);
    QVERIFY(stamp.value(u"rules"_s).toInt() > 40);
    QVERIFY(stamp.value(u"checksum"_s).toString().startsWith(u"sha256:"_s));
}

void TestCliMutagen::roundTrip_data()
{
    QTest::addColumn<QString>("file");
    QTest::addRow("working copy") << sample(u"harbour.topology.json"_s);
    QTest::addRow("production") << sample(u"harbour-production.topology.json"_s);
}

void TestCliMutagen::roundTrip()
{
    QFETCH(QString, file);
    QCOMPARE(exportTo(file, m_target, {u"--allow-errors"_s}).exitCode, 0);
    QCOMPARE(cli({u"diff"_s, file, m_target, u"--exit-code"_s}).exitCode, 0);
    QCOMPARE(
        exportTo(m_target, u"-"_s, {u"--allow-errors"_s}).out, m_folder->content(u"out.json"_s));
}

void TestCliMutagen::importThenExportLosesNothing()
{
    const auto source = m_folder->file(u"in.json"_s, R"({"__metadata__":{"formatName":"JSON"},
        "appPrototypes":[{"name":"T","type":"chatserver","version":"8.5.1"}],
        "persons":[{"userName":"eva"}],
        "tenants":[{"name":"Acme","chargeableNumber":"1"}],
        "applications":[{"name":"Chat_1","appPrototype":"T","tenants":["Acme"],"commandLine":"${HOME}/chat",
            "isPrimary":true,"startupTimeout":"${T}"}]})");
    const auto path = document(source, {});
    const auto written = exportTo(path, u"-"_s);
    QCOMPARE(written.exitCode, 0);
    for (const char *kept : {"\"eva\"", "\"chargeableNumber\"", "\"${HOME}/chat\"", "\"${T}\"",
             "\"isPrimary\": true", "\"appPrototypes\""})
        QVERIFY2(written.out.contains(kept), kept);
    QVERIFY(written.err.contains("${HOME}, ${T}"));
    m_folder->file(u"again.json"_s, written.out);
    QCOMPARE(cli({u"diff"_s, path, m_folder->path(u"again.json"_s), u"--exit-code"_s}).exitCode, 0);
}

void TestCliMutagen::onlyChanges()
{
    const auto path = document(m_right,
        R"({"op":"assign","application":"Chat_1","tenant":"Globex"}
{"op":"set","kind":"application","name":"Chat_1","field":"release","value":"8.5.1"}
{"op":"add","kind":"tenant","object":{"name":"Initech"}}
)");
    const auto run = exportTo(path, u"-"_s, {u"--only-changes"_s});
    QCOMPARE(run.exitCode, 0);
    const auto json = run.json();
    QCOMPARE(json.keys(), (QStringList {u"__metadata__"_s, u"applications"_s, u"tenants"_s}));
    QCOMPARE(json.value(u"applications"_s).toArray(),
        (QJsonArray {QJsonObject {
            {u"name"_s, u"Chat_1"_s}, {u"tenants"_s, QJsonArray {u"Acme"_s, u"Globex"_s}}}}));
    QCOMPARE(json.value(u"tenants"_s).toArray().size(), 1);
    QVERIFY(run.err.contains("By hand, after the import:\n"
                             "  Set the release of the application Chat_1 to 8.5.1."));
    // Everything is everything, with the same steps.
    const auto all = exportTo(path, u"-"_s);
    QCOMPARE(all.json().value(u"tenants"_s).toArray().size(), 4);
    QVERIFY(all.err.contains("Set the release of the application Chat_1 to 8.5.1."));
}

void TestCliMutagen::nothingChanged()
{
    const auto run = exportTo(document(m_right, {}), u"-"_s, {u"--only-changes"_s});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.json().keys(), QStringList {u"__metadata__"_s});
    QVERIFY(run.err.contains("Nothing has changed"));
}

void TestCliMutagen::onlyChangesOfNoDocument_data()
{
    QTest::addColumn<QString>("format");
    QTest::addRow("a file") << u"mutagen"_s;
    QTest::addRow("another format") << u"topology"_s;
}

void TestCliMutagen::onlyChangesOfNoDocument()
{
    QFETCH(QString, format);
    const auto run = cli({u"export"_s, m_right, u"--format"_s, format, u"--output"_s, m_target,
        u"--only-changes"_s});
    QCOMPARE(run.exitCode, 2);
    QVERIFY(!run.err.isEmpty());
    QVERIFY(!m_folder->contains(u"out.json"_s));
}

void TestCliMutagen::tellsWhatIsMissing()
{
    const auto run = exportTo(m_right, m_target);
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.err.contains("Chat_1"));
    QVERIFY(run.err.contains("appPrototype, autoRestart, commandLine, workDirectory"));
}

// mutagen refuses a file as a whole for one such object.
void TestCliMutagen::incompleteCreationStaysBehind()
{
    const auto path = document(m_right,
        R"({"op":"add","kind":"application","object":{"name":"Chat_2","type":"chatserver","tenants":["Acme"]}}
{"op":"connect","application":"Chat_1","target":"Chat_2"}
)");
    const auto run = exportTo(path, u"-"_s, {u"--only-changes"_s});
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.err.contains(
        "By hand, before the import:\n  Fill in what the application Chat_2 lacks"));
    const auto applications = run.json().value(u"applications"_s).toArray();
    QCOMPARE(applications.size(), 1);
    QCOMPARE(applications[0].toObject().value(u"name"_s).toString(), u"Chat_1"_s);
    QVERIFY(exportTo(path, u"-"_s).out.contains("\"name\": \"Chat_2\""));
}

void TestCliMutagen::keepsSecretsToTheOwner()
{
    const auto run = exportTo(m_right, m_target);
    QVERIFY(run.err.contains("passwords"));
    QVERIFY(m_folder->content(u"out.json"_s).contains("\"password\":\"p\""));
    const auto owner = QFile::ReadOwner | QFile::WriteOwner;
    const auto mode = [this] {
        return QFile::permissions(m_target)
            & ~(QFile::ReadUser | QFile::WriteUser | QFile::ExeUser);
    };
    QCOMPARE(mode(), owner);
    // A file that is there keeps its mode.
    QVERIFY(QFile::setPermissions(m_target, owner | QFile::ReadGroup));
    QCOMPARE(exportTo(m_right, m_target).exitCode, 0);
    QCOMPARE(mode(), owner | QFile::ReadGroup);
    // One without secrets is for all whom the umask lets.
    const auto plain = m_folder->file(
        u"plain.json"_s, topologyWith(application("Chat_1", "chatserver", "\"Acme\"")));
    QCOMPARE(exportTo(plain, m_folder->path(u"b.json"_s)).exitCode, 0);
    QCOMPARE(QFile::permissions(m_folder->path(u"b.json"_s)), QFile::permissions(plain));
}

void TestCliMutagen::fromStandardInput()
{
    const QStringList arguments {
        u"export"_s, u"-"_s, u"--format"_s, u"mutagen"_s, u"--output"_s, u"-"_s};
    const auto run = cli(arguments, m_folder->content(u"right.json"_s));
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.out, exportTo(m_right, u"-"_s).out);
}

QTEST_GUILESS_MAIN(TestCliMutagen)
#include "tst_climutagen.moc"
