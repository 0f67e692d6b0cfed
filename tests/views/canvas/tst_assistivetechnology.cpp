// SPDX-License-Identifier: Apache-2.0
#include "tests/support/temporarydocument.h"
#include "tests/support/topologybuilder.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QProcess>
#include <QTest>

#include <csignal>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 30000;  // In milliseconds; for whatever another program has to do.
constexpr quint32 checkedState = 1U << 4;
constexpr quint32 focusedState = 1U << 12;

/// A program that goes when the test does, however that ends.
class Helper final : public QProcess
{
public:
    explicit Helper(const QProcessEnvironment &environment)
    {
        setProcessEnvironment(environment);
        setProcessChannelMode(QProcess::ForwardedErrorChannel);
        setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
    }
    ~Helper() override
    {
        terminate();
        if (!waitForFinished(patience))
            kill();
        waitForFinished();
    }
    /// The first line that it says; empty if it says none.
    QString firstLine()
    {
        while (!canReadLine() && waitForReadyRead(patience)) { }
        return QString::fromUtf8(readLine()).trimmed();
    }
};

/// Somebody's object on the accessibility bus.
struct Item
{
    QString service;
    QString path;
};

/// Asks as a screen reader does.
class Reader final
{
public:
    explicit Reader(const QDBusConnection &bus)
        : m_bus(bus)
    {
    }

    QDBusMessage call(const Item &item, const QString &interface, const QString &method,
        const QVariantList &arguments = {}) const
    {
        auto message = QDBusMessage::createMethodCall(item.service, item.path, interface, method);
        message.setArguments(arguments);
        return m_bus.call(message, QDBus::Block, patience);
    }
    QString name(const Item &item) const
    {
        const auto reply = call(item, u"org.freedesktop.DBus.Properties"_s, u"Get"_s,
            {u"org.a11y.atspi.Accessible"_s, u"Name"_s});
        return reply.arguments().value(0).value<QDBusVariant>().variant().toString();
    }
    QList<Item> children(const Item &item) const
    {
        QList<Item> items;
        const auto reply = call(item, u"org.a11y.atspi.Accessible"_s, u"GetChildren"_s);
        if (reply.type() != QDBusMessage::ReplyMessage)
            return items;
        const auto list = reply.arguments().value(0).value<QDBusArgument>();
        list.beginArray();
        while (!list.atEnd()) {
            Item child;
            QDBusObjectPath path;
            list.beginStructure();
            list >> child.service >> path;
            list.endStructure();
            child.path = path.path();
            items.append(child);
        }
        list.endArray();
        return items;
    }
    /// The first one below whose name begins so, the shallowest first.
    std::optional<Item> find(const Item &from, const QString &name) const
    {
        auto row = QList<Item> {from};
        while (!row.isEmpty()) {
            QList<Item> next;
            for (const auto &item : row) {
                for (const auto &child : children(item)) {
                    if (this->name(child).startsWith(name))
                        return child;
                    next.append(child);
                }
            }
            row = next;
        }
        return std::nullopt;
    }
    bool is(const Item &item, quint32 state) const
    {
        const auto reply = call(item, u"org.a11y.atspi.Accessible"_s, u"GetState"_s);
        const auto words = qdbus_cast<QList<quint32>>(reply.arguments().value(0));
        return (words.value(0) & state) != 0;
    }
    bool act(const Item &item, const QString &action) const
    {
        const auto interface = u"org.a11y.atspi.Action"_s;
        const auto reply = call(item, interface, u"GetActions"_s);
        if (reply.type() != QDBusMessage::ReplyMessage)
            return false;
        const auto list = reply.arguments().value(0).value<QDBusArgument>();
        QStringList names;
        list.beginArray();
        while (!list.atEnd()) {
            QString name;
            QString description;
            QString key;
            list.beginStructure();
            list >> name >> description >> key;
            list.endStructure();
            names.append(name);
        }
        list.endArray();
        const auto done = call(item, interface, u"DoAction"_s, {int(names.indexOf(action))});
        return done.arguments().value(0).toBool();
    }

private:
    QDBusConnection m_bus;
};

const Item desktop {u"org.a11y.atspi.Registry"_s, u"/org/a11y/atspi/accessible/root"_s};

}  // namespace

class TestAssistiveTechnology : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void keepEvent(const QDBusMessage &message)
    {
        const auto arguments = message.arguments();
        m_events.append(u"%1 %2 %3"_s.arg(
            message.path(), arguments.value(0).toString(), arguments.value(1).toString()));
    }

private Q_SLOTS:
    void assignsATenant();

private:
    QStringList m_events;
};

/// The whole way: the program in a session with a display and an accessibility bus of its own, and
/// this test as the screen reader.
void TestAssistiveTechnology::assignsATenant()
{
    TopologyBuilder b;
    b.tenant(u"Acme").dbid(101);
    b.tenant(u"Globex").dbid(102);
    b.application(u"SMS_1", u"istransportserver").tenants({u"Acme"}).release(u"8.1.400");
    TemporaryDocument document(b.build());

    // Sockets have short names only: not in the build folder.
    QTemporaryDir session;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_RUNTIME_DIR"_s, session.path());
    environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    environment.insert(u"QT_LINUX_ACCESSIBILITY_ALWAYS_ON"_s, u"1"_s);
    environment.remove(u"AT_SPI_BUS_ADDRESS"_s);
    Helper display(environment);
    display.start(u"Xvfb"_s,
        {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1280x1024x24"_s, u"-nolisten"_s,
            u"tcp"_s});
    const auto number = display.firstLine();
    QVERIFY2(!number.isEmpty(), qPrintable(display.errorString()));
    environment.insert(u"DISPLAY"_s, u':' + number);
    Helper sessionBus(environment);
    sessionBus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address=1"_s});
    const auto address = sessionBus.firstLine();
    QVERIFY2(!address.isEmpty(), qPrintable(sessionBus.errorString()));
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, address);

    const auto sessionConnection = QDBusConnection::connectToBus(address, u"session"_s);
    const auto answer =
        Reader(sessionConnection)
            .call({u"org.a11y.Bus"_s, u"/org/a11y/bus"_s}, u"org.a11y.Bus"_s, u"GetAddress"_s);
    QVERIFY2(answer.type() == QDBusMessage::ReplyMessage, qPrintable(answer.errorMessage()));
    auto bus = QDBusConnection::connectToBus(answer.arguments().value(0).toString(), u"a11y"_s);
    QVERIFY(bus.isConnected());
    const Reader reader(bus);
    QVERIFY(bus.connect({}, {}, u"org.a11y.atspi.Event.Object"_s, u"StateChanged"_s, this,
        SLOT(keepEvent(QDBusMessage))));
    const auto registered = reader.call(
        {u"org.a11y.atspi.Registry"_s, u"/org/a11y/atspi/registry"_s}, u"org.a11y.atspi.Registry"_s,
        u"RegisterEvent"_s, {u"object:state-changed"_s, QStringList(), QString()});
    QVERIFY2(
        registered.type() == QDBusMessage::ReplyMessage, qPrintable(registered.errorMessage()));

    Helper program(environment);
    program.start(QStringLiteral(SWITCHYARD_PROGRAM), {document->path()});
    QVERIFY(program.waitForStarted(patience));
    std::optional<Item> server;
    QTRY_VERIFY_WITH_TIMEOUT(
        (server = reader.find(desktop, u"SMS_1, SMS Server, serves Acme"_s)), patience);
    const auto port = reader.find(*server, u"Globex"_s);
    QVERIFY(port);
    QVERIFY(!reader.is(*port, checkedState));

    QVERIFY(reader.act(*port, u"Toggle"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_events.contains(port->path + u" checked 1"_s), patience);
    QVERIFY(reader.is(*port, checkedState));
    QCOMPARE(reader.name(*server), u"SMS_1, SMS Server, serves Acme, Globex, restart pending"_s);
    QVERIFY(document->follow().has_value());
    const auto &topology = document.topology();
    const auto sms = applicationNamed(topology, u"SMS_1");
    QCOMPARE(topology.application(sms).tenants,
        (QList<TenantId> {tenantNamed(topology, u"Acme"), tenantNamed(topology, u"Globex")}));

    QVERIFY(reader.act(*port, u"SetFocus"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_events.contains(port->path + u" focused 1"_s), patience);
    QVERIFY(reader.is(*port, focusedState));
}

QTEST_GUILESS_MAIN(TestAssistiveTechnology)
#include "tst_assistivetechnology.moc"
