// SPDX-License-Identifier: Apache-2.0
#include "views/common/lazyrefresh.h"

#include <QTest>
#include <QWidget>

class TestLazyRefresh : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsUntilShown()
    {
        QWidget widget;
        int count = 0;
        LazyRefresh refresh(&widget, [&count] { ++count; });
        refresh.schedule();
        QCoreApplication::processEvents();
        QCOMPARE(count, 0);
        QVERIFY(refresh.isStale());
        widget.show();
        QCOMPARE(count, 1);
        QVERIFY(!refresh.isStale());
        widget.hide();
        widget.show();
        QCOMPARE(count, 1);
    }

    void refreshesOnceATurn()
    {
        QWidget widget;
        int count = 0;
        LazyRefresh refresh(&widget, [&count] { ++count; });
        widget.show();
        QCOMPARE(count, 1);
        refresh.schedule();
        refresh.schedule();
        QCOMPARE(count, 1);
        QTRY_COMPARE(count, 2);
        QCoreApplication::processEvents();
        QCOMPARE(count, 2);
    }

    void staysStaleWhereHiddenMeanwhile()
    {
        QWidget widget;
        int count = 0;
        LazyRefresh refresh(&widget, [&count] { ++count; });
        widget.show();
        refresh.schedule();
        widget.hide();
        QCoreApplication::processEvents();
        QCOMPARE(count, 1);
        QVERIFY(refresh.isStale());
        widget.show();
        QCOMPARE(count, 2);
    }

    void doesItAtOnceWhereAsked()
    {
        QWidget widget;
        int count = 0;
        LazyRefresh refresh(&widget, [&count] { ++count; });
        refresh.now();
        QCOMPARE(count, 1);
        QVERIFY(!refresh.isStale());
        // What was scheduled is done with it.
        widget.show();
        refresh.schedule();
        refresh.now();
        QCoreApplication::processEvents();
        QCOMPARE(count, 2);
    }
};

QTEST_MAIN(TestLazyRefresh)
#include "tst_lazyrefresh.moc"
