// SPDX-License-Identifier: Apache-2.0
#include "models/document/document.h"
#include "models/rules/catalogue.h"
#include "models/topology/edits.h"
#include "tests/support/randomsteps.h"
#include "tests/support/topologybuilder.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

Topology production()
{
    TopologyBuilder b;
    b.tenant(u"Acme").dbid(101);
    b.tenant(u"Globex").dbid(102);
    b.application(u"Ixn_1", u"interactionserver").tenants({u"Acme"}).release(u"8.1.400.12");
    b.application(u"SMS_1", u"istransportserver").tenants({u"Acme"}).connect(u"Ixn_1");
    b.application(u"Email_1", u"emailserver").tenants({u"Acme"});
    return b.build();
}

Document::Builder assigning(QStringView application, QStringView tenant)
{
    return [application, tenant](const Topology &t) {
        return assignTenant(t, *t.findApplication(application), *t.findTenant(tenant));
    };
}

QStringList ruleNames(const Document &document)
{
    QStringList names;
    for (const auto id : document.validator().findings())
        names.append(ruleName(document.validator().finding(id).rule));
    names.sort();
    return names;
}

/// The plan without ids, so that two planners can be compared.
QStringList planLines(const Planner &planner)
{
    QStringList lines;
    const auto plan = planner.plan();
    for (const auto &row : plan.instances) {
        QString line = row.name + u' ' + actionToken(row.action) + u' '
            + QString::number(row.wave.value_or(0)) + u' ' + row.tenantsInterrupted.join(u',')
            + u'|' + row.bystanders.join(u',');
        for (const auto &reason : row.reasons)
            line += u' ' + reason.field + reason.added.join(u',') + reason.removed.join(u',')
                + reason.before + reason.after;
        lines.append(line);
    }
    return lines;
}

/// Settings and other kept data aside: the baseline takes them from the working copy when a
/// document is opened.
bool haveSameObjects(const Topology &a, const Topology &b)
{
    return a.tenants() == b.tenants() && a.offices() == b.offices() && a.switches() == b.switches()
        && a.hosts() == b.hosts() && a.applications() == b.applications();
}

QList<Finding> sortedFindings(const Document &document)
{
    QList<Finding> findings;
    for (const auto id : document.validator().findings())
        findings.append(document.validator().finding(id));
    sortFindings(document.topology(), findings);
    return findings;
}

}  // namespace

class TestDocument : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    int m_count = 0;

    QString freshPath() { return m_folder.filePath(u"document-%1.switchyard"_s.arg(++m_count)); }
    std::unique_ptr<Document> fresh()
    {
        auto document = Document::create(freshPath(), u"ann"_s, production(), production());
        if (!document)
            qFatal("%s", qPrintable(document.error().text()));
        return std::move(*document);
    }

private Q_SLOTS:
    void editsAreDurableAndUndoable()
    {
        const auto document = fresh();
        const auto before = document->topology();
        QSignalSpy changed(document.get(), &Document::changed);
        QSignalSpy findings(document.get(), &Document::findingsChanged);
        QSignalSpy plan(document.get(), &Document::planChanged);

        const auto state = document->apply(assigning(u"Email_1", u"Globex"));
        QVERIFY(state);
        QCOMPARE(*state, document->head().step);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(findings.count(), 1);
        QCOMPARE(plan.count(), 1);
        QVERIFY(ruleNames(*document).contains(u"tenant-exclusive"_s));
        QCOMPARE(document->undoTitle(), u"Assign Globex to Email_1"_s);

        const auto after = document->topology();
        {
            const auto again = Document::open(document->path(), u"bob"_s);
            QVERIFY(again);
            QVERIFY((*again)->topology() == after);
            QVERIFY((*again)->baseline() == before);
            QCOMPARE((*again)->undoTitle(), u"Assign Globex to Email_1"_s);
        }

        const auto undone = document->undo();
        QVERIFY(undone);
        QCOMPARE(undone->entry.title, u"Assign Globex to Email_1"_s);
        QCOMPARE(undone->state, *state + 1);
        QVERIFY(document->topology() == before);
        QVERIFY(!ruleNames(*document).contains(u"tenant-exclusive"_s));
        QVERIFY(!document->canUndo());
        QCOMPARE(document->redoTitle(), u"Assign Globex to Email_1"_s);

        QVERIFY(document->redo());
        QVERIFY(document->topology() == after);
        QVERIFY(!document->canRedo());
    }

    void anEditThatChangesNothingKeepsTheState()
    {
        const auto document = fresh();
        const auto head = document->head();
        QSignalSpy changed(document.get(), &Document::changed);
        QCOMPARE(*document->apply(assigning(u"SMS_1", u"Acme")), head.step);
        QCOMPARE(document->head(), head);
        QCOMPARE(changed.count(), 0);
    }

    void nothingToUndo()
    {
        const auto document = fresh();
        QCOMPARE(document->undo().error().message, u"There is nothing to undo."_s);
        QCOMPARE(document->redo().error().message, u"There is nothing to redo."_s);
    }

    void twoProcessesEditInTurn()
    {
        const auto first = fresh();
        const auto opened = Document::open(first->path(), u"bob"_s);
        QVERIFY(opened);
        auto &second = **opened;
        QSignalSpy changed(&second, &Document::changed);

        QVERIFY(first->apply(assigning(u"SMS_1", u"Globex")));
        QVERIFY(second.apply(assigning(u"Email_1", u"Globex")));
        QCOMPARE(changed.count(), 2);  // The other's row, then its own.
        QVERIFY(first->follow());
        QVERIFY(first->topology() == second.topology());
        QCOMPARE(first->head(), second.head());
        QCOMPARE(sortedFindings(*first), sortedFindings(second));

        const auto undone = first->undo();
        QVERIFY(undone);
        QCOMPARE(undone->entry.author, u"bob"_s);
        QVERIFY(second.follow());
        QVERIFY(first->topology() == second.topology());
        QCOMPARE(second.redoTitle(), u"Assign Globex to Email_1"_s);
    }

    void theFirstImportIsTheBaseline()
    {
        const auto created = Document::create(freshPath(), u"ann"_s);
        QVERIFY(created);
        auto &document = **created;
        const auto adding = [](const QString &name) {
            return [name](const Topology &t) {
                Tenant tenant;
                tenant.name = name;
                return addObject(t, tenant);
            };
        };
        QVERIFY(document.import(adding(u"Acme"_s)));
        QVERIFY(document.baseline() == document.topology());
        QCOMPARE(document.planner().summary().changes, 0);
        QVERIFY(document.import(adding(u"Globex"_s)));
        QVERIFY(document.baseline() != document.topology());
        QCOMPARE(document.planner().summary().changes, 1);
    }

    void aDeployedRevisionIsTheBaseline()
    {
        const auto document = fresh();
        const auto opened = Document::open(document->path(), u"bob"_s);
        QVERIFY(opened);
        QVERIFY(document->apply(assigning(u"SMS_1", u"Globex")));
        QCOMPARE(document->planner().summary().restarts, 1);
        QVERIFY(document->saveRevision(u"kept"_s, Store::Deployed::No));
        QCOMPARE(document->planner().summary().restarts, 1);
        QSignalSpy baselineChanged(document.get(), &Document::baselineChanged);
        const auto revision = document->saveRevision(u"live"_s, Store::Deployed::Yes);
        QVERIFY(revision);
        QCOMPARE(revision->number, 2);
        QCOMPARE(baselineChanged.count(), 1);
        QCOMPARE(document->planner().summary(), PlanSummary());
        QVERIFY((*opened)->follow());
        QCOMPARE((*opened)->planner().summary(), PlanSummary());
    }

    void aBaselineFromAFileKeepsPendingWork()
    {
        const auto document = fresh();
        QVERIFY(document->apply(assigning(u"SMS_1", u"Globex")));
        TopologyBuilder b;  // The same objects in another order, as another export would give them.
        b.application(u"SMS_1", u"istransportserver").tenants({u"Acme"}).connect(u"Ixn_1");
        b.application(u"Email_1", u"emailserver").tenants({u"Acme"});
        b.application(u"Ixn_1", u"interactionserver").tenants({u"Acme"}).release(u"8.1.400.12");
        b.tenant(u"Globex").dbid(7);
        b.tenant(u"Acme").dbid(8);
        QVERIFY(document->replaceBaseline(b.build()));
        QCOMPARE(document->planner().summary().restarts, 1);
        QCOMPARE(document->planner().plan().instances.size(), 1);
        const auto again = Document::open(document->path());
        QVERIFY(again);
        QVERIFY((*again)->baseline() == document->baseline());
    }

    void aPreviewIsWhatWouldHappen()
    {
        const auto document = fresh();
        const auto before = document->topology();
        const auto ids = document->validator().findings();
        const auto email = *before.findApplication(u"Email_1");
        const auto step = assigning(u"Email_1", u"Globex")(before);
        const auto preview = document->preview(*step, email);
        QVERIFY(document->topology() == before);
        QCOMPARE(document->validator().findings(), ids);  // Nobody's ids were disturbed.
        QCOMPARE(preview.findingsAdded.size(), 1);
        QCOMPARE(ruleName(preview.findingsAdded.constFirst().rule), "tenant-exclusive"_L1);
        QCOMPARE(preview.findingsRemoved.size(), 1);  // Globex had no E-mail Server.
        QVERIFY(!preview.rowBefore);
        QCOMPARE(preview.rowAfter->action, Action::NotStated);
        QCOMPARE(preview.planAfter.notStated, 1);
        QCOMPARE(document->planner().summary(), PlanSummary());
    }

    /// After any series of edits, undo and redo, findings and plan are those of a check from
    /// scratch, and reopening gives the same document.
    void walks_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 6; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void walks()
    {
        QFETCH(quint32, seed);
        RandomSteps random(seed);
        std::mt19937 dice(seed);
        const auto document = fresh();
        const auto other = Document::open(document->path(), u"bob"_s);
        QVERIFY(other);
        for (int i = 0; i < 100; ++i) {
            auto &actor = i % 3 == 0 ? **other : *document;
            if (dice() % 2 == 0)  // Else it learns of the other's steps while it makes its own.
                QVERIFY(actor.follow());
            const int turn = int(dice() % 8);
            if (turn == 0 && actor.canUndo()) {
                const auto undone = actor.undo();
                QVERIFY(undone || undone.error().code == Error::Code::NotFound);
            } else if (turn == 1 && actor.canRedo()) {
                const auto redone = actor.redo();
                QVERIFY(redone || redone.error().code == Error::Code::NotFound);
            } else if (turn == 2 && i % 25 == 0) {
                QVERIFY(actor.saveRevision(u"walk"_s, Store::Deployed::Yes));
            } else {
                const auto done =
                    actor.apply([&](const Topology &t) -> Result<Step> { return random.next(t); });
                QVERIFY2(done, done ? "" : qPrintable(done.error().text()));
            }
            QCOMPARE(sortedFindings(actor), checkAll(actor.topology()));
            const Planner scratch(actor.baseline(), actor.topology(), Matching::ById);
            QCOMPARE(planLines(actor.planner()), planLines(scratch));
            QCOMPARE(actor.planner().summary(), scratch.summary());
            if (i % 10 == 9) {
                QVERIFY(actor.follow());
                const auto again = Document::open(actor.path());
                QVERIFY2(again, again ? "" : qPrintable(again.error().text()));
                QVERIFY((*again)->topology() == actor.topology());
                QVERIFY(haveSameObjects((*again)->baseline(), actor.baseline()));
                QCOMPARE((*again)->head(), actor.head());
            }
        }
        QVERIFY(document->follow());
        QVERIFY((*other)->follow());
        QVERIFY(document->topology() == (*other)->topology());
    }
};

QTEST_GUILESS_MAIN(TestDocument)
#include "tst_document.moc"
