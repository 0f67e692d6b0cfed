// SPDX-License-Identifier: Apache-2.0
#include "models/topology/edits.h"
#include "tests/support/temporarydocument.h"
#include "tests/support/topologybuilder.h"
#include "views/common/selection.h"
#include "views/inspector/inspector.h"
#include "views/inspector/objectpage.h"
#include "views/inspector/textgrid.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

Topology site()
{
    TopologyBuilder b;
    b.tenant(u"Acme").dbid(101);
    b.tenant(u"Globex").dbid(102);
    b.application(u"SMS_1", u"istransportserver")
        .tenants({u"Acme"})
        .connect(u"Ghost")
        .port(u"default", 4000)
        .option(u"db", u"password", u"sesame")
        .option(u"db", u"user", u"sms");
    b.application(u"Email_1", u"emailserver").tenants({u"Acme", u"Globex"});
    return b.build();
}

struct Panel
{
    explicit Panel(const TemporaryDocument &document)
        : view(*document, selection)
    {
        view.resize(360, 800);
        view.show();
    }
    template <class T>
    T *find(QStringView name) const
    {
        return view.findChild<T *>(name.toString());
    }
    /// Texts of the notes that are shown.
    QStringList notes() const
    {
        QStringList texts;
        for (const auto *label : view.findChildren<QLabel *>(u"noteSentence"_s)) {
            if (label->isVisibleTo(&view))
                texts.append(label->text());
        }
        return texts;
    }

    Selection selection;
    Inspector view;
};

}  // namespace

class TestInspector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin)"_s)); }

    void editsText();
    void typedTextStaysWithItsObject();
    void tenantsAreChecked();
    void faultStandsBesideTheField();
    void planStandsAtTheFoot();
    void pendingRestartStandsAtTheFoot();
    void connectionIsRemoved();
    void portIsAdded();
    void secretsAreHidden();
    void optionIsEdited();
    void placeholderIsDefined();
    void revealFocusesTheField();
    void severalObjects();
    void removedObjectIsNoLongerShown();
    void gridIsSound();
    void fitsNarrowPanels();
};

void TestInspector::editsText()
{
    const TemporaryDocument document(site());
    Panel panel(document);
    const auto sms = applicationNamed(document.topology(), u"SMS_1");
    panel.selection.select(sms);
    auto *release = panel.find<QLineEdit>(u"releaseEditor");
    release->setFocus();
    QTest::keyClicks(release, u"8.1.5"_s);
    QTest::keyClick(release, Qt::Key_Return);
    QCOMPARE(document.topology().application(sms).release, u"8.1.5"_s);
    QVERIFY(document->undo());
    QCOMPARE(release->text(), QString());
}

void TestInspector::typedTextStaysWithItsObject()
{
    const TemporaryDocument document(site());
    Panel panel(document);
    const auto sms = applicationNamed(document.topology(), u"SMS_1");
    const auto email = applicationNamed(document.topology(), u"Email_1");
    panel.selection.select(sms);
    QTest::keyClicks(panel.find<QLineEdit>(u"releaseEditor"), u"9.0.0"_s);
    panel.selection.select(email);
    QCOMPARE(document.topology().application(sms).release, u"9.0.0"_s);
    QCOMPARE(document.topology().application(email).release, QString());
}

void TestInspector::tenantsAreChecked()
{
    const TemporaryDocument document(site());
    Panel panel(document);
    const auto sms = applicationNamed(document.topology(), u"SMS_1");
    panel.selection.select(sms);
    auto *list = panel.find<QListView>(u"tenantsList");
    const auto found =
        list->model()->match(list->model()->index(0, 0), Qt::DisplayRole, u"Globex"_s);
    QCOMPARE(found.size(), qsizetype(1));
    list->setCurrentIndex(found.constFirst());
    QVERIFY(panel.find<QLabel>(u"tenantsSentence")
                ->text()
                .startsWith(u"Assign Globex to SMS_1: allowed;"_s));
    QTest::keyClick(list, Qt::Key_Space);
    QCOMPARE(document.topology().application(sms).tenants.size(), qsizetype(2));
    QTest::keyClick(list, Qt::Key_Space);
    QCOMPARE(document.topology().application(sms).tenants.size(), qsizetype(1));
}

void TestInspector::faultStandsBesideTheField()
{
    const TemporaryDocument document(site());
    Panel panel(document);
    panel.selection.select(applicationNamed(document.topology(), u"Email_1"));
    QVERIFY(panel.notes().join(u'\n').contains(u"Email_1 serves 2 tenants (Acme, Globex)"_s));
    QVERIFY(document->apply([](const Topology &t) {
        return unassignTenant(t, applicationNamed(t, u"Email_1"), tenantNamed(t, u"Globex"));
    }));
    QVERIFY(!panel.notes().join(u'\n').contains(u"Email_1 serves 2 tenants"_s));
}

void TestInspector::planStandsAtTheFoot()
{
    const TemporaryDocument document(site());
    Panel panel(document);
    panel.selection.select(applicationNamed(document.topology(), u"SMS_1"));
    QVERIFY(document->apply([](const Topology &t) {
        return assignTenant(t, applicationNamed(t, u"SMS_1"), tenantNamed(t, u"Globex"));
    }));
    QVERIFY(
        panel.notes().join(u'\n').contains(u"Restart SMS_1: its tenant list changes (+Globex)."_s));
    QVERIFY(document->undo());
    QVERIFY(!panel.notes().join(u'\n').contains(u"Restart SMS_1"_s));
}

void TestInspector::pendingRestartStandsAtTheFoot()
{
    const TemporaryDocument document(site());
    Panel panel(document);
    const auto sms = applicationNamed(document.topology(), u"SMS_1");
    panel.selection.select(sms);
    const auto said = u"Exported in revision 12, restart not confirmed."_s;
    QVERIFY(document->apply(
        [sms](const Topology &topology) { return awaitRestarts(topology, {sms}, 12); }));
    QVERIFY(panel.notes().join(u'\n').contains(said));
    QVERIFY(document->apply([](const Topology &t) {
        return assignTenant(t, applicationNamed(t, u"SMS_1"), tenantNamed(t, u"Globex"));
    }));
    QVERIFY(panel.notes().join(u'\n').contains(said));
    QVERIFY(panel.notes().join(u'\n').contains(u"Restart SMS_1: its tenant list changes"_s));
    QVERIFY(document->apply(
        [sms](const Topology &topology) { return confirmRestarts(topology, {sms}); }));
    QVERIFY(!panel.notes().join(u'\n').contains(said));
}

void TestInspector::connectionIsRemoved()
{
    const TemporaryDocument document(site());
    Panel panel(document);
    const auto sms = applicationNamed(document.topology(), u"SMS_1");
    panel.selection.select(sms);
    auto *grid = panel.find<QTableView>(u"connectionsGrid");
    QCOMPARE(grid->model()->rowCount(), 1);
    grid->setCurrentIndex(grid->model()->index(0, 0));
    QTest::mouseClick(panel.find<QAbstractButton>(u"connectionsRemoveButton"), Qt::LeftButton);
    QCOMPARE(document.topology().application(sms).connections.size(), qsizetype(0));
    QVERIFY(!document.topology().findApplication(u"Ghost"));
}

void TestInspector::portIsAdded()
{
    const TemporaryDocument document(site());
    Panel panel(document);
    const auto sms = applicationNamed(document.topology(), u"SMS_1");
    panel.selection.select(sms);
    QTest::keyClicks(panel.find<QLineEdit>(u"newPortIdEdit"), u"web"_s);
    QTest::keyClicks(panel.find<QLineEdit>(u"newPortNumberEdit"), u"8080"_s);
    QTest::keyClick(panel.find<QLineEdit>(u"newPortNumberEdit"), Qt::Key_Return);
    const auto &ports = document.topology().application(sms).ports;
    QCOMPARE(ports.size(), qsizetype(2));
    QCOMPARE(ports.at(1).id, u"web"_s);
    QCOMPARE(ports.at(1).number, std::optional<qint64>(8080));
}

void TestInspector::secretsAreHidden()
{
    const TemporaryDocument document(site());
    Panel panel(document);
    panel.selection.reveal(applicationNamed(document.topology(), u"SMS_1"), Field::Options);
    auto *grid = panel.find<QTableView>(u"optionsGrid");
    const auto secret = grid->model()->index(0, 2);
    QCOMPARE(secret.siblingAtColumn(1).data().toString(), u"password"_s);
    QCOMPARE(secret.data().toString(), u"••••••"_s);
    QVERIFY(secret.data(Qt::EditRole).toString() != u"sesame"_s);
    QVERIFY(!(grid->model()->flags(secret) & Qt::ItemIsEditable));
    QTest::mouseClick(panel.find<QAbstractButton>(u"optionsRevealButton"), Qt::LeftButton);
    QCOMPARE(secret.data().toString(), u"sesame"_s);
}

void TestInspector::optionIsEdited()
{
    const TemporaryDocument document(site());
    Panel panel(document);
    const auto sms = applicationNamed(document.topology(), u"SMS_1");
    panel.selection.reveal(sms, Field::Options);
    auto *grid = panel.find<QTableView>(u"optionsGrid");
    QVERIFY(grid->model()->setData(grid->model()->index(1, 2), u"other"_s));
    const auto &options = document.topology().application(sms).options;
    QCOMPARE(options.constFirst().options.at(1).value, u"other"_s);
    QCOMPARE(options.constFirst().options.at(0).value, u"sesame"_s);
}

void TestInspector::placeholderIsDefined()
{
    const TemporaryDocument document(site());
    Panel panel(document);
    const auto ghost = applicationNamed(document.topology(), u"Ghost");
    panel.selection.select(ghost);
    auto *type = panel.find<QComboBox>(u"placeholderTypeBox");
    type->setCurrentText(u"Chat Server"_s);
    QTest::mouseClick(panel.find<QAbstractButton>(u"defineButton"), Qt::LeftButton);
    QVERIFY(!document.topology().application(ghost).isPlaceholder);
    QCOMPARE(document.topology().application(ghost).type.id(), ApplicationType::ChatServer);
    QVERIFY(document->undo());
    QVERIFY(document.topology().application(ghost).isPlaceholder);
}

void TestInspector::revealFocusesTheField()
{
    const TemporaryDocument document(site());
    Panel panel(document);
    QVERIFY(QTest::qWaitForWindowExposed(&panel.view));
    panel.view.activateWindow();
    panel.selection.reveal(
        applicationNamed(document.topology(), u"SMS_1"), Field::WorkingDirectory);
    // The group was folded.
    QVERIFY(panel.find<QLineEdit>(u"workingDirectoryEditor")->isVisible());
    QTRY_COMPARE(QApplication::focusWidget(), panel.find<QLineEdit>(u"workingDirectoryEditor"));
}

void TestInspector::severalObjects()
{
    const TemporaryDocument document(site());
    Panel panel(document);
    panel.selection.select({ObjectId(applicationNamed(document.topology(), u"SMS_1")),
        ObjectId(applicationNamed(document.topology(), u"Email_1"))});
    QCOMPARE(panel.find<QLabel>(u"manyTitle")->text(), u"2 applications"_s);
    QVERIFY(panel.find<QLabel>(u"manySummary")->text().contains(u"All serve: Acme"_s));
}

void TestInspector::removedObjectIsNoLongerShown()
{
    const TemporaryDocument document(site());
    Panel panel(document);
    panel.selection.select(applicationNamed(document.topology(), u"Email_1"));
    QVERIFY(panel.find<ObjectPage>(u"applicationPage")->isVisible());
    QVERIFY(document->apply(
        [](const Topology &t) { return removeObject(t, applicationNamed(t, u"Email_1")); }));
    QVERIFY(!panel.find<ObjectPage>(u"applicationPage")->isVisible());
}

void TestInspector::gridIsSound()
{
    TextGrid grid({u"a"_s, u"b"_s}, nullptr);
    const QAbstractItemModelTester tester(
        &grid, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto row = [](const QString &text) {
        return TextGrid::Row {{text, true, false, {}, {}}, {text, false, false, {}, {}}};
    };
    const QList<QStringList> states {{u"x"_s}, {u"x"_s, u"y"_s, u"z"_s}, {u"x"_s, u"z"_s},
        {u"w"_s, u"x"_s, u"z"_s}, {u"v"_s}, {}};
    for (const auto &state : states) {
        QList<TextGrid::Row> rows;
        for (const auto &text : state)
            rows.append(row(text));
        grid.setRows(rows);
        QCOMPARE(grid.rows(), rows);
    }
    QVERIFY(!grid.index(0, 0).isValid());
}

/// Nothing is cut off at the right: there is no scrolling sideways.
void TestInspector::fitsNarrowPanels()
{
    const TemporaryDocument document;
    Panel panel(document);
    panel.view.resize(300, 700);
    const auto &topology = document.topology();
    QList<ObjectId> objects {topology.tenants().begin()->id, topology.hosts().begin()->id,
        topology.offices().begin()->id, topology.switches().begin()->id};
    for (const auto &application : topology.applications())
        objects.append(application.id);
    const auto tooWide = [&]() -> QString {
        for (const auto *area : panel.view.findChildren<QScrollArea *>()) {
            const auto *page = area->widget();
            if (!area->isVisible() || page->width() <= area->viewport()->width())
                continue;
            QStringList wide;
            for (const auto *widget : page->findChildren<QWidget *>()) {
                const int asked = widget->minimumSizeHint().width();
                if (asked > 100)
                    wide.append(u"%1 %2 %3"_s.arg(QLatin1String(widget->metaObject()->className()),
                        widget->objectName(), QString::number(asked)));
            }
            return wide.join(u", ");
        }
        return {};
    };
    for (const auto object : objects) {
        panel.selection.select(object);
        QTRY_VERIFY2(tooWide().isEmpty(), qPrintable(topology.name(object) + u": "_s + tooWide()));
    }
}

QTEST_MAIN(TestInspector)
#include "tst_inspector.moc"
