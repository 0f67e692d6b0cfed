// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/inputs.h"
#include "models/exchange/topologyjsonwriter.h"
#include "models/topology/apply.h"
#include "tests/support/randomsteps.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class SchemaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheReader();
};

namespace {

/// Members of one application, of one tenant, and of the whole file; the reader refuses some of
/// them.
constexpr const char *applicationMembers[] = {
    R"("release":null)",
    R"("release":7)",
    R"("state":"enabled")",
    R"("state":"on")",
    R"("state":"")",
    R"("state":null)",
    R"("redundancy":"hot")",
    R"("redundancy":"hotter")",
    R"("redundancy":1)",
    R"("dbid":0)",
    R"("dbid":-1)",
    R"("dbid":1.0)",
    R"("dbid":1.5)",
    R"("dbid":"1")",
    R"("dbid":9223372036854775807)",
    R"("dbid":9223372036854775808)",
    R"("dbid":1e2)",
    R"("startupTimeout":-5)",
    R"("startupTimeout":1e30)",
    R"("autoRestart":true)",
    R"("autoRestart":"true")",
    R"("autoRestart":null)",
    R"("tenants":[])",
    R"("tenants":["A",null,""])",
    R"("tenants":[1])",
    R"("tenants":"A")",
    R"("connections":[{"application":"B","port":"p","localTimeout":1,"x":{}}])",
    R"("connections":[{}])",
    R"("connections":[null])",
    R"("connections":["B"])",
    R"("connections":[{"port":1}])",
    R"("ports":[{"id":"p","port":0}])",
    R"("ports":[{"port":"1"}])",
    R"("ports":[1])",
    R"("switches":[{"tenant":"T","name":"S","x":1}])",
    R"("switches":["S"])",
    R"("switches":[{"name":1}])",
    R"("options":{"s":{"k":"v"},"t":{},"u":null})",
    R"("options":{"s":{"k":null}})",
    R"("options":{"s":{"k":1}})",
    R"("options":{"s":"k"})",
    R"("options":[])",
    R"("annex":{"s":{"k":true}})",
    R"("component":"chat")",
    R"("component":null)",
    R"("component":1)",
    R"("loadBalanced":false)",
    R"("loadBalanced":0)",
    R"("host":{})",
    R"("host":"h")",
    R"("backup":false)",
    R"("unknown":[{"a":1}])",
    R"("template":[])",
    R"("arguments":"a")",
    R"("arguments":["a"])",
    R"("commandLine":1)",
    R"("workingDirectory":1)",
    R"("shutdownTimeout":"1")",
};
constexpr const char *wholeMembers[] = {
    R"("settings":null)",
    R"("settings":{"environment":"single-tenant","x":1})",
    R"("settings":{"environment":"x"})",
    R"("settings":{"socialMessagingTenants":"forbid"})",
    R"("settings":{"socialMessagingTenants":true})",
    R"("settings":[])",
    R"("tenants":null)",
    R"("tenants":[null])",
    R"("tenants":[{}])",
    R"("tenants":[{"name":null}])",
    R"("tenants":[{"name":""}])",
    R"("tenants":[{"name":"T","parent":1}])",
    R"("tenants":[{"name":"T","parent":null}])",
    R"("tenants":["T"])",
    R"("tenants":{})",
    R"("hosts":[{"name":"h","lcaPort":4999,"osType":null}])",
    R"("hosts":[{"name":"h","lcaPort":"4999"}])",
    R"("hosts":[{"name":"h","ipAddress":1}])",
    R"("switchingOffices":[{"name":"O"}])",
    R"("switchingOffices":[{"name":"O","type":""}])",
    R"("switchingOffices":[{"name":"O","type":"abacus"}])",
    R"("switchingOffices":[{"name":"O","type":1}])",
    R"("switches":[{"name":"S","tenant":"T","switchingOffice":"O"}])",
    R"("switches":[{"name":"S","tenant":"","switchingOffice":"O"}])",
    R"("switches":[{"name":"S","tenant":"T"}])",
    R"("switches":[{"name":"S","tenant":null,"switchingOffice":"O"}])",
    R"("applications":[{"name":"A"}])",
    R"("applications":[{"name":"A","type":null}])",
    R"("applications":[{"name":1,"type":"tserver"}])",
    R"("applications":[{"type":"tserver"}])",
    R"("stamp":7)",
    R"("persons":[])",
};

void write(const QDir &folder, const QString &name, const QByteArray &bytes)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s can't be written", qPrintable(name));
}

}  // namespace

/// The schema takes every file that is written, and of all others just those that the reader takes.
void SchemaTest::agreesWithTheReader()
{
    QTemporaryDir folder;
    QVERIFY(folder.isValid());
    const QDir dir(folder.path());
    QStringList refused;
    const auto add = [&](const QString &name, const QByteArray &bytes) {
        write(dir, name, bytes);
        if (readInput(bytes, InputFormat::Topology).isMalformed())
            refused.append(name);
    };
    for (quint32 seed = 0; seed < 60; ++seed) {
        Topology topology;
        RandomSteps random(seed);
        for (quint32 i = 0; i < 2 * seed; ++i)
            ::apply(topology, random.next(topology));
        add(u"written%1"_s.arg(seed), writeTopology(topology, ExportStamp {}).bytes);
    }
    QCOMPARE(refused, QStringList());

    const QByteArray head = R"({"format":"switchyard-topology","version":1,)";
    int number = 0;
    for (const auto *member : applicationMembers)
        add(u"member%1"_s.arg(number++),
            head + R"("applications":[{"name":"A","type":"tserver",)" + member + "}]}");
    for (const auto *member : wholeMembers)
        add(u"member%1"_s.arg(number++), head + member + "}");
    add(u"head0"_s, R"({"format":"switchyard-topology"})");
    add(u"head1"_s, R"({"version":1})");
    add(u"head2"_s, R"({"format":"switchyard-topology","version":2})");
    add(u"head3"_s, R"({"format":"x","version":1})");
    add(u"head4"_s, R"({"format":"switchyard-topology","version":"1"})");
    add(u"head5"_s, R"({"format":"switchyard-topology","version":1.0})");
    add(u"head6"_s, "[]");
    QVERIFY(refused.size() > 30);

    QProcess python;
    python.start(u"python3"_s,
        {QStringLiteral(SCHEMA_CHECKER), QStringLiteral(SCHEMA_FILE), folder.path()},
        QIODevice::ReadOnly);
    QVERIFY2(python.waitForFinished(), qPrintable(python.errorString()));
    QCOMPARE(QString::fromUtf8(python.readAllStandardError()), QString());
    QCOMPARE(python.exitCode(), 0);
    refused.sort();
    const auto found =
        QString::fromUtf8(python.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(found.join(u'\n'), refused.join(u'\n'));
}

QTEST_GUILESS_MAIN(SchemaTest)
#include "tst_schema.moc"
