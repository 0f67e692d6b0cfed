// SPDX-License-Identifier: Apache-2.0
#include "models/plan/changegroups.h"
#include "models/topology/apply.h"
#include "models/topology/edits.h"
#include "tests/support/topologybuilder.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

class World
{
public:
    World()
    {
        TopologyBuilder b;
        b.tenant(u"T1");
        b.tenant(u"T2");
        b.tenant(u"T3");
        b.multimediaSwitch(u"T3", u"S3");
        b.host(u"H1");
        b.application(u"Sms", u"istransportserver").tenants({u"T1", u"T2"});
        b.application(u"Mail", u"emailserver").tenants({u"T1"});
        b.application(u"Ucs", u"contactserver").tenants({u"T1", u"T2"});
        baseline = b.build();
        working = baseline;
    }
    ApplicationId application(QAnyStringView name) const
    {
        return applicationNamed(baseline, name);
    }
    void apply(const Result<Step> &step) { ::apply(working, *step); }
    void set(ObjectId object, Field field, const Value &value)
    {
        apply(setField(working, object, field, value));
    }
    QStringList byTenant() const
    {
        return lines(changesByTenant(baseline, working, planner(), changes()));
    }
    QStringList byServer() const { return lines(changesByServer(planner(), changes())); }

    Topology baseline;
    Topology working;

private:
    Planner planner() const { return {baseline, working, Matching::ById}; }
    QList<Change> changes() const { return changesBetween(baseline, working); }
    QString name(std::optional<ObjectId> object) const
    {
        return !object                  ? u"-"_s
            : working.contains(*object) ? working.name(*object)
                                        : baseline.name(*object);
    }
    /// "T1: Sms tenants !", with "!" for restarts.
    QStringList lines(const QList<ChangeGroup> &groups) const
    {
        QStringList result;
        for (const auto &group : groups) {
            for (const auto &[change, isOfRestart] : group.changes) {
                const auto what = change.subject != Change::Subject::Object ? u"settings"_s
                    : change.kind == Change::Kind::Added                    ? u"added"_s
                    : change.kind == Change::Kind::Removed                  ? u"removed"_s
                                                           : QString(fieldName(*change.field));
                const auto whose =
                    change.subject == Change::Subject::Object ? name(change.object) : u"-"_s;
                result.append(u"%1: %2 %3%4"_s.arg(
                    name(group.subject), whose, what, isOfRestart ? u" !"_s : QString()));
            }
        }
        return result;
    }
};

}  // namespace

class ChangeGroupsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void underEachTenantAddedOrRemoved()
    {
        World w;
        const auto sms = w.application(u"Sms");
        w.apply(assignTenant(w.working, sms, tenantNamed(w.working, u"T3")));
        w.apply(unassignTenant(w.working, sms, tenantNamed(w.working, u"T1")));
        QCOMPARE(w.byTenant(), (QStringList {u"T1: Sms tenants !"_s, u"T3: Sms tenants !"_s}));
        QCOMPARE(w.byServer(), QStringList {u"Sms: Sms tenants !"_s});
    }

    void anythingOfARestartingServerIsMarked()
    {
        World w;
        const auto sms = w.application(u"Sms");
        w.apply(unassignTenant(w.working, sms, tenantNamed(w.working, u"T1")));
        w.set(sms, Field::Release, u"8.1.4"_s);
        QCOMPARE(w.byServer(), (QStringList {u"Sms: Sms release !"_s, u"Sms: Sms tenants !"_s}));
        QCOMPARE(w.byTenant(), (QStringList {u"T1: Sms tenants !"_s, u"-: Sms release !"_s}));
    }

    void ofOneTenantOrNobodys()
    {
        World w;
        w.set(w.application(u"Mail"), Field::Release, u"8.1.4"_s);
        w.set(w.application(u"Ucs"), Field::Release, u"8.1.4"_s);
        w.set(hostNamed(w.working, u"H1"), Field::OsType, u"linux"_s);
        auto settings = w.working.settings();
        settings.environment = Environment::SingleTenant;
        w.apply(setSettings(w.working, settings));
        QCOMPARE(w.byTenant(),
            (QStringList {u"T1: Mail release"_s, u"-: - settings"_s, u"-: H1 osType"_s,
                u"-: Ucs release"_s}));
        QCOMPARE(w.byServer(),
            (QStringList {u"Mail: Mail release"_s, u"Ucs: Ucs release"_s, u"-: - settings"_s,
                u"-: H1 osType"_s}));
    }

    void aTenantThatGoesTakesItsSwitch()
    {
        World w;
        w.apply(removeObject(w.working, tenantNamed(w.working, u"T3")));
        QCOMPARE(w.byTenant(), (QStringList {u"T3: T3 removed"_s, u"T3: S3 removed"_s}));
    }
};

QTEST_APPLESS_MAIN(ChangeGroupsTest)
#include "tst_changegroups.moc"
