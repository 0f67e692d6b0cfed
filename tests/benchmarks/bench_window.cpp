// SPDX-License-Identifier: Apache-2.0
#include "models/document/document.h"
#include "models/topology/apply.h"
#include "models/topology/edits.h"
#include "tests/benchmarks/world.h"
#include "tests/support/fakeprompts.h"
#include "views/common/theme.h"
#include "views/window/documentsession.h"
#include "views/window/mainwindow.h"
#include "views/window/workspace.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollBar>
#include <QSettings>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

#include <cstdio>
#include <ctime>

using namespace Qt::StringLiterals;

// A session in the window, as somebody works in a large document: prints for each gesture the
// longest time for which the window answered nothing.

namespace {

/// What the thread itself worked, in ns: without what it waited for the disk or for others.
qint64 workedTime()
{
    timespec time {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return time.tv_sec * 1'000'000'000LL + time.tv_nsec;
}

/// Times every event that is handled, with all that it calls.
class TimedApplication final : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_isInside)
            return QApplication::notify(receiver, event);
        m_isInside = true;
        QElapsedTimer timer;
        timer.start();
        const auto before = workedTime();
        const int type = event->type();
        const auto *receiverClass = receiver->metaObject()->className();
        const bool isHandled = QApplication::notify(receiver, event);
        m_isInside = false;
        m_longest.worked = std::max(m_longest.worked, double(workedTime() - before) / 1e6);
        const double passed = double(timer.nsecsElapsed()) / 1e6;
        if (passed > m_longest.passed) {
            m_longest.passed = passed;
            m_longest.what =
                QStringLiteral("event %1 of %2").arg(type).arg(QLatin1String(receiverClass));
        }
        return isHandled;
    }
    struct Longest
    {
        double passed = 0;  ///< ms, as worked.
        double worked = 0;
        QString what;
    };
    /// Since it was asked last.
    Longest takeLongest() { return std::exchange(m_longest, {}); }

private:
    bool m_isInside = false;
    Longest m_longest;
};

class Session final
{
public:
    Session(TimedApplication &application, MainWindow &window)
        : m_application(application)
        , m_window(window)
    {
    }

    /// Does it, and lets everything that follows settle.
    void step(const char *name, const std::function<void()> &gesture)
    {
        m_application.takeLongest();
        gesture();
        for (int turn = 0; turn < 5; ++turn)
            QCoreApplication::processEvents();
        const auto longest = m_application.takeLongest();
        m_passed = std::max(m_passed, longest.passed);
        m_worked = std::max(m_worked, longest.worked);
        std::printf("%8.1f %8.1f  %-40s %s\n", longest.passed, longest.worked, name,
            longest.passed > 20 ? qPrintable(longest.what) : "");
    }
    void printLongest() const { std::printf("%8.1f %8.1f  longest of all\n", m_passed, m_worked); }

    /// A gesture that is one event, such as the choice of a menu's entry.
    void act(const char *name, const std::function<void()> &gesture)
    {
        step(name, [&] {
            QMetaObject::invokeMethod(&m_window, gesture, Qt::QueuedConnection);
            QCoreApplication::processEvents();
        });
    }

    template <class Widget = QWidget>
    Widget *find(const QString &name) const
    {
        auto *found = m_window.findChild<Widget *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }
    bool has(const QString &name) const { return m_window.findChild<QWidget *>(name); }
    void trigger(const QString &action) const { find<QAction>(action)->trigger(); }
    void type(QLineEdit *line, const QString &text) const
    {
        for (const auto letter : text) {
            QTest::keyClick(line, letter.toLatin1());
            QCoreApplication::processEvents();
        }
    }
    void press(QWidget *widget, Qt::Key key, int times, Qt::KeyboardModifiers modifiers = {}) const
    {
        for (int i = 0; i < times; ++i) {
            QTest::keyClick(widget, key, modifiers);
            QCoreApplication::processEvents();
        }
    }

private:
    TimedApplication &m_application;
    MainWindow &m_window;
    double m_passed = 0;
    double m_worked = 0;
};

void useCanvas(Session &session)
{
    auto *canvas = session.find(u"canvasView"_s);
    canvas->setFocus();
    session.step("canvas: arrow keys", [&] { session.press(canvas, Qt::Key_Right, 10); });
    session.step("canvas: down", [&] { session.press(canvas, Qt::Key_Down, 10); });
    session.step("canvas: Space", [&] { session.press(canvas, Qt::Key_Space, 4); });
    session.step("canvas: show everything", [&] { session.press(canvas, Qt::Key_0, 1); });
    session.step("canvas: nearer", [&] { session.press(canvas, Qt::Key_Plus, 12); });
    session.step(
        "canvas: 100 %", [&] { session.press(canvas, Qt::Key_0, 1, Qt::ControlModifier); });
}

void useMatrix(Session &session)
{
    auto *pages = session.find<QTabWidget>(u"pagesTabs"_s);
    session.act("matrix: show", [&] { pages->setCurrentIndex(1); });
    auto *matrix = session.find<QTableView>(u"assignmentsView"_s);
    matrix->setFocus();
    session.step("matrix: arrow keys", [&] { session.press(matrix, Qt::Key_Down, 20); });
    session.step("matrix: Space", [&] { session.press(matrix, Qt::Key_Space, 4); });
    session.step("matrix: page down", [&] { session.press(matrix, Qt::Key_PageDown, 20); });
    session.step(
        "matrix: to the end", [&] { session.press(matrix, Qt::Key_End, 1, Qt::ControlModifier); });
    session.step("matrix: Space there", [&] { session.press(matrix, Qt::Key_Space, 1); });
    session.step("matrix: scroll right", [&] {
        for (int i = 0; i < 10; ++i) {
            matrix->horizontalScrollBar()->setValue(i * 5000);
            QCoreApplication::processEvents();
        }
    });
    session.act("matrix: undo", [&] { session.trigger(u"undoAction"_s); });
    session.act("matrix: redo", [&] { session.trigger(u"redoAction"_s); });
    session.step("matrix: a range", [&] {
        session.press(matrix, Qt::Key_Home, 1, Qt::ControlModifier);
        session.press(matrix, Qt::Key_Down, 4, Qt::ShiftModifier);
        session.press(matrix, Qt::Key_Space, 1);
    });
    session.act("matrix: undo of the range", [&] { session.trigger(u"undoAction"_s); });
    auto *servers = session.find<QLineEdit>(u"serverFilterEdit"_s);
    session.step("matrix: filter servers", [&] { session.type(servers, u"sms"_s); });
    session.act("matrix: clear the filter", [&] { servers->clear(); });
    auto *tenants = session.find<QLineEdit>(u"tenantFilterEdit"_s);
    session.step("matrix: filter tenants", [&] { session.type(tenants, u"99"_s); });
    session.act("matrix: clear the filter", [&] { tenants->clear(); });
    auto *order = session.find<QComboBox>(u"orderBox"_s);
    session.act("matrix: by name", [&] { order->setCurrentIndex(1); });
    session.act("matrix: by number of tenants", [&] { order->setCurrentIndex(2); });
    session.act("matrix: by type", [&] { order->setCurrentIndex(0); });
}

void useTable(Session &session)
{
    session.act("applications: show",
        [&] { session.find<QTabWidget>(u"pagesTabs"_s)->setCurrentIndex(2); });
    auto *table = session.find<QTableView>(u"applicationView"_s);
    table->setFocus();
    session.step("applications: page down", [&] { session.press(table, Qt::Key_PageDown, 10); });
    for (int column = 0; column < 6; ++column) {
        session.act(qPrintable(u"applications: sort by column %1"_s.arg(column)),
            [&] { table->horizontalHeader()->setSortIndicator(column, Qt::DescendingOrder); });
    }
    auto *filter = session.find<QLineEdit>(u"applicationFilterEdit"_s);
    session.step("applications: filter", [&] { session.type(filter, u"email"_s); });
    session.act("applications: clear the filter", [&] { filter->clear(); });
    table->selectRow(3);
    session.act("applications: duplicate", [&] { session.trigger(u"duplicateAction"_s); });
    session.act("applications: undo", [&] { session.trigger(u"undoAction"_s); });
    session.act("applications: remove", [&] {
        table->selectRow(3);
        session.trigger(u"removeAction"_s);
    });
    session.act("applications: undo", [&] { session.trigger(u"undoAction"_s); });
    auto *pages = session.find<QTabWidget>(u"pagesTabs"_s);
    session.act("tenants: show", [&] { pages->setCurrentIndex(3); });
    session.act("switches: show", [&] { pages->setCurrentIndex(4); });
    session.act("hosts: show", [&] { pages->setCurrentIndex(5); });
    session.act("assignments: show", [&] { pages->setCurrentIndex(1); });
}

void useNavigator(Session &session)
{
    auto *tree = session.find<QTreeView>(u"navigatorTree"_s);
    tree->setFocus();
    session.step("navigator: arrow keys", [&] { session.press(tree, Qt::Key_Down, 20); });
    session.step("navigator: open a group", [&] { session.press(tree, Qt::Key_Right, 3); });
    session.step("navigator: to the end", [&] { session.press(tree, Qt::Key_End, 1); });
    auto *filter = session.find<QLineEdit>(u"navigatorFilterEdit"_s);
    session.step("navigator: filter", [&] { session.type(filter, u"type:sms"_s); });
    session.act("navigator: clear the filter", [&] { filter->clear(); });
    session.act(
        "navigator: by type", [&] { session.find<QToolButton>(u"groupBy1Button"_s)->click(); });
    session.act(
        "navigator: by host", [&] { session.find<QToolButton>(u"groupBy2Button"_s)->click(); });
    session.act(
        "navigator: by tenant", [&] { session.find<QToolButton>(u"groupBy0Button"_s)->click(); });
}

void useLists(Session &session)
{
    auto *lists = session.find<QTabWidget>(u"listsTabs"_s);
    session.step("problems: next", [&] {
        for (int i = 0; i < 10; ++i) {
            session.trigger(u"nextProblemAction"_s);
            QCoreApplication::processEvents();
        }
    });
    auto *grouping = session.find<QComboBox>(u"groupingBox"_s);
    for (int i = 1; i <= grouping->count(); ++i) {
        session.act(qPrintable(u"problems: grouping %1"_s.arg(i % grouping->count())),
            [&] { grouping->setCurrentIndex(i % grouping->count()); });
    }
    auto *filter = session.find<QLineEdit>(u"problemsFilterEdit"_s);
    session.step("problems: filter", [&] { session.type(filter, u"email"_s); });
    session.act("problems: clear the filter", [&] { filter->clear(); });
    session.act("restarts: show", [&] { lists->setCurrentIndex(1); });
    session.act("restarts: undo", [&] { session.trigger(u"undoAction"_s); });
    session.act("restarts: redo", [&] { session.trigger(u"redoAction"_s); });
    session.act("history: show", [&] { lists->setCurrentIndex(2); });
    session.act("problems: show", [&] { lists->setCurrentIndex(0); });
    session.act("select everything in the matrix",
        [&] { session.find<QTableView>(u"assignmentsView"_s)->selectAll(); });
    session.act("close", [&] { session.trigger(u"closeAction"_s); });
}

void useReview(Session &session, Document &document, FakePrompts &prompts, const QString &folder)
{
    auto *steps = [&] {
        session.act("review: show", [&] { session.trigger(u"reviewAction"_s); });
        return session.find(u"reviewSteps"_s);
    }();
    auto *tree = session.find<QTreeView>(u"changesView"_s);
    session.step("review: arrow keys", [&] { session.press(tree, Qt::Key_Down, 20); });
    session.step("review: page down", [&] { session.press(tree, Qt::Key_PageDown, 10); });
    auto *grouping = session.find<QComboBox>(u"changesGroupingBox"_s);
    session.step("review: by server", [&] { session.press(grouping, Qt::Key_Down, 1); });
    session.step("review: by tenant", [&] { session.press(grouping, Qt::Key_Up, 1); });
    tree->setFocus();
    session.step("review: revert one", [&] {
        session.press(tree, Qt::Key_Home, 1);
        session.press(tree, Qt::Key_Down, 1);
        session.press(tree, Qt::Key_Backspace, 1, Qt::ControlModifier);
    });
    session.act("review: undo", [&] { session.trigger(u"undoAction"_s); });
    session.act("review: choose all", [&] { tree->selectAll(); });
    session.step("review: revert all",
        [&] { session.press(tree, Qt::Key_Backspace, 1, Qt::ControlModifier); });
    session.act("review: undo all", [&] { session.trigger(u"undoAction"_s); });
    session.step("review: the other steps", [&] { session.press(steps, Qt::Key_Down, 3); });
    session.find<QAbstractButton>(u"allowErrorsBox"_s)->click();
    auto *exported = session.find(u"exportedPane"_s);
    session.step("review: export", [&] {
        prompts.files = {folder + u"/out.json"_s};
        session.find<QAbstractButton>(u"exportButton"_s)->click();
        if (!QTest::qWaitFor([&] { return exported->isVisible(); }, 20000))
            qFatal("not exported");
    });
    session.step("review: tick off",
        [&] { session.press(session.find(u"pendingList"_s), Qt::Key_Space, 1); });
    session.act(
        "review: back", [&] { session.find<QAbstractButton>(u"backToExportLink"_s)->click(); });
    const auto report = folder + u"/report.html"_s;
    session.step("review: report", [&] {
        prompts.files = {report};
        session.find<QAbstractButton>(u"saveReportButton"_s)->click();
        if (!QTest::qWaitFor([&] { return QFile::exists(report); }, 60000))
            qFatal("no report");
    });
    session.step("review: against a revision", [&] {
        session.press(steps, Qt::Key_Home, 1);
        session.press(session.find<QComboBox>(u"changesBaseBox"_s), Qt::Key_Down, 1);
    });
    const auto first = document.topology().applications().begin()->id;
    session.act("review: an edit", [&] {
        if (!document.apply([&](const Topology &topology) {
                return setField(topology, first, Field::Release, u"9.9"_s);
            }))
            qFatal("no edit");
    });
}

/// No application has the backup that its redundancy asks for: 10 findings and more for each
/// tenant.
Topology withManyFindings(Topology topology)
{
    QList<ApplicationId> applications;
    for (const auto &application : topology.applications())
        applications.append(application.id);
    const auto change = [&](const Result<Step> &step) {
        if (step)
            ::apply(topology, *step);
    };
    for (const auto id : std::as_const(applications)) {
        if (!topology.application(id).backup)
            change(setField(topology, id, Field::Redundancy, Redundancy::Warm));
    }
    return topology;
}

void useManyFindings(Session &session, Document &document)
{
    std::printf("%d findings\n", document.validator().summary().total());
    auto *tree = session.find<QTreeView>(u"findingsView"_s);
    tree->setFocus();
    session.step("many findings: arrow keys", [&] { session.press(tree, Qt::Key_Down, 20); });
    session.step("many findings: page down", [&] { session.press(tree, Qt::Key_PageDown, 20); });
    // The fixes of a detail come when there is time for them.
    const auto offersFixes = [&] { return session.has(u"fixButton"_s); };
    session.step("many findings: the detail", [&] { (void)QTest::qWaitFor(offersFixes); });
    session.step("many findings: to the end", [&] { session.press(tree, Qt::Key_End, 1); });
    session.step("many findings: the detail there", [&] { (void)QTest::qWaitFor(offersFixes); });
    session.step("many findings: F8", [&] {
        for (int i = 0; i < 20; ++i) {
            session.trigger(u"nextProblemAction"_s);
            QCoreApplication::processEvents();
        }
    });
    session.act("many findings: select all", [&] { tree->selectAll(); });
    auto *grouping = session.find<QComboBox>(u"groupingBox"_s);
    for (int i = 1; i <= grouping->count(); ++i) {
        session.act(qPrintable(u"many findings: grouping %1"_s.arg(i % grouping->count())),
            [&] { grouping->setCurrentIndex(i % grouping->count()); });
    }
    auto *filter = session.find<QLineEdit>(u"problemsFilterEdit"_s);
    session.step("many findings: filter", [&] { session.type(filter, u"email"_s); });
    session.act("many findings: clear the filter", [&] { filter->clear(); });
    const auto first = document.topology().applications().begin()->id;
    session.act("many findings: an edit", [&] {
        if (!document.apply([&](const Topology &topology) {
                return setField(topology, first, Field::Redundancy, Redundancy::None);
            }))
            qFatal("no edit");
    });
    session.act("many findings: undo", [&] { session.trigger(u"undoAction"_s); });
    session.act("many findings: a name", [&] {
        if (!document.apply([&](const Topology &topology) {
                return setField(topology, first, Field::Name, u"Another name"_s);
            }))
            qFatal("no edit");
    });
    session.act("many findings: fix this", [&] { session.trigger(u"fixProblemAction"_s); });
}

/// Every SMS and Social Messaging Server serves one tenant more than in production, and waits to be
/// restarted.
Topology withManyRestarts(Topology topology)
{
    const auto tenant = std::prev(topology.tenants().end())->id;
    QList<ApplicationId> restarts;
    for (const auto &application : topology.applications()) {
        const auto type = topology.facts(application.id).type;
        if (type == ApplicationType::SmsServer || type == ApplicationType::SocialMessagingServer)
            restarts.append(application.id);
    }
    for (const auto id : std::as_const(restarts)) {
        if (const auto step = assignTenant(topology, id, tenant))
            ::apply(topology, *step);
    }
    ::apply(topology, *awaitRestarts(topology, restarts, 1));
    return topology;
}

void useManyRestarts(Session &session, Document &document)
{
    std::printf("%d restarts, %d pending\n", document.planner().summary().restarts,
        int(document.topology().pendingRestarts().size()));
    session.act("many restarts: show",
        [&] { session.find<QTabWidget>(u"listsTabs"_s)->setCurrentIndex(1); });
    auto *tree = session.find<QTreeView>(u"restartsView"_s);
    tree->setFocus();
    session.step("many restarts: arrow keys", [&] { session.press(tree, Qt::Key_Down, 20); });
    session.step("many restarts: page down", [&] { session.press(tree, Qt::Key_PageDown, 20); });
    for (const auto *grouping : {"byTenantButton", "byHostButton", "byWaveButton"}) {
        session.act(
            grouping, [&] { session.find<QToolButton>(QString::fromLatin1(grouping))->click(); });
    }
    const auto tick = [&](const QModelIndex &index, Qt::CheckState state) {
        tree->model()->setData(index, state, Qt::CheckStateRole);
    };
    const auto wave = [&] { return tree->model()->index(0, 0); };
    const auto row = [&] { return tree->model()->index(1, 0, wave()); };
    session.act("many restarts: tick one", [&] { tick(row(), Qt::Checked); });
    session.act("many restarts: not done after all", [&] { tick(row(), Qt::Unchecked); });
    session.act("many restarts: tick the wave", [&] { tick(wave(), Qt::Checked); });
    session.act("many restarts: undo", [&] { session.trigger(u"undoAction"_s); });
    session.act("many restarts: graph", [&] {
        session.find<QToolButton>(u"planGraphButton"_s)->click();
        session.find<QToolButton>(u"planGraphButton"_s)->click();
    });
}

}  // namespace

int main(int argc, char **argv)
{
    TimedApplication application(argc, argv);
    QCoreApplication::setOrganizationName(u"Switchyard"_s);
    QCoreApplication::setApplicationName(u"bench_window"_s);
    const int tenants = argc > 1 ? QByteArray(argv[1]).toInt() : 1000;
    auto &world = World::of(tenants);
    const auto document = world.document();
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, world.folder());
    QSettings settings;
    FakePrompts prompts;
    Theme theme;
    theme.setChoice(ThemeChoice::Light);
    MainWindow window(settings, prompts, theme);
    window.resize(1480, 900);
    window.show();
    std::printf("passed ms, worked ms: the longest event of each gesture, %d tenants\n", tenants);
    Session session(application, window);
    session.step("open", [&] { window.session().open(document); });
    if (!window.workspace())
        return 1;
    useCanvas(session);
    useMatrix(session);
    useTable(session);
    useNavigator(session);
    useReview(session, window.workspace()->document(), prompts, world.folder());
    useLists(session);
    const auto many = withManyFindings(world.working());
    const auto path = world.folder() + u"/many.switchyard"_s;
    if (!Document::create(path, {}, many, many))
        qFatal("no document");
    session.step("many findings: open", [&] { window.session().open(path); });
    useManyFindings(session, window.workspace()->document());
    const auto restarts = world.folder() + u"/restarts.switchyard"_s;
    if (!Document::create(restarts, {}, withManyRestarts(world.working()), world.working()))
        qFatal("no document");
    session.step("many restarts: open", [&] { window.session().open(restarts); });
    useManyRestarts(session, window.workspace()->document());
    session.printLongest();
    return 0;
}
