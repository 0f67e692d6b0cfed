// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/accessiblegroups.h"

#include "views/canvas/canvasnote.h"
#include "views/canvas/canvasview.h"
#include "views/canvas/walk.h"
#include "views/common/objecttext.h"

using namespace Qt::StringLiterals;

namespace {

int indexIn(const std::vector<ApplicationId> &servers, std::optional<ObjectId> object)
{
    const auto at = std::find_if(servers.begin(), servers.end(),
        [object](ApplicationId each) { return ObjectId(each) == object; });
    return at == servers.end() ? -1 : int(at - servers.begin());
}

void setExpandable(QAccessible::State &state, bool isFolded)
{
    state.expandable = true;
    state.expanded = !isFolded;
    state.collapsed = isFolded;
}

}  // namespace

// --- Lanes ---

int AccessibleLane::lane() const
{
    return canvas().scene().lanes().of(tenant());
}

bool AccessibleLane::exists() const
{
    return lane() >= 0;
}

AccessibleKey AccessibleLane::keyOf(ObjectId object) const
{
    const bool isBus = object.kind == Kind::Application
        && canvas().scene().node(object.application()).shape == Scene::Shape::Bus;
    return isBus ? AccessibleKey::lanePort(object.application(), tenant())
                 : AccessibleKey::of(object);
}

int AccessibleLane::countChildren() const
{
    return int(column(canvas().scene(), lane()).size());
}

AccessibleKey AccessibleLane::childKey(int index) const
{
    return keyOf(column(canvas().scene(), lane())[size_t(index)]);
}

int AccessibleLane::indexOf(const AccessibleKey &key) const
{
    if (!key.object)
        return -1;
    const auto objects = column(canvas().scene(), lane());
    const auto at = std::find(objects.begin(), objects.end(), *key.object);
    return at != objects.end() && keyOf(*at) == key ? int(at - objects.begin()) : -1;
}

QString AccessibleLane::name() const
{
    return spokenName(canvas().document(), tenant());
}

void AccessibleLane::addTo(QAccessible::State &state) const
{
    state.selectable = true;
    state.selected = canvas().selection().objects().contains(ObjectId(tenant()));
    setExpandable(state, canvas().scene().lanes().isFolded(lane()));
}

QRectF AccessibleLane::area() const
{
    const auto strip = canvas().view().toView(canvas().scene().rect(tenant()));
    const auto whole = room();
    return {strip.left(), whole.top(), strip.width(), whole.height()};
}

QList<AccessibleItem::Command> AccessibleLane::commands() const
{
    auto &view = canvas();
    const auto id = tenant();
    const bool isFolded = view.scene().lanes().isFolded(lane());
    Hit hit;
    hit.lane = lane();
    QList<Command> commands {press([&view, id] { view.select(id, {}); }), focus({}, lane()),
        {u"Open"_s, CanvasView::tr("Open in the inspector"), u"Enter"_s,
            [&view, id] { view.selection().reveal(id); }},
        {isFolded ? u"Unfold"_s : u"Fold"_s,
            isFolded ? CanvasView::tr("Unfold this lane") : CanvasView::tr("Fold this lane"), {},
            [&view, id, isFolded] { view.setLaneFolded(id, !isFolded); }},
        menu(hit)};
    if (id != Topology::environment) {
        commands.append(move(u"MoveLeft"_s, CanvasView::tr("Move left"), id, Way::Left));
        commands.append(move(u"MoveRight"_s, CanvasView::tr("Move right"), id, Way::Right));
    }
    return commands;
}

// --- Bands ---

int AccessibleBand::number() const
{
    const auto &bands = canvas().scene().bands();
    const auto at = std::find_if(
        bands.begin(), bands.end(), [this](const Band &band) { return band.key == key().band; });
    return at == bands.end() ? -1 : int(at - bands.begin());
}

int AccessibleBand::countChildren() const
{
    const auto &band = canvas().scene().bands()[size_t(number())];
    int count = 0;
    for (int row = 0; row < band.buses.count() && !band.isFolded; ++row)
        count += int(band.buses.row(row).size());
    return count;
}

AccessibleKey AccessibleBand::childKey(int index) const
{
    const auto &buses = canvas().scene().bands()[size_t(number())].buses;
    int row = 0;
    for (; index >= int(buses.row(row).size()); ++row)
        index -= int(buses.row(row).size());
    return AccessibleKey::of(buses.row(row)[size_t(index)].application);
}

int AccessibleBand::indexOf(const AccessibleKey &key) const
{
    if (key.kind != AccessibleKey::Kind::Object || key.object->kind != Kind::Application)
        return -1;
    const auto &node = canvas().scene().node(key.object->application());
    const auto &band = canvas().scene().bands()[size_t(number())];
    if (node.shape != Scene::Shape::Bus || node.band != number() || band.isFolded)
        return -1;
    int before = 0;
    for (int row = 0; row < node.row; ++row)
        before += int(band.buses.row(row).size());
    return before
        + int(
            firstReaching(band.buses.row(node.row), node.first) - band.buses.row(node.row).begin());
}

QString AccessibleBand::name() const
{
    const auto &band = canvas().scene().bands()[size_t(number())];
    const auto title = plainText(band.title);
    return band.servers == 0 ? title
                             : title + u", "_s
            + counted(band.servers, CanvasView::tr("1 server"), CanvasView::tr("%1 servers"));
}

void AccessibleBand::addTo(QAccessible::State &state) const
{
    setExpandable(state, canvas().scene().bands()[size_t(number())].isFolded);
}

QRectF AccessibleBand::area() const
{
    const auto &band = canvas().scene().bands()[size_t(number())];
    const auto strip = canvas().view().toView(QRectF(0, band.top, 1, band.height));
    const auto whole = room();
    return {whole.left(), strip.top(), whole.width(), strip.height()};
}

QList<AccessibleItem::Command> AccessibleBand::commands() const
{
    auto &view = canvas();
    const int band = number();
    const bool isFolded = view.scene().bands()[size_t(band)].isFolded;
    const auto run = [&view, band, isFolded] { view.setBandFolded(band, !isFolded); };
    Hit hit;
    hit.band = band;
    return {press(run),
        {isFolded ? u"Unfold"_s : u"Fold"_s,
            isFolded ? CanvasView::tr("Unfold these servers")
                     : CanvasView::tr("Fold these servers"),
            {}, run},
        menu(hit)};
}

// --- The side lane ---

bool AccessibleSide::exists() const
{
    return canvas().scene().side().cards() > 0;
}

int AccessibleSide::countChildren() const
{
    int count = 0;
    for (const auto &stack : canvas().scene().side().stacks())
        count += int(stack.members.size());
    return count;
}

AccessibleKey AccessibleSide::childKey(int index) const
{
    auto stack = canvas().scene().side().stacks().begin();
    for (; index >= int(stack->members.size()); ++stack)
        index -= int(stack->members.size());
    return AccessibleKey::of(stack->members[size_t(index)]);
}

int AccessibleSide::indexOf(const AccessibleKey &key) const
{
    if (key.kind != AccessibleKey::Kind::Object)
        return -1;
    int before = 0;
    for (const auto &stack : canvas().scene().side().stacks()) {
        if (const int at = indexIn(stack.members, key.object); at >= 0)
            return before + at;
        before += int(stack.members.size());
    }
    return -1;
}

QString AccessibleSide::name() const
{
    return CanvasView::tr("Servers without a lane") + u", "_s
        + counted(countChildren(), CanvasView::tr("1 server"), CanvasView::tr("%1 servers"));
}

QRectF AccessibleSide::area() const
{
    const auto &side = canvas().scene().side();
    return canvas().view().toView(QRectF(0, 0, side.width(), side.height()));
}

QList<AccessibleItem::Command> AccessibleSide::commands() const
{
    return {menu({})};
}
