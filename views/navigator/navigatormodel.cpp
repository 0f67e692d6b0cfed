// SPDX-License-Identifier: Apache-2.0
#include "views/navigator/navigatormodel.h"

#include "views/common/fieldtext.h"
#include "views/common/icons.h"
#include "views/common/objecttext.h"
#include "views/common/rowchanges.h"

using namespace Qt::StringLiterals;

namespace {

/// Above this many edits at once, going row by row takes longer than making all rows anew.
constexpr qsizetype batchSize = 1000;

struct Touched
{
    ObjectId operator()(const AddObject &e) const { return objectId(*e.record); }
    ObjectId operator()(const RemoveObject &e) const { return objectId(*e.record); }
    ObjectId operator()(const ReplaceObject &e) const { return objectId(*e.after); }
    ObjectId operator()(const SetField &e) const { return e.object; }
    ObjectId operator()(const SetSettings &) const { return Topology::environment; }
    ObjectId operator()(const SetExtra &) const { return Topology::environment; }
    ObjectId operator()(const SetWaiver &) const { return Topology::environment; }
    ObjectId operator()(const SetPlace &e) const { return e.object; }
    ObjectId operator()(const SetSiteAnswer &) const { return Topology::environment; }
    ObjectId operator()(const SetPending &e) const { return e.application; }
    ObjectId operator()(const auto &e) const { return e.application; }
};

template <class Object>
void visitIds(const Table<Object> &table, const std::function<void(ObjectId)> &visit)
{
    for (const auto &object : table)
        visit(object.id);
}

void visitKind(const Topology &topology, Kind kind, const std::function<void(ObjectId)> &visit)
{
    switch (kind) {
    case Kind::Tenant:
        return visitIds(topology.tenants(), visit);
    case Kind::SwitchingOffice:
        return visitIds(topology.offices(), visit);
    case Kind::Switch:
        return visitIds(topology.switches(), visit);
    case Kind::Host:
        return visitIds(topology.hosts(), visit);
    case Kind::Application:
        return visitIds(topology.applications(), visit);
    }
}

constexpr Kind allKinds[] = {
    Kind::Tenant, Kind::SwitchingOffice, Kind::Switch, Kind::Host, Kind::Application};

}  // namespace

NavigatorModel::NavigatorModel(Document &document, QObject *parent)
    : QAbstractItemModel(parent)
    , m_document(document)
    , m_badges(document)
{
    connect(&document, &Document::aboutToChange, this, &NavigatorModel::remember);
    connect(&document, &Document::changed, this, &NavigatorModel::change);
    connect(&document, &Document::findingsChanged, this, &NavigatorModel::changeFindings);
    connect(&document, &Document::planChanged, this, &NavigatorModel::changePlan);
    connect(&document, &Document::baselineChanged, this, &NavigatorModel::changeBaseline);
    rebuild();
}

NavigatorModel::~NavigatorModel() = default;

void NavigatorModel::setGrouping(NavigatorGrouping grouping)
{
    if (grouping == m_grouping)
        return;
    m_grouping = grouping;
    reset();
}

void NavigatorModel::setFilter(const QString &text)
{
    m_filter = ObjectFilter(text);
    reset();
}

// --- The tree ---

QModelIndex NavigatorModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? m_rows.at(parent.row()) : nullptr);
}

QModelIndex NavigatorModel::parent(const QModelIndex &child) const
{
    const auto *parent = static_cast<const Node *>(child.constInternalPointer());
    return parent ? indexOf(*parent) : QModelIndex();
}

int NavigatorModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_rows.size());
    if (parent.constInternalPointer() || parent.column() != 0)
        return 0;
    auto &node = *m_rows.at(parent.row());
    list(node);
    return int(node.members.size());
}

int NavigatorModel::columnCount(const QModelIndex &) const
{
    return 1;
}

bool NavigatorModel::hasChildren(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return !m_rows.isEmpty();
    // While rows come in, the count of members may be behind the rows that are there already.
    return !parent.constInternalPointer()
        && (m_rows.at(parent.row())->memberCount > 0 || rowCount(parent) > 0);
}

QModelIndex NavigatorModel::indexOf(const Node &node) const
{
    return node.position < 0 ? QModelIndex() : createIndex(node.position, 0, nullptr);
}

const NavigatorGroup *NavigatorModel::group(const QModelIndex &index) const
{
    return index.isValid() && !index.constInternalPointer() ? &m_rows.at(index.row())->group
                                                            : nullptr;
}

std::optional<ObjectId> NavigatorModel::object(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    if (const auto *parent = static_cast<const Node *>(index.constInternalPointer()))
        return parent->members.at(index.row());
    return m_rows.at(index.row())->group.object();
}

QModelIndex NavigatorModel::find(const NavigatorGroup &group) const
{
    const auto *node = findNode(group);
    return node ? indexOf(*node) : QModelIndex();
}

QModelIndex NavigatorModel::find(ObjectId object) const
{
    const auto &topology = m_document.topology();
    if (!topology.contains(object))
        return {};
    if (const auto heading = headingOf(m_grouping, object))
        return find(*heading);
    const auto place = placement(topology, m_grouping, object);
    auto *node = place ? findNode(*place) : nullptr;
    if (!node || node->position < 0)
        return {};
    list(*node);
    const auto at = std::lower_bound(node->members.cbegin(), node->members.cend(), object,
        [&](ObjectId a, ObjectId b) { return objectLess(topology, a, b); });
    if (at == node->members.cend() || *at != object)
        return {};
    return createIndex(int(at - node->members.cbegin()), 0, node);
}

QVariant NavigatorModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &topology = m_document.topology();
    const auto *heading = group(index);
    const auto shown = object(index);
    // Between an edit and the rows' change somebody may still ask for what is gone.
    if (shown && !topology.contains(*shown))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return heading ? groupTitle(topology, *heading) : objectLabel(topology, *shown);
    case Qt::DecorationRole:
        return shown && !heading ? objectIcon(topology, *shown) : QVariant();
    case Qt::ToolTipRole:
        return shown ? toolTipText(toolTip(*shown)) : QString();
    case Qt::AccessibleTextRole:
        return accessibleText(index);
    case BadgesRole: {
        return QVariant::fromValue(heading ? m_badges.below(*heading) : m_badges.of(*shown));
    }
    case IsGroupRole:
        return heading != nullptr;
    default:
        return {};
    }
}

QString NavigatorModel::toolTip(ObjectId object) const
{
    const auto &topology = m_document.topology();
    QStringList lines {objectDescription(topology, object)};
    if (object.kind == Kind::Application && !topology.isPlaceholder(object)) {
        for (const auto field : {Field::Release, Field::Host, Field::Tenants}) {
            const auto text = fieldText(topology, object, field);
            if (!text.isEmpty())
                lines.append(u"%1: %2"_s.arg(fieldLabel(field), text));
        }
    }
    return lines.join(u'\n');
}

QString NavigatorModel::accessibleText(const QModelIndex &index) const
{
    const auto shown = object(index);
    QStringList parts {
        shown ? objectDescription(m_document.topology(), *shown) : data(index).toString()};
    const auto badges = index.data(BadgesRole).value<NavigatorBadges>();
    if (badges.errors > 0)
        parts.append(counted(badges.errors, tr("1 error"), tr("%1 errors")));
    if (badges.warnings > 0)
        parts.append(counted(badges.warnings, tr("1 warning"), tr("%1 warnings")));
    if (badges.restarts > 0)
        parts.append(counted(badges.restarts, tr("1 restart"), tr("%1 restarts")));
    if (badges.pending > 0)
        parts.append(counted(badges.pending, tr("1 restart pending"), tr("%1 restarts pending")));
    return parts.join(u", ");
}

// --- Headings and what is below them ---

NavigatorModel::Node &NavigatorModel::node(const NavigatorGroup &group)
{
    auto &slot = m_nodes[group];
    if (!slot) {
        slot = std::make_unique<Node>();
        slot->group = group;
        slot->isListed = true;  // It has no members yet.
    }
    return *slot;
}

NavigatorModel::Node *NavigatorModel::findNode(const NavigatorGroup &group) const
{
    const auto found = m_nodes.find(group);
    return found == m_nodes.end() ? nullptr : found->second.get();
}

/// Visits every object that can be below the heading, and others.
template <class Visit>
void NavigatorModel::visitCandidates(const NavigatorGroup &group, Visit visit) const
{
    const auto &topology = m_document.topology();
    switch (group.kind) {
    case NavigatorGroup::Kind::Tenant:
        for (const auto id : topology.applicationsOf(TenantId(group.id)))
            visit(ObjectId(id));
        for (const auto id : topology.switchesOf(TenantId(group.id)))
            visit(ObjectId(id));
        return;
    case NavigatorGroup::Kind::Host:
        for (const auto id : topology.applicationsOn(HostId(group.id)))
            visit(ObjectId(id));
        return;
    case NavigatorGroup::Kind::ObjectKind:
        return visitKind(topology, Kind(group.id), visit);
    default:
        return visitKind(topology, Kind::Application, visit);
    }
}

void NavigatorModel::list(Node &node) const
{
    if (node.isListed)
        return;
    const auto &topology = m_document.topology();
    visitCandidates(node.group, [&](ObjectId object) {
        if (placement(topology, m_grouping, object) == node.group
            && m_filter.accepts(topology, object))
            node.members.append(object);
    });
    std::sort(node.members.begin(), node.members.end(),
        [&](ObjectId a, ObjectId b) { return objectLess(topology, a, b); });
    node.isListed = true;
}

bool NavigatorModel::isWanted(const Node &node) const
{
    if (node.memberCount > 0)
        return true;
    return standsEmpty(node.group)
        && (m_filter.isEmpty() || m_filter.accepts(m_document.topology(), *node.group.object()));
}

void NavigatorModel::arrangeRows()
{
    QList<Node *> wanted;
    for (const auto &[group, node] : m_nodes) {
        if (isWanted(*node))
            wanted.append(node.get());
    }
    std::sort(wanted.begin(), wanted.end(), [this](const Node *a, const Node *b) {
        return groupLess(m_document.topology(), a->group, b->group);
    });
    changeRows(
        m_rows, wanted,
        [this](const RowChange &change) {
            if (change.kind == RowChange::Kind::Remove) {
                beginRemoveRows({}, change.first, change.last);
                for (int row = change.first; row <= change.last; ++row)
                    m_rows.at(row)->position = -1;
            } else if (change.kind == RowChange::Kind::Insert) {
                beginInsertRows({}, change.first, change.last);
            } else {
                beginMoveRows({}, change.first, change.last, {}, change.to);
            }
        },
        [this](const RowChange &change) {
            for (int row = 0; row < m_rows.size(); ++row)
                m_rows.at(row)->position = row;
            if (change.kind == RowChange::Kind::Remove)
                endRemoveRows();
            else if (change.kind == RowChange::Kind::Insert)
                endInsertRows();
            else
                endMoveRows();
        });
    m_dead.clear();
}

void NavigatorModel::rebuild()
{
    const auto &topology = m_document.topology();
    m_nodes.clear();
    m_rows.clear();
    for (const auto kind : allKinds) {
        visitKind(topology, kind, [&](ObjectId object) {
            if (headingOf(m_grouping, object))
                followHeading(object);
            const auto place = placement(topology, m_grouping, object);
            if (!place)
                return;
            auto &below = node(*place);
            if (m_filter.accepts(topology, object)) {
                below.isListed = false;
                ++below.memberCount;
            }
        });
    }
    for (const auto &[group, node] : m_nodes) {
        if (isWanted(*node))
            m_rows.append(node.get());
    }
    std::sort(m_rows.begin(), m_rows.end(),
        [&](const Node *a, const Node *b) { return groupLess(topology, a->group, b->group); });
    for (int row = 0; row < m_rows.size(); ++row)
        m_rows.at(row)->position = row;
    m_badges.countAll(m_grouping);
}

void NavigatorModel::reset()
{
    beginResetModel();
    rebuild();
    endResetModel();
}

/// Makes or buries the node of an object that is a heading.
void NavigatorModel::followHeading(ObjectId object)
{
    const auto group = *headingOf(m_grouping, object);
    if (m_document.topology().contains(object)) {
        node(group);
        return;
    }
    const auto found = m_nodes.find(group);
    if (found == m_nodes.end())
        return;
    m_dead.push_back(std::move(found->second));
    m_nodes.erase(found);
}

// --- Following the document ---

NavigatorModel::Place NavigatorModel::placeOf(ObjectId object) const
{
    const auto &topology = m_document.topology();
    if (!topology.contains(object))
        return {};
    Place place {placement(topology, m_grouping, object), topology.name(object)};
    if (!m_filter.accepts(topology, object))
        place.group.reset();
    return place;
}

void NavigatorModel::remember(const Delta &delta)
{
    m_before.clear();
    if (delta.size() > batchSize)
        return;
    for (const auto &edit : delta) {
        const auto object = std::visit(Touched(), edit);
        if (!m_before.contains(object))
            m_before.insert(object, placeOf(object));
    }
}

void NavigatorModel::change(const Delta &delta)
{
    const auto &topology = m_document.topology();
    const auto isRenamed = [&](ObjectId object) {
        return topology.contains(object) && topology.name(object) != m_before.value(object).name;
    };
    const bool isFilterTouched =
        isFiltered() && std::any_of(m_before.keyBegin(), m_before.keyEnd(), [&](ObjectId object) {
            return (object.kind == Kind::Tenant || object.kind == Kind::Host) && isRenamed(object);
        });
    // A new name of a tenant or host may change what the filter says of all that belongs to it.
    if (delta.size() > batchSize || isFilterTouched) {
        m_before.clear();
        reset();
        return;
    }

    bool isArranging = false;
    for (auto it = m_before.cbegin(); it != m_before.cend(); ++it) {
        if (!headingOf(m_grouping, it.key()))
            continue;
        const auto before = m_dead.size();
        followHeading(it.key());
        isArranging |= m_dead.size() != before || isRenamed(it.key());
    }
    QHash<NavigatorGroup, QList<ObjectId>> touched;
    for (auto it = m_before.cbegin(); it != m_before.cend(); ++it) {
        const auto now = placeOf(it.key());
        if (now.group == it->group && now.name == it->name)
            continue;
        if (it->group)
            touched[*it->group].append(it.key());
        if (now.group && now.group != it->group)
            touched[*now.group].append(it.key());
    }
    for (auto it = touched.cbegin(); it != touched.cend(); ++it) {
        if (it.key().object() && !topology.contains(*it.key().object()))
            continue;  // Its rows go with it.
        moveMembers(node(it.key()), *it);
    }
    for (const auto &[group, node] : m_nodes)
        isArranging |= isWanted(*node) != (node->position >= 0);
    if (isArranging)
        arrangeRows();
    const auto objects = m_before.keys();
    m_before.clear();
    for (const auto object : objects)
        recount(object);
}

/// Brings the touched objects to where they belong in the node, or out of it.
void NavigatorModel::moveMembers(Node &node, const QList<ObjectId> &touched)
{
    const auto &topology = m_document.topology();
    QList<ObjectId> arriving;
    for (const auto object : touched) {
        if (placeOf(object).group == node.group)
            arriving.append(object);
    }
    const auto wasBelow = [&](ObjectId object) {
        return m_before.value(object).group == node.group;
    };
    const auto leaving = std::count_if(touched.cbegin(), touched.cend(), wasBelow);
    const int count = node.memberCount + int(arriving.size() - leaving);
    if (!node.isListed) {
        if (count > 0) {
            node.memberCount = count;
            return;
        }
        // A view knows that there was something, and has to hear that it is gone.
        node.members = touched;
        node.isListed = true;
    }
    auto wanted = node.members;
    wanted.removeIf([&](ObjectId object) { return touched.contains(object); });
    for (const auto object : arriving) {
        const auto place = std::lower_bound(wanted.cbegin(), wanted.cend(), object,
            [&](ObjectId a, ObjectId b) { return objectLess(topology, a, b); });
        wanted.insert(place, object);
    }
    node.memberCount = count;
    const bool isShown = node.position >= 0;
    const auto parent = indexOf(node);
    changeRows(
        node.members, wanted,
        [&](const RowChange &change) {
            if (!isShown)
                return;
            if (change.kind == RowChange::Kind::Remove)
                beginRemoveRows(parent, change.first, change.last);
            else if (change.kind == RowChange::Kind::Insert)
                beginInsertRows(parent, change.first, change.last);
            else
                beginMoveRows(parent, change.first, change.last, parent, change.to);
        },
        [&](const RowChange &change) {
            if (!isShown)
                return;
            if (change.kind == RowChange::Kind::Remove)
                endRemoveRows();
            else if (change.kind == RowChange::Kind::Insert)
                endInsertRows();
            else
                endMoveRows();
        });
}

void NavigatorModel::touch(ObjectId object)
{
    if (!m_document.topology().contains(object))
        return;
    const auto place = placement(m_document.topology(), m_grouping, object);
    const auto *below = place ? findNode(*place) : nullptr;
    // Nobody has seen what isn't listed.
    if (!headingOf(m_grouping, object) && (!below || !below->isListed))
        return;
    const auto index = find(object);
    if (index.isValid())
        Q_EMIT dataChanged(index, index);
}

// --- Badges ---

void NavigatorModel::recount(ObjectId object)
{
    const auto changed = m_badges.recount(object);
    for (const auto &group : changed) {
        if (const auto index = find(group); index.isValid())
            Q_EMIT dataChanged(index, index, {BadgesRole});
    }
    touch(object);
}

void NavigatorModel::changeFindings(const FindingsDelta &delta)
{
    const auto objects = m_badges.objectsOf(delta);
    for (const auto object : objects)
        recount(object);
}

void NavigatorModel::changePlan(const PlanDelta &delta)
{
    for (const auto application : delta.applications)
        recount(application);
}

void NavigatorModel::changeBaseline()
{
    m_badges.countAll(m_grouping);
    for (auto *node : std::as_const(m_rows)) {
        const auto heading = indexOf(*node);
        Q_EMIT dataChanged(heading, heading, {BadgesRole});
        if (node->isListed && !node->members.isEmpty())
            Q_EMIT dataChanged(createIndex(0, 0, node),
                createIndex(int(node->members.size()) - 1, 0, node), {BadgesRole});
    }
}
