// SPDX-License-Identifier: Apache-2.0
#include "tests/models/plan/plansite.h"

#include <QTest>

using namespace Qt::StringLiterals;

class PlanActionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// What one change of one application asks for.
    void states_data()
    {
        QTest::addColumn<Topology>("before");
        QTest::addColumn<Topology>("after");
        QTest::addColumn<QString>("line");

        using Change = std::function<void(ApplicationSketch &)>;
        const auto row = [](const char *name, const char *type, const Change &before,
                             const Change &after, const QString &line) {
            const auto with = [type](const Change &change) {
                return built(
                    [&](TopologyBuilder &b) { change(b.application(u"A", QLatin1String(type))); });
            };
            QTest::addRow("%s", name) << with(before) << with(after) << line;
        };
        const auto none = [](auto &) {};
        const auto acme = [](auto &a) { a.tenant(u"Acme"); };
        const auto both = [](auto &a) { a.tenants({u"Acme", u"Globex"}); };
        const auto at = [](QAnyStringView release, const Change &then) {
            return [text = release.toString(), then](ApplicationSketch &a) {
                a.release(text);
                then(a);
            };
        };
        const QString restart =
            u"1 restart A outage of Acme, Globex by Acme; tenants: +\"Globex\""_s;
        const QString notStated = u"- not-stated A; tenants: +\"Globex\""_s;
        const QString immediate = u"- immediate A; tenants: +\"Globex\""_s;

        row("SMS Server", "istransportserver", acme, both, restart);
        row(
            "SMS Server, other options", "istransportserver", none,
            [](auto &a) { a.option(u"channel-x", u"inbound-route", u"1"); },
            u"- not-stated A; options: {} > {\"channel-x\":{\"inbound-route\":\"1\"}}"_s);
        row("Social Messaging Server", "socialms", acme, both, restart);
        row("Interaction Server before 8.1.2", "interactionserver", at(u"8.1.101.03", acme),
            at(u"8.1.101.03", both), restart);
        row("Interaction Server 7.6", "interactionserver", at(u"7.6.0", acme), at(u"7.6.0", both),
            restart);
        row("Interaction Server 8.1.2", "interactionserver", at(u"8.1.2", acme), at(u"8.1.2", both),
            immediate);
        row("Interaction Server 8.1.201.07", "interactionserver", at(u"8.1.201.07", acme),
            at(u"8.1.201.07", both), immediate);
        row("Interaction Server 10", "interactionserver", at(u"10.0.0", acme), at(u"10.0.0", both),
            immediate);
        row("Interaction Server of unknown release", "interactionserver", acme, both, notStated);
        row("Interaction Server of no proper release", "interactionserver", at(u"8.1.12", acme),
            at(u"8.1.12", both), notStated);
        row("the working copy's release counts", "interactionserver", at(u"8.1.1", acme),
            at(u"8.1.4", both),
            u"- not-stated A; release: \"8.1.1\" > \"8.1.4\"; tenants: +\"Globex\""_s);
        row("the working copy's release is below", "interactionserver", at(u"8.1.4", acme),
            at(u"8.1.1", both),
            u"1 restart A outage of Acme, Globex by Acme; release: \"8.1.4\" > \"8.1.1\"; tenants: +\"Globex\""_s);
        row("under type tserver, before 8.1.2", "tserver",
            at(u"7.1.0", [=](auto &a) { acme(a.interactionComponent()); }),
            at(u"7.1.0", [=](auto &a) { both(a.interactionComponent()); }), restart);
        row("under type tserver, 8.1.4", "tserver",
            at(u"8.1.4", [=](auto &a) { acme(a.interactionComponent()); }),
            at(u"8.1.4", [=](auto &a) { both(a.interactionComponent()); }), immediate);
        row("a T-Server", "tserver", at(u"7.1.0", acme), at(u"7.1.0", both), notStated);
        row("Universal Contact Server", "contactserver", acme, both, notStated);
        row("a type that the enumeration lacks", "nosuchserver", acme, both, notStated);
        row(
            "another field", "istransportserver", none, [](auto &a) { a.release(u"8"); },
            u"- not-stated A; release: null > \"8\""_s);
        row(
            "restart before not stated, with all reasons", "istransportserver", both,
            [](auto &a) { a.release(u"8").disabled(); },
            u"1 restart A outage of Acme, Globex; release: null > \"8\"; state: \"enabled\" > \"disabled\"; "
            "tenants: -\"Acme\" -\"Globex\""_s);
        row("not stated before immediate", "interactionserver", at(u"8.1.4", acme),
            at(u"8.1.4", [=](auto &a) { both(a.port(u"p", 1)); }),
            u"- not-stated A; ports: [] > [{\"id\":\"p\",\"port\":1}]; tenants: +\"Globex\""_s);

        row(
            "channel: inbound-route added", "socialms", acme,
            [=](auto &a) { acme(a.option(u"channel-x", u"inbound-route", u"1:q")); },
            u"1 restart A outage of Acme by Acme; options: {} > {\"channel-x\":{\"inbound-route\":\"1:q\"}}"_s);
        row(
            "channel: driver-classname changed", "socialms",
            [](auto &a) { a.option(u"channel-x", u"driver-classname", u"a"); },
            [](auto &a) { a.option(u"channel-x", u"driver-classname", u"b"); },
            u"1 restart A outage; options: {\"channel-x\":{\"driver-classname\":\"a\"}} > "
            "{\"channel-x\":{\"driver-classname\":\"b\"}}"_s);
        row(
            "channel: inbound-route removed", "socialms",
            [](auto &a) {
                a.option(u"channel-", u"inbound-route", u"1").option(u"channel-", u"x", u"1");
            },
            [](auto &a) { a.option(u"channel-", u"x", u"1"); },
            u"1 restart A outage; options: {\"channel-\":{\"inbound-route\":\"1\"}} > {\"channel-\":{}}"_s);
        row(
            "channel: another option", "socialms", none,
            [](auto &a) { a.option(u"channel-x", u"Inbound-route", u"1"); },
            u"- not-stated A; options: {} > {\"channel-x\":{\"Inbound-route\":\"1\"}}"_s);
        row(
            "channel: another section", "socialms", none,
            [](auto &a) { a.option(u"Channel-x", u"inbound-route", u"1"); },
            u"- not-stated A; options: {} > {\"Channel-x\":{\"inbound-route\":\"1\"}}"_s);
        row(
            "channel: an empty value is none", "socialms", none,
            [](auto &a) { a.option(u"channel-x", u"inbound-route", u""); },
            u"- not-stated A; options: {} > {\"channel-x\":{\"inbound-route\":\"\"}}"_s);
        row(
            "channel: in the annex", "socialms", none,
            [](auto &a) { a.annex(u"channel-x", u"inbound-route", u"1"); },
            u"- not-stated A; annex: {} > {\"channel-x\":{\"inbound-route\":\"1\"}}"_s);
        row(
            "channel: another type", "chatserver", none,
            [](auto &a) { a.option(u"channel-x", u"inbound-route", u"1"); },
            u"- not-stated A; options: {} > {\"channel-x\":{\"inbound-route\":\"1\"}}"_s);

        row(
            "an undefined tenant", "istransportserver", none, [](auto &a) { a.tenant(u"Ghost"); },
            u"1 restart A outage of Ghost; tenants: +\"Ghost\""_s);
        row("no change at all", "socialms", acme,
            [=](auto &a) {
                acme(a.dbid(7).loadBalanced().annex(u"switchyard", u"component", u"x"));
            },
            {});
    }
    void states()
    {
        QFETCH(Topology, before);
        QFETCH(Topology, after);
        QFETCH(QString, line);
        const auto lines = line.isEmpty() ? QStringList() : QStringList {line};
        QCOMPARE(planned(before, after), lines);
        QCOMPARE(planned(before, after, Matching::ById), lines);
    }
};

QTEST_APPLESS_MAIN(PlanActionsTest)
#include "tst_planactions.moc"
