// SPDX-License-Identifier: Apache-2.0
#include "models/plan/takeover.h"

#include "models/base/text.h"
#include "models/plan/recordoverlay.h"
#include "models/topology/edits.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace {

struct TakeOverTexts
{
    Q_DECLARE_TR_FUNCTIONS(TakeOver)
};

/// Builds the records as they are to be, then the edits. Only records that something touches are
/// looked at.
class Taking
{
public:
    Taking(const Topology &current, const Topology &other)
        : m_current(current)
        , m_other(other)
        , m_records(current)
        , m_settings(current.settings())
        , m_extra(current.extra())
    {
    }

    bool select(const Change &change);
    TakeOver finish();

private:
    template <class T>
    bool selectIn(const Change &change);

    template <class T>
    void findStandIns();
    template <class T>
    QList<typename T::IdType> bearersInCurrent(const T &like) const;

    void settleSwitches();
    bool settle(Switch &object);
    template <class Id>
    std::optional<Id> firstResolvable(const std::array<std::optional<Id>, 3> &choices) const;

    template <class T>
    void touchHoldersOfRemoved();

    void prune(Tenant &tenant);
    void prune(Application &application);
    template <class T>
    void pruneAll();

    bool canResolve(ObjectId object) const;
    /// Brings a placeholder along if need be.
    template <class T>
    std::optional<typename T::IdType> resolve(typename T::IdType id);
    template <class T>
    std::optional<typename T::IdType> definedInPlaceOf(const T &placeholder) const;
    template <class T>
    std::optional<typename T::IdType> resolve(
        ObjectId holder, Field field, typename T::IdType target);
    template <class T>
    void resolveList(ObjectId holder, Field field, QList<typename T::IdType> &list);

    const Topology &m_current;
    const Topology &m_other;
    RecordOverlay m_records;
    Settings m_settings;
    Extra m_extra;
    QHash<ObjectId, quint32> m_standIns;  // Placeholders, to the defined objects that come.
    TakeOver m_result;
};

// --- What is selected ---

bool Taking::select(const Change &change)
{
    switch (change.subject) {
    case Change::Subject::Settings:
        m_settings = m_other.settings();
        return true;
    case Change::Subject::DocumentExtra:
        m_extra = m_other.extra();
        return true;
    case Change::Subject::Object:
        break;
    }
    return visitKind(change.object.kind, [&]<class T>() { return selectIn<T>(change); });
}

template <class T>
bool Taking::selectIn(const Change &change)
{
    const typename T::IdType id(change.object.id);
    const T *mine = m_current.table<T>().find(id);
    const T *theirs = m_other.table<T>().find(id);
    const bool isDefined = mine && !mine->isPlaceholder;
    const bool willBeDefined = theirs && !theirs->isPlaceholder;
    switch (change.kind) {
    case Change::Kind::Added:
        if (isDefined || !willBeDefined)
            return false;
        m_records.records<T>()[id] = *theirs;
        return true;
    case Change::Kind::Removed:
        if (!isDefined || willBeDefined)
            return false;
        m_records.records<T>()[id] = theirs ? std::optional(*theirs) : std::nullopt;
        return true;
    case Change::Kind::Modified:
        break;
    }
    if (!mine || !theirs || isDefined != willBeDefined || !change.field
        || !hasField(T::kind, *change.field))
        return false;
    setFieldValue(*m_records.touch<T>(id), *change.field, fieldValue(*theirs, *change.field));
    return true;
}

// --- Records as they are to be ---

template <class T>
void Taking::touchHoldersOfRemoved()
{
    // Touching never adds an object that goes, so that the walk meets them all.
    for (const auto &[id, record] : m_records.records<T>()) {
        if (!record && m_current.table<T>().contains(id))
            m_records.touchHolders(id);
    }
}

// --- Placeholders of the same name ---

/// Those that bear the name in the current topology; of a switch: in its tenant.
template <class T>
QList<typename T::IdType> Taking::bearersInCurrent(const T &like) const
{
    QList<typename T::IdType> bearers;
    if constexpr (std::is_same_v<T, Switch>) {
        if (m_current.tenants().contains(like.tenant)) {
            for (const auto id : m_current.switchesOf(like.tenant)) {
                if (m_current.switchAt(id).name == like.name)
                    bearers.append(id);
            }
        }
    } else {
        for (const auto id : m_current.bearers(T::kind, like.name))
            bearers.append(typename T::IdType(id));
    }
    return bearers;
}

/// A defined object that comes under a placeholder's name takes its references over.
template <class T>
void Taking::findStandIns()
{
    for (const auto &[id, record] : m_records.records<T>()) {
        if (!record || record->isPlaceholder)
            continue;
        const auto *before = m_current.table<T>().find(id);
        if (before && !before->isPlaceholder && before->name == record->name)
            continue;
        for (const auto bearer : bearersInCurrent(*record)) {
            const auto *placeholder = m_records.find<T>(bearer);
            if (bearer != id && placeholder && placeholder->isPlaceholder
                && placeholder->name == record->name && !m_other.table<T>().contains(bearer))
                m_standIns.insert(bearer, id.value());
        }
    }
}

/// Instead of a placeholder that would have to come: the defined object of its name that is there
/// already, unless the other side knows both.
template <class T>
std::optional<typename T::IdType> Taking::definedInPlaceOf(const T &placeholder) const
{
    for (const auto bearer : bearersInCurrent(placeholder)) {
        const auto *defined = m_records.find<T>(bearer);
        if (!defined || defined->isPlaceholder || defined->name != placeholder.name)
            continue;
        const auto *theirs = m_other.table<T>().find(bearer);
        if (!theirs || theirs->isPlaceholder || theirs->name != placeholder.name)
            return bearer;
    }
    return std::nullopt;
}

// --- References ---

bool Taking::canResolve(ObjectId object) const
{
    if (m_records.contains(object))
        return true;
    if (!m_other.contains(object) || !m_other.isPlaceholder(object))
        return false;
    return object.kind != Kind::Switch || canResolve(m_other.switchAt(object.switchId()).tenant);
}

template <class T>
std::optional<typename T::IdType> Taking::resolve(typename T::IdType id)
{
    using Id = typename T::IdType;
    if (const auto standIn = m_standIns.constFind(id);
        standIn != m_standIns.constEnd() && m_records.find<T>(Id(*standIn)))
        return Id(*standIn);
    if (m_records.find<T>(id))
        return id;
    if (!canResolve(id))
        return std::nullopt;
    T placeholder = m_other.table<T>().at(id);
    if constexpr (std::is_same_v<T, Switch>)
        placeholder.tenant = *resolve<Tenant>(placeholder.tenant);
    if (const auto defined = definedInPlaceOf(placeholder))
        return defined;
    m_records.records<T>()[id] = std::move(placeholder);
    return id;
}

/// The same, and notes it if it is another one or none.
template <class T>
std::optional<typename T::IdType> Taking::resolve(
    ObjectId holder, Field field, typename T::IdType target)
{
    const auto resolved = resolve<T>(target);
    if (resolved != target)
        m_result.lost.append(
            {holder, field, target, resolved ? std::optional(ObjectId(*resolved)) : std::nullopt});
    return resolved;
}

/// What a switch can refer to: as it is meant, or else as it is on either side.
template <class Id>
std::optional<Id> Taking::firstResolvable(const std::array<std::optional<Id>, 3> &choices) const
{
    const auto found = std::find_if(choices.begin(), choices.end(),
        [this](const auto &choice) { return choice && canResolve(*choice); });
    return found != choices.end() ? *found : std::nullopt;
}

/// A switch can't be without tenant, nor, if it is defined, without office.
bool Taking::settle(Switch &object)
{
    const auto *mine = m_current.switches().find(object.id);
    const auto *theirs = m_other.switches().find(object.id);
    using Tenants = std::array<std::optional<TenantId>, 3>;
    using Offices = std::array<std::optional<SwitchingOfficeId>, 3>;
    const auto tenant =
        firstResolvable(Tenants {object.tenant, mine ? std::optional(mine->tenant) : std::nullopt,
            theirs ? std::optional(theirs->tenant) : std::nullopt});
    const auto office = object.office
        ? firstResolvable(Offices {object.office, mine ? mine->office : std::nullopt,
            theirs ? theirs->office : std::nullopt})
        : std::nullopt;
    if (!tenant || office.has_value() != object.office.has_value())
        return false;
    const auto note = [&](Field field, ObjectId meant, ObjectId instead) {
        if (meant != instead)
            m_result.lost.append({object.id, field, meant, instead});
    };
    const auto takenTenant = *resolve<Tenant>(*tenant);
    note(Field::Tenant, object.tenant, takenTenant);
    object.tenant = takenTenant;
    if (office) {
        const auto takenOffice = *resolve<SwitchingOffice>(*office);
        note(Field::SwitchingOffice, *object.office, takenOffice);
        object.office = takenOffice;
    }
    return true;
}

void Taking::settleSwitches()
{
    for (auto &[id, record] : m_records.records<Switch>()) {
        if (!record || settle(*record))
            continue;
        const auto *mine = m_current.switches().find(id);
        const bool isDefined = mine && !mine->isPlaceholder;
        if (!record->isPlaceholder && !isDefined)
            m_result.notTaken.append(Change::added(id));
        else if (!record->isPlaceholder)
            m_result.alsoRemoved.append(id);
        record.reset();
        if (mine && mine->isPlaceholder) {
            record = *mine;
            if (!settle(*record))
                record.reset();
        }
    }
}

void Taking::prune(Tenant &tenant)
{
    if (!tenant.parent)
        return;
    const auto target = *tenant.parent;
    tenant.parent = resolve<Tenant>(target);
    if (tenant.parent == target)
        return;
    if (!tenant.parent) {
        // A child of a tenant that goes moves to its parent, and so on upwards.
        const auto *mine = m_current.tenants().find(tenant.id);
        auto next = mine && mine->parent == target ? m_current.tenant(target).parent : std::nullopt;
        for (QSet<TenantId> seen {target};
             next && !seen.contains(*next) && !m_records.find<Tenant>(*next);
             next = m_current.tenant(*next).parent)
            seen.insert(*next);
        if (next && m_records.find<Tenant>(*next) && *next != tenant.id)
            tenant.parent = next;
    }
    m_result.lost.append({tenant.id, Field::Parent, target,
        tenant.parent ? std::optional(ObjectId(*tenant.parent)) : std::nullopt});
}

template <class T>
void Taking::resolveList(ObjectId holder, Field field, QList<typename T::IdType> &list)
{
    const auto before = std::exchange(list, {});
    for (const auto id : before) {
        if (const auto resolved = resolve<T>(holder, field, id))
            list.append(*resolved);
    }
    if (list == before)
        return;
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
}

void Taking::prune(Application &application)
{
    const auto id = application.id;
    resolveList<Tenant>(id, Field::Tenants, application.tenants);
    resolveList<Switch>(id, Field::Switches, application.switches);
    if (application.host)
        application.host = resolve<Host>(id, Field::Host, *application.host);
    if (application.backup)
        application.backup = resolve<Application>(id, Field::Backup, *application.backup);

    const auto before = std::exchange(application.connections, {});
    for (auto connection : before) {
        const auto target = resolve<Application>(id, Field::Connections, connection.target);
        if (!target)
            continue;
        connection.target = *target;
        auto &connections = application.connections;
        if (std::none_of(connections.begin(), connections.end(),
                [&](const auto &c) { return c.isSameAs(connection); }))
            connections.append(connection);
    }
    if (application.connections != before) {
        std::sort(application.connections.begin(), application.connections.end(),
            [](const Connection &a, const Connection &b) {
                return a.target != b.target ? a.target < b.target : textLess(a.port, b.port);
            });
    }
}

template <class T>
void Taking::pruneAll()
{
    // Placeholders that come while the walk goes on refer to nothing that needs it.
    for (auto &[id, record] : m_records.records<T>()) {
        if (record)
            prune(*record);
    }
}

TakeOver Taking::finish()
{
    findStandIns<Tenant>();
    findStandIns<SwitchingOffice>();
    findStandIns<Switch>();
    findStandIns<Host>();
    findStandIns<Application>();
    const auto standIns = m_standIns.keys();
    for (const auto placeholder : standIns)
        m_records.touchHolders(placeholder);
    touchHoldersOfRemoved<Tenant>();
    touchHoldersOfRemoved<SwitchingOffice>();
    settleSwitches();  // More may go with those.
    touchHoldersOfRemoved<Switch>();
    touchHoldersOfRemoved<Host>();
    touchHoldersOfRemoved<Application>();
    pruneAll<Tenant>();
    pruneAll<Application>();

    m_result.step = m_records.toStep();
    m_result.step.edits += setSettings(m_current, m_settings).edits;
    m_result.step.edits += setExtra(m_current, m_extra).edits;
    dropUnreferencedPlaceholders(m_current, m_result.step);
    auto &lost = m_result.lost;
    std::sort(lost.begin(), lost.end());
    lost.erase(std::unique(lost.begin(), lost.end()), lost.end());
    return std::move(m_result);
}

}  // namespace

Result<TakeOver> takeOver(
    const Topology &current, const Topology &other, const QList<Change> &selected)
{
    Taking taking(current, other);
    for (const auto &change : selected) {
        if (!taking.select(change))
            return failure(Error::Code::NotFound,
                TakeOverTexts::tr(
                    "This change is no longer there: the document is another one by now."));
    }
    return taking.finish();
}
