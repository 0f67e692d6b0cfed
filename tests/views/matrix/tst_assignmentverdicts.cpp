// SPDX-License-Identifier: Apache-2.0
#include "models/topology/edits.h"
#include "tests/views/matrix/assignmentspanel.h"
#include "views/matrix/assignmentedits.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class TestAssignmentVerdicts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin)"_s)); }

    void paintedVerdictIsThePreviews_data();
    void paintedVerdictIsThePreviews();
    void sentenceSaysWhatAClickWouldDo_data();
    void sentenceSaysWhatAClickWouldDo();
    void pendingRestartIsSaid();
};

void TestAssignmentVerdicts::paintedVerdictIsThePreviews_data()
{
    QTest::addColumn<Topology>("topology");

    QTest::addRow("small site") << smallSite();
    QTest::addRow("sample") << TemporaryDocument().topology();

    TopologyBuilder pairs;
    pairs.tenant(u"Acme");
    pairs.tenant(u"Globex").disabled();
    pairs.tenant(u"Hooli");
    pairs.multimediaSwitch(u"Hooli", u"MM_1");
    pairs.multimediaSwitch(u"Hooli", u"MM_2");
    pairs.voiceSwitch(u"Acme", u"Voice");
    pairs.application(u"Ixn_1", u"interactionserver")
        .tenants({u"Acme", u"Undefined"})
        .backup(u"Ixn_1b");
    pairs.application(u"Ixn_1b", u"interactionserver").tenants({u"Acme", u"Undefined"});
    pairs.application(u"SMS_1", u"istransportserver")
        .tenants({u"Acme"})
        .backup(u"SMS_1b")
        .connect(u"Ixn_1");
    pairs.application(u"SMS_1b", u"istransportserver").tenants({u"Acme"});
    pairs.application(u"Chat_1", u"chatserver").backup(u"Chat_1");
    pairs.application(u"Email_0", u"emailserver").disabled();
    pairs.application(u"Email_2", u"emailserver").tenants({u"Acme", u"Globex"});
    pairs.application(u"Email_3", u"emailserver").tenants({u"Acme", u"Globex", u"Hooli"});
    pairs.application(u"Legacy_0", u"tserver").interactionComponent();
    pairs.application(u"Legacy_1", u"tserver").interactionComponent().tenants({u"Acme"});
    pairs.application(u"Legacy_2", u"tserver").interactionComponent().tenants({u"Acme", u"Hooli"});
    pairs.application(u"T_1", u"tserver").tenants({u"Acme"}).link(u"Acme", u"Voice");
    pairs.application(u"T_2", u"tserver").tenants({u"Acme", u"Hooli"});
    pairs.application(u"Proxy", u"haproxy");
    pairs.application(u"Capture", u"capturepoint")
        .option(u"settings", u"TenantId", u"Acme")
        .connect(u"Ixn_1");
    QTest::addRow("pairs, legacy and placeholders") << pairs.build();

    TopologyBuilder numbers;
    numbers.tenant(u"Acme").dbid(101);
    numbers.tenant(u"Globex").dbid(102);
    numbers.tenant(u"Initech").dbid(101);
    numbers.application(u"Chat_1", u"chatserver")
        .tenants({u"Acme", u"Globex"})
        .section(u"endpoints:102");
    numbers.application(u"Chat_2", u"chatserver")
        .tenants({u"Acme", u"Initech"})
        .section(u"endpoints:101");
    numbers.application(u"Social_1", u"socialms")
        .tenants({u"Acme"})
        .option(u"channel-a", u"inbound-route", u"101:x")
        .option(u"channel-b", u"inbound-route", u"102:x");
    numbers.settings.socialMessagingTenants = SocialMessagingTenants::Allow;
    QTest::addRow("options that name tenants by DBID") << numbers.build();

    pairs.settings.socialMessagingTenants = SocialMessagingTenants::Forbid;
    pairs.settings.environment = Environment::SingleTenant;
    pairs.application(u"Social_1", u"socialms").tenants({u"Acme"});
    pairs.application(u"Social_2", u"socialms").tenants({u"Acme", u"Hooli"});
    QTest::addRow("single-tenant, social messaging forbidden") << pairs.build();
    pairs.settings.socialMessagingTenants = SocialMessagingTenants::Allow;
    QTest::addRow("social messaging allowed") << pairs.build();
}

void TestAssignmentVerdicts::paintedVerdictIsThePreviews()
{
    QFETCH(const Topology, topology);
    const TemporaryDocument document(topology);
    int verdicts[3] = {};
    for (const auto &application : document.topology().applications()) {
        if (application.isPlaceholder)
            continue;
        for (const auto &tenant : document.topology().tenants()) {
            const auto step = toggleStep(document.topology(), application.id, tenant.id);
            QVERIFY(step);
            const auto preview = document->preview(*step, application.id);
            const auto expected =
                previewVerdict(document.topology(), preview, application.id, tenant.id);
            const auto painted = toggleVerdict(document.topology(), application.id, tenant.id);
            ++verdicts[size_t(painted)];
            if (painted != expected)
                QFAIL(qPrintable(u"%1, %2: painted %3, the validator says %4: %5"_s
                                     .arg(application.name, tenant.name)
                                     .arg(int(painted))
                                     .arg(int(expected))
                                     .arg(preview.messagesAdded.join(u' '))));
        }
    }
    QVERIFY(verdicts[0] > 0 && verdicts[1] > 0 && verdicts[2] > 0);
}

void TestAssignmentVerdicts::sentenceSaysWhatAClickWouldDo_data()
{
    QTest::addColumn<QString>("application");
    QTest::addColumn<QString>("tenant");
    QTest::addColumn<QString>("sentence");

    QTest::addRow("shared server")
        << u"SMS_1"_s << u"Globex"_s
        << u"Assign Globex to SMS_1: allowed; one SMS Server may serve several tenants. "
           "↻ Restart: interrupts Globex; Acme (bystander)."_s;
    QTest::addRow("exclusive server")
        << u"Email_1"_s << u"Globex"_s
        << u"Assign Globex to Email_1: not allowed. Email_1 serves 2 tenants (Acme, Globex);"_s;
    QTest::addRow("last tenant") << u"SMS_1"_s << u"Acme"_s
                                 << u"Unassign Acme from SMS_1: not allowed."_s;
    QTest::addRow("disabled tenant")
        << u"SMS_1"_s << u"Initech"_s << u"Assign Initech to SMS_1: allowed, with a condition."_s;
}

void TestAssignmentVerdicts::sentenceSaysWhatAClickWouldDo()
{
    QFETCH(const QString, application);
    QFETCH(const QString, tenant);
    QFETCH(const QString, sentence);
    const TemporaryDocument document(smallSite());
    AssignmentsPanel panel(document);
    panel.table->setCurrentIndex(panel.cell(document.topology(), application, tenant));
    QTRY_VERIFY2(panel.sentence().startsWith(sentence), qPrintable(panel.sentence()));
}

void TestAssignmentVerdicts::pendingRestartIsSaid()
{
    const TemporaryDocument document(smallSite());
    AssignmentsPanel panel(document);
    const auto sms = applicationNamed(document.topology(), u"SMS_1");
    panel.table->setCurrentIndex(panel.cell(document.topology(), u"SMS_1", u"Globex"));
    QVERIFY(document->apply(
        [sms](const Topology &topology) { return awaitRestarts(topology, {sms}, 12); }));
    const auto said = u"↻! Exported in revision 12, restart not confirmed."_s;
    QTRY_VERIFY2(panel.sentence().endsWith(said), qPrintable(panel.sentence()));
    QVERIFY(document->undo());
    QTRY_VERIFY2(!panel.sentence().contains(u"revision"_s), qPrintable(panel.sentence()));
}

QTEST_MAIN(TestAssignmentVerdicts)
#include "tst_assignmentverdicts.moc"
