// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/canvasaccessible.h"

#include "views/canvas/accessiblegroups.h"
#include "views/canvas/accessibleservers.h"
#include "views/canvas/canvasview.h"

using namespace Qt::StringLiterals;

namespace {

/// Who is told of so many new things at once had better look anew.
constexpr qsizetype mostNews = 100;

QAccessibleInterface *makeCanvasAccessible(const QString &className, QObject *object)
{
    auto *canvas = className == u"CanvasView"_s ? qobject_cast<CanvasView *>(object) : nullptr;
    return canvas ? new CanvasAccessible(*canvas) : nullptr;
}

void tell(QAccessibleInterface *item, QAccessible::Event what)
{
    if (!item || !item->isValid())
        return;
    QAccessibleEvent event(item, what);
    QAccessible::updateAccessibility(&event);
}

void tellChecked(QAccessibleInterface *item)
{
    if (!item || !item->isValid())
        return;
    QAccessible::State changed;
    changed.checked = true;
    QAccessibleStateChangeEvent event(item, changed);
    QAccessible::updateAccessibility(&event);
}

}  // namespace

void installCanvasAccessible()
{
    QAccessible::installFactory(makeCanvasAccessible);
}

/// Listens to the canvas for as long as the root lives, which is no QObject.
class CanvasAccessible::Follower final : public QObject
{
public:
    Follower(CanvasAccessible &root, CanvasView &canvas)
        : m_root(root)
    {
        canvas.installEventFilter(this);
        auto &document = canvas.document();
        connect(&canvas, &CanvasView::cursorChanged, this, [this] { m_root.tellFocus(); });
        connect(&canvas.selection(), &Selection::changed, this, [this] { m_root.tellSelection(); });
        connect(&document, &Document::aboutToChange, this, [this](const Delta &delta) {
            for (const auto &edit : delta) {
                if (const auto *gone = std::get_if<RemoveObject>(&edit))
                    tell(m_root.made(AccessibleKey::of(objectId(*gone->record))),
                        QAccessible::ObjectDestroyed);
            }
        });
        connect(&document, &Document::changed, this,
            [this](const Delta &delta) { m_root.tellChanged(delta); });
        connect(&document, &Document::planChanged, this, [this](const PlanDelta &delta) {
            for (const auto application : delta.applications)
                m_root.tellName(application);
        });
        connect(&document, &Document::findingsChanged, this,
            [this, &document](const FindingsDelta &delta) {
                for (const auto id : delta.added)
                    m_root.tellName(document.validator().finding(id).object);
            });
    }

    bool eventFilter(QObject *, QEvent *event) override
    {
        // Qt tells of the widget after the event; what it is at comes last.
        if (event->type() == QEvent::FocusIn)
            QMetaObject::invokeMethod(
                this, [this] { m_root.tellFocus(); }, Qt::QueuedConnection);
        return false;
    }

private:
    CanvasAccessible &m_root;
};

CanvasAccessible::CanvasAccessible(CanvasView &canvas)
    : QAccessibleWidget(&canvas, QAccessible::Grouping)
    , m_canvas(&canvas)
    , m_follower(std::make_unique<Follower>(*this, canvas))
    , m_selected(canvas.selection().objects())
{
}

CanvasAccessible::~CanvasAccessible()
{
    for (const auto &[key, id] : m_items)
        QAccessible::deleteAccessibleInterface(id);
}

// --- Items ---

AccessibleItem *CanvasAccessible::made(const AccessibleKey &key) const
{
    const auto at = m_items.find(key);
    return at == m_items.end()
        ? nullptr
        : static_cast<AccessibleItem *>(QAccessible::accessibleInterface(at->second));
}

AccessibleItem *CanvasAccessible::item(const AccessibleKey &key)
{
    if (auto *known = made(key))
        return known;
    AccessibleItem *item = nullptr;
    switch (key.kind) {
    case AccessibleKey::Kind::Lane:
        item = new AccessibleLane(*this, key);
        break;
    case AccessibleKey::Kind::Band:
        item = new AccessibleBand(*this, key);
        break;
    case AccessibleKey::Kind::Side:
        item = new AccessibleSide(*this, key);
        break;
    case AccessibleKey::Kind::Object:
        item = new AccessibleObject(*this, key);
        break;
    case AccessibleKey::Kind::Port:
    case AccessibleKey::Kind::LanePort:
        item = new AccessiblePort(*this, key);
        break;
    }
    m_items[key] = QAccessible::registerAccessibleInterface(item);
    return item;
}

AccessibleKey CanvasAccessible::childKey(int index) const
{
    const auto &scene = m_canvas->scene();
    if (index < scene.lanes().count())
        return AccessibleKey::lane(scene.lanes().tenant(index));
    index -= scene.lanes().count();
    if (scene.side().cards() > 0 && index-- == 0)
        return AccessibleKey::side();
    return AccessibleKey::ofBand(scene.bands()[size_t(index)].key);
}

int CanvasAccessible::childCount() const
{
    if (!m_canvas)
        return 0;
    const auto &scene = m_canvas->scene();
    return scene.lanes().count() + (scene.side().cards() > 0 ? 1 : 0) + int(scene.bands().size());
}

QAccessibleInterface *CanvasAccessible::child(int index) const
{
    // Asking makes what is asked for: nobody sees the difference.
    auto *self = const_cast<CanvasAccessible *>(this);
    return index >= 0 && index < childCount() ? self->item(childKey(index)) : nullptr;
}

int CanvasAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *item = dynamic_cast<const AccessibleItem *>(child);
    if (!item || !m_canvas || !item->isValid())
        return -1;
    const auto &scene = m_canvas->scene();
    const int lanes = scene.lanes().count();
    const int side = scene.side().cards() > 0 ? 1 : 0;
    switch (item->key().kind) {
    case AccessibleKey::Kind::Lane:
        return scene.lanes().of(item->key().object->tenant());
    case AccessibleKey::Kind::Side:
        return lanes;
    case AccessibleKey::Kind::Band:
        for (int band = 0; band < int(scene.bands().size()); ++band) {
            if (scene.bands()[size_t(band)].key == item->key().band)
                return lanes + side + band;
        }
        return -1;
    default:
        return -1;
    }
}

QAccessibleInterface *CanvasAccessible::childAt(int x, int y) const
{
    if (!m_canvas || !rect().contains(x, y))
        return nullptr;
    auto *self = const_cast<CanvasAccessible *>(this);
    const QPointF at = m_canvas->viewport()->mapFromGlobal(QPoint(x, y));
    const auto hit = m_canvas->hitAt(at);
    const auto &lanes = m_canvas->scene().lanes();
    const bool isHead = at.x() < 0 || at.y() < 0;
    if (!isHead && hit.part == Hit::Part::Port)
        return self->item(AccessibleKey::port(*hit.application(), lanes.tenant(hit.lane)));
    if (!isHead && hit.object)
        return self->item(AccessibleKey::of(*hit.object));
    if (!isHead && hit.part == Hit::Part::Stack)
        return self->item(AccessibleKey::side());
    const auto there = m_canvas->view().toScene(at);
    if (const int lane = lanes.at(there.x()); lane >= 0 && at.x() >= 0)
        return self->item(AccessibleKey::lane(lanes.tenant(lane)));
    if (const int band = m_canvas->scene().bandAt(there.y()); band >= 0 && at.y() >= 0)
        return self->item(AccessibleKey::ofBand(m_canvas->scene().bands()[size_t(band)].key));
    return nullptr;
}

QAccessible::State CanvasAccessible::state() const
{
    auto state = QAccessibleWidget::state();
    state.multiSelectable = true;
    state.extSelectable = true;
    return state;
}

// --- The keyboard's place ---

std::optional<AccessibleKey> CanvasAccessible::focusKey() const
{
    if (!m_canvas)
        return std::nullopt;
    const auto &lanes = m_canvas->scene().lanes();
    const auto object = m_canvas->cursor();
    const int lane = m_canvas->cursorLane();
    const bool hasLane = lane >= 0 && lane < lanes.count();
    if (!object)
        return hasLane ? std::optional(AccessibleKey::lane(lanes.tenant(lane))) : std::nullopt;
    if (hasLane && object->kind == Kind::Application)
        return AccessibleKey::port(object->application(), lanes.tenant(lane));
    return AccessibleKey::of(*object);
}

QAccessibleInterface *CanvasAccessible::focusChild() const
{
    const auto key = focusKey();
    if (!key || !m_canvas->hasFocus())
        return QAccessibleWidget::focusChild();
    return const_cast<CanvasAccessible *>(this)->item(*key);
}

// --- What becomes of them ---

void CanvasAccessible::tellFocus()
{
    const auto key = focusKey();
    if (key && m_canvas->hasFocus() && QAccessible::isActive())
        tell(item(*key), QAccessible::Focus);
}

void CanvasAccessible::tellSelection()
{
    const auto before = std::exchange(m_selected, m_canvas->selection().objects());
    const auto tellOf = [this](ObjectId object, QAccessible::Event what) {
        const auto key = object.kind == Kind::Tenant ? AccessibleKey::lane(object.tenant())
                                                     : AccessibleKey::of(object);
        tell(made(key), what);
    };
    const QSet<ObjectId> old(before.begin(), before.end());
    const QSet<ObjectId> now(m_selected.begin(), m_selected.end());
    for (const auto object : before) {
        if (!now.contains(object))
            tellOf(object, QAccessible::SelectionRemove);
    }
    for (const auto object : m_selected) {
        if (!old.contains(object))
            tellOf(object, QAccessible::SelectionAdd);
    }
}

void CanvasAccessible::tellName(ObjectId object)
{
    tell(made(object.kind == Kind::Tenant ? AccessibleKey::lane(object.tenant())
                                          : AccessibleKey::of(object)),
        QAccessible::NameChanged);
}

void CanvasAccessible::tellPorts(ApplicationId application, TenantId tenant)
{
    tellChecked(made(AccessibleKey::port(application, tenant)));
    tellChecked(made(AccessibleKey::lanePort(application, tenant)));
    tellName(application);
    tellName(tenant);
}

void CanvasAccessible::tellChanged(const Delta &delta)
{
    for (const auto &edit : delta) {
        if (const auto *assign = std::get_if<Assign>(&edit))
            tellPorts(assign->application, assign->tenant);
        else if (const auto *unassign = std::get_if<Unassign>(&edit))
            tellPorts(unassign->application, unassign->tenant);
        else if (const auto *field = std::get_if<SetField>(&edit))
            tellName(field->object);
        else if (const auto *added = std::get_if<AddObject>(&edit);
                 added && delta.size() <= mostNews && QAccessible::isActive()) {
            const auto object = objectId(*added->record);
            if (object.kind == Kind::Application || object.kind == Kind::Switch)
                tell(item(AccessibleKey::of(object)), QAccessible::ObjectCreated);
        }
    }
}
