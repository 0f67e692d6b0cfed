// SPDX-License-Identifier: Apache-2.0
#include "views/tables/objecttablemodel.h"

#include "models/base/text.h"
#include "models/rules/catalogue.h"
#include "models/topology/edits.h"
#include "views/common/fieldeditor.h"
#include "views/common/fieldtext.h"
#include "views/common/mark.h"
#include "views/common/objecttext.h"
#include "views/common/rowchanges.h"

#include <QFont>

#include <numeric>

using namespace Qt::StringLiterals;

namespace {

bool concerns(const Edit &edit, Kind kind)
{
    const auto isOf = [&](const RecordPointer &record) { return objectId(*record).kind == kind; };
    if (const auto *added = std::get_if<AddObject>(&edit))
        return isOf(added->record);
    if (const auto *removed = std::get_if<RemoveObject>(&edit))
        return isOf(removed->record);
    if (const auto *replaced = std::get_if<ReplaceObject>(&edit))
        return isOf(replaced->after);
    return false;
}

/// What a column is sorted by: numbers as numbers, everything else by code point.
struct SortKey
{
    qint64 number = 0;
    QString text;
    quint32 id = 0;
};

bool isBefore(const SortKey &a, const SortKey &b)
{
    if (a.number != b.number)
        return a.number < b.number;
    const auto order = compareText(a.text, b.text);
    return order == 0 ? a.id < b.id : order < 0;
}

qsizetype memberCount(const Value &value)
{
    return std::visit(
        [](const auto &held) -> qsizetype {
            if constexpr (requires { held.size(); }
                && !std::is_same_v<std::decay_t<decltype(held)>, QString>)
                return held.size();
            return 0;
        },
        value);
}

}  // namespace

ObjectTableModel::ObjectTableModel(Document &document, Kind kind, QObject *parent)
    : QAbstractTableModel(parent)
    , m_document(document)
    , m_kind(kind)
    , m_fields(fieldsOf(kind))
{
    connect(&document, &Document::changed, this, &ObjectTableModel::change);
    connect(&document, &Document::findingsChanged, this, &ObjectTableModel::touchMarks);
    m_rows = wantedRows();
}

// --- Which rows there are ---

void ObjectTableModel::setFilter(const QString &text, const QList<int> &columns)
{
    if (text == m_filter && columns == m_filterColumns)
        return;
    m_filter = text;
    m_filterColumns = columns;
    arrange();
}

void ObjectTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columnCount() || (column == m_sortColumn && order == m_sortOrder))
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    // All rows may move: one change of the layout is cheaper than so many moves.
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const auto before = persistentIndexList();
    QList<quint32> ids;
    for (const auto &index : before)
        ids.append(m_rows.at(index.row()));
    m_rows = wantedRows();
    QHash<quint32, int> places;
    for (int row = 0; row < m_rows.size(); ++row)
        places.insert(m_rows.at(row), row);
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(index(places.value(ids.at(i)), before.at(i).column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void ObjectTableModel::change(const Delta &delta)
{
    const auto sortField = field(m_sortColumn);
    const bool isOther = std::any_of(delta.cbegin(), delta.cend(), [&](const Edit &edit) {
        const auto *set = std::get_if<SetField>(&edit);
        // A name may be what a reference in the sorted column shows.
        return concerns(edit, m_kind)
            || (set && (set->field == sortField || set->field == Field::Name))
            || (!set && isSetLike(sortField));
    });
    if (isOther || isFiltered())
        arrange();
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void ObjectTableModel::touchMarks()
{
    if (!m_rows.isEmpty()) {
        Q_EMIT dataChanged(
            index(0, 0), index(rowCount() - 1, columnCount() - 1), {SeverityRole, Qt::ToolTipRole});
    }
}

void ObjectTableModel::arrange()
{
    changeRows(
        m_rows, wantedRows(),
        [this](const RowChange &change) {
            if (change.kind == RowChange::Kind::Remove)
                beginRemoveRows({}, change.first, change.last);
            else if (change.kind == RowChange::Kind::Insert)
                beginInsertRows({}, change.first, change.last);
            else
                beginMoveRows({}, change.first, change.last, {}, change.to);
        },
        [this](const RowChange &change) {
            if (change.kind == RowChange::Kind::Remove)
                endRemoveRows();
            else if (change.kind == RowChange::Kind::Insert)
                endInsertRows();
            else
                endMoveRows();
        });
}

QList<quint32> ObjectTableModel::wantedRows() const
{
    const auto &topology = m_document.topology();
    std::vector<SortKey> keys;
    const auto sortField = field(m_sortColumn);
    const auto collect = [&](const auto &table) {
        keys.reserve(size_t(table.size()));
        for (const auto &object : table) {
            if (!isAccepted(object.id))
                continue;
            const auto value = fieldValue(object, sortField);
            SortKey key {memberCount(value), {}, object.id.value()};
            if (const auto *number = std::get_if<qint64>(&value))
                key.number = *number;
            else
                key.text = fieldText(topology, sortField, value);
            keys.push_back(key);
        }
    };
    switch (m_kind) {
    case Kind::Tenant:
        collect(topology.tenants());
        break;
    case Kind::SwitchingOffice:
        collect(topology.offices());
        break;
    case Kind::Switch:
        collect(topology.switches());
        break;
    case Kind::Host:
        collect(topology.hosts());
        break;
    case Kind::Application:
        collect(topology.applications());
        break;
    }
    std::sort(keys.begin(), keys.end(), [this](const SortKey &a, const SortKey &b) {
        return m_sortOrder == Qt::AscendingOrder ? isBefore(a, b) : isBefore(b, a);
    });
    QList<quint32> rows;
    rows.reserve(qsizetype(keys.size()));
    for (const auto &key : keys)
        rows.append(key.id);
    return rows;
}

bool ObjectTableModel::isAccepted(ObjectId object) const
{
    if (m_filter.isEmpty())
        return true;
    return std::any_of(m_filterColumns.cbegin(), m_filterColumns.cend(), [&](int column) {
        return fieldText(m_document.topology(), object, field(column))
            .contains(m_filter, Qt::CaseInsensitive);
    });
}

int ObjectTableModel::rowOf(ObjectId object) const
{
    return object.kind == m_kind ? int(m_rows.indexOf(object.id)) : -1;
}

int ObjectTableModel::columnOf(Field field) const
{
    const auto place = std::find(m_fields.begin(), m_fields.end(), field);
    return place == m_fields.end() ? -1 : int(place - m_fields.begin());
}

int ObjectTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ObjectTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_fields.size());
}

// --- What cells show ---

QVariant ObjectTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    const auto id = object(index.row());
    const auto shown = field(index.column());
    const auto &topology = m_document.topology();
    if (!topology.contains(id))
        return {};  // Asked between the edit and the removal of its row.
    switch (role) {
    case Qt::DisplayRole:
        if (shown == Field::LoadBalanced)
            return {};
        return shown == Field::Name ? objectLabel(topology, id) : fieldText(topology, id, shown);
    case Qt::EditRole:
    case ValueRole:
        return QVariant::fromValue(fieldValue(topology, id, shown));
    case Qt::CheckStateRole:
        if (shown != Field::LoadBalanced || topology.isPlaceholder(id))
            return {};
        return topology.application(id.application()).isLoadBalanced ? Qt::Checked : Qt::Unchecked;
    case Qt::FontRole:
        if (topology.isPlaceholder(id)) {
            QFont font;
            font.setItalic(true);
            return font;
        }
        return {};
    case SeverityRole: {
        const auto severity = fault(id, shown);
        return severity ? QVariant(int(*severity)) : QVariant();
    }
    case Qt::ToolTipRole:
        return toolTip(id, shown);
    default:
        return {};
    }
}

std::optional<Severity> ObjectTableModel::fault(ObjectId object, Field field) const
{
    const auto &validator = m_document.validator();
    std::optional<Severity> worst;
    if (!markOf(validator.summaryOf(object)))
        return worst;
    const auto findings = validator.findingsOf(object);
    for (const auto id : findings) {
        const auto &finding = validator.finding(id);
        if (!finding.isWaived && fieldAtFault(finding.rule) == field)
            worst = std::min(worst.value_or(finding.severity), finding.severity);
    }
    return worst;
}

QString ObjectTableModel::toolTip(ObjectId object, Field field) const
{
    const auto &topology = m_document.topology();
    const auto &validator = m_document.validator();
    QStringList lines;
    const auto text = fieldText(topology, object, field);
    if (!text.isEmpty())
        lines.append(text);
    if (topology.isPlaceholder(object) && field == Field::Name)
        lines.append(tr("Something refers to this, nothing defines it."));
    const auto findings = validator.findingsOf(object);
    for (const auto id : findings) {
        const auto &finding = validator.finding(id);
        if (fieldAtFault(finding.rule) == field)
            lines.append(markWord(markOf(finding)) + u": "_s + message(topology, finding));
    }
    return toolTipText(lines.join(u'\n'));
}

QVariant ObjectTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()
        || role != Qt::DisplayRole)
        return {};
    return fieldLabel(field(section));
}

// --- Editing ---

bool ObjectTableModel::isEditable(ObjectId object, Field field) const
{
    if (!FieldEditor::hasEditor(m_kind, field) || m_document.isReadOnly())
        return false;
    if (object == ObjectId(Topology::environment))
        return false;  // It is as it always is.
    const auto &topology = m_document.topology();
    if (topology.isPlaceholder(object))
        return field == Field::Name;
    return field != Field::Component
        || topology.application(object.application()).type.id() == ApplicationType::TServer;
}

Qt::ItemFlags ObjectTableModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    auto flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    const auto id = object(index.row());
    if (m_document.topology().contains(id) && isEditable(id, field(index.column())))
        flags |= field(index.column()) == Field::LoadBalanced ? Qt::ItemIsUserCheckable
                                                              : Qt::ItemIsEditable;
    return flags;
}

bool ObjectTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || !checkIndex(index)
        || !(flags(index) & (Qt::ItemIsEditable | Qt::ItemIsUserCheckable)))
        return false;
    Value wanted;
    if (role == Qt::CheckStateRole)
        wanted = value.toInt() == Qt::Checked;
    else if (value.canConvert<Value>())
        wanted = value.value<Value>();
    else
        return false;
    const auto id = object(index.row());
    const auto changed = field(index.column());
    const auto applied = m_document.apply(
        [&](const Topology &topology) { return setField(topology, id, changed, wanted); });
    if (!applied)
        Q_EMIT refused(applied.error());
    return applied.has_value();
}
