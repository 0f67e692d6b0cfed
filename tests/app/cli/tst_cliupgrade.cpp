// SPDX-License-Identifier: Apache-2.0
#include "tests/app/cli/cli.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

class TestCliUpgrade final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<Folder>();
        m_document = m_folder->path(u"a.switchyard"_s);
        QVERIFY(QFile::copy(u"" TEST_DATA_DIR "/documents/version-1.switchyard"_s, m_document));
        QVERIFY(QFile::setPermissions(m_document, QFile::ReadOwner | QFile::WriteOwner));
    }

    void otherCommandsReadThroughACopy()
    {
        const auto before = m_folder->content(u"a.switchyard"_s);
        const auto plan = cli({u"plan"_s, m_document, u"--format"_s, u"json"_s});
        QCOMPARE(plan.exitCode, 0);
        QCOMPARE(plan.json()[u"summary"][u"restarts"].toInt(), 1);
        QCOMPARE(cli({u"validate"_s, m_document}).exitCode, 0);
        QCOMPARE(cli({u"check"_s, m_document}).exitCode, 0);
        QCOMPARE(m_folder->content(u"a.switchyard"_s), before);
        QCOMPARE(m_folder->names(), QStringList(u"a.switchyard"_s));
    }

    void editsAreRefusedUntilThen()
    {
        const auto line = R"({"op":"undo"})"_ba;
        auto run = cli({u"edit"_s, m_document}, line);
        QVERIFY(run.exitCode != 0);
        QVERIFY((run.out + run.err).contains("switchyard-cli upgrade"));
        QCOMPARE(cli({u"upgrade"_s, m_document}).exitCode, 0);
        run = cli({u"edit"_s, m_document}, line);
        QCOMPARE(run.exitCode, 0);
    }

    void upgradesOnce()
    {
        auto run = cli({u"upgrade"_s, m_document});
        QCOMPARE(run.exitCode, 0);
        QVERIFY(run.out.contains("a.switchyard.v1.bak"));
        QVERIFY(m_folder->contains(u"a.switchyard.v1.bak"_s));
        QVERIFY(cli({u"upgrade"_s, m_document}).out.startsWith("Nothing to do"));
        QCOMPARE(cli({u"validate"_s, m_folder->path(u"a.switchyard.v1.bak"_s)}).exitCode, 0);
    }

    void refusals()
    {
        QCOMPARE(cli({u"upgrade"_s, m_folder->path(u"none"_s)}).exitCode, 3);
        QCOMPARE(cli({u"upgrade"_s, m_folder->file(u"x"_s, "{}")}).exitCode, 3);
        m_folder->file(u"a.switchyard.v1.bak"_s, "mine");
        QCOMPARE(cli({u"upgrade"_s, m_document}).exitCode, 4);
        QCOMPARE(m_folder->content(u"a.switchyard.v1.bak"_s), "mine"_ba);
    }

private:
    std::unique_ptr<Folder> m_folder;
    QString m_document;
};

QTEST_GUILESS_MAIN(TestCliUpgrade)
#include "tst_cliupgrade.moc"
