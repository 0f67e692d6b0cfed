// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/topologyjsonwriter.h"
#include "models/topology/edits.h"
#include "tests/support/topologybuilder.h"
#include "tests/views/window/desk.h"
#include "views/common/selection.h"
#include "views/window/comparedialog.h"
#include "views/window/mergedialog.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace {

Topology site(const QString &release = u"8.1.4"_s, const QStringList &smsTenants = {u"Acme"_s})
{
    TopologyBuilder b;
    b.tenant(u"Acme");
    b.tenant(u"Globex");
    b.application(u"Chat_1", u"chatserver").release(release).tenants({u"Acme"});
    b.application(u"SMS_1", u"istransportserver").tenantNames = smsTenants;
    return b.build();
}

template <class Widget>
Widget *child(const QWidget &parent, const QString &name)
{
    auto *found = parent.findChild<Widget *>(name);
    if (!found)
        qFatal("no %s", qPrintable(name));
    return found;
}

/// A window on a document, beside files.
struct MergingDesk : Desk
{
    explicit MergingDesk(const Topology &topology = site()) { show(topology); }
    Selection &selection() const { return window->workspace()->selection(); }
    void write(const QString &name, const Topology &topology) const
    {
        QFile file(path(name));
        const auto bytes = writeTopology(topology).bytes;
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("not written");
    }
    void apply(const Document::Builder &build) const
    {
        if (const auto done = document().apply(build); !done)
            qFatal("%s", qPrintable(done.error().text()));
    }
};

QStringList linesOf(const QWidget &parent, const QString &tree)
{
    const auto &model = *child<QTreeView>(parent, tree)->model();
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        const auto object = model.index(row, 0);
        lines.append(object.data().toString());
        for (int field = 0; field < model.rowCount(object); ++field)
            lines.append(u"  "_s + model.index(field, 0, object).data().toString());
    }
    return lines;
}

/// The merge dialog with both files chosen.
MergeDialog *mergeOf(MergingDesk &desk, const QString &theirs, const QString &base)
{
    desk.find(u"mergeAction"_s)->trigger();
    auto *dialog = child<MergeDialog>(*desk.window, u"mergeDialog"_s);
    desk.prompts.files = {desk.path(theirs)};
    child<QPushButton>(*dialog, u"chooseTheirsButton"_s)->click();
    auto *box = child<QComboBox>(*dialog, u"baseBox"_s);
    const int at = base.isEmpty() ? 1 : box->count() - 2;  // The latest revision, or a file.
    if (!base.isEmpty())
        desk.prompts.files = {desk.path(base)};
    box->setCurrentIndex(at);
    Q_EMIT box->activated(at);
    return dialog;
}

}  // namespace

class MergingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin)"_s)); }

    // --- Comparing with a file ---

    void aFileIsComparedWithTheDocument()
    {
        MergingDesk desk;
        desk.write(u"other.json"_s, site(u"8.1.9"_s, {u"Acme"_s, u"Globex"_s}));
        desk.prompts.files = {desk.path(u"other.json"_s)};
        desk.find(u"compareWithAction"_s)->trigger();
        QPointer<CompareDialog> dialog = child<CompareDialog>(*desk.window, u"compareDialog"_s);
        const QStringList back {u"Application Chat_1"_s, u"  Release: 8.1.9 → 8.1.4"_s,
            u"Application SMS_1"_s, u"  Tenants: −Globex"_s};
        QTRY_COMPARE(linesOf(*dialog, u"differencesView"_s), back);
        auto *direction = child<QComboBox>(*dialog, u"compareDirectionBox"_s);
        direction->setCurrentIndex(1);
        QTRY_VERIFY(linesOf(*dialog, u"differencesView"_s).contains(u"  Tenants: +Globex"));
        QVERIFY(child<QLabel>(*dialog, u"comparisonPlanLabel"_s)->text().contains(u"restart"));
        // Objects can be selected in the window, which is followed.
        auto *tree = child<QTreeView>(*dialog, u"differencesView"_s);
        tree->setCurrentIndex(tree->model()->index(1, 0));
        QCOMPARE(desk.selection().objects(),
            QList<ObjectId> {applicationNamed(desk.document().topology(), u"SMS_1")});
        desk.apply([](const Topology &t) {
            return assignTenant(t, applicationNamed(t, u"SMS_1"), tenantNamed(t, u"Globex"));
        });
        QTRY_COMPARE(linesOf(*dialog, u"differencesView"_s).size(), 2);
        // It goes with the document.
        desk.window->session().close();
        QVERIFY(!dialog);
    }

    void aDocumentIsComparedToo()
    {
        MergingDesk desk;
        const auto other = site(u"8.1.9"_s);
        QVERIFY(Document::create(desk.path(u"other.switchyard"_s), u"ben"_s, other, other));
        desk.prompts.files = {desk.path(u"other.switchyard"_s)};
        desk.find(u"compareWithAction"_s)->trigger();
        const auto *dialog = child<CompareDialog>(*desk.window, u"compareDialog"_s);
        QTRY_COMPARE(linesOf(*dialog, u"differencesView"_s).size(), 2);
    }

    void aMalformedFileIsRefused()
    {
        MergingDesk desk;
        QFile file(desk.path(u"bad.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"format\": oops");
        file.close();
        desk.prompts.files = {file.fileName()};
        desk.find(u"compareWithAction"_s)->trigger();
        QVERIFY(!desk.window->findChild<CompareDialog *>());
        QVERIFY2(desk.notice().startsWith(u"bad.json:1:"), qPrintable(desk.notice()));
    }

    // --- Merging ---

    void bothSidesComeTogetherInOneStep()
    {
        MergingDesk desk;
        QVERIFY(desk.document().saveRevision(u"start"_s, Store::Deployed::No).has_value());
        desk.write(u"theirs.json"_s, site(u"8.1.4"_s, {u"Acme"_s, u"Globex"_s}));
        desk.apply([](const Topology &t) {
            return setField(t, applicationNamed(t, u"Chat_1"), Field::Release, u"8.1.5"_s);
        });
        const auto before = desk.document().topology();
        QPointer<MergeDialog> dialog = mergeOf(desk, u"theirs.json"_s, {});
        auto *merge = child<QPushButton>(*dialog, u"mergeButton"_s);
        QTRY_VERIFY(merge->isEnabled());
        QVERIFY(child<QLabel>(*dialog, u"mergeHeadline"_s)->text().startsWith(u"No conflicts"));
        QCOMPARE(linesOf(*dialog, u"mergeChangesView"_s),
            (QStringList {u"Application SMS_1"_s, u"  Tenants: +Globex"_s}));
        QTest::mouseClick(merge, Qt::LeftButton);
        QCOMPARE(desk.document().topology(), site(u"8.1.5"_s, {u"Acme"_s, u"Globex"_s}));
        QCOMPARE(desk.document().undoTitle(), u"Merge theirs.json"_s);
        QCOMPARE(desk.notice(), u"Merged theirs.json: 1 object changed."_s);
        QVERIFY(desk.document().undo().has_value());
        QCOMPARE(desk.document().topology(), before);
        QTRY_VERIFY(!dialog);
    }

    void aConflictIsDecided()
    {
        MergingDesk desk(site(u"8.1.5"_s));
        desk.write(u"base.json"_s, site(u"8.1.4"_s));
        desk.write(u"theirs.json"_s, site(u"8.1.6"_s));
        const auto *dialog = mergeOf(desk, u"theirs.json"_s, u"base.json"_s);
        auto *table = child<QTreeView>(*dialog, u"conflictsTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        auto *merge = child<QPushButton>(*dialog, u"mergeButton"_s);
        QVERIFY(!merge->isEnabled());  // Ours counts so far: nothing would change.
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(table, Qt::Key_T);
        QTRY_VERIFY(merge->isEnabled());
        QTest::mouseClick(merge, Qt::LeftButton);
        QCOMPARE(desk.document().topology(), site(u"8.1.6"_s));
    }

    void aDocumentThatMovedOnIsMergedAnew()
    {
        MergingDesk desk;
        desk.write(u"base.json"_s, site());
        desk.write(u"theirs.json"_s, site(u"8.1.6"_s));
        const auto *dialog = mergeOf(desk, u"theirs.json"_s, u"base.json"_s);
        auto *merge = child<QPushButton>(*dialog, u"mergeButton"_s);
        QTRY_VERIFY(merge->isEnabled());
        {
            const auto other = Document::open(desk.document().path(), u"ben"_s);
            QVERIFY(other.has_value());
            QVERIFY((*other)
                        ->apply([](const Topology &t) {
                            return assignTenant(
                                t, applicationNamed(t, u"SMS_1"), tenantNamed(t, u"Globex"));
                        })
                        .has_value());
        }
        // Nobody has followed yet: the store tells.
        merge->click();
        auto *failure = child<QLabel>(*dialog, u"mergeFailureLabel"_s);
        QVERIFY(failure->isVisible());
        QVERIFY(failure->text().contains(u"changed meanwhile"));
        QCOMPARE(desk.document().topology(), site(u"8.1.4"_s, {u"Acme"_s, u"Globex"_s}));
        QTRY_VERIFY(merge->isEnabled());
        merge->click();
        QCOMPARE(desk.document().topology(), site(u"8.1.6"_s, {u"Acme"_s, u"Globex"_s}));
    }

    // --- Another baseline ---

    void thePictureFollowsANewBaseline()
    {
        MergingDesk desk;
        desk.apply([](const Topology &t) {
            return assignTenant(t, applicationNamed(t, u"SMS_1"), tenantNamed(t, u"Globex"));
        });
        QVERIFY(desk.document().saveRevision(u"next"_s, Store::Deployed::No).has_value());
        desk.window->grab();
        const auto *planner = &desk.document().planner();
        QVERIFY(desk.document().declareDeployed(1).has_value());
        QCOMPARE(&desk.document().planner(), planner);
        QCOMPARE(planner->summary().restarts, 0);
        desk.window->grab();
    }

    // --- Older documents ---

    void anOlderDocumentIsUpgradedOnRequest()
    {
        MergingDesk desk;
        const auto old = desk.path(u"old.switchyard"_s);
        QVERIFY(QFile::copy(u"" TEST_DATA_DIR "/documents/version-1.switchyard"_s, old));
        QVERIFY(QFile::setPermissions(old, QFile::ReadOwner | QFile::WriteOwner));
        QVERIFY(!desk.find(u"upgradeAction"_s)->isVisible());
        QVERIFY(desk.window->session().open(old));
        const auto content = desk.document().topology();
        QVERIFY(desk.document().isReadOnly());
        QVERIFY(desk.notice().contains(u"older version"));
        QVERIFY(desk.find(u"upgradeAction"_s)->isVisible());
        auto *offer = child<QAbstractButton>(*desk.window, u"noticeActionButton"_s);
        QCOMPARE(offer->text(), u"Upgrade"_s);
        offer->click();
        QVERIFY(!desk.document().isReadOnly());
        QCOMPARE(desk.document().topology(), content);
        QCOMPARE(
            desk.notice(), u"Upgraded. The document as it was is kept as old.switchyard.v1.bak."_s);
        QVERIFY(QFile::exists(old + u".v1.bak"_s));
        QVERIFY(!desk.find(u"upgradeAction"_s)->isVisible());
        QVERIFY(desk.document().undo().has_value());
    }

    void anUpgradeThatIsRefusedSaysWhy()
    {
        MergingDesk desk;
        const auto old = desk.path(u"old.switchyard"_s);
        QVERIFY(QFile::copy(u"" TEST_DATA_DIR "/documents/version-1.switchyard"_s, old));
        QVERIFY(QFile::setPermissions(old, QFile::ReadOwner | QFile::WriteOwner));
        desk.write(u"old.switchyard.v1.bak"_s, site());
        QVERIFY(desk.window->session().open(old));
        desk.find(u"upgradeAction"_s)->trigger();
        QVERIFY(desk.document().isReadOnly());
        QVERIFY(desk.notice().contains(u"backup"));
    }
};

QTEST_MAIN(MergingTest)
#include "tst_merging.moc"
