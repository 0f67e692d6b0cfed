// SPDX-License-Identifier: Apache-2.0
#include "models/plan/planner.h"
#include "models/topology/apply.h"
#include "models/topology/edits.h"
#include "tests/support/topologybuilder.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

using Effect = SiteAnswer::Effect;

struct Answer
{
    const char *field;
    Effect effect;
};

Topology site()
{
    TopologyBuilder b;
    b.tenant(u"Acme");
    b.tenant(u"Globex");
    b.application(u"UCS_1", u"contactserver").tenants({u"Acme"}).release(u"8.1.4");
    b.application(u"Ixn_1", u"interactionserver").tenants({u"Acme"}).release(u"8.1.4");
    b.application(u"Ixn_2", u"interactionserver").tenants({u"Acme"});
    return b.build();
}

Step answering(const Topology &topology, const QString &type, const Answer &answer)
{
    return *recordAnswer(topology,
        {type, QString::fromLatin1(answer.field), answer.effect, u"Lab test"_s, u"ada"_s,
            QDate(2026, 5, 3)});
}

}  // namespace

/// What a site's answers make of rows that the sources leave open (restart.md: not-stated).
class TestSiteAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decide_data()
    {
        QTest::addColumn<QString>("application");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QList<Answer>>("answers");
        QTest::addColumn<bool>("withRelease");
        QTest::addColumn<Action>("action");
        QTest::addColumn<int>("causes");

        const Answer restart {"tenants", Effect::Restart};
        const Answer atOnce {"tenants", Effect::Immediate};
        const Answer releaseRestarts {"release", Effect::Restart};
        const Answer releaseAtOnce {"release", Effect::Immediate};
        const auto row = [](const char *name, const QString &application, const QString &type,
                             const QList<Answer> &answers, bool withRelease, Action action,
                             int causes) {
            QTest::addRow("%s", name)
                << application << type << answers << withRelease << action << causes;
        };
        const auto ucs = u"UCS_1"_s;
        const auto ixn = u"Ixn_1"_s;
        const auto unknown = u"Ixn_2"_s;
        const auto contact = u"contactserver"_s;
        const auto interaction = u"interactionserver"_s;
        row("none", ucs, contact, {}, false, Action::NotStated, 0);
        row("restart", ucs, contact, {restart}, false, Action::Restart, 1);
        row("at once", ucs, contact, {atOnce}, false, Action::Immediate, 1);
        row("of another type", ucs, interaction, {restart}, false, Action::NotStated, 0);
        row("on another field", ucs, contact, {releaseRestarts}, false, Action::NotStated, 0);
        row("one of two restarts", ucs, contact, {restart}, true, Action::Restart, 1);
        row("one of two at once", ucs, contact, {atOnce}, true, Action::NotStated, 0);
        row("both at once", ucs, contact, {atOnce, releaseAtOnce}, true, Action::Immediate, 2);
        row("one of each", ucs, contact, {atOnce, releaseRestarts}, true, Action::Restart, 1);
        row("what the guide states stays", ixn, interaction, {restart}, false, Action::Immediate,
            0);
        row("the rest beside it", ixn, interaction, {releaseAtOnce}, true, Action::Immediate, 1);
        row("release unknown", unknown, interaction, {restart}, false, Action::Restart, 1);
    }
    void decide()
    {
        QFETCH(QString, application);
        QFETCH(QString, type);
        QFETCH(QList<Answer>, answers);
        QFETCH(bool, withRelease);
        QFETCH(Action, action);
        QFETCH(int, causes);
        const auto baseline = site();
        auto working = baseline;
        Planner planner(baseline, working, Matching::ById);
        const auto take = [&](const Step &step) {
            apply(working, step);
            return planner.update(step.edits);
        };
        const auto id = *working.findApplication(application);
        take(*assignTenant(working, id, *working.findTenant(u"Globex")));
        if (withRelease)
            take(*setField(working, id, Field::Release, u"8.1.5"_s));
        for (const auto &answer : answers)
            take(answering(working, type, answer));
        QCOMPARE(planner.row(id)->action, action);
        const auto instance = planner.instance(id);
        QCOMPARE(instance.answers.size(), causes);
        QCOMPARE(planner.row(id)->interrupted.isEmpty(), action != Action::Restart);
        if (causes > 0)
            QVERIFY(actionSource(instance).contains(u"Site's answer, ada, 2026-05-03: Lab test"));
        // Withdrawn, it is as open as before.
        for (const auto &answer : answers)
            take(*withdrawAnswer(working, type, QString::fromLatin1(answer.field)));
        QVERIFY(planner.instance(id).answers.isEmpty());
        QCOMPARE(planner.row(id)->action,
            application == u"Ixn_1" && !withRelease ? Action::Immediate : Action::NotStated);
    }
};

QTEST_APPLESS_MAIN(TestSiteAnswers)
#include "tst_siteanswers.moc"
