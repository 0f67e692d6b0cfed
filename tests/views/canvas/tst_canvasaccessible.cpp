// SPDX-License-Identifier: Apache-2.0
#include "models/topology/edits.h"
#include "tests/support/temporarydocument.h"
#include "tests/support/topologybuilder.h"
#include "views/canvas/canvaspage.h"
#include "views/canvas/canvasview.h"

#include <QAccessible>
#include <QMenu>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

Topology site()
{
    TopologyBuilder b;
    b.tenant(u"Acme").dbid(101);
    b.tenant(u"Globex").dbid(102);
    b.multimediaSwitch(u"Acme", u"MM");
    b.application(u"SMS_1", u"istransportserver").tenants({u"Acme", u"Globex"});
    b.application(u"Email_1", u"emailserver").tenants({u"Acme"});
    b.application(u"Chat_1", u"chatserver").tenants({u"Acme"});
    b.application(u"UCS_1", u"contactserver");
    return b.build();
}

QStringList tenantsOf(const Topology &topology, QStringView application)
{
    QStringList names;
    for (const auto tenant : topology.application(applicationNamed(topology, application)).tenants)
        names.append(topology.tenant(tenant).name);
    return names;
}

QString nameOf(const QAccessibleInterface *item)
{
    return item->text(QAccessible::Name);
}

/// "- name" by depth, ticked as [x] or [ ].
void print(const QAccessibleInterface *item, int depth, QStringList &lines)
{
    for (int child = 0; child < item->childCount(); ++child) {
        const auto *each = item->child(child);
        const auto state = each->state();
        lines.append(QString(depth * 2, u' ')
            + (state.checkable ? (state.checked ? u"[x] "_s : u"[ ] "_s) : QString()) + nameOf(each)
            + (state.collapsed ? u" (folded)"_s : QString()));
        print(each, depth + 1, lines);
    }
}

struct Window
{
    explicit Window(TemporaryDocument &document)
        : page(*document, selection)
    {
        page.resize(1000, 700);
        page.show();
    }

    QAccessibleInterface *root() { return QAccessible::queryAccessibleInterface(&page.canvas()); }
    /// The first item whose name begins so, at any depth; "/" goes on below that one.
    QAccessibleInterface *find(const QString &path)
    {
        auto *item = root();
        for (const auto &part : path.split(u'/'))
            item = item ? below(item, part) : nullptr;
        return item;
    }
    static QAccessibleInterface *below(const QAccessibleInterface *item, const QString &name)
    {
        for (int child = 0; child < item->childCount(); ++child) {
            auto *each = item->child(child);
            if (nameOf(each).startsWith(name))
                return each;
        }
        for (int child = 0; child < item->childCount(); ++child) {
            if (auto *found = below(item->child(child), name))
                return found;
        }
        return nullptr;
    }
    void press(const QString &path, const QString &action)
    {
        auto *item = find(path);
        QVERIFY2(item, qPrintable(path));
        QVERIFY2(item->actionInterface()->actionNames().contains(action),
            qPrintable(item->actionInterface()->actionNames().join(u' ')));
        item->actionInterface()->doAction(action);
    }
    QStringList tree()
    {
        QStringList lines;
        print(root(), 0, lines);
        return lines;
    }

    Selection selection;
    CanvasPage page;
};

const QString toggle = QAccessibleActionInterface::toggleAction();
const QString pressed = QAccessibleActionInterface::pressAction();
const QString setFocus = QAccessibleActionInterface::setFocusAction();
const QString showMenu = QAccessibleActionInterface::showMenuAction();

}  // namespace

class TestCanvasAccessible : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin)"_s)); }

    void treeIsThePicture();
    void pendingRestartIsSaid();
    void everyItemIsWhereItSays();
    void portSaysWhatItWouldDo();
    void toggles_data();
    void toggles();
    void offersTheLegalWay();
    void selects_data();
    void selects();
    void opens_data();
    void opens();
    void folds_data();
    void folds();
    void connects();
    void moves_data();
    void moves();
    void adds();
    void removes();
    void opensTheMenu_data();
    void opensTheMenu();
    void focusGoesThere();
    void whatIsGoneIsInvalid();
    void whatAClosedCanvasHadIsGone();
};

void TestCanvasAccessible::treeIsThePicture()
{
    TemporaryDocument document(site());
    Window window(document);
    QCOMPARE(nameOf(window.root()), u"Topology"_s);
    const QStringList expected {u"Environment, tenant, 0 servers (folded)"_s,
        u"Acme, tenant, 3 servers"_s, u"  Chat_1, Chat Server, serves Acme"_s,
        u"    [ ] Environment"_s, u"    [x] Acme"_s, u"    [ ] Globex"_s,
        u"  [x] SMS_1, SMS Server"_s, u"  Email_1, E-mail Server, serves Acme"_s,
        u"    [ ] Environment"_s, u"    [x] Acme"_s, u"    [ ] Globex"_s, u"  MM, switch of Acme"_s,
        u"Globex, tenant, 1 server"_s, u"  [x] SMS_1, SMS Server"_s,
        u"Servers without a lane, 1 server"_s,
        u"  UCS_1, Universal Contact Server (UCS), serves no tenant, 1 error"_s,
        u"    [ ] Environment"_s, u"    [ ] Acme"_s, u"    [ ] Globex"_s,
        u"Chat Server, 1 server"_s, u"SMS Server, 1 server"_s,
        u"  SMS_1, SMS Server, serves Acme, Globex"_s, u"    [ ] Environment"_s, u"    [x] Acme"_s,
        u"    [x] Globex"_s, u"E-mail Server, 1 server"_s, u"Switches"_s};
    QCOMPARE(window.tree().join(u'\n'), expected.join(u'\n'));
}

void TestCanvasAccessible::pendingRestartIsSaid()
{
    TemporaryDocument document(site());
    Window window(document);
    const auto sms = applicationNamed(document.topology(), u"SMS_1");
    const auto server = [&](const QString &group) {
        const auto *item = window.find(group + u"/SMS_1"_s);
        return item ? nameOf(item) : QString();
    };
    QVERIFY(document->apply(
        [sms](const Topology &topology) { return awaitRestarts(topology, {sms}, 12); }));
    QCOMPARE(server(u"SMS Server"_s),
        u"SMS_1, SMS Server, serves Acme, Globex, restart pending, exported in revision 12"_s);
    // What the plan asks for anew is no second restart.
    QVERIFY(document->apply([sms](const Topology &topology) {
        return unassignTenant(topology, sms, tenantNamed(topology, u"Globex"));
    }));
    const auto card = server(u"Acme"_s);
    QVERIFY2(card.endsWith(u"restart pending, exported in revision 12"_s), qPrintable(card));
    QCOMPARE(card.count(u"restart pending"_s), 1);
}

void TestCanvasAccessible::everyItemIsWhereItSays()
{
    TemporaryDocument document(site());
    Window window(document);
    QVERIFY(QTest::qWaitForWindowExposed(&window.page));
    int seen = 0;
    const std::function<void(QAccessibleInterface *)> check = [&](QAccessibleInterface *item) {
        for (int child = 0; child < item->childCount(); ++child) {
            auto *each = item->child(child);
            QVERIFY(each->isValid());
            QCOMPARE(item->child(child), each);
            QCOMPARE(item->indexOfChild(each), child);
            QCOMPARE(each->parent(), item);
            QCOMPARE(each->window(), window.page.windowHandle());
            const bool isPlace = each->role() == QAccessible::ListItem;
            if (isPlace && !each->state().offscreen && !each->state().invisible) {
                const auto at = each->rect().center();
                QCOMPARE(window.root()->childAt(at.x(), at.y()), each);
                QCOMPARE(item == window.root() ? each : item->childAt(at.x(), at.y()), each);
                ++seen;
            }
            check(each);
        }
        QCOMPARE(item->child(-1), nullptr);
        QCOMPARE(item->child(item->childCount()), nullptr);
    };
    check(window.root());
    QCOMPARE(seen, 5);
}

void TestCanvasAccessible::portSaysWhatItWouldDo()
{
    TemporaryDocument document(site());
    Window window(document);
    const auto *port = window.find(u"Acme/Email_1/Globex"_s);
    QVERIFY(port);
    QCOMPARE(port->role(), QAccessible::CheckBox);
    QCOMPARE(port->text(QAccessible::Description),
        u"Assign Globex to Email_1: not allowed. Email_1 serves 2 tenants (Acme, Globex); "
        "E-mail Server allows exactly one. ? Not stated."_s);
}

void TestCanvasAccessible::toggles_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("server");
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QStringList>("after");

    QTest::addRow("assign") << u"Acme/Chat_1/Globex"_s << u"Chat_1"_s << QStringList {u"Acme"_s}
                            << QStringList {u"Acme"_s, u"Globex"_s};
    QTest::addRow("unassign") << u"SMS/SMS_1/Globex"_s << u"SMS_1"_s
                              << QStringList {u"Acme"_s, u"Globex"_s} << QStringList {u"Acme"_s};
    QTest::addRow("unassign in the lane")
        << u"Globex/SMS_1"_s << u"SMS_1"_s << QStringList {u"Acme"_s, u"Globex"_s}
        << QStringList {u"Acme"_s};
    QTest::addRow("from the side lane") << u"Servers without a lane/UCS_1/Acme"_s << u"UCS_1"_s
                                        << QStringList() << QStringList {u"Acme"_s};
}

void TestCanvasAccessible::toggles()
{
    QFETCH(const QString, path);
    QFETCH(const QString, server);
    QFETCH(const QStringList, before);
    QFETCH(const QStringList, after);
    TemporaryDocument document(site());
    Window window(document);
    const auto tree = window.tree();
    for (const auto &action : {toggle, pressed}) {
        QCOMPARE(tenantsOf(document.topology(), server), before);
        window.press(path, action);
        QCOMPARE(tenantsOf(document.topology(), server), after);
        QVERIFY(window.tree() != tree);
        QVERIFY(document->undo().has_value());
        QCOMPARE(window.tree(), tree);
    }
}

void TestCanvasAccessible::offersTheLegalWay()
{
    TemporaryDocument document(site());
    Window window(document);
    window.press(u"Acme/Email_1/Globex"_s, toggle);
    auto *menu = window.page.findChild<QMenu *>(u"legalWayMenu"_s);
    QVERIFY(menu);
    QCOMPARE(menu->actions().first()->text(), u"Create another E-mail Server for Globex"_s);
    menu->actions().first()->trigger();
    menu->close();
    QCOMPARE(tenantsOf(document.topology(), u"Email_2"), QStringList {u"Globex"_s});
    QVERIFY(window.find(u"Globex/Email_2"_s));
    QVERIFY(document->undo().has_value());
    QVERIFY(!window.find(u"Globex/Email_2"_s));
}

void TestCanvasAccessible::selects_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("name");

    QTest::addRow("bus") << u"SMS/SMS_1"_s << u"SMS_1"_s;
    QTest::addRow("card") << u"Acme/Email_1"_s << u"Email_1"_s;
    QTest::addRow("switch") << u"Acme/MM"_s << u"MM"_s;
    QTest::addRow("lane") << u"Globex"_s << u"Globex"_s;
    QTest::addRow("side lane") << u"Servers without a lane/UCS_1"_s << u"UCS_1"_s;
}

void TestCanvasAccessible::selects()
{
    QFETCH(const QString, path);
    QFETCH(const QString, name);
    TemporaryDocument document(site());
    Window window(document);
    QVERIFY(!window.find(path)->state().selected);
    window.press(path, pressed);
    QVERIFY(window.selection.current());
    QCOMPARE(document.topology().name(*window.selection.current()), name);
    QVERIFY(window.find(path)->state().selected);
}

void TestCanvasAccessible::opens_data()
{
    selects_data();
}

void TestCanvasAccessible::opens()
{
    QFETCH(const QString, path);
    QFETCH(const QString, name);
    TemporaryDocument document(site());
    Window window(document);
    QStringList revealed;
    connect(&window.selection, &Selection::revealed, this,
        [&](ObjectId object) { revealed.append(document.topology().name(object)); });
    window.press(path, u"Open"_s);
    QCOMPARE(revealed, QStringList {name});
}

void TestCanvasAccessible::folds_data()
{
    QTest::addColumn<QString>("path");

    QTest::addRow("lane") << u"Acme"_s;
    QTest::addRow("band") << u"SMS"_s;
    QTest::addRow("switches") << u"Switches"_s;
}

void TestCanvasAccessible::folds()
{
    QFETCH(const QString, path);
    TemporaryDocument document(site());
    Window window(document);
    const auto tree = window.tree();
    const auto *item = window.find(path);
    QVERIFY(item->state().expandable && item->state().expanded);
    window.press(path, u"Fold"_s);
    QVERIFY(item->state().collapsed);
    QVERIFY(window.tree().size() < tree.size());
    window.press(path, u"Unfold"_s);
    QVERIFY(item->state().expanded);
    QCOMPARE(window.tree(), tree);
}

void TestCanvasAccessible::connects()
{
    TemporaryDocument document(site());
    Window window(document);
    const auto connections = [&] {
        const auto &topology = document.topology();
        return topology.application(applicationNamed(topology, u"SMS_1")).connections;
    };
    window.press(u"SMS/SMS_1"_s, u"Connect"_s);
    QCOMPARE(window.find(u"Acme/Chat_1"_s)->actionInterface()->localizedActionName(u"Connect"_s),
        u"Connect to this server"_s);
    window.press(u"Acme/Chat_1"_s, u"Connect"_s);
    QCOMPARE(connections().size(), 1);
    QCOMPARE(connections().first().target, applicationNamed(document.topology(), u"Chat_1"));
    QVERIFY(document->undo().has_value());
    QVERIFY(connections().isEmpty());
}

void TestCanvasAccessible::moves_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("back");

    QTest::addRow("lane") << u"Globex"_s << u"MoveLeft"_s << u"MoveRight"_s;
    QTest::addRow("bus") << u"SMS/SMS_1"_s << u"MoveDown"_s << u"MoveUp"_s;
}

void TestCanvasAccessible::moves()
{
    QFETCH(const QString, path);
    QFETCH(const QString, action);
    QFETCH(const QString, back);
    TopologyBuilder b;
    b.tenant(u"Acme").dbid(101);
    b.tenant(u"Globex").dbid(102);
    for (const auto *name : {u"SMS_1", u"SMS_2"})
        b.application(name, u"istransportserver").tenants({u"Acme", u"Globex"});
    TemporaryDocument document(b.build());
    Window window(document);
    const auto place = window.find(path)->rect();
    window.press(path, action);
    const auto moved = window.find(path)->rect();
    QVERIFY(moved != place);
    window.press(path, back);
    QCOMPARE(window.find(path)->rect(), place);
    QVERIFY(document->undo().has_value());
    QCOMPARE(window.find(path)->rect(), moved);
    QVERIFY(document->undo().has_value());
    QCOMPARE(window.find(path)->rect(), place);
}

void TestCanvasAccessible::adds()
{
    TemporaryDocument document(site());
    Window window(document);
    const auto tree = window.tree();
    window.press(u"Globex"_s, showMenu);
    QTRY_VERIFY(window.page.findChild<QMenu *>(u"canvasMenu"_s));
    auto *menu = window.page.findChild<QMenu *>(u"canvasMenu"_s);
    auto *types = menu->actions().first()->menu();
    QVERIFY(types);
    const auto actions = types->actions();
    const auto type = std::find_if(actions.begin(), actions.end(),
        [](const QAction *action) { return action->text() == u"Chat Server"_s; });
    QVERIFY(type != actions.end());
    (*type)->trigger();
    menu->close();
    QCOMPARE(tenantsOf(document.topology(), u"Chat_Server_1"), QStringList {u"Globex"_s});
    QVERIFY(window.find(u"Globex/Chat_Server_1"_s));
    QVERIFY(document->undo().has_value());
    QCOMPARE(window.tree(), tree);
}

void TestCanvasAccessible::removes()
{
    TemporaryDocument document(site());
    Window window(document);
    const auto tree = window.tree();
    window.press(u"Acme/Chat_1"_s, u"Remove"_s);
    QVERIFY(!window.find(u"Acme/Chat_1"_s));
    QVERIFY(document->undo().has_value());
    QCOMPARE(window.tree(), tree);
}

void TestCanvasAccessible::opensTheMenu_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("first");

    QTest::addRow("server") << u"SMS/SMS_1"_s << u"Show in the inspector"_s;
    QTest::addRow("switch") << u"Acme/MM"_s << u"Show in the inspector"_s;
    QTest::addRow("lane") << u"Globex"_s << u"Add a server here"_s;
    QTest::addRow("band") << u"SMS"_s << u"Add a server"_s;
}

void TestCanvasAccessible::opensTheMenu()
{
    QFETCH(const QString, path);
    QFETCH(const QString, first);
    TemporaryDocument document(site());
    Window window(document);
    window.press(path, showMenu);
    QTRY_VERIFY(window.page.findChild<QMenu *>(u"canvasMenu"_s));
    auto *menu = window.page.findChild<QMenu *>(u"canvasMenu"_s);
    QCOMPARE(menu->actions().first()->text(), first);
    menu->close();
}

void TestCanvasAccessible::focusGoesThere()
{
    TemporaryDocument document(site());
    Window window(document);
    window.page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window.page));
    for (const auto &path : {u"SMS/SMS_1"_s, u"SMS/SMS_1/Globex"_s, u"Acme/MM"_s, u"Globex"_s}) {
        window.press(path, setFocus);
        QTRY_VERIFY(window.page.canvas().hasFocus());
        QCOMPARE(window.root()->focusChild(), window.find(path));
        QVERIFY(window.find(path)->state().focused);
    }
}

void TestCanvasAccessible::whatIsGoneIsInvalid()
{
    TemporaryDocument document(site());
    Window window(document);
    auto *server = window.find(u"Acme/Chat_1"_s);
    auto *port = window.find(u"Acme/Chat_1/Globex"_s);
    window.press(u"Acme/Chat_1"_s, u"Remove"_s);
    for (auto *item : {server, port}) {
        QVERIFY(!item->isValid());
        QVERIFY(item->state().invalid);
        QCOMPARE(nameOf(item), QString());
        QCOMPARE(item->childCount(), 0);
        QCOMPARE(item->child(0), nullptr);
        QCOMPARE(item->parent(), nullptr);
        QCOMPARE(item->rect(), QRect());
        QCOMPARE(item->actionInterface()->actionNames(), QStringList());
        item->actionInterface()->doAction(pressed);
    }
    QVERIFY(document->undo().has_value());
    QVERIFY(server->isValid());
    QVERIFY(port->isValid());
    QCOMPARE(window.find(u"Acme/Chat_1"_s), server);
}

void TestCanvasAccessible::whatAClosedCanvasHadIsGone()
{
    TemporaryDocument document(site());
    auto window = std::make_unique<Window>(document);
    const auto root = QAccessible::uniqueId(window->root());
    const auto port = QAccessible::uniqueId(window->find(u"Acme/Chat_1/Globex"_s));
    QVERIFY(QAccessible::accessibleInterface(port));
    window.reset();
    QVERIFY(!QAccessible::accessibleInterface(root));
    QVERIFY(!QAccessible::accessibleInterface(port));
    QVERIFY(document->apply([](const Topology &) { return Result<Step>(Step {}); }).has_value());
}

QTEST_MAIN(TestCanvasAccessible)
#include "tst_canvasaccessible.moc"
