// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/canvasmenu.h"

#include "views/canvas/canvascommands.h"
#include "views/canvas/canvasview.h"
#include "views/canvas/typedrop.h"
#include "views/common/gestures.h"
#include "views/common/icons.h"
#include "views/common/objecttext.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace {

/// The menu lists no more tenants than fit on a screen; the ports and the matrix have all.
constexpr int mostTenants = 24;

void addServerCommands(QMenu &menu, CanvasView &canvas, ApplicationId id, int lane)
{
    const auto &topology = canvas.document().topology();
    auto *open = menu.addAction(actionIcon("goto"_L1), CanvasView::tr("Show in the inspector"));
    QObject::connect(
        open, &QAction::triggered, &canvas, [&canvas, id] { canvas.selection().reveal(id); });
    menu.setDefaultAction(open);
    if (lane >= 0) {
        const auto tenant = canvas.scene().lanes().tenant(lane);
        const bool isServed = topology.application(id).tenants.contains(tenant);
        auto *toggle =
            menu.addAction((isServed ? CanvasView::tr("Unassign %1") : CanvasView::tr("Assign %1"))
                               .arg(mnemonicText(objectLabel(topology, tenant))));
        QObject::connect(toggle, &QAction::triggered, &canvas, [&canvas, id, tenant] {
            canvas.take(toggleAnswer(canvas.document(), id, tenant),
                canvas.view().toView(canvas.scene().rect(id)).center());
        });
    }
    if (topology.tenants().size() <= mostTenants) {
        auto *serves = menu.addMenu(CanvasView::tr("Serves"));
        for (int each = 0; each < canvas.scene().lanes().count(); ++each) {
            const auto tenant = canvas.scene().lanes().tenant(each);
            auto *action = serves->addAction(mnemonicText(objectLabel(topology, tenant)));
            action->setCheckable(true);
            action->setChecked(topology.application(id).tenants.contains(tenant));
            QObject::connect(action, &QAction::triggered, &canvas, [&canvas, id, tenant] {
                canvas.take(toggleAnswer(canvas.document(), id, tenant),
                    canvas.view().toView(canvas.scene().rect(id)).center());
            });
        }
    }
    auto *connectTo = menu.addAction(actionIcon("link"_L1), CanvasView::tr("Connect to…\tC"));
    QObject::connect(connectTo, &QAction::triggered, &canvas, [&canvas, id, lane] {
        canvas.setFocus();
        canvas.setCursorPlace(ObjectId(id), lane);
        beginWire(canvas);
    });
    menu.addSeparator();
    auto *copy = menu.addAction(actionIcon("copy"_L1), CanvasView::tr("Copy\tCtrl+C"));
    QObject::connect(copy, &QAction::triggered, &canvas, [&canvas] { copyServers(canvas); });
    auto *duplicate = menu.addAction(actionIcon("duplicate"_L1), CanvasView::tr("Duplicate"));
    QObject::connect(duplicate, &QAction::triggered, &canvas,
        [&canvas, id] { duplicateObject(canvas.document(), canvas.selection(), id, &canvas); });
    if (canvas.scene().node(id).shape == Scene::Shape::Bus) {
        auto *up = menu.addAction(CanvasView::tr("Move a row up\tAlt+Up"));
        QObject::connect(
            up, &QAction::triggered, &canvas, [&canvas, id] { moveAlong(canvas, id, Way::Up); });
        auto *down = menu.addAction(CanvasView::tr("Move a row down\tAlt+Down"));
        QObject::connect(down, &QAction::triggered, &canvas,
            [&canvas, id] { moveAlong(canvas, id, Way::Down); });
    }
}

/// Servers of one type share a card in the side lane until they are unfolded, and again.
void addFoldStack(QMenu &menu, CanvasView &canvas, ApplicationId id)
{
    const auto &type = canvas.document().topology().application(id).type;
    const auto &stacks = canvas.scene().side().stacks();
    const auto stack = std::find_if(stacks.begin(), stacks.end(),
        [&](const SideLane::Stack &each) { return each.type == type; });
    if (canvas.scene().node(id).shape != Scene::Shape::Side || stack == stacks.end()
        || stack->members.size() < 2)
        return;
    auto *fold =
        menu.addAction(CanvasView::tr("Fold all %1 of this type").arg(stack->members.size()));
    QObject::connect(
        fold, &QAction::triggered, &canvas, [&canvas, type] { canvas.setStackFolded(type, true); });
}

void addRemove(QMenu &menu, CanvasView &canvas, ObjectId object)
{
    if (!canRemove(canvas.document(), object))
        return;
    menu.addSeparator();
    auto *remove = menu.addAction(actionIcon("remove"_L1), CanvasView::tr("Remove\tDel"));
    QObject::connect(remove, &QAction::triggered, &canvas, [&canvas] { removeSelected(canvas); });
}

void addTypes(QMenu &menu, CanvasView &canvas, int lane)
{
    auto *add = menu.addMenu(actionIcon("add"_L1),
        lane >= 0 ? CanvasView::tr("Add a server here") : CanvasView::tr("Add a server"));
    for (const auto &type : ApplicationType::all()) {
        // Types that rules speak of come first; all others are in the palette and the table.
        if (type.sharing() == Sharing::None)
            continue;
        auto *action = add->addAction(typeIcon(type), mnemonicText(type.displayName()));
        QObject::connect(action, &QAction::triggered, &canvas,
            [&canvas, type, lane] { createServer(canvas, type, lane); });
    }
}

void addLaneCommands(QMenu &menu, CanvasView &canvas, int lane)
{
    const auto tenant = canvas.scene().lanes().tenant(lane);
    const bool isFolded = canvas.scene().lanes().isFolded(lane);
    auto *fold = menu.addAction(
        isFolded ? CanvasView::tr("Unfold this lane") : CanvasView::tr("Fold this lane"));
    QObject::connect(fold, &QAction::triggered, &canvas,
        [&canvas, tenant, isFolded] { canvas.setLaneFolded(tenant, !isFolded); });
    if (tenant == Topology::environment)
        return;
    auto *onboard = menu.addAction(kindIcon(Kind::Tenant), CanvasView::tr("Onboard…"));
    QObject::connect(onboard, &QAction::triggered, &canvas,
        [&canvas, tenant] { onboardTenant(canvas.document(), {tenant}, &canvas); });
    const auto move = [&](const QString &text, Way way) {
        auto *action = menu.addAction(text);
        QObject::connect(action, &QAction::triggered, &canvas, [&canvas, tenant, way] {
            canvas.selection().select(tenant);
            moveAlong(canvas, tenant, way);
        });
    };
    move(CanvasView::tr("Move left\tAlt+Left"), Way::Left);
    move(CanvasView::tr("Move right\tAlt+Right"), Way::Right);
}

void addBandCommands(QMenu &menu, CanvasView &canvas, int number)
{
    const auto &band = canvas.scene().bands()[size_t(number)];
    auto *fold =
        menu.addAction((band.isFolded ? CanvasView::tr("Unfold %1") : CanvasView::tr("Fold %1"))
                           .arg(mnemonicText(plainText(band.title))));
    const bool isFolded = band.isFolded;
    QObject::connect(fold, &QAction::triggered, &canvas,
        [&canvas, number, isFolded] { canvas.setBandFolded(number, !isFolded); });
}

}  // namespace

void fillCanvasMenu(QMenu &menu, CanvasView &canvas, const Hit &hit)
{
    if (hit.part == Hit::Part::Stack) {
        auto *unfold = menu.addAction(CanvasView::tr("Unfold"));
        const auto type = *hit.type;
        QObject::connect(unfold, &QAction::triggered, &canvas,
            [&canvas, type] { canvas.setStackFolded(type, false); });
        return;
    }
    if (const auto id = hit.application()) {
        addServerCommands(menu, canvas, *id, hit.lane);
        addFoldStack(menu, canvas, *id);
        addRemove(menu, canvas, *id);
        return;
    }
    if (hit.object) {
        const auto object = *hit.object;
        auto *open = menu.addAction(actionIcon("goto"_L1), CanvasView::tr("Show in the inspector"));
        QObject::connect(open, &QAction::triggered, &canvas,
            [&canvas, object] { canvas.selection().reveal(object); });
        addRemove(menu, canvas, object);
        return;
    }
    addTypes(menu, canvas, hit.lane);
    if (canPasteServers(canvas)) {
        const int lane = hit.lane;
        auto *paste = menu.addAction(lane >= 0
                ? CanvasView::tr("Paste for %1\tCtrl+V")
                      .arg(mnemonicText(objectLabel(
                          canvas.document().topology(), canvas.scene().lanes().tenant(lane))))
                : CanvasView::tr("Paste\tCtrl+V"));
        QObject::connect(
            paste, &QAction::triggered, &canvas, [&canvas, lane] { pasteServers(canvas, lane); });
    }
    menu.addSeparator();
    if (hit.lane >= 0)
        addLaneCommands(menu, canvas, hit.lane);
    if (hit.band >= 0)
        addBandCommands(menu, canvas, hit.band);
    menu.addSeparator();
    auto *arrange = menu.addAction(CanvasView::tr("Arrange lanes"));
    QObject::connect(arrange, &QAction::triggered, &canvas, [&canvas] { arrangeLanes(canvas); });
    auto *fit = menu.addAction(CanvasView::tr("Show everything\t0"));
    QObject::connect(fit, &QAction::triggered, &canvas, [&canvas] { canvas.fitAll(); });
    if (hit.lane >= 0
        && canvas.selection().current() == ObjectId(canvas.scene().lanes().tenant(hit.lane)))
        addRemove(menu, canvas, *canvas.selection().current());
}
