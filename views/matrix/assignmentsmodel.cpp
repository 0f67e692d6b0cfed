// SPDX-License-Identifier: Apache-2.0
#include "views/matrix/assignmentsmodel.h"

#include "models/base/text.h"
#include "views/common/objecttext.h"
#include "views/common/rowchanges.h"

#include <numeric>

using namespace Qt::StringLiterals;

AssignmentsModel::AssignmentsModel(Document &document, QObject *parent)
    : QAbstractTableModel(parent)
    , m_document(document)
{
    connect(&document, &Document::changed, this, &AssignmentsModel::change);
    connect(&document, &Document::baselineChanged, this, &AssignmentsModel::touchCells);
    arrange();
}

void AssignmentsModel::setFilter(const Filter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    // Most rows or columns may come, go or move: one change of all is cheaper than so many.
    beginResetModel();
    m_rows = wantedRows();
    m_columns = wantedColumns();
    endResetModel();
}

bool AssignmentsModel::isFolded(int row) const
{
    return isHeading(row) && m_folded.contains(m_rows.at(row).id);
}

void AssignmentsModel::setFolded(int row, bool isFolded)
{
    if (!isHeading(row) || isFolded == this->isFolded(row))
        return;
    if (isFolded)
        m_folded.insert(m_rows.at(row).id);
    else
        m_folded.remove(m_rows.at(row).id);
    arrange();
    Q_EMIT headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
}

// --- Which rows and columns there are ---

void AssignmentsModel::change(const Delta &delta)
{
    m_counts.clear();
    const bool isAnyStructural = std::any_of(
        delta.cbegin(), delta.cend(), [this](const Edit &edit) { return isStructural(edit); });
    if (isAnyStructural)
        arrange();
    touchCells();
}

/// What decides which rows and columns there are, and in which order.
bool AssignmentsModel::isStructural(const Edit &edit) const
{
    if (const auto *set = std::get_if<SetField>(&edit)) {
        const bool isName = set->field == Field::Name
            && (set->object.kind == Kind::Tenant || set->object.kind == Kind::Application);
        return isName || set->field == Field::Backup || set->field == Field::Component;
    }
    if (std::holds_alternative<Assign>(edit) || std::holds_alternative<Unassign>(edit))
        return m_filter.order == Order::TenantCount;
    const auto concerns = [](const RecordPointer &record) {
        return std::holds_alternative<Tenant>(*record)
            || std::holds_alternative<Application>(*record);
    };
    if (const auto *added = std::get_if<AddObject>(&edit))
        return concerns(added->record);
    if (const auto *removed = std::get_if<RemoveObject>(&edit))
        return concerns(removed->record);
    if (const auto *replaced = std::get_if<ReplaceObject>(&edit))
        return concerns(replaced->after);
    return false;
}

void AssignmentsModel::touchCells()
{
    if (m_rows.isEmpty() || m_columns.isEmpty())
        return;
    // One edit can change what every cell of its row and column says; only what is on the screen is
    // asked again.
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void AssignmentsModel::arrange()
{
    const auto rows = wantedRows();
    changeRows(
        m_rows, rows,
        [this](const RowChange &change) {
            switch (change.kind) {
            case RowChange::Kind::Remove:
                return beginRemoveRows({}, change.first, change.last);
            case RowChange::Kind::Move:
                beginMoveRows({}, change.first, change.last, {}, change.to);
                return;
            case RowChange::Kind::Insert:
                return beginInsertRows({}, change.first, change.last);
            }
        },
        [this](const RowChange &change) {
            switch (change.kind) {
            case RowChange::Kind::Remove:
                return endRemoveRows();
            case RowChange::Kind::Move:
                return endMoveRows();
            case RowChange::Kind::Insert:
                return endInsertRows();
            }
        });
    const auto columns = wantedColumns();
    changeRows(
        m_columns, columns,
        [this](const RowChange &change) {
            switch (change.kind) {
            case RowChange::Kind::Remove:
                return beginRemoveColumns({}, change.first, change.last);
            case RowChange::Kind::Move:
                beginMoveColumns({}, change.first, change.last, {}, change.to);
                return;
            case RowChange::Kind::Insert:
                return beginInsertColumns({}, change.first, change.last);
            }
        },
        [this](const RowChange &change) {
            switch (change.kind) {
            case RowChange::Kind::Remove:
                return endRemoveColumns();
            case RowChange::Kind::Move:
                return endMoveColumns();
            case RowChange::Kind::Insert:
                return endInsertColumns();
            }
        });
}

quint32 AssignmentsModel::typeNumber(const ApplicationType &type)
{
    const auto known = m_typeNumbers.constFind(type.token());
    if (known != m_typeNumbers.cend())
        return *known;
    const auto number = quint32(m_types.size());
    m_types.append(type);
    m_typeNumbers.insert(type.token(), number);
    return number;
}

bool AssignmentsModel::isShown(const Application &application) const
{
    if (application.isPlaceholder)
        return false;
    return m_filter.servers == Servers::All || application.type.sharing() != Sharing::None
        || m_document.topology().facts(application.id).isEServices;
}

bool AssignmentsModel::isAccepted(const Application &application) const
{
    return m_filter.server.isEmpty()
        || application.name.contains(m_filter.server, Qt::CaseInsensitive)
        || application.type.displayName().contains(m_filter.server, Qt::CaseInsensitive);
}

QList<MatrixRow> AssignmentsModel::wantedRows()
{
    const auto &topology = m_document.topology();
    struct Server
    {
        quint32 type;
        const Application *application;
    };
    std::vector<Server> servers;
    for (const auto &application : topology.applications()) {
        if (isShown(application) && isAccepted(application))
            servers.push_back({typeNumber(application.type), &application});
    }
    // Types by name, so that numbers compare and names don't.
    QList<QString> typeNames;
    for (const auto &type : m_types)
        typeNames.append(type.displayName());
    QList<quint32> typeOrder(m_types.size());
    std::iota(typeOrder.begin(), typeOrder.end(), 0);
    std::sort(typeOrder.begin(), typeOrder.end(),
        [&](quint32 a, quint32 b) { return textLess(typeNames.at(a), typeNames.at(b)); });
    QList<int> rank(m_types.size());
    for (int i = 0; i < typeOrder.size(); ++i)
        rank[typeOrder.at(i)] = i;
    const bool isGrouped = m_filter.order == Order::Type;
    std::sort(servers.begin(), servers.end(), [&](const Server &a, const Server &b) {
        if (isGrouped && a.type != b.type)
            return rank.at(a.type) < rank.at(b.type);
        const auto countA = a.application->tenants.size();
        const auto countB = b.application->tenants.size();
        if (m_filter.order == Order::TenantCount && countA != countB)
            return countA > countB;
        const auto order = compareText(a.application->name, b.application->name);
        return order == 0 ? a.application->id < b.application->id : order < 0;
    });

    m_serverCounts.clear();
    QSet<ApplicationId> accepted;
    for (const auto &server : servers) {
        ++m_serverCounts[server.type];
        accepted.insert(server.application->id);
    }
    QList<MatrixRow> rows;
    QSet<ApplicationId> placed;
    std::optional<quint32> type;
    for (const auto &server : servers) {
        if (isGrouped && type != server.type) {
            type = server.type;
            rows.append({MatrixRow::Kind::Type, server.type});
        }
        if (isGrouped && m_folded.contains(server.type))
            continue;
        // A backup stands right after its first primary, wherever its own name would put it.
        const auto &primaries = topology.primariesOf(server.application->id);
        const bool follows =
            std::any_of(primaries.cbegin(), primaries.cend(), [&](ApplicationId primary) {
                return primary != server.application->id && accepted.contains(primary)
                    && topology.application(primary).type == server.application->type
                    && topology.isPrimary(primary);
            });
        if (follows || placed.contains(server.application->id))
            continue;
        placed.insert(server.application->id);
        rows.append({MatrixRow::Kind::Server, server.application->id.value()});
        const auto backup = server.application->backup;
        if (backup && accepted.contains(*backup) && !placed.contains(*backup)
            && topology.isPrimary(server.application->id)
            && topology.application(*backup).type == server.application->type) {
            placed.insert(*backup);
            rows.append({MatrixRow::Kind::Server, backup->value()});
        }
    }
    return rows;
}

QList<TenantId> AssignmentsModel::wantedColumns() const
{
    std::vector<const Tenant *> tenants;
    for (const auto &tenant : m_document.topology().tenants()) {
        if (m_filter.tenant.isEmpty() || tenant.name.contains(m_filter.tenant, Qt::CaseInsensitive))
            tenants.push_back(&tenant);
    }
    std::sort(tenants.begin(), tenants.end(), [](const Tenant *a, const Tenant *b) {
        const bool isFirst = a->id == Topology::environment;
        if (isFirst != (b->id == Topology::environment))
            return isFirst;
        const auto order = compareText(a->name, b->name);
        return order == 0 ? a->id < b->id : order < 0;
    });
    QList<TenantId> columns;
    for (const auto *tenant : tenants)
        columns.append(tenant->id);
    return columns;
}

int AssignmentsModel::rowOf(ApplicationId application) const
{
    return int(m_rows.indexOf(MatrixRow {MatrixRow::Kind::Server, application.value()}));
}

int AssignmentsModel::columnOf(TenantId tenant) const
{
    return int(m_columns.indexOf(tenant));
}

// --- What cells and heads show ---

MatrixCell AssignmentsModel::cell(int row, int column) const
{
    const auto &topology = m_document.topology();
    const auto id = application(row);
    const auto tenantId = tenant(column);
    const auto &tenants = topology.application(id).tenants;
    MatrixCell cell;
    cell.isAssigned = std::binary_search(tenants.cbegin(), tenants.cend(), tenantId);
    const auto *before = m_document.baseline().applications().find(id);
    cell.isChanged = cell.isAssigned
        != (before
            && std::binary_search(before->tenants.cbegin(), before->tenants.cend(), tenantId));
    cell.toggle = toggleVerdict(topology, id, tenantId);
    if (cell.isAssigned && m_document.validator().summaryOf(id).total() > 0) {
        const auto findings = m_document.validator().findingsOf(id);
        for (const auto finding : findings) {
            const auto &found = m_document.validator().finding(finding);
            if (!found.isWaived && found.severity != Severity::Advice
                && found.tenants.contains(tenantId))
                cell.fault = std::min(cell.fault.value_or(found.severity), found.severity);
        }
    }
    return cell;
}

int AssignmentsModel::countInGroup(int row, int column) const
{
    auto counts = m_counts.constFind(tenant(column));
    if (counts == m_counts.cend()) {
        QHash<quint32, int> made;
        for (const auto id : m_document.topology().applicationsOf(tenant(column))) {
            const auto &application = m_document.topology().application(id);
            if (isShown(application))
                ++made[m_typeNumbers.value(application.type.token(), quint32(-1))];
        }
        counts = m_counts.insert(tenant(column), made);
    }
    return counts->value(m_rows.at(row).id);
}

QString AssignmentsModel::typeName(int row) const
{
    return m_types.at(m_rows.at(row).id).displayName();
}

int AssignmentsModel::serverCount(int row) const
{
    return m_serverCounts.value(m_rows.at(row).id);
}

int AssignmentsModel::tenantCount(int column) const
{
    const auto &applications = m_document.topology().applicationsOf(tenant(column));
    return int(std::count_if(applications.cbegin(), applications.cend(),
        [&](ApplicationId id) { return isShown(m_document.topology().application(id)); }));
}

int AssignmentsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int AssignmentsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant AssignmentsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    if (isHeading(index.row()))
        return role == Qt::DisplayRole ? QVariant(countInGroup(index.row(), index.column()))
                                       : QVariant();
    const auto &topology = m_document.topology();
    switch (role) {
    case Qt::CheckStateRole:
        return cell(index.row(), index.column()).isAssigned ? Qt::Checked : Qt::Unchecked;
    case Qt::AccessibleTextRole: {
        const bool isAssigned = cell(index.row(), index.column()).isAssigned;
        return (isAssigned ? tr("%1 serves %2") : tr("%1 does not serve %2"))
            .arg(objectLabel(topology, application(index.row())),
                objectLabel(topology, tenant(index.column())));
    }
    default:
        return {};
    }
}

QVariant AssignmentsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (section < 0 || section >= (orientation == Qt::Horizontal ? columnCount() : rowCount()))
        return {};
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    if (orientation == Qt::Horizontal)
        return objectLabel(m_document.topology(), tenant(section));
    return isHeading(section) ? typeName(section)
                              : objectLabel(m_document.topology(), application(section));
}

Qt::ItemFlags AssignmentsModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const auto usual = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return isHeading(index.row()) ? usual : usual | Qt::ItemIsUserCheckable;
}
