// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/typedrop.h"

#include "models/topology/edits.h"
#include "views/canvas/canvasview.h"

#include <QMimeData>

using namespace Qt::StringLiterals;

namespace {

const QString typeMimeType = u"application/x-switchyard-type"_s;

GestureAnswer answerFor(CanvasView &canvas, const ApplicationType &type, int lane)
{
    const auto tenant =
        lane >= 0 ? std::optional(canvas.scene().lanes().tenant(lane)) : std::nullopt;
    return createAnswer(canvas.document(), type, tenant);
}

}  // namespace

std::unique_ptr<QMimeData> mimeOf(const ApplicationType &type)
{
    auto data = std::make_unique<QMimeData>();
    data->setData(typeMimeType, type.token().toUtf8());
    return data;
}

std::optional<ApplicationType> draggedType(const QMimeData &data)
{
    if (!data.hasFormat(typeMimeType))
        return std::nullopt;
    return ApplicationType::fromToken(QString::fromUtf8(data.data(typeMimeType)));
}

void showTypeDrop(CanvasView &canvas, const ApplicationType &type, const Hit &hit, QPointF at)
{
    const auto answer = answerFor(canvas, type, hit.lane);
    const auto &lanes = canvas.scene().lanes();
    const double width = Metrics::laneWidth * canvas.zoom();
    QRectF ghost(0, 0, width - 2 * Metrics::laneGap * canvas.zoom(),
        Metrics::cardHeight * canvas.view().rowZoom());
    ghost.moveCenter(at);
    if (hit.lane >= 0)
        ghost.moveLeft(canvas.view().toView(QPointF(lanes.left(hit.lane), 0)).x()
            + Metrics::laneGap * canvas.zoom());
    canvas.highlights().ghost = ghost;
    canvas.highlights().isGhostLegal = answer.isLegal;
    canvas.say(answer.note, at);
}

void createServer(CanvasView &canvas, const ApplicationType &type, int lane)
{
    const auto answer = answerFor(canvas, type, lane);
    if (answer.step.isEmpty())
        return;
    canvas.perform(answer.step);
    const ObjectId made = addedObject(answer.step);
    if (canvas.document().topology().contains(made)) {
        canvas.select(made, {});
        canvas.reveal(made);
    }
}
