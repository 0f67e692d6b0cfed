// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/canvascommands.h"

#include "models/topology/edits.h"
#include "views/canvas/canvasview.h"
#include "views/canvas/lanearrangement.h"
#include "views/canvas/rowstep.h"
#include "views/common/gestures.h"
#include "views/common/notices.h"
#include "views/common/objecttext.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace {

/// The names of copied servers, a line each: the clipboard of other programs gets the same.
const QString serversMimeType = u"application/x-switchyard-servers"_s;

std::optional<ApplicationId> cursorServer(const CanvasView &canvas)
{
    const auto object = canvas.cursor();
    return object && object->kind == Kind::Application ? std::optional(object->application())
                                                       : std::nullopt;
}

QPointF placeOf(CanvasView &canvas, ApplicationId application, int lane)
{
    return canvas.view().toView(canvas.scene().port(application, lane));
}

bool moveLane(CanvasView &canvas, TenantId tenant, bool isRight)
{
    const auto &lanes = canvas.scene().lanes();
    const int lane = lanes.of(tenant);
    const int before = isRight ? lane + 2 : lane - 1;
    if (tenant == Topology::environment || before < 0 || before > lanes.count())
        return false;
    const auto &topology = canvas.document().topology();
    const auto neighbour =
        before < lanes.count() ? std::optional(lanes.tenant(before)) : std::nullopt;
    const auto step = setPlaces(topology, placesForLane(lanes, topology, tenant, neighbour));
    if (step)
        canvas.perform(*step);
    canvas.setCursorPlace({}, canvas.scene().lanes().of(tenant));
    canvas.reveal(tenant);
    return true;
}

bool moveBus(CanvasView &canvas, ApplicationId application, bool isDown)
{
    const auto &node = canvas.scene().node(application);
    if (node.shape != Scene::Shape::Bus)
        return false;
    canvas.perform(rowStep(canvas.scene(), application, node.row + (isDown ? 1 : -1)));
    canvas.reveal(application);
    return true;
}

}  // namespace

void tellPort(CanvasView &canvas)
{
    const auto server = cursorServer(canvas);
    const int lane = canvas.cursorLane();
    if (const auto client = canvas.highlights().wireClient; client && server && server != client) {
        canvas.say(connectAnswer(canvas.document(), *client, *server).note,
            connectionHandle(canvas.scene(), canvas.view(), *server));
        return;
    }
    if (!server || lane < 0 || canvas.highlights().hasWire) {
        canvas.say({}, {});
        return;
    }
    canvas.say(toggleAnswer(canvas.document(), *server, canvas.scene().lanes().tenant(lane)).note,
        placeOf(canvas, *server, lane));
}

bool togglePort(CanvasView &canvas)
{
    const auto server = cursorServer(canvas);
    const int lane = canvas.cursorLane();
    if (!server || lane < 0)
        return false;
    canvas.take(toggleAnswer(canvas.document(), *server, canvas.scene().lanes().tenant(lane)),
        placeOf(canvas, *server, lane));
    if (canvas.cursor() == std::optional<ObjectId>(*server))
        tellPort(canvas);
    return true;
}

bool moveAlong(CanvasView &canvas, ObjectId object, Way way)
{
    if (object.kind == Kind::Tenant && (way == Way::Left || way == Way::Right))
        return moveLane(canvas, object.tenant(), way == Way::Right);
    if (object.kind == Kind::Application && (way == Way::Up || way == Way::Down))
        return moveBus(canvas, object.application(), way == Way::Down);
    return false;
}

bool removeSelected(CanvasView &canvas)
{
    QList<ObjectId> objects;
    for (const auto object : canvas.selection().objects()) {
        if (canRemove(canvas.document(), object))
            objects.append(object);
    }
    if (objects.isEmpty())
        return false;
    removeObjects(canvas.document(), objects, &canvas);
    return true;
}

void arrangeLanes(CanvasView &canvas)
{
    const auto &topology = canvas.document().topology();
    const auto order = arrangedLanes(topology);
    if (order == Lanes(topology).tenants()) {
        postNotice(&canvas, {CanvasView::tr("The lanes are arranged already."), {}, {}, {}});
        return;
    }
    auto step = setPlaces(topology, placesForOrder(topology, order));
    if (!step)
        return;
    step->title = CanvasView::tr("Arrange lanes");
    canvas.perform(*step);
}

// --- Clipboard ---

void copyServers(const CanvasView &canvas)
{
    QStringList names;
    const auto &topology = canvas.document().topology();
    for (const auto object : canvas.selection().objects()) {
        if (object.kind == Kind::Application && topology.contains(object))
            names.append(topology.name(object));
    }
    if (names.isEmpty())
        return;
    auto data = std::make_unique<QMimeData>();
    data->setText(names.join(u'\n'));
    data->setData(serversMimeType, names.join(u'\n').toUtf8());
    QGuiApplication::clipboard()->setMimeData(data.release());
}

bool canPasteServers(const CanvasView &)
{
    const auto *data = QGuiApplication::clipboard()->mimeData();
    return data && data->hasFormat(serversMimeType);
}

void pasteServers(CanvasView &canvas, int lane)
{
    if (!canPasteServers(canvas))
        return;
    const auto names =
        QString::fromUtf8(QGuiApplication::clipboard()->mimeData()->data(serversMimeType))
            .split(u'\n', Qt::SkipEmptyParts);
    QList<ApplicationId> models;
    for (const auto &name : names) {
        if (const auto id = canvas.document().topology().findApplication(name))
            models.append(*id);
    }
    const auto tenant =
        lane >= 0 ? std::optional(canvas.scene().lanes().tenant(lane)) : std::nullopt;
    const auto answer = pasteAnswer(canvas.document(), models, tenant);
    if (answer.step.isEmpty()) {
        postNotice(&canvas,
            {CanvasView::tr("None of the copied servers is in this document."), {}, {}, {}});
        return;
    }
    canvas.perform(answer.step);
}

// --- Connections ---

void beginWire(CanvasView &canvas)
{
    const auto server = cursorServer(canvas);
    if (!server)
        return;
    auto &highlights = canvas.highlights();
    highlights.hasWire = true;
    highlights.wireClient = *server;
    PointerNote note;
    note.title =
        CanvasView::tr("Connect %1").arg(objectLabel(canvas.document().topology(), *server));
    note.lines.append(
        {CanvasView::tr("Go to the server that it connects to and press Enter."), {}});
    canvas.say(note, connectionHandle(canvas.scene(), canvas.view(), *server));
    canvas.refresh();
}

bool endWire(CanvasView &canvas)
{
    auto &highlights = canvas.highlights();
    if (!highlights.hasWire || !highlights.wireClient)
        return false;
    const auto client = *highlights.wireClient;
    cancelWire(canvas);
    const auto server = cursorServer(canvas);
    if (server && *server != client)
        canvas.take(connectAnswer(canvas.document(), client, *server),
            connectionHandle(canvas.scene(), canvas.view(), *server));
    return true;
}

bool cancelWire(CanvasView &canvas)
{
    auto &highlights = canvas.highlights();
    if (!highlights.hasWire)
        return false;
    highlights.hasWire = false;
    highlights.wireClient.reset();
    canvas.say({}, {});
    canvas.refresh();
    return true;
}
