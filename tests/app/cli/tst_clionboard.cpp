// SPDX-License-Identifier: Apache-2.0
#include "tests/app/cli/cli.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

class TestCliOnboard final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsAllWays_data();
    void showsAllWays();
    void takesOneWay();
    void isOneStep();
    void onceIsEnough();
    void namesTheReason();
    void wrongUsage_data();
    void wrongUsage();
    void unreadableDocument();

private:
    Run onboard(const QString &media, const QStringList &more = {}) const;
    QByteArray topology() const;

    Folder m_folder;
    QString m_document;
    int m_count = 0;
};

void TestCliOnboard::init()
{
    m_document = m_folder.path(u"harbour%1.switchyard"_s.arg(++m_count));
    QCOMPARE(cli({u"new"_s, m_document, u"--sample"_s}).exitCode, 0);
}

Run TestCliOnboard::onboard(const QString &media, const QStringList &more) const
{
    return cli(
        QStringList {u"onboard"_s, m_document, u"--tenant"_s, u"Gale Foods"_s, u"--media"_s, media}
        + more);
}

QByteArray TestCliOnboard::topology() const
{
    return cli({u"export"_s, m_document, u"--format"_s, u"topology"_s, u"--allow-errors"_s,
                   u"--output"_s, u"-"_s})
        .out;
}

void TestCliOnboard::showsAllWays_data()
{
    QTest::addColumn<QStringList>("more");
    QTest::addRow("without a choice") << QStringList {};
    QTest::addRow("dry run") << QStringList {u"--dry-run"_s};
    QTest::addRow("dry run of a choice") << QStringList {u"--dry-run"_s, u"--choose"_s, u"share"_s};
}

void TestCliOnboard::showsAllWays()
{
    QFETCH(QStringList, more);
    const auto before = topology();
    const auto run = onboard(u"chat,email,sms"_s, more);
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.err, QByteArray());
    const QByteArrayList expected {"Share what may be shared (share)\n",
        "Dedicated instances (dedicate)\n", "Fewest restarts (fewest-restarts)\n",
        "  New:     tenant Gale Foods\n", "  New:     switch MM_Gale\n",
        "  New:     Email_Gale (E-mail Server), like Email_Aurora\n",
        "  Assigns: Chat_1 (Chat Server)\n", "  Assigns: SMS_1b (SMS Server), the backup\n",
        "  SMS_1 restarts and interrupts Aurora Bank, Cobalt Telecom, Delta Energy and Gale Foods; "
        "for Aurora Bank and Delta Energy nothing changes.\n",
        "  New finding: Gale Foods has no Training Server, which others have;",
        "  Plan then: 3 restarts"};
    for (const auto &text : expected)
        QVERIFY2(run.out.contains(text), text.constData());
    QCOMPARE(topology(), before);
}

void TestCliOnboard::takesOneWay()
{
    const auto run = onboard(u"chat, sms"_s, {u"--choose"_s, u"dedicate"_s});
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.out.contains("Done: Onboard Gale Foods: Dedicated instances\n"));
    QVERIFY(!run.out.contains("(share)"));
    const auto plan = cli({u"plan"_s, m_document}).out;
    for (const char *name : {"Chat_3", "SMS_3", "Ixn_3", "UCS_2"})
        QVERIFY2(plan.contains(name), name);
}

void TestCliOnboard::isOneStep()
{
    const auto before = topology();
    QCOMPARE(
        onboard(u"chat,email"_s, {u"--choose"_s, u"share"_s, u"--author"_s, u"mia"_s}).exitCode, 0);
    QVERIFY(topology() != before);
    const auto undo = cli({u"edit"_s, m_document}, R"({"op":"undo"})");
    QCOMPARE(undo.exitCode, 0);
    QVERIFY(undo.out.contains("Onboard Gale Foods: Share what may be shared"));
    QVERIFY(undo.out.contains("mia"));
    QCOMPARE(topology(), before);
}

void TestCliOnboard::onceIsEnough()
{
    const QStringList choice {u"--choose"_s, u"fewest-restarts"_s};
    QCOMPARE(onboard(u"chat"_s, choice).exitCode, 0);
    const auto after = topology();
    const auto again = onboard(u"chat"_s, choice);
    QCOMPARE(again.exitCode, 0);
    QVERIFY(again.out.startsWith("Nothing to do"));
    QCOMPARE(topology(), after);
}

void TestCliOnboard::namesTheReason()
{
    m_document = m_folder.path(u"bare.switchyard"_s);
    const auto file = m_folder.file(
        u"bare.json"_s, topologyWith(application("Ixn_1", "interactionserver", R"("Acme")")));
    QCOMPARE(cli({u"import"_s, file, u"--into"_s, m_document}).exitCode, 0);
    for (const auto &more : {QStringList {}, QStringList {u"--choose"_s, u"share"_s}}) {
        const auto run = onboard(u"cobrowse"_s, more);
        QCOMPARE(run.exitCode, 1);
        QCOMPARE(run.out,
            QByteArray("There is no application of type Universal Contact Server (UCS) to share or "
                       "to model a new one on.\n"
                       "There is no application of type Co-browsing Server to share or to model a "
                       "new one on.\n"));
    }
}

void TestCliOnboard::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("says");

    const QStringList tenant {u"--tenant"_s, u"Gale"_s};
    const QStringList chat {u"--media"_s, u"chat"_s};
    QTest::addRow("no tenant") << chat << QByteArray("--tenant is required");
    QTest::addRow("no media") << tenant << QByteArray("--media is required");
    QTest::addRow("unknown medium") << tenant + QStringList {u"--media"_s, u"chat,fax"_s}
                                    << QByteArray("There is no medium \"fax\"; media are chat, ");
    QTest::addRow("empty medium") << tenant + QStringList {u"--media"_s, u"chat,"_s}
                                  << QByteArray("There is no medium \"\"");
    QTest::addRow("unknown way") << tenant + chat + QStringList {u"--choose"_s, u"best"_s}
                                 << QByteArray("best is none of share|dedicate|fewest-restarts");
    QTest::addRow("Environment") << chat + QStringList {u"--tenant"_s, u"Environment"_s}
                                 << QByteArray("Environment is the service provider");
    QTest::addRow("blank tenant") << chat + QStringList {u"--tenant"_s, u" "_s}
                                  << QByteArray("The tenant needs a name.");
}

void TestCliOnboard::wrongUsage()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, says);
    const auto run = cli(QStringList {u"onboard"_s, m_document} + arguments);
    QCOMPARE(run.exitCode, 2);
    QCOMPARE(run.out, QByteArray());
    QVERIFY2(run.err.contains(says), run.err.constData());
}

void TestCliOnboard::unreadableDocument()
{
    m_document = m_folder.path(u"missing.switchyard"_s);
    QCOMPARE(onboard(u"chat"_s).exitCode, 3);
    m_document = m_folder.file(u"damaged.switchyard"_s, "no document");
    QCOMPARE(onboard(u"chat"_s).exitCode, 3);
}

QTEST_APPLESS_MAIN(TestCliOnboard)
#include "tst_clionboard.moc"
