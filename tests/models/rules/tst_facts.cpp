// SPDX-License-Identifier: Apache-2.0
#include "models/rules/catalogue.h"
#include "models/rules/facts.h"
#include "models/rules/facttopology.h"
#include "models/rules/validator.h"
#include "tests/models/rules/randomworld.h"
#include "tests/models/rules/rulecase.h"
#include "tests/models/rules/ruleoracle.h"
#include "tests/support/largetopology.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace {

/// Whether these facts, and nothing else, make the finding.
bool make(const QList<Fact> &facts, const Finding &finding)
{
    const FactTopology alone(facts);
    const auto wanted = alone.translated(finding);
    return wanted && checkAll(alone.topology()).contains(*wanted);
}

QList<Fact> chosen(const QList<Fact> &facts, quint32 choice)
{
    QList<Fact> part;
    for (qsizetype i = 0; i < facts.size(); ++i) {
        if ((choice >> i) & 1)
            part.append(facts[i]);
    }
    return part;
}

/// What is wrong with the facts of a finding: they have to be enough, and none too many.
QByteArray flawOf(const Topology &topology, const Finding &finding)
{
    const auto line = findingLine(finding).toUtf8();
    const auto facts = factsOf(topology, finding);
    if (!make(facts, finding))
        return line + " is not made by its facts";
    for (const auto &fact : facts) {
        if (factText(topology, fact).isEmpty() || factText(topology, fact).contains(u'%'))
            return line + " has a fact without words";
    }
    if (facts.size() > 8) {
        for (qsizetype left = 0; left < facts.size(); ++left) {
            auto part = facts;
            part.removeAt(left);
            if (make(part, finding))
                return line + " has a fact too many";
        }
        return {};
    }
    for (quint32 choice = 0; choice + 1 < (1U << facts.size()); ++choice) {
        if (make(chosen(facts, choice), finding))
            return line + " needs a part of its facts only";
    }
    return {};
}

struct FactCase
{
    const char *rule;
    const char *title;
    /// "object: fact", in order.
    std::vector<std::string> facts;
    void (*make)(World &);
};

QString described(const Topology &topology, const Fact &fact)
{
    const auto text = factText(topology, fact);
    return fact.isSetting() ? text : topology.name(fact.object) + u": "_s + text;
}

}  // namespace

Q_DECLARE_METATYPE(FactCase)

class TestFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tells_data();
    void tells();
    void ofEveryRule();
    void ofRandomTopologies_data();
    void ofRandomTopologies();
    void ofALargeTopology();
    void ofManyTenants();
    void ofManyServers();
    void nothingOfWhatDoesNotStand();
};

void TestFacts::tells_data()
{
    const std::vector<FactCase> rows {
        {"tenant-exclusive", "type and tenants, and nothing else of it",
            {"Email: type is E-mail Server", "Email: tenants are Acme and Globex"},
            [](World &w) {
                w.application("Email", "emailserver")
                    .tenants({"Acme", "Globex"})
                    .release("8.1.4")
                    .connect("UCS", "default")
                    .dbid(7);
            }},
        {"tenant-none", "what is missing is no fact", {"Chat: type is Chat Server"},
            [](World &w) { w.application("Chat", "chatserver").release("8.5.0"); }},
        {"tenant-social-undecided", "a setting makes it an error",
            {"Social: type is Social Messaging Server", "Social: tenants are Acme and Globex",
                "several tenants of a Social Messaging Server are forbidden"},
            [](World &w) {
                w.settings.socialMessagingTenants = SocialMessagingTenants::Forbid;
                w.application("Social", "socialms").tenants({"Acme", "Globex"});
            }},
        {"interaction-server-type", "it takes two customers",
            {"Ixn: type is T-Server", "Ixn: component is Interaction Server", "Ixn: tenant is Acme",
                "Acme: is defined", "Globex: is defined"},
            [](World &w) {
                w.tenant("Initech");
                w.application("Ixn", "tserver").interactionComponent().tenant("Acme");
            }},
        {"tenant-uncovered", "another tenant's server",
            {"Globex: is defined", "Email: type is E-mail Server", "Email: tenant is Acme",
                "Acme: is defined"},
            [](World &w) { w.application("Email", "emailserver").tenant("Acme"); }},
        {"switch-ambiguous", "two switches and their office",
            {"Ixn: type is Interaction Server", "Ixn: tenants include Acme",
                "MM_1: belongs to Acme", "MM_1: switching office is Multimedia",
                "MM_2: belongs to Acme", "MM_2: switching office is Multimedia",
                "Multimedia: type is “multimediaswitch”"},
            [](World &w) {
                w.multimediaSwitch("Acme", "MM_1");
                w.multimediaSwitch("Acme", "MM_2");
                w.application("Ixn", "interactionserver").tenants({"Acme", "Globex"});
            }},
        {"capture-point-tenant-unserved", "named by its name",
            {"Capture: type is Capture Point", "Capture: connects to Ixn",
                "Capture: option settings/TenantId is “Acme”", "Acme: name is “Acme”",
                "Ixn: type is Interaction Server"},
            [](World &w) {
                w.application("Ixn", "interactionserver").tenant("Globex");
                w.application("Capture", "capturepoint")
                    .connect("Ixn", "default")
                    .option("settings", "TenantId", "Acme")
                    .option("settings", "queue", "new");
            }},
        {"reference-undefined", "nothing defines what something refers to",
            {"Chat: runs on host-1"},
            [](World &w) { w.application("Chat", "chatserver").tenant("Acme").host("host-1"); }},
        {"reference-disabled", "a connection, and a state",
            {"Chat: connects to UCS", "UCS: is disabled"},
            [](World &w) {
                w.application("UCS", "contactserver").disabled();
                w.application("Chat", "chatserver").tenant("Acme").connect("UCS", "default");
            }},
        {"connection-port-unknown", "the port that is asked for, and one of those there are",
            {"Chat: connects to UCS by port “default”", "UCS: listens on port “web”"},
            [](World &w) {
                w.application("UCS", "contactserver").port("admin", 4421).port("web", 4422);
                w.application("Chat", "chatserver").tenant("Acme").connect("UCS", "default");
            }},
        {"port-conflict", "who listens where",
            {"host-1: is defined", "Chat_1: runs on host-1", "Chat_1: listens on port 4420",
                "Chat_2: runs on host-1", "Chat_2: listens on port 4420"},
            [](World &w) {
                w.host("host-1");
                w.application("Chat_1", "chatserver").host("host-1").port("default", 4420);
                w.application("Chat_2", "chatserver").host("host-1").port("web", 4420);
            }},
        {"backup-mismatch", "a tenant that one of them has",
            {"Chat_B: is defined", "Chat: tenants include Globex", "Chat: backup server is Chat_B"},
            [](World &w) {
                w.application("Chat", "chatserver").tenants({"Acme", "Globex"}).backup("Chat_B");
                w.application("Chat_B", "chatserver").tenant("Acme");
            }},
        {"backup-chain", "a pair, and one more", {"B: backup server is C", "A: backup server is B"},
            [](World &w) {
                w.application("A", "chatserver").backup("B");
                w.application("B", "chatserver").backup("C");
            }},
        {"name-duplicate", "two of one name", {"Chat: name is “Chat”", "Chat: name is “Chat”"},
            [](World &w) {
                w.application("Chat", "chatserver");
                w.application("Chat", "chatserver");
            }},
        {"name-empty", "an empty name", {": name is empty"},
            [](World &w) { w.host("").address("10.0.0.1"); }},
        {"host-address-duplicate", "the first one by name is not the first one",
            {"a: name is “a”", "a: IP address is “10.0.0.1”", "b: IP address is “10.0.0.1”"},
            [](World &w) {
                w.host("b").address("10.0.0.1");
                w.host("a").address("10.0.0.1");
            }},
        {"chat-endpoint-missing", "a section, and another tenant's DBID",
            {"Chat: type is Chat Server", "Chat: tenants include Globex",
                "Chat: has option section “endpoints:101”", "Globex: DBID is 102"},
            [](World &w) {
                w.application("Chat", "chatserver")
                    .tenants({"Acme", "Globex"})
                    .option("endpoints:101", "default", "Chat In");
            }},
        {"email-ucs-release", "two releases",
            {"Email: type is E-mail Server", "Email: release is “8.5.1”", "Email: connects to UCS",
                "UCS: type is Universal Contact Server (UCS)", "UCS: release is “8.1.2”"},
            [](World &w) {
                w.application("UCS", "contactserver").release("8.1.2");
                w.application("Email", "emailserver").release("8.5.1").connect("UCS", "default");
            }},
        {"web-api-no-scs", "two of a type",
            {"Web: type is Web API Server", "Web: connects to Chat_1 and Chat_2",
                "Chat_1: type is Chat Server", "Chat_2: type is Chat Server"},
            [](World &w) {
                w.application("Chat_1", "chatserver");
                w.application("Chat_2", "chatserver");
                w.application("Stat", "statserver");
                w.application("Web", "webapiserver")
                    .connect("Chat_1", "default")
                    .connect("Chat_2", "default")
                    .connect("Stat", "default");
            }},
        {"tenant-cycle", "each one's parent", {"Acme: parent is Globex", "Globex: parent is Acme"},
            [](World &w) {
                w.acme.parent("Globex");
                w.globex.parent("Acme");
            }},
    };
    QTest::addColumn<FactCase>("row");
    for (const auto &row : rows)
        QTest::addRow("%s: %s", row.rule, row.title) << row;
}

void TestFacts::tells()
{
    QFETCH(FactCase, row);
    World world;
    row.make(world);
    const auto topology = world.builder.build();
    const auto rule = ruleFromName(QString::fromUtf8(row.rule));
    const auto findings = checkAll(topology);
    const auto finding = std::find_if(
        findings.begin(), findings.end(), [&](const Finding &f) { return f.rule == *rule; });
    QVERIFY(finding != findings.end());
    QStringList told;
    const auto facts = factsOf(topology, *finding);
    for (const auto &fact : facts)
        told.append(described(topology, fact));
    QStringList expected;
    for (const auto &line : row.facts)
        expected.append(QString::fromStdString(line));
    QCOMPARE(told, expected);
    QVERIFY(make(facts, *finding));
}

void TestFacts::ofEveryRule()
{
    std::set<int> rules;
    for (const auto &row : ruleCases()) {
        World world;
        row.make(world);
        const auto topology = world.builder.build();
        for (const auto &finding : checkAll(topology)) {
            if (ruleName(finding.rule) != QLatin1String(row.rule))
                continue;
            rules.insert(int(finding.rule));
            const auto flaw = flawOf(topology, finding);
            QVERIFY2(flaw.isEmpty(), (QByteArray(row.title) + ": " + flaw).constData());
        }
    }
    QCOMPARE(int(rules.size()), ruleCount());
}

void TestFacts::ofRandomTopologies_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 0; seed < 10; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestFacts::ofRandomTopologies()
{
    QFETCH(quint32, seed);
    RandomWorld world(seed * 7919 + 11);
    for (int i = 0; i < 4; ++i) {
        const auto topology = world.topology();
        for (const auto &finding : checkAll(topology)) {
            const auto flaw = flawOf(topology, finding);
            QVERIFY2(flaw.isEmpty(), flaw.constData());
        }
    }
}

/// Of a finding in a large topology the search looks at its surroundings only.
void TestFacts::ofALargeTopology()
{
    const auto topology = LargeTopology::working(200);
    std::set<int> rules;
    for (const auto &finding : checkAll(topology)) {
        if (!rules.insert(int(finding.rule)).second)
            continue;
        const auto facts = factsOf(topology, finding);
        QVERIFY(make(facts, finding));
        QVERIFY(facts.size() <= 7);
    }
    QVERIFY(rules.size() >= 3);
}

void TestFacts::ofManyTenants()
{
    World world;
    auto &email = world.application("Email", "emailserver");
    for (int i = 0; i < 1000; ++i) {
        const auto name = u"Tenant_%1"_s.arg(i);
        world.tenant(name);
        email.tenant(name);
    }
    const auto topology = world.builder.build();
    const auto findings = checkAll(topology);
    const auto finding = std::find_if(findings.begin(), findings.end(),
        [](const Finding &f) { return ruleName(f.rule) == QLatin1String("tenant-exclusive"); });
    QVERIFY(finding != findings.end());
    const auto facts = factsOf(topology, *finding);
    QCOMPARE(facts.size(), 2);
    QCOMPARE(facts[1].value, Value(finding->tenants));
    QVERIFY(make(facts, *finding));
}

/// Too many to try each: the search ends before long, with facts that make the finding.
void TestFacts::ofManyServers()
{
    World world;
    for (int i = 0; i < 500; ++i)
        world.application(u"UCS_%1"_s.arg(i), "contactserver").tenant("Acme").release("8.1.4");
    const auto topology = world.builder.build();
    const auto findings = checkAll(topology);
    const auto finding = std::find_if(findings.begin(), findings.end(),
        [](const Finding &f) { return ruleName(f.rule) == QLatin1String("ucs-shared-tenant"); });
    QVERIFY(finding != findings.end());
    const auto facts = factsOf(topology, *finding);
    QCOMPARE(facts.size(), 1 + 2 * 500);
    QVERIFY(make(facts, *finding));
}

void TestFacts::nothingOfWhatDoesNotStand()
{
    World world;
    world.application("Email", "emailserver").tenant("Acme");
    const auto topology = world.builder.build();
    Finding finding;
    finding.rule = *ruleFromName(u"tenant-exclusive");
    finding.object = *topology.findApplication(u"Email");
    finding.tenants = {*topology.findTenant(u"Acme"), *topology.findTenant(u"Globex")};
    QVERIFY(factsOf(topology, finding).isEmpty());
}

QTEST_APPLESS_MAIN(TestFacts)
#include "tst_facts.moc"
