// SPDX-License-Identifier: Apache-2.0
#include "tests/architecture/sourcerules.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString spdx = u"// SPDX-License-Identifier: Apache-2.0\n"_s;

QStringList sourceFiles()
{
    const QDir root(u"" SOURCE_DIR ""_s);
    QStringList files;
    for (const QString &top : {u"models"_s, u"views"_s, u"app"_s, u"tests"_s}) {
        QDirIterator entries(root.filePath(top), {u"*.cpp"_s, u"*.h"_s, u"*.inc"_s}, QDir::Files,
            QDirIterator::Subdirectories);
        while (entries.hasNext())
            files << root.relativeFilePath(entries.next());
    }
    files.sort();
    return files;
}

}  // namespace

class TestArchitecture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The check itself: planted lines, and the fault that each must raise; none for what is
    /// allowed.
    void findsFaults_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("fault");

        const QString source = u"models/rules/x.cpp"_s;
        QTest::addRow("own folder") << source << u"#include \"models/rules/x.h\""_s << QString();
        QTest::addRow("layer below") << source << u"#include \"models/base/id.h\""_s << QString();
        QTest::addRow("beside the file") << source << u"#include \"x.moc\""_s << QString();
        QTest::addRow("Qt Core") << source << u"#include <QString>"_s << QString();
        QTest::addRow("standard library") << source << u"#include <algorithm>"_s << QString();
        QTest::addRow("layer above") << source << u"#include \"models/store/store.h\""_s
                                     << u"models/rules may not include models/store/store.h"_s;
        QTest::addRow("base stands alone")
            << u"models/base/x.h"_s << u"  #  include \"models/topology/edit.h\""_s
            << u"models/base may not include models/topology/edit.h"_s;
        QTest::addRow("the same letters, another folder")
            << source << u"#include \"models/baseline/x.h\""_s
            << u"models/rules may not include models/baseline/x.h"_s;
        QTest::addRow("views in models") << source << u"#include \"views/common/icons.h\""_s
                                         << u"models/rules may not include views/common/icons.h"_s;
        QTest::addRow("Qt Gui in models")
            << source << u"#include <QColor>"_s << u"models may include Qt Core only, not QColor"_s;
        QTest::addRow("Qt Widgets in models")
            << source << u"#include <QtWidgets/QWidget>"_s
            << u"models may include Qt Core only, not QtWidgets/QWidget"_s;
        QTest::addRow("folder nobody knows")
            << u"models/misc/x.cpp"_s << u"int x;"_s << u"models/misc is no folder of the table"_s;
        QTest::addRow("document takes all models")
            << u"models/document/x.h"_s << u"#include \"models/store/store.h\""_s << QString();
        QTest::addRow("panel takes views/common")
            << u"views/matrix/x.h"_s << u"#include \"views/common/icons.h\""_s << QString();
        QTest::addRow("panel and panel")
            << u"views/matrix/x.h"_s << u"#include \"views/problems/problemsview.h\""_s
            << u"views/matrix may not include views/problems/problemsview.h"_s;
        QTest::addRow("common and panel")
            << u"views/common/x.h"_s << u"#include \"views/problems/problemsview.h\""_s
            << u"views/common may not include views/problems/problemsview.h"_s;
        QTest::addRow("window takes panels")
            << u"views/window/x.h"_s << u"#include \"views/problems/problemsview.h\""_s
            << QString();
        QTest::addRow("view and app") << u"views/window/x.h"_s << u"#include \"app/gui/x.h\""_s
                                      << u"views/window may not include app/gui/x.h"_s;
        QTest::addRow("app takes views")
            << u"app/gui/x.h"_s << u"#include \"views/window/mainwindow.h\""_s << QString();
        QTest::addRow("app and tests") << u"app/gui/x.h"_s << u"#include \"tests/support/x.h\""_s
                                       << u"app/gui may not include tests/support/x.h"_s;
        QTest::addRow("widgets in the command line")
            << u"app/cli/x.h"_s << u"#include <QApplication>"_s
            << u"the command line may not include QApplication"_s;
        QTest::addRow("Qt Gui in the command line")
            << u"app/cli/x.h"_s << u"#include <QImage>"_s << QString();
        QTest::addRow("label") << u"views/matrix/x.cpp"_s << u"auto *l = new QLabel(name, this);"_s
                               << u"new QLabel( guesses rich text; use views/common"_s;
        QTest::addRow("label factory")
            << u"views/common/x.cpp"_s << u"auto *l = new QLabel(name, this);"_s << QString();
        QTest::addRow("message box")
            << u"views/window/x.cpp"_s << u"QMessageBox::warning(this, title, text);"_s
            << u"QMessageBox::warning guesses rich text; use views/common"_s;
        QTest::addRow("message box's button")
            << u"views/window/x.cpp"_s << u"return QMessageBox::Cancel;"_s << QString();
        QTest::addRow("tests include all")
            << u"tests/views/x.cpp"_s << u"#include \"views/matrix/x.h\""_s << QString();
    }

    void findsFaults()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, line);
        QFETCH(const QString, fault);
        const QStringList faults = sourceViolations(path, spdx + line);
        const int at = fault.endsWith(u"table") ? 1 : 2;
        QCOMPARE(faults.join(u'\n'),
            fault.isEmpty() ? QString() : u"%1:%2: %3"_s.arg(path).arg(at).arg(fault));
    }

    void findsMissingLicence()
    {
        QCOMPARE(sourceViolations(u"tests/x.cpp"_s, u"\n"_s + spdx).join(u'\n'),
            u"tests/x.cpp:1: does not begin with the SPDX line"_s);
    }

    void findsStrayTopLevelEntry()
    {
        QCOMPARE(topLevelViolations({u".git"_s, u"app"_s, u"docs"_s, u"LICENSE"_s}).join(u'\n'),
            u"docs does not belong on the top level"_s);
    }

    void sources()
    {
        const QStringList files = sourceFiles();
        QVERIFY(files.contains(u"tests/architecture/tst_architecture.cpp"_s));
        QStringList faults;
        for (const QString &path : files) {
            QFile file(u"" SOURCE_DIR "/"_s + path);
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
            faults << sourceViolations(path, QString::fromUtf8(file.readAll()));
        }
        QVERIFY2(faults.isEmpty(), qPrintable(u'\n' + faults.join(u'\n')));
    }

    void topLevel()
    {
        const QStringList entries =
            QDir(u"" SOURCE_DIR ""_s).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
        QCOMPARE(topLevelViolations(entries).join(u'\n'), QString());
    }
};

QTEST_GUILESS_MAIN(TestArchitecture)
#include "tst_architecture.moc"
