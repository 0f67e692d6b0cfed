// SPDX-License-Identifier: Apache-2.0
#include "tests/models/store/folder.h"
#include "tests/models/store/twin.h"
#include "tests/support/randomsteps.h"
#include "tests/support/topologybuilder.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;

namespace {

const Signature bob {u"Bob"_s, ada.time.addDays(1)};

}  // namespace

class TestStoredRevisions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<TestFolder>(); }

    void savesRevisions()
    {
        TopologyBuilder b;
        const auto host = b.host(u"h").id();
        Twin twin(path(), b.build());
        const auto first =
            must(twin.keep({u"Before the move"_s, false, u"sha256:1"_s, {1, 2, 3, 4}, {}, 0}));
        QCOMPARE(first.number, 1);
        QVERIFY(!first.isDeployed);
        QCOMPARE(must(twin.store->currentHead()), twin.head);
        twin.apply(rename(twin.topology, host, u"moved"_s));
        const auto second = must(twin.keep({u"Moved"_s, true, {}, {}, {}, 0}));
        QCOMPARE(must(twin.store->currentHead()), (Head {1, 1, 0, 1}));
        QVERIFY(must(twin.store->load()).baseline == twin.topology);
        const auto stale = twin.keep({u"Late"_s, false, {}, {}, {}, 0});
        QCOMPARE(stale.error().code, Error::Code::Conflict);
        QStringList lines;
        for (const auto &revision : must(twin.store->revisions()))
            lines.append(u"%1 %2 %3 %4 %5 %6"_s.arg(revision.number)
                             .arg(revision.step)
                             .arg(revision.isDeployed)
                             .arg(revision.comment, revision.author,
                                 revision.time.toString(Qt::ISODateWithMs)));
        QCOMPARE(lines,
            QStringList({u"1 0 0 Before the move Ada 2025-05-07T09:30:15.250Z"_s,
                u"2 1 1 Moved Ada 2025-05-07T09:30:15.250Z"_s}));
        QCOMPARE(second.step, 1);
        const auto kept = must(twin.store->revisions());
        QCOMPARE(kept[0].checksum, u"sha256:1"_s);
        QCOMPARE(kept[0].findings, (FindingsSummary {1, 2, 3, 4}));
        QVERIFY(!kept[0].isBaseline);
        QVERIFY(kept[1].isBaseline);
    }

    void declaresEarlierRevisionsDeployed()
    {
        TopologyBuilder b;
        const auto host = b.host(u"h").id();
        Twin twin(path(), b.build());
        const auto first = twin.topology;
        must(twin.keep({u"First"_s, false, {}, {}, {}, 0}));
        twin.apply(rename(twin.topology, host, u"moved"_s));
        must(twin.keep({u"Second"_s, true, {}, {}, {}, 0}));
        twin.head = must(twin.store->currentHead());
        QCOMPARE(twin.store->declareDeployed(twin.head, 7, first, twin.topology, ada).error().code,
            Error::Code::NotFound);
        twin.head = must(twin.store->declareDeployed(twin.head, 1, first, twin.topology, bob));
        QVERIFY(haveEqualObjects(must(twin.store->load()).baseline, first));
        const auto kept = must(twin.store->revisions());
        QVERIFY(kept[0].isBaseline && kept[0].isDeployed);
        QCOMPARE(kept[0].author, ada.author);
        QCOMPARE(kept[0].deployedBy, bob.author);
        QCOMPARE(kept[0].deployedAt, bob.time);
        QCOMPARE(kept[1].deployedBy, ada.author);
        QVERIFY(!kept[1].isBaseline && kept[1].isDeployed);
    }

    void keepsARevisionAndItsStepTogether()
    {
        TopologyBuilder b;
        const auto host = b.host(u"h").id();
        Twin twin(path(), b.build());
        const auto step = rename(twin.topology, host, u"moved"_s);
        // Another number than the one that the step was made for: nothing happens.
        QCOMPARE(
            twin.keep({u"Late"_s, false, {}, {}, step, 2}).error().code, Error::Code::Conflict);
        QCOMPARE(must(twin.store->currentHead()), twin.head);
        QVERIFY(must(twin.store->revisions()).isEmpty());
        const auto kept = must(twin.store->saveRevision(
            twin.head, twin.topology, {u"Moved"_s, false, {}, {}, step, 1}, ada));
        QCOMPARE(kept.head, (Head {1, 1, 0, 0}));
        QCOMPARE(kept.info.step, 1);
        ::apply(twin.topology, step);
        QVERIFY(must(twin.store->load()).topology == twin.topology);
    }

    void leadsBackToEveryState()
    {
        Twin twin(path());
        RandomSteps steps(7);
        std::mt19937 random(7);
        std::vector<Topology> states {twin.topology};
        while (twin.head.step < 120) {
            const auto choice = random() % 6;
            if (choice == 0 && twin.head.undoTop != 0)
                twin.undo();
            else if (choice == 1 && twin.head.redoTop != 0)
                twin.redo();
            else if (const auto step = steps.next(twin.topology); !step.isEmpty())
                twin.apply(step);
            if (twin.head.step == qint64(states.size()))
                states.push_back(twin.topology);
        }
        for (qint64 to = 0; to <= twin.head.step; to += 7) {
            auto topology = twin.topology;
            for (const auto &edit : must(twin.store->editsBack(twin.head.step, to)))
                ::apply(topology, edit);
            QVERIFY2(topology == states[size_t(to)], qPrintable(QString::number(to)));
        }
        QCOMPARE(twin.store->editsBack(3, 4).error().code, Error::Code::NotFound);
    }

private:
    QString path() const { return m_folder->filePath(u"a.switchyard"_s); }

    std::unique_ptr<TestFolder> m_folder;
};

QTEST_APPLESS_MAIN(TestStoredRevisions)
#include "tst_storedrevisions.moc"
