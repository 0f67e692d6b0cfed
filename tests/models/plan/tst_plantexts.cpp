// SPDX-License-Identifier: Apache-2.0
#include "models/plan/planner.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

Reason members(const QString &field, const QStringList &added, const QStringList &removed)
{
    return {field, true, added, removed, {}, {}};
}

Reason value(const QString &field, const QString &before, const QString &after)
{
    return {field, false, {}, {}, before, after};
}

PlannedInstance instance(Action action, const QList<Reason> &reasons = {})
{
    PlannedInstance instance;
    instance.name = u"SMS_1"_s;
    instance.action = action;
    instance.reasons = reasons;
    return instance;
}

}  // namespace

class PlanTextsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reasons_data()
    {
        QTest::addColumn<Reason>("reason");
        QTest::addColumn<QString>("text");

        const auto row = [](const char *name, const Reason &reason, const QString &text) {
            QTest::addRow("%s", name) << reason << text;
        };
        row("tenants", members(u"tenants"_s, {u"\"Acme\""_s}, {u"\"Globex\""_s}),
            u"Tenants: +Acme −Globex"_s);
        row("connections",
            members(u"connections"_s,
                {u"{\"application\":\"Ixn_1\",\"port\":\"default\"}"_s,
                    u"{\"application\":\"U\"}"_s},
                {}),
            u"Connections: +Ixn_1 (default) +U"_s);
        row("switches", members(u"switches"_s, {}, {u"{\"tenant\":\"Acme\",\"name\":\"MM\"}"_s}),
            u"Linked switches: −MM (Acme)"_s);
        row("many",
            members(u"tenants"_s,
                {u"\"1\""_s, u"\"2\""_s, u"\"3\""_s, u"\"4\""_s, u"\"5\""_s, u"\"6\""_s, u"\"7\""_s,
                    u"\"8\""_s},
                {}),
            u"Tenants: +1 +2 +3 +4 +5 +6 and 2 more"_s);
        row("release", value(u"release"_s, u"\"8.1.4\""_s, u"\"8.1.5\""_s),
            u"Release: 8.1.4 → 8.1.5"_s);
        row("none", value(u"host"_s, u"null"_s, u"\"h1\""_s), u"Host: (none) → h1"_s);
        row("flag", value(u"autoRestart"_s, u"null"_s, u"false"_s), u"Auto restart: (none) → no"_s);
        row("number", value(u"startupTimeout"_s, u"0"_s, u"60"_s), u"Start-up timeout: 0 → 60"_s);
        row("escapes", value(u"arguments"_s, u"\"\\\"a\\\\b\\\"\""_s, u"\"é😀\""_s),
            u"Arguments: \"a\\b\" → é😀"_s);
        row("ports",
            value(u"ports"_s, u"[]"_s,
                u"[{\"id\":\"default\",\"port\":4420},{\"port\":7},{\"id\":\"x\"}]"_s),
            u"Listening ports: (none) → default 4420, 7, x"_s);
        row("an option",
            value(u"options"_s, u"{\"log\":{\"all\":\"a\"}}"_s, u"{\"log\":{\"all\":\"b\"}}"_s),
            u"Options: log/all: a → b"_s);
        row("options come and go",
            value(u"options"_s, u"{\"log\":{\"all\":\"a\"},\"old\":{}}"_s,
                u"{\"log\":{},\"new\":{\"k\":\"v\"}}"_s),
            u"Options: +new/k = v, −log/all, −old"_s);
        row("a section without keys", value(u"annex"_s, u"{}"_s, u"{\"s\":{}}"_s), u"Annex: +s"_s);
        row("a key in a section that had none that differ",
            value(u"options"_s, u"{\"s\":{}}"_s, u"{\"s\":{\"k\":\"v\"}}"_s),
            u"Options: +s/k = v"_s);
        row("secrets stay hidden",
            value(u"options"_s, u"{\"db\":{\"password\":\"old\"}}"_s,
                u"{\"db\":{\"password\":\"new\",\"api-key\":\"k\"}}"_s),
            u"Options: db/password: ••• → •••, +db/api-key = •••"_s);
        row("unknown keys", value(u"folder"_s, u"null"_s, u"{\"a\":[1]}"_s),
            u"folder: (none) → {\"a\":[1]}"_s);
        row("an unknown secret", value(u"userPassword"_s, u"\"a\""_s, u"\"b\""_s),
            u"userPassword: ••• → •••"_s);
        row("long numbers", value(u"x"_s, u"12345678901234567890.50"_s, u"1e3"_s),
            u"x: 12345678901234567890.50 → 1e3"_s);
    }
    void reasons()
    {
        QFETCH(Reason, reason);
        QTEST(reasonText(reason), "text");
    }

    void secrets_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<bool>("isSecret");
        for (const auto *key : {"password", "dbPassword", "DB_PASSWORD", "passwd", "db-pass",
                 "clientSecret", "token", "access-token", "tls-key", "apikey", "API_KEY",
                 "privateKey", "keys", "credentials", "pwd", "passphrase"})
            QTest::addRow("%s", key) << QString::fromLatin1(key) << true;
        for (const auto *key : {"keyboard", "compass", "inbound-route", "TenantId", ""})
            QTest::addRow("not %s", key) << QString::fromLatin1(key) << false;
    }
    void secrets()
    {
        QFETCH(QString, key);
        QTEST(looksSecret(key), "isSecret");
    }

    void actions_data()
    {
        QTest::addColumn<PlannedInstance>("instance");
        QTest::addColumn<QString>("token");
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("source");

        const auto guide =
            u"eServices Multitenancy and Load Balancing Guide 8.1.4, Configuration: "_s;
        const auto tenants = members(u"tenants"_s, {u"\"Acme\""_s}, {});
        const auto options =
            value(u"options"_s, u"{}"_s, u"{\"channel-x\":{\"inbound-route\":\"1\"}}"_s);
        QTest::addRow("restart") << ::instance(Action::Restart, {tenants}) << u"restart"_s
                                 << u"↻ Restart"_s
                                 << u"Restart SMS_1: its tenant list changes (+Acme)."_s
                                 << guide + u"restarts after tenant changes"_s;
        QTest::addRow("restart for a channel")
            << ::instance(Action::Restart, {options}) << u"restart"_s << u"↻ Restart"_s
            << u"Restart SMS_1: its channel options change."_s
            << u"Social Messaging Solution, channel-anyname: options that are read at the start"_s;
        QTest::addRow("not stated")
            << ::instance(Action::NotStated, {options}) << u"not-stated"_s << u"? Not stated"_s
            << u"The guide does not say whether SMS_1 needs a restart. Plan for one, or record your site's answer."_s
            << guide + u"restarts after tenant changes (this change is not named there)"_s;
        QTest::addRow("immediate")
            << ::instance(Action::Immediate, {tenants}) << u"immediate"_s << u"⚡ Immediate"_s
            << u"SMS_1 (8.1.4) applies tenant changes immediately (8.1.2 and later)."_s
            << guide + u"Interaction Server 8.1.2 and later"_s;
        QTest::addRow("start") << ::instance(Action::Start) << u"start"_s << u"+ Start"_s
                               << u"Start SMS_1 (new)."_s << QString();
        QTest::addRow("stop") << ::instance(Action::Stop) << u"stop"_s << u"– Stop"_s
                              << u"Stop SMS_1 (gone)."_s << QString();
        auto nameless = ::instance(Action::Stop);
        nameless.name.clear();
        QTest::addRow("without a name")
            << nameless << u"stop"_s << u"– Stop"_s << u"Stop (no name) (gone)."_s << QString();
    }
    void actions()
    {
        QFETCH(PlannedInstance, instance);
        QTEST(QString(actionToken(instance.action)), "token");
        QTEST(actionLabel(instance.action), "label");
        QTEST(actionSentence(instance, u"8.1.4"_s), "sentence");
        QTEST(actionSource(instance), "source");
    }
};

QTEST_APPLESS_MAIN(PlanTextsTest)
#include "tst_plantexts.moc"
