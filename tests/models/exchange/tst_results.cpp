// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/diffjson.h"
#include "models/exchange/difftext.h"
#include "models/exchange/findingsjson.h"
#include "models/exchange/findingsjunit.h"
#include "models/exchange/findingssarif.h"
#include "models/exchange/findingstext.h"
#include "models/exchange/jsondocument.h"
#include "models/exchange/planjson.h"
#include "models/exchange/plantext.h"
#include "models/exchange/rulesjson.h"
#include "models/exchange/rulestext.h"
#include "models/rules/catalogue.h"
#include "models/rules/validator.h"
#include "tests/support/topologybuilder.h"

#include <QTest>

using namespace Qt::StringLiterals;

class ResultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findings();
    void noFindings();
    void plan();
    void emptyPlan();
    void diff();
    void noDifferences();
    void rules();
    void explanation();
    void helpInPipelines();
    void everythingIsEscapedAlike();
};

namespace {

/// An E-mail Server with two tenants, and one with a second listener on its port.
Topology site()
{
    TopologyBuilder builder;
    builder.tenant(u"Globex");
    builder.tenant(u"Acme");
    builder.host(u"host-1");
    builder.application(u"Email_1", u"emailserver")
        .tenants({u"Globex", u"Acme"})
        .port(u"a", 80)
        .host(u"host-1");
    builder.application(u"Email_2", u"emailserver").tenant(u"Acme").port(u"a", 80).host(u"host-1");
    return builder.build();
}

QList<Finding> findingsOf(const Topology &topology, QLatin1String rule)
{
    auto all = checkAll(topology);
    all.removeIf([&](const Finding &finding) { return ruleName(finding.rule) != rule; });
    return all;
}

Reason listReason(const QString &field, const QStringList &added, const QStringList &removed)
{
    Reason reason;
    reason.field = field;
    reason.isSetLike = true;
    reason.added = added;
    reason.removed = removed;
    return reason;
}

Reason valueReason(const QString &field, const QString &before, const QString &after)
{
    Reason reason;
    reason.field = field;
    reason.before = before;
    reason.after = after;
    return reason;
}

RestartPlan samplePlan()
{
    RestartPlan plan;
    PlannedInstance sms;
    sms.name = u"SMS_1"_s;
    sms.action = Action::Restart;
    sms.wave = 1;
    sms.interruption = Interruption::Outage;
    sms.tenantsInterrupted = {u"Acme"_s, u"Globex"_s};
    sms.bystanders = {u"Globex"_s};
    sms.reasons = {listReason(u"tenants"_s, {u"\"Acme\""_s}, {})};
    PlannedInstance social;
    social.name = u"Social_1"_s;
    social.action = Action::Restart;
    social.wave = 1;
    social.interruption = Interruption::None;
    social.isBackup = true;
    social.reasons = {listReason(u"tenants"_s, {u"\"Acme\""_s}, {})};
    PlannedInstance ixn;
    ixn.name = u"Ixn_2"_s;
    ixn.action = Action::Start;
    ixn.wave = 2;
    ixn.after = {u"SMS_1"_s};
    PlannedInstance ucs;
    ucs.name = u"UCS_1"_s;
    ucs.action = Action::NotStated;
    ucs.reasons = {valueReason(u"release"_s, u"\"8.1\""_s, u"null"_s)};
    plan.instances = {sms, social, ixn, ucs};
    plan.summary.restarts = 2;
    plan.summary.starts = 1;
    plan.summary.notStated = 1;
    plan.summary.tenantsInterrupted = 2;
    plan.pending = {u"Old"_s};
    return plan;
}

}  // namespace

void ResultsTest::findings()
{
    const auto topology = site();
    const auto exclusive = findingsOf(topology, QLatin1String("tenant-exclusive"));
    const auto conflict = findingsOf(topology, QLatin1String("port-conflict"));
    QCOMPARE(exclusive.size(), 1);
    QCOMPARE(conflict.size(), 1);
    const auto text = message(topology, exclusive.constFirst());
    const auto other = message(topology, conflict.constFirst());
    QCOMPARE(QString::fromUtf8(findingsJson(topology, exclusive + conflict)),
        uR"({
  "format": "switchyard-findings",
  "version": 1,
  "summary": {"errors":1,"warnings":1,"advice":0,"waived":0},
  "findings": [
    {"rule":"tenant-exclusive","severity":"error","object":{"kind":"application","name":"Email_1"},"tenants":["Acme","Globex"],"related":[],"message":")"_s
            + text + uR"(","waived":false},
    {"rule":"port-conflict","severity":"warning","object":{"kind":"host","name":"host-1"},"tenants":[],"related":[{"kind":"application","name":"Email_1"},{"kind":"application","name":"Email_2"}],"message":")"_s
            + other + uR"(","waived":false}
  ]
}
)"_s);
    QCOMPARE(findingsText(topology, exclusive + conflict),
        u"✖ Error    tenant-exclusive  "_s + text + u"\n▲ Warning  port-conflict     "_s + other
            + u"\n✖ 1 error  ▲ 1 warning  (%1 rules on 6 objects)\n"_s.arg(ruleCount()));
}

void ResultsTest::noFindings()
{
    const Topology topology;
    QCOMPARE(QString::fromUtf8(findingsJson(topology, {})), uR"({
  "format": "switchyard-findings",
  "version": 1,
  "summary": {"errors":0,"warnings":0,"advice":0,"waived":0},
  "findings": []
}
)"_s);
    QCOMPARE(
        findingsText(topology, {}), u"No problems: %1 rules on 1 object.\n"_s.arg(ruleCount()));
}

void ResultsTest::plan()
{
    QCOMPARE(QString::fromUtf8(planJson(samplePlan())), uR"({
  "format": "switchyard-plan",
  "version": 1,
  "instances": [
    {"application":"SMS_1","action":"restart","wave":1,"interruption":"outage","tenantsInterrupted":["Acme","Globex"],"bystanders":["Globex"],"reasons":[{"field":"tenants","added":["Acme"],"removed":[]}]},
    {"application":"Social_1","action":"restart","wave":1,"interruption":"none","tenantsInterrupted":[],"bystanders":[],"reasons":[{"field":"tenants","added":["Acme"],"removed":[]}]},
    {"application":"Ixn_2","action":"start","wave":2,"interruption":null,"tenantsInterrupted":[],"bystanders":[],"reasons":[]},
    {"application":"UCS_1","action":"not-stated","wave":null,"interruption":null,"tenantsInterrupted":[],"bystanders":[],"reasons":[{"field":"release","before":"8.1","after":null}]}
  ],
  "summary": {"restarts":2,"starts":1,"stops":0,"immediate":0,"notStated":1,"tenantsInterrupted":2},
  "pending": ["Old"]
}
)"_s);
    const auto plan = samplePlan();
    QCOMPARE(planText({}, plan),
        u"Wave 1  SMS_1     ↻ Restart     "_s + reasonText(plan.instances[0].reasons[0])
            + u" · outage, interrupts Acme, Globex (bystander)\n"_s
            + u"        Social_1  ↻ Restart     "_s + reasonText(plan.instances[1].reasons[0])
            + u" · backup, interrupts nobody\n"_s
            + u"Wave 2  Ixn_2     + Start       after SMS_1\n"_s
            + u"        UCS_1     ? Not stated  "_s + reasonText(plan.instances[3].reasons[0])
            + u"\n↻! Pending: Old\n2 restarts · 1 start · 1 not stated · 2 tenants interrupted\n"_s);
}

void ResultsTest::emptyPlan()
{
    QCOMPARE(QString::fromUtf8(planJson({})), uR"({
  "format": "switchyard-plan",
  "version": 1,
  "instances": [],
  "summary": {"restarts":0,"starts":0,"stops":0,"immediate":0,"notStated":0,"tenantsInterrupted":0},
  "pending": []
}
)"_s);
    QCOMPARE(planText({}, {}), u"Nothing to do: no application differs from the baseline.\n"_s);
}

void ResultsTest::diff()
{
    ObjectDifference added;
    added.change = ObjectDifference::Change::Added;
    added.kind = Kind::SwitchingOffice;
    added.name = u"O"_s;
    ObjectDifference modified;
    modified.name = u"A"_s;
    modified.reasons = {valueReason(u"release"_s, u"\"8.1\""_s, u"\"8.5\""_s),
        listReason(u"switches"_s, {}, {uR"({"tenant":"T","name":"S"})"_s})};
    ObjectDifference removed;
    removed.change = ObjectDifference::Change::Removed;
    removed.kind = Kind::Tenant;
    removed.name = u"T"_s;
    const QList<ObjectDifference> all {added, modified, removed};
    QCOMPARE(QString::fromUtf8(diffJson(all)), uR"({
  "format": "switchyard-diff",
  "version": 1,
  "changes": [
    {"object":{"kind":"switching-office","name":"O"},"change":"added","fields":[]},
    {"object":{"kind":"application","name":"A"},"change":"modified","fields":[{"field":"release","before":"8.1","after":"8.5"},{"field":"switches","added":[],"removed":[{"tenant":"T","name":"S"}]}]},
    {"object":{"kind":"tenant","name":"T"},"change":"removed","fields":[]}
  ]
}
)"_s);
    QCOMPARE(diffText(all),
        u"+ switching office O\n~ application A\n    "_s + reasonText(modified.reasons[0])
            + u"\n    "_s + reasonText(modified.reasons[1])
            + u"\n– tenant T\n1 added · 1 removed · 1 modified\n"_s);
}

void ResultsTest::noDifferences()
{
    QVERIFY(diffJson({}).contains("\"changes\": []"));
    QCOMPARE(diffText({}), u"No differences.\n"_s);
}

void ResultsTest::rules()
{
    const auto document = JsonDocument::parse(rulesJson());
    QVERIFY(document.root());
    QVERIFY(document.flaws().isEmpty());
    QStringList ids;
    const QByteArrayView keys[] = {"id", "severity", "title", "explanation", "inference", "source"};
    const auto list = *document.root()->find("rules");
    list.forEachItem([&](qsizetype, const JsonValue &rule) {
        qsizetype i = 0;
        rule.forEachMember([&](QByteArrayView key, const JsonValue &value) {
            QCOMPARE(key, keys[i++]);
            QVERIFY(!value.isString() || !value.bytes().isEmpty());
        });
        QCOMPARE(i, 6);
        QCOMPARE(rule.find("source")->memberCount(), 4);
        ids.append(rule.find("id")->text());
    });
    QCOMPARE(ids.size(), ruleCount());
    auto sorted = ids;
    sorted.sort();
    QCOMPARE(ids, sorted);

    const auto text = rulesText();
    QCOMPARE(text.count(u'\n'), ruleCount() + 1);
    for (const auto &id : std::as_const(ids))
        QVERIFY(text.contains(id + u' '));
    QVERIFY(text.endsWith(u"%1 rules\n"_s.arg(ruleCount())));
}

void ResultsTest::explanation()
{
    const auto rule = ruleInfo(*ruleFromName(u"tenant-exclusive"));
    const auto text = explanationText(*ruleFromName(u"tenant-exclusive"));
    QVERIFY(text.startsWith(u"tenant-exclusive (Error): "_s + rule.title + u"\n\n"_s));
    QVERIFY(text.contains(rule.source.address));
    QVERIFY(!text.contains(u"inference"));
    const auto lines = text.split(u'\n');
    for (const auto &line : lines)
        QVERIFY(line.size() <= 80 || line.contains(u"https://") || line.startsWith(u"Source:"));
    // What was wrapped is whole.
    for (const auto &part : {rule.explanation, rule.remedy, rule.reading})
        QVERIFY(QString(text).replace(u'\n', u' ').contains(part.simplified()));
    // Where the source is clear there is no reading of ours.
    QVERIFY(!explanationText(*ruleFromName(u"backup-self")).contains(u"Our reading"));
    QVERIFY(explanationText(*ruleFromName(u"tenant-uncovered")).contains(u"our inference"));
}

/// Whoever reads a report there has no catalogue at hand.
void ResultsTest::helpInPipelines()
{
    TopologyBuilder builder;
    builder.application("Social", "socialms").tenants({"Acme", "Globex"});
    const auto topology = builder.build();
    const auto findings = checkAll(topology);
    const auto rule = ruleInfo(*ruleFromName(u"tenant-social-undecided"));
    const auto sarif = QString::fromUtf8(findingsSarif(topology, findings, {}, u"1.0"_s));
    for (const auto &text : {rule.explanation, rule.remedy, rule.reading, rule.source.topic})
        QVERIFY(sarif.contains(text));
    const auto junit =
        QString::fromUtf8(findingsJunit(topology, findings, [](const Finding &) { return true; }));
    for (const auto &text : {rule.explanation, rule.remedy, rule.source.address})
        QVERIFY(junit.contains(text));
}

void ResultsTest::everythingIsEscapedAlike()
{
    TopologyBuilder builder;
    builder.tenant(u"Ä \"1\"\n\u0001/");
    builder.tenant(u"B");
    builder.application(u"😀\\", u"emailserver").tenants({u"Ä \"1\"\n\u0001/", u"B"});
    const auto topology = builder.build();
    const auto json =
        findingsJson(topology, findingsOf(topology, QLatin1String("tenant-exclusive")));
    QVERIFY(json.contains(QByteArray("\"name\":\"\xF0\x9F\x98\x80\\\\\"")));
    QVERIFY(json.contains(QByteArray("\"tenants\":[\"B\",\"\xC3\x84 \\\"1\\\"\\n\\u0001/\"]")));
    QVERIFY(JsonDocument::parse(json).flaws().isEmpty());
}

QTEST_APPLESS_MAIN(ResultsTest)
#include "tst_results.moc"
