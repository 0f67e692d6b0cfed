// SPDX-License-Identifier: Apache-2.0
#include "models/document/document.h"
#include "models/exchange/topologyjsonwriter.h"
#include "models/topology/edits.h"
#include "tests/models/store/folder.h"
#include "tests/support/randomsteps.h"
#include "tests/support/topologybuilder.h"

#include <QSignalSpy>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;

namespace {

Topology site()
{
    TopologyBuilder b;
    b.tenant(u"Acme").dbid(101);
    b.tenant(u"Globex").dbid(102);
    b.application(u"SMS_1", u"istransportserver").tenants({u"Acme"});
    b.application(u"SMS_2", u"istransportserver").tenants({u"Acme"});
    b.application(u"UCS_1", u"contactserver").tenants({u"Acme"});
    return b.build();
}

Document::Builder assigning(QStringView application, QStringView tenant)
{
    return [=](const Topology &t) {
        return assignTenant(t, *t.findApplication(application), *t.findTenant(tenant));
    };
}

/// Objects, settings and kept data: what restoring brings back.
QByteArray written(const Topology &topology)
{
    return writeTopology(topology).bytes;
}

QStringList namesOf(const Document &document)
{
    return document.planner().plan().pending;
}

}  // namespace

class TestKeptRevisions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<TestFolder>();
        auto made = Document::create(path(), u"ada"_s, site(), site());
        QVERIFY(made);
        m_document = std::move(*made);
    }

    void knowsChecksumAndFindings()
    {
        const auto revision = m_document->saveRevision(u"As it is"_s, Store::Deployed::No);
        QVERIFY(revision);
        QCOMPARE(revision->checksum, topologyChecksum(m_document->topology()));
        QCOMPARE(revision->findings, m_document->validator().summary());
        QCOMPARE(revision->author, u"ada"_s);
    }

    /// Whatever is edited, undone and redone later, a revision holds what it held; and restoring it
    /// is a step like any other.
    void everyRevisionComesBack_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 6; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void everyRevisionComesBack()
    {
        QFETCH(quint32, seed);
        RandomSteps random(seed);
        std::mt19937 dice(seed);
        QList<Topology> kept;
        for (int i = 0; i < 120; ++i) {
            const int turn = int(dice() % 10);
            if (turn == 0 && m_document->canUndo()) {
                QVERIFY(m_document->undo());
            } else if (turn == 1 && m_document->canRedo()) {
                QVERIFY(m_document->redo());
            } else if (turn == 2) {
                QVERIFY(m_document->saveRevision(u"walk"_s, Store::Deployed::No));
                kept.append(m_document->topology());
            } else if (turn == 3 && !kept.isEmpty()) {
                const int number = 1 + int(dice() % quint32(kept.size()));
                QVERIFY(m_document->restoreRevision(number));
                QCOMPARE(written(m_document->topology()), written(kept.at(number - 1)));
            } else {
                QVERIFY(m_document->apply(
                    [&](const Topology &t) -> Result<Step> { return random.next(t); }));
            }
        }
        const auto again = Document::open(path());
        QVERIFY(again);
        for (int number = 1; number <= kept.size(); ++number) {
            QVERIFY(*m_document->revision(number) == kept.at(number - 1));
            QVERIFY(*(*again)->revision(number) == kept.at(number - 1));
        }
        QCOMPARE(m_document->revision(int(kept.size()) + 1).error().code, Error::Code::NotFound);
    }

    void restoringIsOneStepThatLeavesDecisionsAlone()
    {
        QVERIFY(m_document->saveRevision(u"Before"_s, Store::Deployed::No));
        const auto before = written(m_document->topology());
        QVERIFY(m_document->apply(assigning(u"SMS_1", u"Globex")));
        const SiteAnswer answer {u"contactserver"_s, u"tenants"_s, SiteAnswer::Effect::Restart,
            u"Tried"_s, u"ada"_s, QDate(2026, 11, 2)};
        QVERIFY(m_document->apply([&](const Topology &t) { return recordAnswer(t, answer); }));
        QVERIFY(m_document->saveExported(u"Exported"_s, m_document->head().step));
        const auto after = m_document->topology();
        QVERIFY(m_document->restoreRevision(1));
        QCOMPARE(written(m_document->topology()), before);
        QCOMPARE(m_document->topology().siteAnswers(), {answer});
        QCOMPARE(namesOf(*m_document), QStringList {u"SMS_1"_s});
        QCOMPARE(m_document->undoTitle(), u"Restore revision 1"_s);
        QVERIFY(m_document->undo());
        QVERIFY(m_document->topology() == after);
    }

    void anyRevisionCanBeDeployed()
    {
        QVERIFY(m_document->saveRevision(u"First"_s, Store::Deployed::No));
        const auto first = m_document->topology();
        QVERIFY(m_document->apply(assigning(u"SMS_1", u"Globex")));
        QVERIFY(m_document->saveRevision(u"Second"_s, Store::Deployed::Yes));
        QCOMPARE(m_document->planner().summary().restarts, 0);
        const auto other = Document::open(path());
        QVERIFY(other);
        QSignalSpy changed(m_document.get(), &Document::baselineChanged);
        QVERIFY(m_document->declareDeployed(1));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(m_document->planner().summary().restarts, 1);
        QVERIFY(m_document->baseline().applications() == first.applications());
        QVERIFY((*other)->follow());
        QCOMPARE((*other)->planner().summary().restarts, 1);
        // What is told here is what everybody reads.
        const auto again = Document::open(path());
        QVERIFY(again);
        QCOMPARE((*again)->head(), m_document->head());
        QCOMPARE((*again)->planner().summary(), m_document->planner().summary());
        QVERIFY((*again)->baseline().applications() == first.applications());
        const auto revisions = *m_document->revisions();
        QVERIFY(revisions[0].isBaseline && !revisions[1].isBaseline && revisions[1].isDeployed);
        QCOMPARE(m_document->declareDeployed(3).error().code, Error::Code::NotFound);
    }

    void anExportMakesItsRestartsPending()
    {
        QVERIFY(m_document->apply(assigning(u"SMS_1", u"Globex")));
        QVERIFY(m_document->apply(assigning(u"UCS_1", u"Globex")));
        const auto other = Document::open(path());
        QVERIFY(other);
        const auto revision = m_document->saveExported(u"Night"_s, m_document->head().step);
        QVERIFY(revision);
        QCOMPARE(namesOf(*m_document), QStringList {u"SMS_1"_s});
        QCOMPARE(revision->step, m_document->head().step);
        QCOMPARE(m_document->undoTitle(), u"Export revision 1"_s);
        QVERIFY((*other)->follow());
        QCOMPARE(namesOf(**other), QStringList {u"SMS_1"_s});
        const auto sms = *m_document->topology().findApplication(u"SMS_1");
        QVERIFY((*other)->apply([&](const Topology &t) { return confirmRestarts(t, {sms}); }));
        QVERIFY(m_document->follow());
        QCOMPARE(namesOf(*m_document), QStringList());
        QCOMPARE(m_document->planner().summary().restarts, 1);
    }

    void whatWasExportedMustStillStand()
    {
        const auto state = m_document->head().step;
        const auto other = Document::open(path());
        QVERIFY(other);
        QVERIFY((*other)->apply(assigning(u"SMS_1", u"Globex")));
        QCOMPARE(m_document->saveExported(u"Late"_s, state).error().code, Error::Code::Conflict);
        QVERIFY(m_document->revisions()->isEmpty());
        QVERIFY(namesOf(*m_document).isEmpty());
    }

    void anExportWithoutRestartsIsNoStep()
    {
        const auto state = m_document->head().step;
        QVERIFY(m_document->saveExported(u"Nothing"_s, state));
        QCOMPARE(m_document->head().step, state);
    }

    void twoProcessesNeverGiveANumberTwice()
    {
        const auto other = Document::open(path());
        QVERIFY(other);
        QVERIFY(m_document->apply(assigning(u"SMS_1", u"Globex")));
        QVERIFY((*other)->saveRevision(u"Theirs"_s, Store::Deployed::No));
        const auto ours = m_document->saveExported(u"Ours"_s, m_document->head().step);
        QVERIFY(ours);
        QCOMPARE(ours->number, 2);
        QCOMPARE(*m_document->topology().pendingRestart(
                     *m_document->topology().findApplication(u"SMS_1")),
            2);
    }

private:
    QString path() const { return m_folder->filePath(u"a.switchyard"_s); }

    std::unique_ptr<TestFolder> m_folder;
    std::unique_ptr<Document> m_document;
};

QTEST_GUILESS_MAIN(TestKeptRevisions)
#include "tst_keptrevisions.moc"
