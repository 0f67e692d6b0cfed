// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/temporarydocument.h"
#include "tests/support/topologybuilder.h"
#include "views/canvas/canvaspage.h"
#include "views/canvas/canvasview.h"

#include <QApplication>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

/// The canvas's page in a window, and a hand that moves the mouse over it.
///
/// Points are pixels of the canvas's viewport; heads lie above and left of it, at negative ones.
/// Mouse events go the whole way through the window, so that what covers the canvas gets them.
class CanvasPanel final
{
public:
    explicit CanvasPanel(const TemporaryDocument &file, QSize size = {1280, 800})
        : document(*file)
        , page(*file, selection)
        , canvas(page.canvas())
        , m_before(file.topology())
        , m_start(file->head().undoTop)
    {
        page.resize(size);
        page.show();
        page.activateWindow();
        canvas.setFocus();
        if (!QTest::qWaitForWindowActive(&page))
            qFatal("the window does not become active");
    }

    const Topology &topology() const { return document.topology(); }
    /// Of the last step; empty if none was made since the panel came up, or all are undone.
    QString title() const
    {
        return document.head().undoTop == m_start ? QString() : document.undoTitle();
    }
    /// Nothing was made, or all is undone.
    bool isAsBefore() const { return title().isEmpty() && topology() == m_before; }
    ApplicationId server(QStringView name) const { return applicationNamed(topology(), name); }
    TenantId tenant(QStringView name) const { return tenantNamed(topology(), name); }
    int lane(QStringView name) const { return canvas.scene().lanes().of(tenant(name)); }
    QString served(QStringView name) const
    {
        QStringList names;
        for (const auto each : topology().application(server(name)).tenants)
            names.append(topology().tenant(each).name);
        return names.join(QStringLiteral(", "));
    }
    bool connects(QStringView client, QStringView target) const
    {
        const auto &connections = topology().application(server(client)).connections;
        return std::any_of(connections.begin(), connections.end(),
            [&](const Connection &connection) { return connection.target == server(target); });
    }

    // --- Where things are; what is asked for is brought into the middle of the view ---

    QRectF box(ObjectId object)
    {
        const auto rect = canvas.scene().rect(object);
        const auto seen = canvas.seen().size();
        canvas.scrollTo(rect.center() - QPointF(seen.width() / 2, seen.height() / 2));
        return canvas.view().toView(rect);
    }
    QPoint centre(ObjectId object) { return box(object).center().toPoint(); }
    /// Of a server, beside its ports and its name's middle.
    QPoint body(QStringView name) { return box(server(name)).topLeft().toPoint() + QPoint(20, 8); }
    QPoint port(QStringView name, QStringView tenantName)
    {
        box(server(name));
        return canvas.view().toView(canvas.scene().port(server(name), lane(tenantName))).toPoint();
    }
    QPoint edge(QStringView name, Qt::Edge which)
    {
        const auto rect = box(server(name));
        return QPointF(which == Qt::LeftEdge ? rect.left() : rect.right(), rect.center().y())
            .toPoint();
    }
    QPoint handle(QStringView name)
    {
        box(server(name));
        return connectionHandle(canvas.scene(), canvas.view(), server(name)).toPoint();
    }
    QPoint head(QStringView name) const
    {
        return {
            int(canvas.view().toView(QPointF(canvas.scene().lanes().centre(lane(name)), 0)).x()),
            -Metrics::laneHeadHeight / 2};
    }
    /// The middle of a lane, at the height of another point.
    QPoint inLane(QStringView name, QPoint at) const { return {head(name).x(), at.y()}; }
    /// Where nothing stands, in the gap between two cards of a lane.
    QPoint ground(QStringView name)
    {
        const auto &band = canvas.scene().bands().back();
        box(topology().switches().begin()->id);
        const double y = canvas.view().toView(QPointF(0, band.top + 3)).y();
        return {head(name).x(), int(y)};
    }

    // --- The hand ---

    void move(QPoint at, Qt::KeyboardModifiers modifiers = {})
    {
        send(QEvent::MouseMove, at, Qt::NoButton, modifiers);
    }
    void press(
        QPoint at, Qt::KeyboardModifiers modifiers = {}, Qt::MouseButton button = Qt::LeftButton)
    {
        m_time += 1000;  // Never a double click with the one before.
        pressAgain(at, modifiers, button);
    }
    void release(
        QPoint at, Qt::KeyboardModifiers modifiers = {}, Qt::MouseButton button = Qt::LeftButton)
    {
        m_buttons &= ~int(button);
        send(QEvent::MouseButtonRelease, at, button, modifiers);
    }
    void click(
        QPoint at, Qt::KeyboardModifiers modifiers = {}, Qt::MouseButton button = Qt::LeftButton)
    {
        move(at, modifiers);
        press(at, modifiers, button);
        release(at, modifiers, button);
    }
    void doubleClick(QPoint at, Qt::MouseButton button = Qt::LeftButton)
    {
        click(at, {}, button);
        pressAgain(at, {}, button);
        release(at, {}, button);
    }
    /// A press and some of the way, not yet let go.
    void pull(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {})
    {
        move(from, modifiers);
        press(from, modifiers);
        for (int part = 1; part <= 4; ++part)
            move(from + (to - from) * part / 4, modifiers);
    }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {})
    {
        pull(from, to, modifiers);
        release(to, modifiers);
    }
    void key(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&canvas, Qt::Key(key), modifiers);
    }

    /// Selects the server and goes to one of its ports with the arrow keys.
    void goToPort(QStringView name, QStringView tenantName)
    {
        selection.select(server(name));
        const int from = canvas.scene().node(server(name)).first;
        const int to = lane(tenantName);
        // Until the first press it is at none.
        key(from < to ? Qt::Key_Right : Qt::Key_Left);
        while (canvas.cursorLane() != to)
            key(canvas.cursorLane() < to ? Qt::Key_Right : Qt::Key_Left);
    }

    // --- Menus ---

    /// The one that is open; null if none is.
    QMenu *menu() const { return qobject_cast<QMenu *>(QApplication::activePopupWidget()); }
    QStringList menuTexts() const
    {
        QStringList texts;
        for (const auto *action : menu() ? menu()->actions() : QList<QAction *>()) {
            if (!action->isSeparator())
                texts.append(action->text().section(QLatin1Char('\t'), 0, 0));
        }
        return texts;
    }
    /// Takes an entry of the open menu by its text; "Menu > Entry" one of a menu in it.
    bool choose(const QString &text)
    {
        auto *open = menu();
        for (const auto &part : text.split(QStringLiteral(" > "))) {
            QAction *found = nullptr;
            for (auto *action : open ? open->actions() : QList<QAction *>()) {
                if (action->text().section(QLatin1Char('\t'), 0, 0) == part)
                    found = action;
            }
            if (!found)
                return false;
            open->setActiveAction(found);
            QTest::keyClick(open, found->menu() ? Qt::Key_Right : Qt::Key_Return);
            open = found->menu();
        }
        return true;
    }

    Document &document;
    Selection selection;
    CanvasPage page;
    CanvasView &canvas;

private:
    void pressAgain(QPoint at, Qt::KeyboardModifiers modifiers, Qt::MouseButton button)
    {
        m_buttons |= button;
        send(QEvent::MouseButtonPress, at, button, modifiers);
    }
    void send(QEvent::Type type, QPoint at, Qt::MouseButton button, Qt::KeyboardModifiers modifiers)
    {
        const QPointF inWindow = canvas.viewport()->mapTo(&page, at);
        qt_handleMouseEvent(page.windowHandle(), inWindow, page.mapToGlobal(inWindow), m_buttons,
            button, type, modifiers, m_time += 10);
    }

    const Topology m_before;
    const qint64 m_start;
    Qt::MouseButtons m_buttons;
    static inline int m_time = 1000;  // Of all windows, as clocks are.
};
