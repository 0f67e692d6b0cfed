// SPDX-License-Identifier: Apache-2.0
#include "models/topology/edits.h"
#include "tests/support/temporarydocument.h"
#include "tests/support/topologybuilder.h"
#include "views/common/selection.h"
#include "views/tables/objecttablemodel.h"
#include "views/tables/tablepage.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

Topology site()
{
    TopologyBuilder b;
    b.tenant(u"Acme").dbid(101);
    b.host(u"host-1");
    b.host(u"host-2");
    b.application(u"SMS_2", u"istransportserver")
        .tenants({u"Acme"})
        .host(u"host-1")
        .release(u"8.1.4");
    b.application(u"SMS_1", u"istransportserver").tenants({u"Acme"}).backup(u"Ghost");
    b.application(u"Email_1", u"emailserver");
    return b.build();
}

QStringList names(const ObjectTableModel &model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names.append(model.index(row, model.columnOf(Field::Name)).data().toString());
    return names;
}

struct Page
{
    Page(const TemporaryDocument &document, Kind kind)
        : page(*document, selection, {kind})
        , token(kindToken(kind))
        , view(page.findChild<QTableView *>(token + u"View"_s))
        , model(static_cast<ObjectTableModel *>(view->model()))
    {
        page.resize(900, 400);
        page.show();
        if (!QTest::qWaitForWindowActive(&page))
            qFatal("the page is not active");
    }
    QModelIndex cell(ObjectId object, Field field) const
    {
        return model->index(model->rowOf(object), model->columnOf(field));
    }
    void press(QStringView button) const
    {
        QTest::mouseClick(
            page.findChild<QAbstractButton *>(token + u'-' + button.toString()), Qt::LeftButton);
    }

    Selection selection;
    TablePage page;
    QString token;
    QTableView *view;
    ObjectTableModel *model;
};

}  // namespace

class TestTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin)"_s)); }

    void rowsAreSortedAndFollow();
    void modelsAreSound_data();
    void modelsAreSound();
    void editsText();
    void refusesWhatIsFixed();
    void filters();
    void filteringSelectsNothing();
    void addsTenant();
    void duplicatesAndRemoves();
    void marksFieldsAtFault();
    void followsAndLeadsTheSelection();
};

void TestTables::rowsAreSortedAndFollow()
{
    const TemporaryDocument document(site());
    ObjectTableModel model(*document, Kind::Application, nullptr);
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QCOMPARE(
        names(model), QStringList({u"Email_1"_s, u"Ghost (undefined)"_s, u"SMS_1"_s, u"SMS_2"_s}));
    model.sort(model.columnOf(Field::Name), Qt::DescendingOrder);
    QCOMPARE(
        names(model), QStringList({u"SMS_2"_s, u"SMS_1"_s, u"Ghost (undefined)"_s, u"Email_1"_s}));
    QVERIFY(document->apply([](const Topology &t) {
        return setField(t, applicationNamed(t, u"SMS_2"), Field::Name, u"A"_s);
    }));
    QCOMPARE(names(model), QStringList({u"SMS_1"_s, u"Ghost (undefined)"_s, u"Email_1"_s, u"A"_s}));
    QVERIFY(document->apply(
        [](const Topology &t) { return removeObject(t, applicationNamed(t, u"SMS_1")); }));
    // The placeholder went with its last reference.
    QCOMPARE(names(model), QStringList({u"Email_1"_s, u"A"_s}));
    QCOMPARE(resets.count(), 0);
}

void TestTables::modelsAreSound_data()
{
    QTest::addColumn<int>("kind");
    for (int kind = 0; kind < kindCount; ++kind)
        QTest::addRow("%s", qPrintable(QString(kindToken(Kind(kind))))) << kind;
}

void TestTables::modelsAreSound()
{
    QFETCH(const int, kind);
    const TemporaryDocument document;
    ObjectTableModel model(*document, Kind(kind), nullptr);
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(model.rowCount() > 0);
    QVERIFY(!model.index(model.rowCount(), 0).isValid());
    QVERIFY(!model.index(0, model.columnCount()).isValid());
    QVERIFY(!model.headerData(model.columnCount(), Qt::Horizontal, Qt::DisplayRole).isValid());
    for (int column = 0; column < model.columnCount(); ++column)
        model.sort(column, Qt::DescendingOrder);
    while (document->canUndo())
        QVERIFY(document->undo());
    while (document->canRedo())
        QVERIFY(document->redo());
}

void TestTables::editsText()
{
    const TemporaryDocument document(site());
    Page page(document, Kind::Application);
    const auto sms = applicationNamed(document.topology(), u"SMS_2");
    const auto cell = page.cell(sms, Field::Release);
    page.view->setCurrentIndex(cell);
    page.view->edit(cell);
    auto *editor = page.view->viewport()->findChild<QLineEdit *>();
    QVERIFY(editor);
    QCOMPARE(editor->text(), u"8.1.4"_s);
    editor->selectAll();
    QTest::keyClicks(editor, u"8.1.5"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(document.topology().application(sms).release, u"8.1.5"_s);
}

void TestTables::refusesWhatIsFixed()
{
    const TemporaryDocument document(site());
    Page page(document, Kind::Application);
    const auto sms = applicationNamed(document.topology(), u"SMS_1");
    const auto ghost = applicationNamed(document.topology(), u"Ghost");
    QVERIFY(page.model->flags(page.cell(sms, Field::Name)) & Qt::ItemIsEditable);
    QVERIFY(!(page.model->flags(page.cell(sms, Field::Type)) & Qt::ItemIsEditable));
    QVERIFY(!(page.model->flags(page.cell(sms, Field::Component)) & Qt::ItemIsEditable));
    QVERIFY(page.model->flags(page.cell(ghost, Field::Name)) & Qt::ItemIsEditable);
    QVERIFY(!(page.model->flags(page.cell(ghost, Field::Release)) & Qt::ItemIsEditable));
    const TemporaryDocument tenants(site());
    Page tenantPage(tenants, Kind::Tenant);
    QVERIFY(!(tenantPage.model->flags(tenantPage.cell(Topology::environment, Field::Name))
        & Qt::ItemIsEditable));
}

void TestTables::filters()
{
    const TemporaryDocument document(site());
    Page page(document, Kind::Application);
    QTest::keyClicks(page.page.findChild<QLineEdit *>(u"applicationFilterEdit"_s), u"sms_"_s);
    QCOMPARE(names(*page.model), QStringList({u"SMS_1"_s, u"SMS_2"_s}));
}

/// The cursor slips from a row that is hidden to its neighbour: nobody chose that.
void TestTables::filteringSelectsNothing()
{
    const TemporaryDocument document(site());
    Page page(document, Kind::Application);
    const auto email = ObjectId(applicationNamed(document.topology(), u"Email_1"));
    page.view->setCurrentIndex(page.cell(email, Field::Name));
    QCOMPARE(page.selection.current(), email);
    QTest::keyClicks(page.page.findChild<QLineEdit *>(u"applicationFilterEdit"_s), u"sms_"_s);
    QCOMPARE(page.selection.current(), email);
}

void TestTables::addsTenant()
{
    const TemporaryDocument document(site());
    Page page(document, Kind::Tenant);
    page.press(u"addButton");
    auto *name = page.page.findChild<QLineEdit *>(u"newNameEdit"_s);
    QVERIFY(name->isVisible());
    name->selectAll();
    QTest::keyClicks(name, u"Globex"_s);
    QTest::keyClick(name, Qt::Key_Return);
    const auto added = document.topology().findTenant(u"Globex");
    QVERIFY(added);
    QCOMPARE(page.selection.current(), ObjectId(*added));
    QVERIFY(document->undo());
    QVERIFY(!document.topology().findTenant(u"Globex"));
}

void TestTables::duplicatesAndRemoves()
{
    const TemporaryDocument document(site());
    Page page(document, Kind::Application);
    page.selection.select(applicationNamed(document.topology(), u"Email_1"));
    page.press(u"duplicateButton");
    const auto copy = document.topology().findApplication(u"Email_2");
    QVERIFY(copy);
    QCOMPARE(page.selection.current(), ObjectId(*copy));
    page.view->setFocus();
    QTest::keyClick(page.view, Qt::Key_Delete);
    QVERIFY(!document.topology().findApplication(u"Email_2"));
}

void TestTables::marksFieldsAtFault()
{
    const TemporaryDocument document(site());
    ObjectTableModel model(*document, Kind::Application, nullptr);
    const auto email = applicationNamed(document.topology(), u"Email_1");
    const auto cell = model.index(model.rowOf(email), model.columnOf(Field::Tenants));
    QCOMPARE(cell.data(ObjectTableModel::SeverityRole), QVariant(int(Severity::Error)));
    QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(u"Email_1"_s));
    QVERIFY(!cell.siblingAtColumn(model.columnOf(Field::Name))
                 .data(ObjectTableModel::SeverityRole)
                 .isValid());
}

void TestTables::followsAndLeadsTheSelection()
{
    const TemporaryDocument document(site());
    Page page(document, Kind::Application);
    const auto first = ObjectId(applicationNamed(document.topology(), u"SMS_1"));
    const auto second = ObjectId(applicationNamed(document.topology(), u"SMS_2"));
    page.selection.select(first);
    QCOMPARE(page.view->currentIndex().row(), page.model->rowOf(first));
    page.view->setCurrentIndex(page.cell(second, Field::Release));
    QCOMPARE(page.selection.current(), second);
    QCOMPARE(page.selection.field(), Field::Release);
}

QTEST_MAIN(TestTables)
#include "tst_tables.moc"
