// SPDX-License-Identifier: Apache-2.0
#include "models/rules/waivers.h"
#include "models/topology/edits.h"
#include "tests/support/randomsteps.h"
#include "tests/support/temporarydocument.h"
#include "tests/support/topologybuilder.h"
#include "views/common/selection.h"
#include "views/navigator/navigator.h"
#include "views/navigator/navigatormodel.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace {

Tenant tenantCalled(const QString &name)
{
    Tenant tenant;
    tenant.name = name;
    return tenant;
}

Topology site()
{
    TopologyBuilder b;
    b.tenant(u"Acme").dbid(101);
    b.tenant(u"Globex").dbid(102);
    b.multimediaSwitch(u"Acme", u"MM");
    b.host(u"host-1");
    b.application(u"SMS_1", u"istransportserver")
        .tenants({u"Acme", u"Globex"})
        .release(u"8.1.400")
        .host(u"host-1");
    b.application(u"Email_1", u"emailserver").tenants({u"Acme"}).release(u"8.0.100");
    b.application(u"Chat_1", u"chatserver");
    b.application(u"Stat_1", u"statserver").tenants({u"Acme"});
    return b.build();
}

QString line(const QModelIndex &index)
{
    const auto badges = index.data(NavigatorModel::BadgesRole).value<NavigatorBadges>();
    auto text = index.data().toString();
    if (badges.errors > 0)
        text += u" ✖%1"_s.arg(badges.errors);
    if (badges.warnings > 0)
        text += u" ▲%1"_s.arg(badges.warnings);
    if (badges.restarts > 0)
        text += u" ↻%1"_s.arg(badges.restarts);
    if (badges.pending > 0)
        text += u" ↻!%1"_s.arg(badges.pending);
    return text;
}

/// The tree as it stands; rows below a heading begin with a dash.
QStringList lines(const QAbstractItemModel &model)
{
    QStringList text;
    for (int row = 0; row < model.rowCount(); ++row) {
        const auto heading = model.index(row, 0);
        text.append(line(heading));
        for (int child = 0; child < model.rowCount(heading); ++child)
            text.append(u"- "_s + line(model.index(child, 0, heading)));
    }
    return text;
}

void apply(Document &document, const Document::Builder &build)
{
    const auto applied = document.apply(build);
    QVERIFY2(applied, applied ? "" : qPrintable(applied.error().text()));
}

template <class Id>
QModelIndex find(const NavigatorModel &model, Id id)
{
    return model.find(ObjectId(id));
}

}  // namespace

class NavigatorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin)"_s)); }

    // --- What stands where ---

    void badgesCountWhatIsNotWaived()
    {
        TemporaryDocument document(site());
        NavigatorModel model(*document, nullptr);
        model.setGrouping(NavigatorGrouping::Host);
        const auto chat = applicationNamed(document.topology(), u"Chat_1");
        QCOMPARE(line(find(model, chat)), u"Chat_1 ✖1"_s);
        apply(*document, [&](const Topology &t) {
            const auto &validator = document->validator();
            const auto &finding = validator.finding(validator.findingsOf(chat).constFirst());
            return setWaiver(t, {waiverKey(finding), u"Agreed"_s, {}, {}, {}});
        });
        QCOMPARE(line(find(model, chat)), u"Chat_1"_s);
        QCOMPARE(line(find(model, chat).parent()), u"Without a host"_s);
        QVERIFY(document->undo());
        QCOMPARE(line(find(model, chat)), u"Chat_1 ✖1"_s);
    }

    void groupings_data()
    {
        QTest::addColumn<int>("grouping");
        QTest::addColumn<QStringList>("tree");

        QTest::addRow("by tenant")
            << int(NavigatorGrouping::Tenant)
            << QStringList {u"Acme"_s, u"- Email_1"_s, u"- MM"_s, u"Globex"_s, u"Shared servers"_s,
                   u"- SMS_1"_s, u"Without a tenant ✖1"_s, u"- Chat_1 ✖1"_s, u"No tenant rule"_s,
                   u"- Stat_1"_s};
        QTest::addRow("by type") << int(NavigatorGrouping::Type)
                                 << QStringList {u"Chat Server ✖1"_s, u"- Chat_1 ✖1"_s,
                                        u"E-mail Server"_s, u"- Email_1"_s, u"SMS Server"_s,
                                        u"- SMS_1"_s, u"Stat Server"_s, u"- Stat_1"_s, u"Tenants"_s,
                                        u"- Acme"_s, u"- Environment"_s, u"- Globex"_s,
                                        u"Switching offices"_s, u"- Multimedia"_s, u"Switches"_s,
                                        u"- MM"_s, u"Hosts"_s, u"- host-1"_s};
        QTest::addRow("by host") << int(NavigatorGrouping::Host)
                                 << QStringList {u"host-1"_s, u"- SMS_1"_s, u"Without a host ✖1"_s,
                                        u"- Chat_1 ✖1"_s, u"- Email_1"_s, u"- Stat_1"_s};
    }
    void groupings()
    {
        QFETCH(int, grouping);
        QFETCH(QStringList, tree);
        TemporaryDocument document(site());
        NavigatorModel model(*document, nullptr);
        QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setGrouping(NavigatorGrouping(grouping));
        QCOMPARE(lines(model), tree);
        QVERIFY(!model.index(model.rowCount(), 0).isValid());
        QVERIFY(!model.index(0, 1).isValid());
    }

    void filters_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QStringList>("tree");

        const QStringList sms {u"Shared servers"_s, u"- SMS_1"_s};
        QTest::addRow("name") << u"sms"_s << sms;
        QTest::addRow("two words") << u"sms globex"_s << sms;
        QTest::addRow("type") << u"type:emails"_s << QStringList {u"Acme"_s, u"- Email_1"_s};
        QTest::addRow("tenant") << u"tenant:globex"_s
                                << QStringList {u"Globex"_s, u"Shared servers"_s, u"- SMS_1"_s};
        QTest::addRow("host") << u"host:host-1"_s << sms;
        QTest::addRow("below a release")
            << u"release:<8.1"_s << QStringList {u"Acme"_s, u"- Email_1"_s};
        QTest::addRow("from a release") << u"release:>=8.1.4"_s << sms;
        QTest::addRow("release begins with") << u"release:8.1"_s << sms;
        QTest::addRow("prefix alone") << u"sms type:"_s << sms;
        QTest::addRow("nothing") << u"zzz"_s << QStringList {};
    }
    void filters()
    {
        QFETCH(QString, filter);
        QFETCH(QStringList, tree);
        TemporaryDocument document(site());
        NavigatorModel model(*document, nullptr);
        QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFilter(filter);
        QCOMPARE(lines(model), tree);
    }

    // --- Following ---

    void anAssignmentMovesOneRow()
    {
        TemporaryDocument document(site());
        NavigatorModel model(*document, nullptr);
        QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto email = applicationNamed(document.topology(), u"Email_1");
        const QPersistentModelIndex globex =
            find(model, tenantNamed(document.topology(), u"Globex"));
        lines(model);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        apply(*document,
            [&](const Topology &t) { return assignTenant(t, email, tenantNamed(t, u"Globex")); });
        QCOMPARE(lines(model),
            (QStringList {u"Acme"_s, u"- MM"_s, u"Globex"_s, u"Shared servers ✖1"_s,
                u"- Email_1 ✖1"_s, u"- SMS_1"_s, u"Without a tenant ✖1"_s, u"- Chat_1 ✖1"_s,
                u"No tenant rule"_s, u"- Stat_1"_s}));
        QVERIFY(globex.isValid());
        QVERIFY(document->undo().has_value());
        QCOMPARE(model.parent(find(model, email)).data().toString(), u"Acme"_s);
        QCOMPARE(reset.size(), 0);
    }

    void restartsAreCountedUp()
    {
        TemporaryDocument document(site());
        NavigatorModel model(*document, nullptr);
        const auto sms = applicationNamed(document.topology(), u"SMS_1");
        apply(*document,
            [&](const Topology &t) { return unassignTenant(t, sms, tenantNamed(t, u"Globex")); });
        QCOMPARE(lines(model).mid(0, 4),
            (QStringList {u"Acme ↻1"_s, u"- Email_1"_s, u"- SMS_1 ↻1"_s, u"- MM"_s}));
        QVERIFY(document->saveRevision(u"done"_s, Store::Deployed::Yes).has_value());
        QCOMPARE(lines(model).constFirst(), u"Acme"_s);
    }

    void pendingRestartsAreCountedUp()
    {
        TemporaryDocument document(site());
        NavigatorModel model(*document, nullptr);
        const auto sms = applicationNamed(document.topology(), u"SMS_1");
        apply(*document,
            [&](const Topology &t) { return unassignTenant(t, sms, tenantNamed(t, u"Globex")); });
        apply(*document, [&](const Topology &t) { return awaitRestarts(t, {sms}, 12); });
        QCOMPARE(lines(model).mid(0, 4),
            (QStringList {u"Acme ↻!1"_s, u"- Email_1"_s, u"- SMS_1 ↻!1"_s, u"- MM"_s}));
        QVERIFY(find(model, sms)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .endsWith(u"1 restart pending"_s));
        // It waits for as long as nobody confirms it, whatever becomes of the plan.
        QVERIFY(document->saveRevision(u"done"_s, Store::Deployed::Yes).has_value());
        QCOMPARE(lines(model).constFirst(), u"Acme ↻!1"_s);
        apply(*document, [&](const Topology &t) { return confirmRestarts(t, {sms}); });
        QCOMPARE(lines(model).constFirst(), u"Acme"_s);
    }

    void aTenantTakesItsHeadingAlong()
    {
        TemporaryDocument document(site());
        NavigatorModel model(*document, nullptr);
        QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto acme = tenantNamed(document.topology(), u"Acme");
        apply(*document,
            [&](const Topology &t) { return setField(t, acme, Field::Name, u"Zenith"_s); });
        QCOMPARE(model.index(0, 0).data().toString(), u"Globex"_s);
        QCOMPARE(model.index(1, 0).data().toString(), u"Zenith"_s);
        apply(*document, [&](const Topology &t) { return removeObject(t, acme); });
        QVERIFY(!find(model, acme).isValid());
        QVERIFY(document->undo().has_value());
        QCOMPARE(find(model, acme).data().toString(), u"Zenith"_s);
    }

    void whatIsBelowAHeadingIsListedLate()
    {
        TemporaryDocument document(site());
        NavigatorModel model(*document, nullptr);
        const auto acme = find(model, tenantNamed(document.topology(), u"Acme"));
        QVERIFY(model.hasChildren(acme));
        // Both leave it before anybody has looked.
        apply(*document, [](const Topology &t) {
            return removeObjects(
                t, {applicationNamed(t, u"Email_1"), switchNamed(t, u"Acme", u"MM")});
        });
        QVERIFY(!model.hasChildren(acme));
        QCOMPARE(model.rowCount(acme), 0);
        QVERIFY(document->undo().has_value());
        QVERIFY(model.hasChildren(acme));
        QCOMPARE(model.rowCount(acme), 2);
    }

    void randomEdits_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 4; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    /// The tree that followed is the tree that is made anew: in each grouping, filtered or not,
    /// whether somebody looks all the time or now and then. All follow one document, for each edit
    /// waits for the disk.
    void randomEdits()
    {
        QFETCH(quint32, seed);
        struct Tree
        {
            NavigatorGrouping grouping;
            QString filter;
            bool looks;
        };
        TemporaryDocument document(site());
        const auto make = [&](const Tree &tree) {
            auto model = std::make_unique<NavigatorModel>(*document, nullptr);
            model->setGrouping(tree.grouping);
            if (!tree.filter.isEmpty())
                model->setFilter(tree.filter);
            return model;
        };
        std::vector<std::pair<Tree, std::unique_ptr<NavigatorModel>>> followers;
        std::vector<std::unique_ptr<QAbstractItemModelTester>> testers;
        for (const bool looks : {true, false}) {
            for (const auto &tree : {Tree {NavigatorGrouping::Tenant, {}, looks},
                     Tree {NavigatorGrouping::Type, {}, looks},
                     Tree {NavigatorGrouping::Host, {}, looks},
                     Tree {NavigatorGrouping::Tenant, u"1"_s, looks}}) {
                followers.emplace_back(tree, make(tree));
                if (looks)
                    testers.push_back(
                        std::make_unique<QAbstractItemModelTester>(followers.back().second.get(),
                            QAbstractItemModelTester::FailureReportingMode::QtTest));
            }
        }
        RandomSteps steps(seed);
        for (int i = 0; i < 60; ++i) {
            if (i % 7 == 6) [[maybe_unused]]
                const auto undone = document->undo();
            else
                apply(*document, [&](const Topology &t) { return Result<Step>(steps.next(t)); });
            for (const auto &[tree, model] : followers) {
                if (tree.looks || i % 20 == 19)
                    QCOMPARE(lines(*model), lines(*make(tree)));
            }
        }
    }

    // --- The panel ---

    void theSelectionIsShared()
    {
        TemporaryDocument document(site());
        Selection selection;
        Navigator panel(*document, selection);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        auto *tree = panel.findChild<QTreeView *>(u"navigatorTree"_s);
        const auto sms = applicationNamed(document.topology(), u"SMS_1");
        selection.select(sms);
        QCOMPARE(tree->currentIndex().data().toString(), u"SMS_1"_s);
        QVERIFY(tree->isExpanded(tree->currentIndex().parent()));

        const auto acme = tree->model()->index(0, 0);
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(acme).center());
        QCOMPARE(selection.current(),
            std::optional<ObjectId>(tenantNamed(document.topology(), u"Acme")));
        QTest::keyClick(tree, Qt::Key_Down);
        QCOMPARE(selection.current(),
            std::optional<ObjectId>(tenantNamed(document.topology(), u"Globex")));
    }

    void placeAndSelectionStayWhileEditsCome()
    {
        TemporaryDocument document(site());
        Selection selection;
        Navigator panel(*document, selection);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        auto *tree = panel.findChild<QTreeView *>(u"navigatorTree"_s);
        const auto email = applicationNamed(document.topology(), u"Email_1");
        selection.select(email);
        apply(*document,
            [&](const Topology &t) { return setField(t, email, Field::Name, u"Zmail"_s); });
        apply(*document,
            [&](const Topology &t) { return addObject(t, Record(tenantCalled(u"Aachen"_s))); });
        QCOMPARE(selection.current(), std::optional<ObjectId>(email));
        QCOMPARE(tree->currentIndex().data().toString(), u"Zmail"_s);
        QVERIFY(tree->isExpanded(tree->currentIndex().parent()));
        // It goes to another heading, and is still what is selected.
        apply(*document,
            [&](const Topology &t) { return assignTenant(t, email, tenantNamed(t, u"Globex")); });
        QCOMPARE(selection.current(), std::optional<ObjectId>(email));
    }

    void typingFilters()
    {
        TemporaryDocument document(site());
        Selection selection;
        Navigator panel(*document, selection);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        auto *edit = panel.findChild<QLineEdit *>(u"navigatorFilterEdit"_s);
        auto *tree = panel.findChild<QTreeView *>(u"navigatorTree"_s);
        QTest::keyClicks(edit, u"sms"_s);
        QCOMPARE(tree->model()->rowCount(), 1);
        QVERIFY(tree->isExpanded(tree->model()->index(0, 0)));
        edit->clear();
        QCOMPARE(lines(*tree->model()).size(), 10);
    }

    void groupingIsChosenByButton()
    {
        TemporaryDocument document(site());
        Selection selection;
        Navigator panel(*document, selection);
        panel.show();
        const auto sms = applicationNamed(document.topology(), u"SMS_1");
        selection.select(sms);
        auto *tree = panel.findChild<QTreeView *>(u"navigatorTree"_s);
        for (auto *button : panel.findChildren<QToolButton *>()) {
            if (button->text() == u"Type")
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QCOMPARE(panel.grouping(), NavigatorGrouping::Type);
        QCOMPARE(tree->currentIndex().parent().data().toString(), u"SMS Server"_s);
    }

    void whatMovesToAnotherGroupStaysSelected()
    {
        TemporaryDocument document(site());
        Selection selection;
        Navigator panel(*document, selection);
        panel.show();
        const auto sms = applicationNamed(document.topology(), u"SMS_1");
        selection.select(sms);
        auto *tree = panel.findChild<QTreeView *>(u"navigatorTree"_s);
        QVERIFY(document->apply(
            [&](const Topology &t) { return unassignTenant(t, sms, tenantNamed(t, u"Globex")); }));
        QCOMPARE(tree->currentIndex().data().toString(), u"SMS_1"_s);
        QCOMPARE(tree->currentIndex().parent().data().toString(), u"Acme"_s);
        QVERIFY(tree->selectionModel()->isSelected(tree->currentIndex()));
        QCOMPARE(selection.current(), std::optional<ObjectId>(sms));
    }

    void aNameFromOutsideIsNoMarkup()
    {
        TopologyBuilder b;
        b.application(u"<img src=x>\u202E", u"statserver");
        TemporaryDocument document(b.build());
        NavigatorModel model(*document, nullptr);
        const auto index = find(model, ApplicationId(0));
        QCOMPARE(index.data().toString(), u"<img src=x>\\u202E"_s);
        QVERIFY(index.data(Qt::ToolTipRole).toString().contains(u"&lt;img"));
    }
};

QTEST_MAIN(NavigatorTest)
#include "tst_navigator.moc"
