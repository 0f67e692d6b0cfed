// SPDX-License-Identifier: Apache-2.0
#include "views/tables/objecttable.h"

#include "models/topology/edits.h"
#include "views/common/emptystate.h"
#include "views/common/gestures.h"
#include "views/common/icons.h"
#include "views/common/notices.h"
#include "views/common/objecttext.h"
#include "views/common/plainlabel.h"
#include "views/tables/addbar.h"
#include "views/tables/fielddelegate.h"
#include "views/tables/objecttablemodel.h"

#include <QAction>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

/// The columns that nobody has to look for; the others are hidden until somebody asks.
bool isUsualColumn(Kind kind, Field field)
{
    if (kind != Kind::Application)
        return field != Field::Extra;
    switch (field) {
    case Field::Name:
    case Field::Type:
    case Field::Release:
    case Field::State:
    case Field::Tenants:
    case Field::Host:
    case Field::Redundancy:
    case Field::Backup:
    case Field::Connections:
    case Field::Ports:
        return true;
    default:
        return false;
    }
}

int usualWidth(Field field)
{
    switch (field) {
    case Field::Dbid:
    case Field::LcaPort:
        return 80;
    case Field::State:
    case Field::LoadBalanced:
        return 90;
    case Field::Tenants:
    case Field::Connections:
        return 240;
    case Field::Type:
        return 190;
    default:
        return 150;
    }
}

QString kindPlural(Kind kind)
{
    switch (kind) {
    case Kind::Tenant:
        return ObjectTable::tr("Tenants");
    case Kind::SwitchingOffice:
        return ObjectTable::tr("Switching offices");
    case Kind::Switch:
        return ObjectTable::tr("Switches");
    case Kind::Host:
        return ObjectTable::tr("Hosts");
    case Kind::Application:
        break;
    }
    return ObjectTable::tr("Applications");
}

QString kindNoun(Kind kind)
{
    switch (kind) {
    case Kind::Tenant:
        return ObjectTable::tr("tenant");
    case Kind::SwitchingOffice:
        return ObjectTable::tr("switching office");
    case Kind::Switch:
        return ObjectTable::tr("switch");
    case Kind::Host:
        return ObjectTable::tr("host");
    case Kind::Application:
        break;
    }
    return ObjectTable::tr("application");
}

}  // namespace

ObjectTable::ObjectTable(Document &document, Selection &selection, Kind kind, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_selection(selection)
    , m_kind(kind)
    , m_model(new ObjectTableModel(document, kind, this))
    , m_view(new QTableView(this))
    , m_filter(new QLineEdit(this))
    , m_add(new QAction(actionIcon("add"_L1), tr("Add"), this))
    , m_onboard(new QAction(kindIcon(kind), tr("Onboard…"), this))
    , m_duplicate(new QAction(actionIcon("duplicate"_L1), tr("Duplicate"), this))
    , m_remove(new QAction(actionIcon("remove"_L1), tr("Remove"), this))
    , m_count(plainLabel({}, this))
    , m_addBar(new AddBar(document, kind, this))
    , m_pages(new QStackedWidget(this))
    , m_empty(new EmptyState({}, {}, this))
{
    const auto token = QString(kindToken(kind));
    setObjectName(token + u"Table"_s);
    m_view->setObjectName(token + u"View"_s);
    m_filter->setObjectName(token + u"FilterEdit"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    makeBar();
    column->addWidget(m_addBar);
    makeView();
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_empty);
    column->addWidget(m_pages, 1);

    connect(m_model, &ObjectTableModel::refused, this,
        [this](const Error &error) { postError(this, error); });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &ObjectTable::showCount);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &ObjectTable::showCount);
    connect(m_filter, &QLineEdit::textChanged, this, &ObjectTable::applyFilter);
    connect(m_addBar, &AddBar::accepted, this, &ObjectTable::add);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &ObjectTable::takeSelection);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &ObjectTable::takeSelection);
    connect(&m_selection, &Selection::changed, this, &ObjectTable::showSelection);
    showSelection();
    showCount();
}

void ObjectTable::makeBar()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(6, 5, 6, 5);
    auto *title = plainLabel(kindPlural(m_kind), bar);
    auto font = title->font();
    font.setBold(true);
    title->setFont(font);
    row->addWidget(title);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(m_count);
    row->addSpacing(8);
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setAccessibleName(tr("Filter %1").arg(kindPlural(m_kind)));
    m_filter->setMaximumWidth(280);
    row->addWidget(m_filter, 1);
    row->addStretch(1);
    const std::pair<QAction *, QString> actions[] = {{m_add, u"addButton"_s},
        {m_onboard, u"onboardButton"_s}, {m_duplicate, u"duplicateButton"_s},
        {m_remove, u"removeButton"_s}};
    m_onboard->setVisible(m_kind == Kind::Tenant);
    m_onboard->setToolTip(tr("Ways to serve a tenant, new or selected, and what each costs"));
    for (const auto &[action, name] : actions) {
        if (!action->isVisible())
            continue;
        auto *button = new QToolButton(bar);
        button->setObjectName(QString(kindToken(m_kind)) + u'-' + name);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        row->addWidget(button);
    }
    layout()->addWidget(bar);

    m_remove->setShortcut(QKeySequence::Delete);
    m_remove->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_view->addAction(m_remove);
    m_add->setEnabled(!m_document.isReadOnly());
    connect(m_add, &QAction::triggered, this, &ObjectTable::openAdd);
    m_onboard->setEnabled(!m_document.isReadOnly());
    connect(m_onboard, &QAction::triggered, this,
        [this] { onboardTenant(m_document, m_selection.objects(), this); });
    connect(m_duplicate, &QAction::triggered, this, &ObjectTable::duplicate);
    connect(m_remove, &QAction::triggered, this, &ObjectTable::remove);
}

void ObjectTable::openAdd()
{
    const auto current = m_selection.current();
    const bool isTenant = current && current->kind == Kind::Tenant;
    m_addBar->open(isTenant ? std::optional(current->tenant()) : std::nullopt);
}

void ObjectTable::makeView()
{
    m_view->setModel(m_model);
    m_view->setItemDelegate(new FieldDelegate(m_document.topology(), m_view));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_view->setTabKeyNavigation(false);
    m_view->setShowGrid(false);
    m_view->setAlternatingRowColors(true);
    m_view->setWordWrap(false);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setAccessibleName(kindPlural(m_kind));
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->verticalHeader()->setDefaultSectionSize(m_view->fontMetrics().height() + 10);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QWidget::customContextMenuRequested, this, &ObjectTable::openMenu);
    connect(m_view, &QAbstractItemView::doubleClicked, this, &ObjectTable::activate);

    auto *header = m_view->horizontalHeader();
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, &ObjectTable::openColumnMenu);
    chooseColumns();
    m_view->setSortingEnabled(true);
}

// --- Columns ---

void ObjectTable::chooseColumns()
{
    auto *header = m_view->horizontalHeader();
    header->setSortIndicator(m_model->columnOf(Field::Name), Qt::AscendingOrder);
    for (int column = 0; column < m_model->columnCount(); ++column) {
        header->resizeSection(column, usualWidth(m_model->field(column)));
        header->setSectionHidden(column, !isUsualColumn(m_kind, m_model->field(column)));
    }
}

void ObjectTable::setColumnShown(int column, bool isShown)
{
    m_view->setColumnHidden(column, !isShown);
    applyFilter();
}

void ObjectTable::showAllColumns()
{
    for (int column = 0; column < m_model->columnCount(); ++column)
        m_view->setColumnHidden(column, false);
    applyFilter();
}

void ObjectTable::openColumnMenu(const QPoint &position)
{
    QMenu menu(this);
    for (int column = 0; column < m_model->columnCount(); ++column) {
        auto *action = menu.addAction(mnemonicText(fieldLabel(m_model->field(column))));
        action->setCheckable(true);
        action->setChecked(!m_view->isColumnHidden(column));
        // The name says which object a row is.
        action->setEnabled(m_model->field(column) != Field::Name);
        connect(action, &QAction::toggled, this,
            [this, column](bool isShown) { setColumnShown(column, isShown); });
    }
    menu.addSeparator();
    menu.addAction(tr("Show all columns"), this, &ObjectTable::showAllColumns);
    menu.exec(m_view->horizontalHeader()->mapToGlobal(position));
}

// --- Selection ---

QList<ObjectId> ObjectTable::selectedObjects() const
{
    QList<ObjectId> objects;
    const auto current = m_view->currentIndex();
    const auto rows = m_view->selectionModel()->selectedRows();
    for (const auto &index : rows) {
        if (index.row() != current.row())
            objects.append(m_model->object(index.row()));
    }
    // The current one comes last: that is the one the inspector shows.
    if (current.isValid() && m_view->selectionModel()->isRowSelected(current.row()))
        objects.append(m_model->object(current.row()));
    return objects;
}

void ObjectTable::takeSelection()
{
    if (m_isFollowing)
        return;
    const auto objects = selectedObjects();
    if (objects.isEmpty())
        return;  // A row went away, or the filter hides it: that is nobody's choice.
    const auto current = m_view->currentIndex();
    m_isFollowing = true;
    m_selection.select(objects,
        current.isValid() ? std::optional(m_model->field(current.column())) : std::nullopt);
    m_isFollowing = false;
    updateActions();
}

void ObjectTable::showSelection()
{
    updateActions();
    if (m_isFollowing)
        return;
    m_isFollowing = true;
    QItemSelection rows;
    int last = -1;
    for (const auto &object : m_selection.objects()) {
        const int row = m_model->rowOf(object);
        if (row >= 0) {
            rows.select(m_model->index(row, 0), m_model->index(row, m_model->columnCount() - 1));
            last = row;
        }
    }
    m_view->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
    if (last >= 0) {
        const auto field = m_selection.field();
        const int wanted = field ? m_model->columnOf(*field) : -1;
        const int column = wanted >= 0 && !m_view->isColumnHidden(wanted)
            ? wanted
            : m_model->columnOf(Field::Name);
        // Down to the row, but not sideways: the name must stay in sight.
        m_view->setAutoScroll(false);
        m_view->selectionModel()->setCurrentIndex(
            m_model->index(last, column), QItemSelectionModel::NoUpdate);
        m_view->setAutoScroll(true);
        m_view->scrollTo(m_model->index(last, m_view->columnAt(0)));
    }
    m_isFollowing = false;
}

void ObjectTable::updateActions()
{
    const auto &objects = m_selection.objects();
    const bool isOurs = !objects.isEmpty()
        && std::all_of(objects.cbegin(), objects.cend(),
            [&](ObjectId object) { return object.kind == m_kind; });
    const bool canChange = isOurs
        && std::all_of(objects.cbegin(), objects.cend(),
            [&](ObjectId object) { return canRemove(m_document, object); });
    m_remove->setEnabled(canChange);
    m_duplicate->setEnabled(canChange && objects.size() == 1);
}

void ObjectTable::activate(const QModelIndex &index)
{
    // What can't be edited in a cell is edited in the inspector.
    if (!(m_model->flags(index) & (Qt::ItemIsEditable | Qt::ItemIsUserCheckable)))
        m_selection.reveal(m_model->object(index.row()), m_model->field(index.column()));
}

void ObjectTable::openMenu(const QPoint &position)
{
    QMenu menu(this);
    menu.addActions({m_add, m_onboard});
    menu.addAction(m_duplicate);
    menu.addAction(m_remove);
    const auto index = m_view->indexAt(position);
    if (index.isValid()) {
        menu.addSeparator();
        const auto object = m_model->object(index.row());
        const auto field = m_model->field(index.column());
        menu.addAction(tr("Show in the inspector"), this,
            [this, object, field] { m_selection.reveal(object, field); });
    }
    menu.exec(m_view->viewport()->mapToGlobal(position));
}

// --- Edits ---

void ObjectTable::add(const Record &record)
{
    std::optional<ObjectId> made;
    const auto applied = m_document.apply([&](const Topology &topology) {
        auto step = addObject(topology, record);
        if (step)
            made = addedObject(*step);
        return step;
    });
    if (succeeded(applied, this) && made)
        m_selection.select(*made, Field::Name);
}

void ObjectTable::duplicate()
{
    if (const auto object = m_selection.current())
        duplicateObject(m_document, m_selection, *object, this);
}

void ObjectTable::remove()
{
    removeObjects(m_document, m_selection.objects(), this);
}

void ObjectTable::applyFilter()
{
    QList<int> columns;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        if (!m_view->isColumnHidden(column))
            columns.append(column);
    }
    // The cursor slips from what is hidden to its neighbour: nobody chose that.
    m_isFollowing = true;
    m_model->setFilter(m_filter->text(), columns);
    m_isFollowing = false;
    showSelection();
    showCount();
}

void ObjectTable::showCount()
{
    const int all = m_document.topology().objectCount(m_kind);
    const int shown = m_model->rowCount();
    m_count->setText(
        m_model->isFiltered() ? tr("%1 of %2").arg(shown).arg(all) : QString::number(all));
    if (m_model->isFiltered()) {
        m_empty->setTexts(tr("Nothing matches the filter"),
            tr("The filter looks at the columns that are shown."));
    } else {
        m_empty->setTexts(tr("No %1 yet").arg(kindNoun(m_kind)),
            tr("Add the first one here, or import a configuration."));
    }
    m_pages->setCurrentIndex(shown > 0 ? 0 : 1);
}
