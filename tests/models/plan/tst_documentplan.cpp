// SPDX-License-Identifier: Apache-2.0
#include "models/topology/apply.h"
#include "models/topology/edits.h"
#include "tests/models/plan/plansite.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

Step stepOf(const Result<Step> &step)
{
    if (!step)
        qFatal("%s", qPrintable(step.error().message));
    return *step;
}

}  // namespace

// Plans inside a document, where objects are matched by id.
class DocumentPlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Tenants of one name are two inside a document, and one in files.
    void tenantsOfOneName()
    {
        const auto before = built([](auto &b) {
            b.tenant(u"Acme ");
            b.application(u"A", u"istransportserver").tenants({u"Acme", u"Acme "});
        });
        auto after = before;
        apply(after, stepOf(setField(after, tenantNamed(after, u"Acme "), Field::Name, u"Acme"_s)));
        apply(after,
            stepOf(
                assignTenant(after, applicationNamed(after, u"A"), tenantNamed(after, u"Globex"))));
        QCOMPARE(planned(before, after, Matching::ById),
            QStringList {
                u"1 restart A outage of Acme, Acme, Globex by Acme, Acme; tenants: +\"Globex\""_s});
        QCOMPARE(Planner(before, after, Matching::ById).summary().tenantsInterrupted, 3);
        QCOMPARE(planned(before, after, Matching::ByName),
            QStringList {
                u"1 restart A outage of Acme, Acme , Globex by Acme; tenants: +\"Globex\" -\"Acme \""_s});
    }

    void deletedTenants()
    {
        const auto before = built([](auto &b) {
            b.application(u"A", u"istransportserver").tenants({u"Acme", u"Globex"});
        });
        auto after = before;
        apply(after, stepOf(removeObject(after, tenantNamed(after, u"Acme"))));
        QCOMPARE(planned(before, after, Matching::ById),
            QStringList {u"1 restart A outage of Acme, Globex by Globex; tenants: -\"Acme\""_s});
        // In a file the list may still name it: nothing has changed for the server.
        TopologyBuilder file;
        file.tenant(u"Globex");
        file.tenant(u"Initech");
        file.application(u"A", u"istransportserver").tenants({u"Acme", u"Globex"});
        QCOMPARE(planned(before, file.build()), QStringList());
    }

    void renaming()
    {
        const auto before = built([](auto &b) {
            b.application(u"A", u"istransportserver").tenant(u"Acme").connect(u"U").backup(u"B");
            b.application(u"B", u"istransportserver").tenant(u"Acme").connect(u"U");
            b.application(u"U", u"contactserver");
        });
        auto after = before;
        apply(after,
            stepOf(setField(after, tenantNamed(after, u"Acme"), Field::Name, u"Acme Ltd"_s)));
        QCOMPARE(planned(before, after, Matching::ById), QStringList());
        apply(after, stepOf(setField(after, applicationNamed(after, u"U"), Field::Name, u"UCS"_s)));
        apply(after, stepOf(setField(after, applicationNamed(after, u"B"), Field::Name, u"A_B"_s)));
        QCOMPARE(planned(before, after, Matching::ById),
            (QStringList {u"- not-stated A_B; name: \"B\" > \"A_B\""_s,
                u"- not-stated UCS; name: \"U\" > \"UCS\""_s}));
    }

    /// A placeholder's id may be defined anew as another type: both a stop and a start.
    void anotherTypeUnderOneId()
    {
        const auto before = built([](auto &b) {
            b.application(u"A", u"scs");
            b.application(u"C", u"scs").connect(u"A");
        });
        auto after = before;
        auto record = before.application(applicationNamed(before, u"A"));
        const auto was = std::make_shared<Record>(record);
        record.type = ApplicationType::fromToken(u"statserver"_s);
        Planner planner(before, after, Matching::ById);
        const Step step {{}, {ReplaceObject {was, std::make_shared<Record>(record)}}};
        apply(after, step);
        QCOMPARE(planner.update(step.edits).applications, QList {record.id});
        QCOMPARE(linesOf(planner.plan()), (QStringList {u"1 start A"_s, u"- stop A"_s}));
        QCOMPARE(planner.rows(), QList {record.id});
        QCOMPARE(planner.row(record.id)->action, Action::Start);
        QCOMPARE(lineOf(planner.summary()),
            u"0 restarts, 1 starts, 1 stops, 0 immediate, 0 not stated, 0 tenants, 2 changes"_s);
    }

    void followsEdits()
    {
        const auto before = built([](auto &b) {
            b.application(u"A", u"istransportserver").tenant(u"Acme").backup(u"A_B");
            b.application(u"A_B", u"istransportserver");
            b.host(u"h");
        });
        auto working = before;
        Planner planner(before, working, Matching::ById);
        const auto a = applicationNamed(working, u"A");
        const auto backup = applicationNamed(working, u"A_B");
        const ObjectId host = hostNamed(working, u"h");
        const auto take = [&](const Result<Step> &step) {
            apply(working, stepOf(step));
            auto ids = planner.update(step->edits).applications;
            std::sort(ids.begin(), ids.end());
            return ids;
        };
        QVERIFY(!planner.row(a));
        QCOMPARE(
            take(assignTenant(working, a, tenantNamed(working, u"Globex"))), (QList {a, backup}));
        QCOMPARE(planner.row(a)->action, Action::Restart);
        QCOMPARE(planner.row(a)->interruption, Interruption::Outage);
        QCOMPARE(planner.row(a)->interrupted,
            (QList {tenantNamed(working, u"Acme"), tenantNamed(working, u"Globex")}));
        QCOMPARE(planner.row(a)->bystanders, QList {tenantNamed(working, u"Acme")});
        QCOMPARE(planner.row(backup)->interruption, Interruption::None);
        QVERIFY(planner.change(a) == ObjectDifference::Change::Modified);
        QVERIFY(!planner.change(backup));

        QCOMPARE(take(setField(working, a, Field::Redundancy, Redundancy::Hot)), QList {a});
        QCOMPARE(planner.row(a)->interruption, Interruption::Switchover);
        QCOMPARE(take(setField(working, backup, Field::State, ObjectState::Disabled)),
            (QList {a, backup}));
        QCOMPARE(planner.row(a)->interruption, Interruption::Outage);

        QCOMPARE(take(removeObject(working, host)), QList<ApplicationId>());
        QVERIFY(planner.change(host) == ObjectDifference::Change::Removed);
        QCOMPARE(take(removeObject(working, backup)), (QList {a, backup}));
        QCOMPARE(planner.row(backup)->action, Action::Stop);
        QCOMPARE(planner.summary().changes, 3);
    }

    /// Neither a chain of connections nor one of backups may exhaust the stack, and both stay
    /// linear.
    void longChains()
    {
        constexpr quint32 length = 100'000;
        Topology::Parts parts;
        parts.tenants.insert(Topology::environmentTenant());
        for (quint32 i = 0; i < length; ++i) {
            Application application;
            application.id = ApplicationId(i);
            application.name = u"A%1"_s.arg(i, 6, 10, QLatin1Char('0'));
            application.type = ApplicationType::SmsServer;
            if (i + 1 < length) {
                application.connections = {{ApplicationId(i + 1), {}, {}, {}, {}, {}, {}}};
                application.backup = ApplicationId((i + 1) % length);
            }
            if (i == 0)
                application.tenants = {Topology::environment};
            parts.applications.insert(application);
        }
        const auto chain = *Topology::fromParts(parts);
        auto last = chain;
        apply(last, Unassign {ApplicationId(0), Topology::environment});
        QCOMPARE(Planner(chain, last, Matching::ById).summary().restarts, int(length));

        for (quint32 i = 0; i < length; ++i)
            parts.applications.edit(ApplicationId(i)).backup.reset();
        const auto connected = *Topology::fromParts(parts);
        const auto plan = Planner(Topology(), connected, Matching::ById).plan();
        QCOMPARE(plan.instances.constFirst().name, u"A099999"_s);
        QCOMPARE(*plan.instances.constLast().wave, int(length));

        parts.applications.edit(ApplicationId(length - 1)).connections = {
            {ApplicationId(0), {}, {}, {}, {}, {}, {}}};
        const auto circle = *Topology::fromParts(parts);
        QCOMPARE(*Planner(Topology(), circle, Matching::ById).plan().instances.constLast().wave, 1);
    }
};

QTEST_APPLESS_MAIN(DocumentPlanTest)
#include "tst_documentplan.moc"
