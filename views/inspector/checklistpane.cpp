// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/checklistpane.h"

#include "models/base/text.h"
#include "models/topology/edits.h"
#include "views/common/elideddelegate.h"
#include "views/common/fieldtext.h"
#include "views/common/objecttext.h"
#include "views/common/plainlabel.h"
#include "views/common/rowchanges.h"
#include "views/common/tones.h"
#include "views/common/verdict.h"

#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype filterFrom = 8;  // Up to so many entries need no filter.

/// The remark stands at the right, muted.
class CheckDelegate final : public ElidedDelegate
{
public:
    using ElidedDelegate::ElidedDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override
    {
        const auto remark = index.data(CheckListModel::RemarkRole).toString();
        auto rest = option;
        if (!remark.isEmpty())
            rest.rect.setRight(
                rest.rect.right() - option.fontMetrics.horizontalAdvance(remark) - 12);
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, option.palette.color(QPalette::Highlight));
        ElidedDelegate::paint(painter, rest, index);
        const bool isForbidden = index.data(CheckListModel::ForbiddenRole).toBool();
        painter->setPen(toneColour(option.palette, isForbidden ? Tone::Warning : Tone::Muted));
        painter->drawText(
            option.rect.adjusted(0, 0, -6, 0), int(Qt::AlignRight | Qt::AlignVCenter), remark);
    }
};

}  // namespace

// --- The list ---

CheckListModel::CheckListModel(Remark remark, QObject *parent)
    : QAbstractListModel(parent)
    , m_remark(std::move(remark))
{
}

void CheckListModel::setEntries(const QList<Entry> &entries, const QString &filter, bool isEditable)
{
    m_isEditable = isEditable;
    QList<quint32> wanted;
    QHash<quint32, Entry> byId;
    for (const auto &entry : entries) {
        if (filter.isEmpty() || entry.text.contains(filter, Qt::CaseInsensitive))
            wanted.append(entry.id);
        byId.insert(entry.id, entry);
    }
    // What goes must still be known while views let go of it.
    for (auto it = m_entries.cbegin(); it != m_entries.cend(); ++it) {
        if (!byId.contains(it.key()))
            byId.insert(it.key(), *it);
    }
    m_entries = byId;
    changeRows(
        m_ids, wanted,
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
    if (!m_ids.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int CheckListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_ids.size());
}

QVariant CheckListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    const auto &entry = *m_entries.constFind(m_ids.at(index.row()));
    switch (role) {
    case Qt::DisplayRole:
        return entry.text;
    case Qt::CheckStateRole:
        return entry.isChecked ? Qt::Checked : Qt::Unchecked;
    case RemarkRole:
        return m_remark(entry.id).first;
    case ForbiddenRole:
        return m_remark(entry.id).second;
    default:
        return {};
    }
}

bool CheckListModel::setData(const QModelIndex &index, const QVariant &, int role)
{
    if (!index.isValid() || !checkIndex(index) || role != Qt::CheckStateRole || !m_isEditable)
        return false;
    Q_EMIT toggled(m_ids.at(index.row()));
    return true;
}

Qt::ItemFlags CheckListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const auto usual = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return m_isEditable ? usual | Qt::ItemIsUserCheckable : usual;
}

// --- The pane ---

CheckListPane::CheckListPane(Document &document, Field field, QWidget *parent)
    : FieldPane(document, field, parent)
    , m_model(new CheckListModel([this](quint32 id) { return remark(id); }, this))
    , m_filter(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_sentence(plainLabel({}, this, LabelKind::Paragraph))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_filter->setObjectName(QString(fieldName(field)) + u"FilterEdit"_s);
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setClearButtonEnabled(true);
    column->addWidget(m_filter);
    m_list->setObjectName(QString(fieldName(field)) + u"List"_s);
    m_list->setAccessibleName(fieldLabel(field));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CheckDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    column->addWidget(m_list);
    m_sentence->setObjectName(QString(fieldName(field)) + u"Sentence"_s);
    column->addWidget(m_sentence);
    setFocusProxy(m_list);

    connect(m_filter, &QLineEdit::textChanged, this, &CheckListPane::refresh);
    connect(m_model, &CheckListModel::toggled, this, &CheckListPane::toggle);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        m_hovered.reset();
        describe();
    });
    connect(m_list, &QListView::entered, this, [this](const QModelIndex &index) {
        m_hovered = m_model->id(index.row());
        describe();
    });
}

void CheckListPane::refresh()
{
    if (!hasObject())
        return;
    const auto all = entries();
    m_filter->setVisible(all.size() > filterFrom);
    m_model->setEntries(all, m_filter->isVisibleTo(this) ? m_filter->text() : QString(), canEdit());
    // As high as its entries, up to a limit where it scrolls.
    const int rows = std::clamp(m_model->rowCount(), 1, int(filterFrom));
    m_list->setFixedHeight(rows * (fontMetrics().height() + 10) + 2 * m_list->frameWidth());
    describe();
}

void CheckListPane::takeFocus()
{
    m_list->setFocus(Qt::OtherFocusReason);
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->index(0));
}

void CheckListPane::toggle(quint32 id)
{
    if (hasObject() && topology().contains(object()))
        apply([&](const Topology &current) { return toggleStep(current, id); });
}

void CheckListPane::describe()
{
    auto id = m_hovered;
    if (!id && m_list->currentIndex().isValid())
        id = m_model->id(m_list->currentIndex().row());
    const bool isShown = id && hasObject() && m_model->rowOf(*id) >= 0 && canEdit();
    m_sentence->setText(isShown ? sentence(*id) : QString());
    m_sentence->setVisible(isShown && !m_sentence->text().isEmpty());
}

bool CheckListPane::isChecked(quint32 id) const
{
    const auto &application = topology().application(object().application());
    if (field() == Field::Tenants)
        return std::binary_search(
            application.tenants.cbegin(), application.tenants.cend(), TenantId(id));
    return std::binary_search(
        application.switches.cbegin(), application.switches.cend(), SwitchId(id));
}

// --- Tenants ---

TenantsPane::TenantsPane(Document &document, QWidget *parent)
    : CheckListPane(document, Field::Tenants, parent)
{
}

QList<CheckListModel::Entry> TenantsPane::entries() const
{
    QList<CheckListModel::Entry> entries;
    for (const auto &tenant : topology().tenants())
        entries.append(
            {tenant.id.value(), objectLabel(topology(), tenant.id), isChecked(tenant.id.value())});
    std::sort(entries.begin(), entries.end(), [](const auto &a, const auto &b) {
        const bool isFirst = TenantId(a.id) == Topology::environment;
        if (isFirst != (TenantId(b.id) == Topology::environment))
            return isFirst;
        const auto order = compareText(a.text, b.text);
        return order == 0 ? a.id < b.id : order < 0;
    });
    return entries;
}

std::pair<QString, bool> TenantsPane::remark(quint32 id) const
{
    if (isChecked(id) || !topology().tenants().contains(TenantId(id)))
        return {};
    switch (toggleVerdict(topology(), object().application(), TenantId(id))) {
    case Verdict::Forbidden:
        return {tr("not allowed"), false};
    case Verdict::Conditional:
        return {tr("with a condition"), true};
    case Verdict::Allowed:
        break;
    }
    return {};
}

Result<Step> TenantsPane::toggleStep(const Topology &topology, quint32 id) const
{
    return ::toggleStep(topology, object().application(), TenantId(id));
}

QString TenantsPane::sentence(quint32 id) const
{
    return toggleSentence(document(), object().application(), TenantId(id));
}

// --- Switches ---

SwitchesPane::SwitchesPane(Document &document, QWidget *parent)
    : CheckListPane(document, Field::Switches, parent)
{
}

QList<CheckListModel::Entry> SwitchesPane::entries() const
{
    QList<CheckListModel::Entry> entries;
    for (const auto &each : topology().switches())
        entries.append(
            {each.id.value(), switchText(topology(), each.id), isChecked(each.id.value())});
    std::sort(entries.begin(), entries.end(), [](const auto &a, const auto &b) {
        const auto order = compareText(a.text, b.text);
        return order == 0 ? a.id < b.id : order < 0;
    });
    return entries;
}

std::pair<QString, bool> SwitchesPane::remark(quint32 id) const
{
    if (!topology().switches().contains(SwitchId(id)))
        return {};
    const auto office = topology().switchAt(SwitchId(id)).office;
    return {office ? plainText(topology().office(*office).type) : QString(), false};
}

Result<Step> SwitchesPane::toggleStep(const Topology &topology, quint32 id) const
{
    const auto application = object().application();
    const auto &linked = topology.application(application).switches;
    return linked.contains(SwitchId(id)) ? unlinkSwitch(topology, application, SwitchId(id))
                                         : linkSwitch(topology, application, SwitchId(id));
}

QString SwitchesPane::sentence(quint32) const
{
    return {};
}
