// SPDX-License-Identifier: Apache-2.0
#include "views/matrix/assignmentsview.h"

#include "models/document/document.h"
#include "views/common/emptystate.h"
#include "views/common/mark.h"
#include "views/common/notices.h"
#include "views/common/objecttext.h"
#include "views/common/plainlabel.h"
#include "views/common/plannedrow.h"
#include "views/common/selection.h"
#include "views/matrix/assignmentsmodel.h"
#include "views/matrix/matrixlegend.h"
#include "views/matrix/matrixtable.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

AssignmentsView::AssignmentsView(Document &document, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_selection(selection)
    , m_model(new AssignmentsModel(document, this))
    , m_table(new MatrixTable(document, *m_model, this))
    , m_serverFilter(new QLineEdit(this))
    , m_tenantFilter(new QLineEdit(this))
    , m_order(new QComboBox(this))
    , m_showAll(new QCheckBox(tr("Show all servers"), this))
    , m_sentence(plainLabel({}, this, LabelKind::Paragraph))
    , m_pages(new QStackedWidget(this))
    , m_empty(new EmptyState({}, {}, this))
    , m_describing(new QTimer(this))
{
    setObjectName(u"assignmentsPanel"_s);
    m_table->setObjectName(u"assignmentsView"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    makeBar();
    m_pages->addWidget(m_table);
    m_pages->addWidget(m_empty);
    column->addWidget(m_pages, 1);
    makeFoot();

    // The sentence asks the validator: once, however many cells the pointer crosses on its way.
    m_describing->setSingleShot(true);
    m_describing->setInterval(0);
    connect(m_describing, &QTimer::timeout, this, &AssignmentsView::describe);
    connect(m_table, &MatrixTable::lookedAtChanged, m_describing, qOverload<>(&QTimer::start));
    connect(&document, &Document::changed, m_describing, qOverload<>(&QTimer::start));
    connect(&document, &Document::baselineChanged, m_describing, qOverload<>(&QTimer::start));
    connect(m_table, &MatrixTable::editAsked, this, &AssignmentsView::edit);
    connect(m_table, &MatrixTable::refused, this,
        [this](const Error &error) { postError(this, error); });
    connect(m_table, &MatrixTable::opened, this, [this](const QModelIndex &index) {
        if (!m_model->isHeading(index.row()))
            m_selection.reveal(m_model->application(index.row()), Field::Tenants);
    });
    connect(m_table, &MatrixTable::foldingAsked, this, [this](int row) {
        QScopedValueRollback following(m_isFollowing, true);  // What it hides is nobody's choice.
        m_model->setFolded(row, !m_model->isFolded(row));
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &AssignmentsView::takeSelection);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionDoubleClicked, this,
        [this](int section) { m_selection.reveal(m_model->tenant(section)); });
    connect(m_table->horizontalHeader(), &QHeaderView::sectionClicked, this,
        [this](int section) { m_selection.select(m_model->tenant(section)); });
    connect(
        m_table->verticalHeader(), &QHeaderView::sectionDoubleClicked, this, [this](int section) {
            if (!m_model->isHeading(section))
                m_selection.reveal(m_model->application(section));
        });
    connect(&selection, &Selection::changed, this, &AssignmentsView::followSelection);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &AssignmentsView::updatePage);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &AssignmentsView::updatePage);
    updatePage();
    // Where the keyboard begins: a cell, rather than the heading above it.
    m_table->setAutoScroll(false);
    m_table->selectionModel()->setCurrentIndex(
        m_model->index(1, std::min(1, m_model->columnCount() - 1)), QItemSelectionModel::NoUpdate);
    m_table->setAutoScroll(true);
    followSelection();
    describe();
}

void AssignmentsView::makeBar()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(6, 5, 10, 5);
    m_order->setObjectName(u"orderBox"_s);
    m_order->setAccessibleName(tr("Order of servers"));
    m_order->addItem(tr("By type"), int(AssignmentsModel::Order::Type));
    m_order->addItem(tr("By name"), int(AssignmentsModel::Order::Name));
    m_order->addItem(tr("By number of tenants"), int(AssignmentsModel::Order::TenantCount));
    row->addWidget(m_order);
    connect(m_order, &QComboBox::currentIndexChanged, this, &AssignmentsView::applyFilter);
    const std::tuple<QLineEdit *, QString, QString> filters[] = {
        {m_serverFilter, u"serverFilterEdit"_s, tr("Filter servers")},
        {m_tenantFilter, u"tenantFilterEdit"_s, tr("Filter tenants")},
    };
    for (const auto &[edit, name, text] : filters) {
        edit->setObjectName(name);
        edit->setPlaceholderText(text);
        edit->setAccessibleName(text);
        edit->setClearButtonEnabled(true);
        edit->setMaximumWidth(200);
        row->addWidget(edit, 1);
        connect(edit, &QLineEdit::textChanged, this, &AssignmentsView::applyFilter);
    }
    m_showAll->setObjectName(u"showAllBox"_s);
    m_showAll->setToolTip(tr("Also servers that no rule ties to tenants"));
    connect(m_showAll, &QCheckBox::toggled, this, &AssignmentsView::applyFilter);
    row->addWidget(m_showAll);
    row->addStretch(1);
    layout()->addWidget(bar);
}

void AssignmentsView::makeFoot()
{
    auto *foot = new QWidget(this);
    auto *lines = new QVBoxLayout(foot);
    lines->setContentsMargins(10, 6, 10, 6);
    lines->setSpacing(6);
    lines->addWidget(new MatrixLegend(foot));
    m_sentence->setObjectName(u"cellSentence"_s);
    // Two lines from the start: the matrix must not jump when a sentence is longer.
    m_sentence->setMinimumHeight(2 * fontMetrics().lineSpacing());
    m_sentence->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    lines->addWidget(m_sentence);
    layout()->addWidget(foot);
}

void AssignmentsView::applyFilter()
{
    const auto current = m_table->currentIndex();
    std::optional<ApplicationId> application;
    std::optional<TenantId> tenant;
    if (current.isValid())
        tenant = m_model->tenant(current.column());
    if (current.isValid() && !m_model->isHeading(current.row()))
        application = m_model->application(current.row());
    m_model->setFilter({m_showAll->isChecked() ? AssignmentsModel::Servers::All
                                               : AssignmentsModel::Servers::WithTenantRule,
        AssignmentsModel::Order(m_order->currentData().toInt()), m_serverFilter->text(),
        m_tenantFilter->text()});
    updatePage();
    // Where the keyboard was, if that is still shown.
    const auto index = m_model->index(application ? m_model->rowOf(*application) : 0,
        tenant ? std::max(0, m_model->columnOf(*tenant)) : 0);
    if (index.isValid())
        m_table->selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    followSelection();
}

void AssignmentsView::updatePage()
{
    const bool isEmpty = m_model->rowCount() == 0;
    if (isEmpty) {
        if (m_serverFilter->text().isEmpty())
            m_empty->setTexts(tr("No servers with a tenant rule"),
                tr("Add an application, or import a configuration."));
        else
            m_empty->setTexts(tr("Nothing matches the filter"),
                tr("It looks at the names of servers and of their types."));
    }
    m_pages->setCurrentIndex(isEmpty ? 1 : 0);
}

void AssignmentsView::edit(const QList<CellWish> &wishes)
{
    const auto applied = m_document.apply(
        [&](const Topology &topology) { return setAssignments(topology, wishes); });
    [[maybe_unused]] const bool isDone = succeeded(applied, this);
}

void AssignmentsView::describe()
{
    const auto index = m_table->lookedAt();
    auto text = index.isValid()
        ? toggleSentence(
            m_document, m_model->application(index.row()), m_model->tenant(index.column()))
        : tr(
            "Click a dot or press Space to assign a tenant to a server, or to take it away. What that would mean is said here.");
    const auto revision = index.isValid()
        ? m_document.topology().pendingRestart(m_model->application(index.row()))
        : std::nullopt;
    if (revision)
        text += u' ' + markGlyph(Mark::Pending) + u' ' + pendingSentence(*revision);
    m_sentence->setText(text);
    m_sentence->setForegroundRole(
        index.isValid() ? QPalette::WindowText : QPalette::PlaceholderText);
    m_table->viewport()->setToolTip(index.isValid() ? toolTipText(text) : QString());
}

void AssignmentsView::takeSelection()
{
    if (m_isFollowing)
        return;
    // Rows, by ranges; many of them are a range to fill rather than a choice of objects.
    constexpr qsizetype mostObjects = 200;
    QList<ObjectId> objects;
    const auto ranges = m_table->selectionModel()->selection();
    for (const auto &range : ranges) {
        for (int row = range.top(); row <= range.bottom() && objects.size() <= mostObjects; ++row) {
            if (!m_model->isHeading(row) && !objects.contains(ObjectId(m_model->application(row))))
                objects.append(m_model->application(row));
        }
    }
    const auto current = m_table->currentIndex();
    if (current.isValid() && !m_model->isHeading(current.row())) {
        const ObjectId object = m_model->application(current.row());
        if (objects.size() > mostObjects)
            objects.clear();
        if (objects.removeAll(object) > 0 || objects.isEmpty())
            objects.append(object);
    }
    if (objects.isEmpty() || objects.size() > mostObjects)
        return;
    QScopedValueRollback following(m_isFollowing, true);
    m_selection.select(objects, Field::Tenants);
}

void AssignmentsView::followSelection()
{
    const auto object = m_selection.current();
    if (m_isFollowing)
        return;
    QScopedValueRollback following(m_isFollowing, true);
    if (!object) {
        m_table->clearSelection();
        return;
    }
    const auto current = m_table->currentIndex();
    int row = current.isValid() ? current.row() : -1;
    int column = current.isValid() ? current.column() : -1;
    if (object->kind == Kind::Application)
        row = m_model->rowOf(object->application());
    else if (object->kind == Kind::Tenant)
        column = m_model->columnOf(object->tenant());
    else
        return;
    if (row < 0 && object->kind == Kind::Application) {
        m_table->clearSelection();
        return;
    }
    const auto index = m_model->index(std::max(row, 0), std::max(column, 0));
    if (!index.isValid() || (index == current && m_table->selectionModel()->isSelected(index)))
        return;
    // That cell alone, even while Ctrl or Shift of a shortcut are down.
    m_table->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
}
