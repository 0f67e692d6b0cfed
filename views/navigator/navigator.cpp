// SPDX-License-Identifier: Apache-2.0
#include "views/navigator/navigator.h"

#include "models/document/document.h"
#include "views/common/gestures.h"
#include "views/common/icons.h"
#include "views/common/objecttext.h"
#include "views/common/selection.h"
#include "views/navigator/navigatordelegate.h"
#include "views/navigator/navigatormodel.h"

#include <QButtonGroup>
#include <QLineEdit>
#include <QMenu>
#include <QScopedValueRollback>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

Navigator::Navigator(Document &document, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_selection(selection)
    , m_model(new NavigatorModel(document, this))
    , m_tree(new QTreeView(this))
    , m_filter(new QLineEdit(this))
{
    m_filter->setObjectName(u"navigatorFilterEdit"_s);
    m_filter->setPlaceholderText(tr("Filter, such as type:sms"));
    m_filter->setAccessibleName(tr("Filter objects"));
    m_filter->setToolTip(
        toolTipText(tr("Words that must all be found in the name, type, tenant or host.\n"
                       "type:  tenant:  host:  state:  release:<8.1.2  look there alone.")));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(actionIcon("filter"_L1), QLineEdit::LeadingPosition);

    m_tree->setObjectName(u"navigatorTree"_s);
    m_tree->setAccessibleName(tr("Navigator"));
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new NavigatorDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setExpandsOnDoubleClick(false);

    auto *groupings = new QHBoxLayout;
    groupings->setSpacing(2);
    auto *group = new QButtonGroup(this);
    for (auto *button :
        {addGroupingButton(NavigatorGrouping::Tenant, tr("Tenant"), tr("Group by tenant")),
            addGroupingButton(NavigatorGrouping::Type, tr("Type"), tr("Group by type")),
            addGroupingButton(NavigatorGrouping::Host, tr("Host"), tr("Group by host"))}) {
        group->addButton(button);
        groupings->addWidget(button);
    }
    groupings->addStretch();
    m_groupingButtons.constFirst()->setChecked(true);

    auto *head = new QVBoxLayout;
    head->setContentsMargins(10, 8, 8, 4);
    head->setSpacing(4);
    head->addWidget(m_filter);
    head->addLayout(groupings);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_tree);
    setFocusProxy(m_tree);

    connect(m_filter, &QLineEdit::textChanged, this, &Navigator::applyFilter);
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, &Navigator::rememberPlace);
    connect(m_model, &QAbstractItemModel::modelReset, this, &Navigator::restorePlace);
    connect(
        m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this, &Navigator::select);
    connect(m_tree, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (const auto object = m_model->object(index))
            m_selection.reveal(*object);
    });
    connect(m_tree, &QTreeView::customContextMenuRequested, this, &Navigator::openMenu);
    connect(&m_selection, &Selection::changed, this, &Navigator::followSelection);
    connect(&m_document, &Document::historyChanged, this, &Navigator::keepSelection);
    followSelection();
}

QAbstractButton *Navigator::addGroupingButton(
    NavigatorGrouping grouping, const QString &text, const QString &explanation)
{
    auto *button = new QToolButton(this);
    button->setObjectName(u"groupBy%1Button"_s.arg(int(grouping)));
    button->setText(text);
    button->setToolTip(explanation);
    button->setAccessibleName(explanation);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QToolButton::toggled, this, [this, grouping](bool isOn) {
        if (isOn)
            m_model->setGrouping(grouping);
    });
    m_groupingButtons.append(button);
    return button;
}

NavigatorGrouping Navigator::grouping() const
{
    return m_model->grouping();
}

void Navigator::setGrouping(NavigatorGrouping grouping)
{
    m_groupingButtons.at(int(grouping))->setChecked(true);
}

void Navigator::applyFilter()
{
    m_model->setFilter(m_filter->text());
    constexpr int fewGroups = 50;
    if (m_model->isFiltered() && m_model->rowCount() <= fewGroups)
        m_tree->expandAll();
}

void Navigator::rememberPlace()
{
    m_expanded.clear();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const auto index = m_model->index(row, 0);
        if (m_tree->isExpanded(index))
            m_expanded.append(*m_model->group(index));
    }
}

void Navigator::restorePlace()
{
    for (const auto &group : std::as_const(m_expanded)) {
        if (const auto index = m_model->find(group); index.isValid())
            m_tree->expand(index);
    }
    followSelection();
}

QList<ObjectId> Navigator::selectedObjects() const
{
    QList<ObjectId> objects;
    for (const auto &index : m_tree->selectionModel()->selectedIndexes()) {
        if (const auto object = m_model->object(index))
            objects.append(*object);
    }
    // The one that was chosen last is current.
    if (const auto current = m_model->object(m_tree->currentIndex());
        current && objects.removeOne(*current))
        objects.append(*current);
    return objects;
}

void Navigator::select()
{
    if (m_isFollowing)
        return;
    const auto objects = selectedObjects();
    // A heading that is no object leaves the window's selection alone; so does a row that went
    // away.
    if (!objects.isEmpty()) {
        QScopedValueRollback following(m_isFollowing, true);
        m_selection.select(objects);
    }
}

void Navigator::followSelection()
{
    if (m_isFollowing)
        return;
    QScopedValueRollback following(m_isFollowing, true);
    QItemSelection wanted;
    QModelIndex current;
    for (const auto object : m_selection.objects()) {
        const auto index = m_model->find(object);
        if (!index.isValid())
            continue;
        wanted.select(index, index);
        current = index;
    }
    auto *selection = m_tree->selectionModel();
    selection->select(wanted, QItemSelectionModel::ClearAndSelect);
    if (current.isValid()) {
        selection->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
        m_tree->scrollTo(current);
    }
}

/// What is selected may have gone to another group: a server that lost its second tenant.
void Navigator::keepSelection()
{
    const auto selected = selectedObjects();
    const QSet<ObjectId> shown(selected.cbegin(), selected.cend());
    const auto &wanted = m_selection.objects();
    const auto isShown = [&](ObjectId object) {
        return shown.contains(object) || !m_model->find(object).isValid();
    };
    if (!std::all_of(wanted.cbegin(), wanted.cend(), isShown))
        followSelection();
}

void Navigator::openMenu(const QPoint &position)
{
    const auto objects = selectedObjects();
    if (objects.isEmpty())
        return;
    const auto current = objects.constLast();
    const bool canRemoveAll = std::all_of(objects.cbegin(), objects.cend(),
        [this](ObjectId object) { return canRemove(m_document, object); });
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(
        actionIcon("edit"_L1), tr("Edit"), this, [this, current] { m_selection.reveal(current); });
    menu->addAction(actionIcon("duplicate"_L1), tr("Duplicate"), this,
            [this, current] { duplicateObject(m_document, m_selection, current, this); })
        ->setEnabled(objects.size() == 1 && canRemove(m_document, current));
    if (current.kind == Kind::Tenant)
        menu->addAction(kindIcon(Kind::Tenant), tr("Onboard…"), this,
                [this, current] { onboardTenant(m_document, {current}, this); })
            ->setEnabled(canRemove(m_document, current));
    menu->addAction(actionIcon("remove"_L1), tr("Remove"), this,
            [this, objects] { removeObjects(m_document, objects, this); })
        ->setEnabled(canRemoveAll);
    menu->popup(m_tree->viewport()->mapToGlobal(position));
}
