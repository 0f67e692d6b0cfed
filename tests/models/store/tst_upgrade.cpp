// SPDX-License-Identifier: Apache-2.0
#include "models/store/store.h"
#include "models/store/upgrade.h"
#include "tests/models/store/folder.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What the stored document of version 1 holds.
QString said(Store &store)
{
    const auto content = store.load();
    const auto revisions = store.revisions();
    if (!content || !revisions)
        return content ? revisions.error().text() : content.error().text();
    const auto sms = content->topology.findApplication(u"SMS_1");
    const auto tenants = [&](const Topology &topology) {
        return topology.application(*sms).tenants.size();
    };
    return u"%1 tenants, %2 before; %3 waiver; revision %4 by %5; step %6"_s
        .arg(tenants(content->topology))
        .arg(tenants(content->baseline))
        .arg(content->topology.waivers().size())
        .arg(revisions->constLast().comment, revisions->constLast().author)
        .arg(content->head.step);
}

const auto expected = u"2 tenants, 1 before; 1 waiver; revision As installed by anna; step 3"_s;

}  // namespace

class TestUpgrade : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<TestFolder>();
        QVERIFY(QFile::copy(u"" TEST_DATA_DIR "/documents/version-1.switchyard"_s, path()));
        QVERIFY(QFile::setPermissions(path(), QFile::ReadOwner | QFile::WriteOwner));
    }

    void readsAnOlderDocumentThroughACopy()
    {
        const auto before = contentOf(path());
        for (const auto access : {Store::Access::ReadOnly, Store::Access::ReadWrite}) {
            const auto store = Store::open(path(), access);
            QVERIFY(store);
            QCOMPARE(said(**store), expected);
            QVERIFY((*store)->isReadOnly());
            QVERIFY((*store)->checkIntegrity()->isEmpty());
            const auto head = (*store)->currentHead();
            QCOMPARE((*store)->append(*head, {}, {}, {}).error().message,
                u"The document is of an older version (1; this program writes 2). Bring it up to date with: switchyard-cli upgrade"_s);
        }
        QCOMPARE(contentOf(path()), before);
        QCOMPARE(m_folder->files(), QStringList(u"a.switchyard"_s));
    }

    void upgradesAfterABackup()
    {
        const auto before = contentOf(path());
        const auto upgrade = upgradeDocument(path());
        QVERIFY2(upgrade, qPrintable(upgrade ? QString() : upgrade.error().text()));
        QCOMPARE(upgrade->versionBefore, 1);
        QCOMPARE(upgrade->versionAfter, 2);
        QCOMPARE(upgrade->backup, path() + u".v1.bak"_s);
        QVERIFY(Store::looksLikeDocument(upgrade->backup));
        QCOMPARE(contentOf(upgrade->backup).size(), before.size());
        const auto store = Store::open(path(), Store::Access::ReadWrite);
        QVERIFY(store);
        QCOMPARE(said(**store), expected);
        QVERIFY(!(*store)->isReadOnly());
        QVERIFY((*store)->checkIntegrity()->isEmpty());
        const auto backup = Store::open(upgrade->backup, Store::Access::ReadOnly);
        QVERIFY(backup);
        QCOMPARE(said(**backup), expected);
    }

    void hasNothingToDoTwice()
    {
        QVERIFY(upgradeDocument(path()));
        const auto before = contentOf(path());
        const auto again = upgradeDocument(path());
        QVERIFY(again);
        QCOMPARE(again->versionBefore, again->versionAfter);
        QVERIFY(again->backup.isEmpty());
        QCOMPARE(contentOf(path()), before);
    }

    void neverLosesAnEarlierBackup()
    {
        QVERIFY(QFile::copy(path(), path() + u".v1.bak"_s));
        const auto before = contentOf(path());
        QCOMPARE(upgradeDocument(path()).error().code, Error::Code::Conflict);
        QCOMPARE(contentOf(path()), before);
    }

    void leavesADamagedDocumentAlone()
    {
        auto content = contentOf(path());
        const auto name = content.indexOf("As installed");
        QVERIFY(name > 0);
        content[content.indexOf("istransportserver")] = char(0xFF);
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        QCOMPARE(upgradeDocument(path()).error().code, Error::Code::Corrupt);
        QCOMPARE(contentOf(path()), content);
        QCOMPARE(m_folder->files(), QStringList(u"a.switchyard"_s));
    }

private:
    QString path() const { return m_folder->path() + u"/a.switchyard"_s; }

    std::unique_ptr<TestFolder> m_folder;
};

QTEST_GUILESS_MAIN(TestUpgrade)
#include "tst_upgrade.moc"
