// SPDX-License-Identifier: Apache-2.0
#include "tests/support/topologybuilder.h"
#include "views/merge/conflictsmodel.h"
#include "views/merge/conflictstable.h"
#include "views/merge/mergeview.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// Chat_1 and Email_1 as the sides have them.
Topology site(const QString &chatRelease, const QString &password, const QStringList &emailTenants)
{
    TopologyBuilder b;
    b.tenant(u"Acme");
    b.tenant(u"Globex");
    b.application(u"Chat_1", u"chatserver")
        .release(chatRelease)
        .tenants({u"Acme"})
        .option(u"db", u"password", password);
    auto &email = b.application(u"Email_1", u"emailserver");
    email.tenantNames = emailTenants;
    return b.build();
}

struct Sides
{
    Topology base = site(u"8.1.4"_s, u"old"_s, {});
    Topology ours = site(u"8.1.5"_s, u"mine"_s, {u"Acme"_s});
    Topology theirs = site(u"8.1.6"_s, u"his"_s, {u"Globex"_s});

    MergeOutcome outcome(const MergeChoices &choices = {}) const
    {
        return mergeOutcome(base, ours, theirs, choices, {});
    }
};

const Application &chat(const MergeOutcome &outcome)
{
    const auto &topology = outcome.merge.topology;
    return topology.application(applicationNamed(topology, u"Chat_1"));
}

QString cell(const QAbstractItemModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

}  // namespace

class MergeViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin)"_s)); }

    void versionsStandSideBySide()
    {
        ConflictsModel model;
        QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setConflicts(Sides().outcome().merge.conflicts);
        QCOMPARE(model.rowCount(), 2);
        const auto row = [&](int at) {
            QStringList cells;
            for (int column = 0; column < ConflictsModel::ColumnCount; ++column)
                cells.append(cell(model, at, column));
            return cells;
        };
        // A password is nothing to be shown.
        QCOMPARE(row(0),
            (QStringList {
                u"Application Chat_1"_s, u"Options: db/password"_s, u"•••"_s, u"•••"_s, u"•••"_s}));
        QCOMPARE(row(1),
            (QStringList {
                u"Application Chat_1"_s, u"Release"_s, u"8.1.4"_s, u"8.1.5"_s, u"8.1.6"_s}));
        QVERIFY(!model.index(2, 0).isValid());
    }

    void whatWasRemovedSaysSo()
    {
        Sides sides;
        TopologyBuilder b;
        b.tenant(u"Acme");
        b.tenant(u"Globex");
        b.application(u"Email_1", u"emailserver");
        sides.theirs = b.build();
        ConflictsModel model;
        model.setConflicts(sides.outcome().merge.conflicts);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(cell(model, 0, ConflictsModel::WhatColumn), u"The object itself"_s);
        QCOMPARE(cell(model, 0, ConflictsModel::TheirsColumn), u"removed"_s);
        QVERIFY(cell(model, 0, ConflictsModel::OursColumn).startsWith(u"changed ("_s));
    }

    void aChoiceOutlivesOtherConflicts()
    {
        const Sides sides;
        ConflictsModel model;
        QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto conflicts = sides.outcome().merge.conflicts;
        model.setConflicts(conflicts);
        QCOMPARE(model.undecided(), 2);
        model.choose(1, MergeSide::Theirs);
        QCOMPARE(model.undecided(), 1);
        model.setConflicts({conflicts.at(1)});
        QCOMPARE(model.choice(0), MergeSide::Theirs);
        model.setConflicts(conflicts);
        QCOMPARE(model.choice(0), MergeSide::Ours);
        QCOMPARE(model.choice(1), MergeSide::Theirs);
        QCOMPARE(chat(sides.outcome(model.choices())).release, u"8.1.6"_s);
        model.chooseAll(MergeSide::Ours);
        QCOMPARE(model.undecided(), 0);
        QCOMPARE(chat(sides.outcome(model.choices())).release, u"8.1.5"_s);
    }

    void choicesAreMadeByKeyAndClick()
    {
        const Sides sides;
        MergeView view;
        view.resize(900, 600);
        view.showOutcome(sides.outcome());
        view.show();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        QSignalSpy changed(&view, &MergeView::choicesChanged);
        auto *table = view.findChild<ConflictsTable *>(u"conflictsTable"_s);
        QVERIFY(table);
        table->setFocus();
        const auto at = [&](int row, int column) { return table->model()->index(row, column); };
        table->setCurrentIndex(at(1, 0));
        QTest::keyClick(table, Qt::Key_T);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(chat(sides.outcome(view.choices())).release, u"8.1.6"_s);
        QVERIFY(at(1, ConflictsModel::TheirsColumn).data(ConflictsModel::IsChosenRole).toBool());
        QCOMPARE(at(1, ConflictsModel::TheirsColumn).data(Qt::AccessibleTextRole).toString(),
            u"8.1.6, chosen"_s);
        QTest::keyClick(table, Qt::Key_Space);
        QCOMPARE(chat(sides.outcome(view.choices())).release, u"8.1.5"_s);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
            table->visualRect(at(1, ConflictsModel::TheirsColumn)).center());
        QCOMPARE(chat(sides.outcome(view.choices())).release, u"8.1.6"_s);
        QTest::mouseClick(view.findChild<QPushButton *>(u"allOursButton"_s), Qt::LeftButton);
        QCOMPARE(chat(sides.outcome(view.choices())).release, u"8.1.5"_s);
        QTest::mouseClick(view.findChild<QPushButton *>(u"allTheirsButton"_s), Qt::LeftButton);
        QCOMPARE(chat(sides.outcome(view.choices())).release, u"8.1.6"_s);
        // Several lines at once.
        table->setFocus();
        table->selectAll();
        QTest::keyClick(table, Qt::Key_O);
        QCOMPARE(chat(sides.outcome(view.choices())).release, u"8.1.5"_s);
    }

    void whatOnlyShowsTogetherIsTold()
    {
        // Each side gives the E-mail Server one tenant; together they are one too many.
        const Sides sides;
        MergeView view;
        view.resize(900, 600);
        view.showOutcome(sides.outcome());
        view.show();
        auto *list = view.findChild<QListWidget *>(u"mergeTogetherList"_s);
        QStringList lines;
        for (int row = 0; row < list->count(); ++row)
            lines.append(list->item(row)->text());
        QVERIFY2(lines.join(u'\n').contains(u"Email_1 serves 2 tenants (Acme, Globex)"),
            qPrintable(lines.join(u'\n')));
        QVERIFY(list->isVisible());
        QCOMPARE(view.findChild<QLabel *>(u"mergeHeadline"_s)->text(),
            u"2 conflicts: both sides changed the same things. 2 are not decided yet: ours counts."_s);
    }

    void withoutConflictsItSaysWhatChanges()
    {
        Sides sides;
        sides.ours = sides.base;
        MergeView view;
        view.resize(900, 600);
        view.showOutcome(sides.outcome());
        view.show();
        QVERIFY(!view.findChild<ConflictsTable *>(u"conflictsTable"_s)->isVisible());
        QVERIFY(view.findChild<QLabel *>(u"mergeHeadline"_s)->text().startsWith(u"No conflicts"));
        QVERIFY(view.findChild<QLabel *>(u"mergeChangesLabel"_s)
                    ->text()
                    .startsWith(u"2 objects change in this document."));
        QVERIFY(view.findChild<QLabel *>(u"mergeTogetherLabel"_s)
                    ->text()
                    .startsWith(u"Nothing new shows"));
    }
};

QTEST_MAIN(MergeViewTest)
#include "tst_mergeview.moc"
