// SPDX-License-Identifier: Apache-2.0
#include "views/problems/problemsmodel.h"

#include "models/base/text.h"
#include "models/rules/catalogue.h"
#include "views/common/objecttext.h"
#include "views/common/plannedrow.h"

using namespace Qt::StringLiterals;

namespace {

/// Above this many changes at once, going row by row takes longer than making all rows anew.
constexpr qsizetype batchSize = 1000;

bool isRename(const Edit &edit)
{
    const auto *set = std::get_if<SetField>(&edit);
    return (set && set->field == Field::Name) || std::holds_alternative<ReplaceObject>(edit);
}

/// Advice is worth less of a look than a restart.
int severityRank(const ProblemHeading &heading)
{
    if (heading.kind == ProblemHeading::Kind::Waived)
        return 4;
    if (heading.kind == ProblemHeading::Kind::Restarts)
        return 2;
    return heading.severity == Severity::Advice ? 3 : int(heading.severity);
}

}  // namespace

ProblemsModel::ProblemsModel(Document &document, QObject *parent)
    : GroupedModel(parent)
    , m_document(document)
{
    connect(&document, &Document::changed, this, &ProblemsModel::changeTopology);
    connect(&document, &Document::findingsChanged, this, &ProblemsModel::changeFindings);
    connect(&document, &Document::planChanged, this, &ProblemsModel::changePlan);
    connect(&document, &Document::baselineChanged, this, &ProblemsModel::rebuild);
    rebuild();
}

void ProblemsModel::setGrouping(ProblemGrouping grouping)
{
    if (grouping == m_grouping)
        return;
    m_grouping = grouping;
    rebuild();
}

void ProblemsModel::setFilter(const Filter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    rebuild();
}

// --- Following the document ---

void ProblemsModel::changeFindings(const FindingsDelta &delta)
{
    if (delta.added.size() + delta.removed.size() + delta.waived.size() > batchSize) {
        rebuild();
        return;
    }
    for (const auto id : delta.removed)
        remove({ProblemRow::Kind::Finding, id.value()});
    for (const auto id : delta.added) {
        const ProblemRow row {ProblemRow::Kind::Finding, id.value()};
        if (!m_places.contains(row) && isAccepted(row))
            add(row);
    }
    for (const auto id : delta.waived) {
        const ProblemRow row {ProblemRow::Kind::Finding, id.value()};
        remove(row);
        if (isAccepted(row))
            add(row);
    }
}

void ProblemsModel::changePlan(const PlanDelta &delta)
{
    if (delta.applications.size() > batchSize) {
        rebuild();
        return;
    }
    // Those that go first: a row may only be compared with rows whose applications still exist.
    for (const auto id : delta.applications) {
        if (!isRestart(id))
            remove({ProblemRow::Kind::Restart, id.value()});
    }
    for (const auto id : delta.applications) {
        const ProblemRow row {ProblemRow::Kind::Restart, id.value()};
        if (!isRestart(id))
            continue;
        if (m_places.contains(row)) {
            const auto index = find(row);
            Q_EMIT dataChanged(index, index.siblingAtColumn(ColumnCount - 1));
        } else if (isAccepted(row)) {
            add(row);
        }
    }
}

void ProblemsModel::changeTopology(const Delta &delta)
{
    if (std::any_of(delta.cbegin(), delta.cend(), isRename)) {
        rebuild();  // Names decide the order of rows and groups.
        return;
    }
    // A finding that stands may say something else now (a release, a count).
    for (const auto &group : groups()) {
        Q_EMIT dataChanged(indexOf(*group), indexOf(*group).siblingAtColumn(ColumnCount - 1));
        Q_EMIT dataChanged(
            indexOf(*group, 0), indexOf(*group, int(group->rows.size()) - 1, ColumnCount - 1));
    }
}

void ProblemsModel::rebuild()
{
    beginResetModel();
    m_places.clear();
    Groups groups;
    QHash<ProblemHeading, Group *> known;
    for (const auto &row : acceptedRows()) {
        for (const auto &heading : headings(row)) {
            auto *&group = known[heading];
            if (!group) {
                groups.push_back(std::make_unique<Group>(Group {heading, 0, {}}));
                group = groups.back().get();
            }
            group->rows.push_back(row);
        }
    }
    std::sort(groups.begin(), groups.end(),
        [this](const auto &a, const auto &b) { return isBefore(a->heading, b->heading); });
    for (const auto &group : groups) {
        for (const auto &row : group->rows)
            m_places[row].append(group.get());
    }
    setGroups(std::move(groups));
    endResetModel();
}

void ProblemsModel::add(const ProblemRow &row)
{
    for (const auto &heading : headings(row)) {
        const auto place = std::lower_bound(groups().cbegin(), groups().cend(), heading,
            [this](const auto &group, const ProblemHeading &wanted) {
                return isBefore(group->heading, wanted);
            });
        Group *group = nullptr;
        if (place != groups().cend() && (*place)->heading == heading)
            group = place->get();
        else
            group = &insertGroup(int(place - groups().cbegin()), heading);
        const auto position = std::lower_bound(group->rows.cbegin(), group->rows.cend(), row,
            [this](const ProblemRow &a, const ProblemRow &b) { return isBefore(a, b); });
        m_places[row].append(group);
        insertRow(*group, int(position - group->rows.cbegin()), row);
    }
}

void ProblemsModel::remove(const ProblemRow &row)
{
    const auto places = m_places.take(row);
    for (auto *group : places) {
        const auto at = std::find(group->rows.cbegin(), group->rows.cend(), row);
        removeRow(*group, int(at - group->rows.cbegin()));
    }
}

/// In order. What decides it is looked up once: there may be many thousands.
std::vector<ProblemRow> ProblemsModel::acceptedRows() const
{
    struct Place
    {
        ProblemRow row;
        int weight = 0;
        RuleId rule {};
        QString name;
    };
    std::vector<Place> places;
    const auto all = allRows();
    for (const auto &row : all) {
        if (!isAccepted(row))
            continue;
        auto &place =
            places.emplace_back(Place {row, 0, {}, m_document.topology().name(object(row))});
        if (row.kind == ProblemRow::Kind::Restart) {
            place.weight = int(m_document.planner().row(row.application())->action);
        } else {
            const auto &finding = m_document.validator().finding(row.finding());
            place.weight = int(finding.severity);
            place.rule = finding.rule;
        }
    }
    std::sort(places.begin(), places.end(), [](const Place &a, const Place &b) {
        const auto rank = [](const Place &place) {
            return std::tie(place.row.kind, place.weight, place.rule);
        };
        if (rank(a) != rank(b))
            return rank(a) < rank(b);
        const auto order = compareText(a.name, b.name);
        return order == 0 ? a.row.id < b.row.id : order < 0;
    });
    std::vector<ProblemRow> rows;
    rows.reserve(places.size());
    for (const auto &place : places)
        rows.push_back(place.row);
    return rows;
}

ProblemsModel::Rows ProblemsModel::allRows() const
{
    Rows rows;
    const auto findings = m_document.validator().findings();
    const auto applications = m_document.planner().rows();
    rows.reserve(findings.size() + applications.size());
    for (const auto id : findings)
        rows.append({ProblemRow::Kind::Finding, id.value()});
    for (const auto id : applications) {
        if (isRestart(id))
            rows.append({ProblemRow::Kind::Restart, id.value()});
    }
    return rows;
}

bool ProblemsModel::isRestart(ApplicationId application) const
{
    const auto *row = m_document.planner().row(application);
    return row && (row->action == Action::Restart || row->action == Action::NotStated);
}

bool ProblemsModel::isAccepted(const ProblemRow &row) const
{
    const bool isKind = row.kind == ProblemRow::Kind::Restart ? m_filter.restarts
        : isWaived(row)
        ? m_filter.waived
        : m_filter.severities.contains(m_document.validator().finding(row.finding()).severity);
    if (!isKind || m_filter.text.isEmpty())
        return isKind;
    for (const int column : {ObjectColumn, RuleColumn, MessageColumn, TenantsColumn}) {
        if (columnText(row, column).contains(m_filter.text, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

// --- Order ---

QList<ProblemHeading> ProblemsModel::headings(const ProblemRow &row) const
{
    using Kind = ProblemHeading::Kind;
    if (row.kind == ProblemRow::Kind::Restart)
        return {{Kind::Restarts}};
    const auto &finding = m_document.validator().finding(row.finding());
    if (finding.isWaived)
        return {{Kind::Waived}};
    switch (m_grouping) {
    case ProblemGrouping::Severity:
        return {{Kind::Severity, finding.severity}};
    case ProblemGrouping::Rule:
        return {{Kind::Rule, ruleInfo(finding.rule).severity, finding.rule}};
    case ProblemGrouping::Object:
        return {{Kind::Object, Severity::Error, RuleId(), finding.object}};
    case ProblemGrouping::Tenant:
        break;
    }
    QList<ProblemHeading> headings;
    if (finding.object.kind == ::Kind::Tenant)
        headings.append({Kind::Tenant, Severity::Error, RuleId(), finding.object});
    for (const auto tenant : finding.tenants) {
        if (ObjectId(tenant) != finding.object)
            headings.append({Kind::Tenant, Severity::Error, RuleId(), tenant});
    }
    if (headings.isEmpty())
        headings.append({Kind::NoTenant});
    return headings;
}

bool ProblemsModel::isBefore(const ProblemHeading &a, const ProblemHeading &b) const
{
    if (m_grouping == ProblemGrouping::Severity)
        return severityRank(a) < severityRank(b);
    if (a.kind != b.kind)
        return a.kind < b.kind;
    if (a.kind == ProblemHeading::Kind::Rule)
        return std::tie(a.severity, a.rule) < std::tie(b.severity, b.rule);
    if (a.object.kind != b.object.kind)
        return a.object.kind > b.object.kind;  // Applications first.
    if (!m_document.topology().contains(a.object) || !m_document.topology().contains(b.object))
        return a.object < b.object;
    const auto order =
        compareText(m_document.topology().name(a.object), m_document.topology().name(b.object));
    return order == 0 ? a.object < b.object : order < 0;
}

bool ProblemsModel::isBefore(const ProblemRow &a, const ProblemRow &b) const
{
    const auto &topology = m_document.topology();
    if (a.kind == ProblemRow::Kind::Restart || b.kind == ProblemRow::Kind::Restart) {
        // Only ever among themselves, in the order of actions: what must be restarted, then what
        // may have to be.
        const auto actionA = m_document.planner().row(a.application())->action;
        const auto actionB = m_document.planner().row(b.application())->action;
        if (actionA != actionB)
            return actionA < actionB;
    } else {
        const auto &findingA = m_document.validator().finding(a.finding());
        const auto &findingB = m_document.validator().finding(b.finding());
        if (findingA.severity != findingB.severity)
            return findingA.severity < findingB.severity;
        if (findingA.rule != findingB.rule)
            return findingA.rule < findingB.rule;
    }
    const auto order = compareText(topology.name(object(a)), topology.name(object(b)));
    return order == 0 ? a.id < b.id : order < 0;
}

// --- What rows show ---

QModelIndex ProblemsModel::find(const ProblemRow &row) const
{
    const auto places = m_places.value(row);
    if (places.isEmpty())
        return {};
    const auto &group = *places.constFirst();
    const auto at = std::find(group.rows.cbegin(), group.rows.cend(), row);
    return indexOf(group, int(at - group.rows.cbegin()));
}

ObjectId ProblemsModel::object(const ProblemRow &row) const
{
    return row.kind == ProblemRow::Kind::Restart
        ? ObjectId(row.application())
        : m_document.validator().finding(row.finding()).object;
}

Field ProblemsModel::field(const ProblemRow &row) const
{
    if (row.kind == ProblemRow::Kind::Finding)
        return fieldAtFault(m_document.validator().finding(row.finding()).rule);
    const auto reasons = m_document.planner().reasons(row.application());
    for (const auto &reason : reasons) {
        if (reason.field == fieldName(Field::Tenants))
            return Field::Tenants;
    }
    const auto field = reasons.isEmpty()
        ? std::nullopt
        : fieldFromName(Kind::Application, reasons.constFirst().field);
    return field.value_or(Field::Name);
}

bool ProblemsModel::stands(const ProblemRow &row) const
{
    // Between an edit and the removal of its row the document knows the finding no more.
    return row.kind == ProblemRow::Kind::Restart ? m_document.planner().row(row.application())
            && m_document.topology().contains(ObjectId(row.application()))
                                                 : m_document.validator().contains(row.finding());
}

bool ProblemsModel::isWaived(const ProblemRow &row) const
{
    return row.kind == ProblemRow::Kind::Finding && stands(row)
        && m_document.validator().finding(row.finding()).isWaived;
}

std::optional<Mark> ProblemsModel::mark(const ProblemRow &row) const
{
    if (!stands(row))
        return {};
    return row.kind == ProblemRow::Kind::Restart
        ? markOf(m_document.planner().row(row.application())->action)
        : markOf(m_document.validator().finding(row.finding()));
}

QString ProblemsModel::message(const ProblemRow &row) const
{
    if (row.kind == ProblemRow::Kind::Finding)
        return ::message(m_document.topology(), m_document.validator().finding(row.finding()));
    return plannedSentence(m_document, row.application());
}

int ProblemsModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant ProblemsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    if (const auto *shown = row(index))
        return rowData(*shown, index.column(), role);
    return headingData(groupOf(index), index.column(), role);
}

QVariant ProblemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SeverityColumn:
        return tr("Severity");
    case MessageColumn:
        return tr("Message");
    case ObjectColumn:
        return tr("Object");
    case TenantsColumn:
        return tr("Tenants");
    case RuleColumn:
        return tr("Rule");
    }
    return {};
}

QVariant ProblemsModel::headingData(const Group &group, int column, int role) const
{
    if (column != SeverityColumn || role != Qt::DisplayRole)
        return {};
    return tr("%1 (%2)").arg(headingText(group.heading)).arg(group.rows.size());
}

QString ProblemsModel::headingText(const ProblemHeading &heading) const
{
    switch (heading.kind) {
    case ProblemHeading::Kind::Severity:
        return severityLabel(heading.severity);
    case ProblemHeading::Kind::Rule:
        return ruleInfo(heading.rule).title;
    case ProblemHeading::Kind::Object:
    case ProblemHeading::Kind::Tenant:
        // The object may be gone, and its findings about to follow.
        return m_document.topology().contains(heading.object)
            ? objectLabel(m_document.topology(), heading.object)
            : QString();
    case ProblemHeading::Kind::NoTenant:
        return tr("No tenant");
    case ProblemHeading::Kind::Restarts:
        return tr("Restarts");
    case ProblemHeading::Kind::Waived:
        return tr("Waived");
    }
    return {};
}

QString ProblemsModel::columnText(const ProblemRow &row, int column) const
{
    const auto &topology = m_document.topology();
    const bool isRestart = row.kind == ProblemRow::Kind::Restart;
    switch (column) {
    case SeverityColumn:
        return isWaived(row)
            ? tr("%1, waived")
                  .arg(severityLabel(m_document.validator().finding(row.finding()).severity))
            : markWord(*mark(row));
    case MessageColumn:
        return plainText(message(row));
    case ObjectColumn:
        return objectLabel(topology, object(row));
    case TenantsColumn: {
        QStringList names;
        if (isRestart) {
            names = m_document.planner().instance(row.application()).tenantsInterrupted;
        } else {
            const auto tenants =
                tenantsByName(topology, m_document.validator().finding(row.finding()));
            for (const auto tenant : tenants)
                names.append(objectLabel(topology, tenant));
        }
        return shortList(names);
    }
    case RuleColumn:
        return isRestart ? QString(actionToken(m_document.planner().row(row.application())->action))
                         : QString(ruleName(m_document.validator().finding(row.finding()).rule));
    }
    return {};
}

QVariant ProblemsModel::rowData(const ProblemRow &row, int column, int role) const
{
    if (!stands(row))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return columnText(row, column);
    case Qt::ToolTipRole:
        return toolTipText(columnText(row, column));
    default:
        return {};
    }
}
