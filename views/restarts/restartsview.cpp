// SPDX-License-Identifier: Apache-2.0
#include "views/restarts/restartsview.h"

#include "models/document/document.h"
#include "views/common/elideddelegate.h"
#include "views/common/emptystate.h"
#include "views/common/icons.h"
#include "views/common/mark.h"
#include "views/common/objecttext.h"
#include "views/common/plainlabel.h"
#include "views/common/selection.h"
#include "views/restarts/restartsmodel.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

/// The action's mark and colour, headings in bold.
class PlanDelegate final : public ElidedDelegate
{
public:
    PlanDelegate(const RestartsModel &model, QObject *parent)
        : ElidedDelegate(parent)
        , m_model(model)
    {
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        ElidedDelegate::initStyleOption(option, index);
        const auto *instance = m_model.row(index);
        if (!instance) {
            option->font.setBold(true);
            return;
        }
        if (index.column() != RestartsModel::ActionColumn)
            return;
        // The icon is the glyph: not every font has that.
        const auto mark = markOf(instance->action);
        option->text = markWord(mark);
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = markIcon(mark);
        option->decorationSize = QSize(14, 14);
        option->palette.setColor(QPalette::Text, toneColour(option->palette, markTone(mark)));
        option->palette.setColor(
            QPalette::HighlightedText, toneColour(option->palette, markTone(mark)));
    }

private:
    const RestartsModel &m_model;
};

}  // namespace

RestartsView::RestartsView(Document &document, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_selection(selection)
    , m_model(new RestartsModel(this))
    , m_headline(plainLabel({}, this))
    , m_messaging(plainLabel({}, this, LabelKind::Paragraph))
    , m_tree(new QTreeView(this))
    , m_sentence(plainLabel({}, this, LabelKind::Paragraph))
    , m_source(plainLabel({}, this, LabelKind::Paragraph))
    , m_pages(new QStackedWidget(this))
    , m_empty(new EmptyState(tr("Nothing to restart"),
          tr("The working copy asks for no restart, start or stop: what runs in production matches it."),
          this))
    , m_timer(new QTimer(this))
{
    setObjectName(u"restartsPanel"_s);
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    page->setLayout(column);
    m_pages->addWidget(page);
    m_pages->addWidget(m_empty);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_pages);

    makeTree();
    makeHead();
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setObjectName(u"restartsSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_tree);
    splitter->addWidget(makeDetail());
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({700, 300});
    column->addWidget(splitter, 1);

    m_timer->setSingleShot(true);
    m_timer->setInterval(0);
    connect(m_timer, &QTimer::timeout, this, [this] {
        if (isVisible())
            refresh();
    });
    // Waves follow connections, pairs and names as well: any change may be one of the plan.
    connect(&document, &Document::changed, this, &RestartsView::scheduleUpdate);
    connect(&document, &Document::baselineChanged, this, &RestartsView::scheduleUpdate);
    connect(&selection, &Selection::changed, this, &RestartsView::followSelection);
}

void RestartsView::makeHead()
{
    auto *head = new QHBoxLayout;
    head->setContentsMargins(10, 6, 6, 6);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    m_headline->setObjectName(u"restartsHeadline"_s);
    auto font = m_headline->font();
    font.setBold(true);
    m_headline->setFont(font);
    m_messaging->setObjectName(u"messagingHeadline"_s);
    texts->addWidget(m_headline);
    texts->addWidget(m_messaging);
    head->addLayout(texts, 1);
    auto *copy = new QToolButton(this);
    copy->setObjectName(u"copyPlanButton"_s);
    copy->setAutoRaise(true);
    copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    copy->setDefaultAction(m_tree->actions().constFirst());
    head->addWidget(copy, 0, Qt::AlignTop);
    static_cast<QVBoxLayout *>(m_pages->widget(0)->layout())->addLayout(head);
}

QWidget *RestartsView::makeDetail()
{
    auto *page = new QWidget;
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(6);
    m_sentence->setObjectName(u"restartSentence"_s);
    m_source->setObjectName(u"restartSource"_s);
    m_source->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(m_sentence);
    column->addWidget(m_source);
    column->addStretch(1);
    auto *detail = new QScrollArea(this);
    detail->setObjectName(u"restartDetail"_s);
    detail->setWidgetResizable(true);
    detail->setFrameShape(QFrame::NoFrame);
    detail->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    detail->setWidget(page);
    return detail;
}

void RestartsView::makeTree()
{
    m_tree->setObjectName(u"restartsView"_s);
    m_tree->setAccessibleName(tr("Restarts"));
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new PlanDelegate(*m_model, m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setIndentation(14);
    auto *header = m_tree->header();
    header->setStretchLastSection(false);
    header->setSectionsMovable(false);
    header->setSectionResizeMode(RestartsModel::ReasonColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(RestartsModel::InterruptsColumn, QHeaderView::Stretch);
    header->resizeSection(RestartsModel::InstanceColumn, 170);
    header->resizeSection(RestartsModel::ActionColumn, 120);
    header->resizeSection(RestartsModel::InterruptionColumn, 110);
    header->resizeSection(RestartsModel::AfterColumn, 140);

    auto *copy = new QAction(actionIcon("copy"_L1), tr("Copy as text"), this);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &RestartsView::copy);
    m_tree->addAction(copy);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);

    connect(m_model, &QAbstractItemModel::rowsInserted, this, &RestartsView::expandGroups);
    connect(m_model, &QAbstractItemModel::modelReset, this,
        [this] { expandGroups({}, 0, m_model->rowCount() - 1); });
    connect(m_tree, &QTreeView::activated, this, &RestartsView::go);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &RestartsView::takeCurrent);
}

// --- The plan ---

void RestartsView::showEvent(QShowEvent *event)
{
    if (m_isStale)
        refresh();
    QWidget::showEvent(event);
}

void RestartsView::scheduleUpdate()
{
    m_isStale = true;
    if (isVisible())
        m_timer->start();
}

void RestartsView::refresh()
{
    m_timer->stop();
    m_isStale = false;
    const int scrolled = m_tree->verticalScrollBar()->value();
    m_isUpdating = true;
    m_model->setPlan(m_document.planner().plan());
    m_isUpdating = false;
    m_tree->verticalScrollBar()->setValue(scrolled);
    m_headline->setText(planHeadline(m_model->plan()));
    m_messaging->setText(messagingText());
    m_messaging->setVisible(!m_messaging->text().isEmpty());
    m_pages->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
    showDetail();
}

QString RestartsView::messagingText() const
{
    QStringList names;
    for (const auto &instance : m_model->plan().instances) {
        if (isMessagingRestart(instance))
            names.append(nameText(instance.name));
    }
    if (names.isEmpty())
        return {};
    const auto list = shortList(names, 8);
    return names.size() == 1
        ? tr(
            "%1 needs a restart: SMS and Social Messaging Servers read their tenants when they start.")
              .arg(list)
        : tr(
            "%1 need a restart: SMS and Social Messaging Servers read their tenants when they start.")
              .arg(list);
}

void RestartsView::expandGroups(const QModelIndex &parent, int first, int last)
{
    if (parent.isValid())
        return;
    for (int row = first; row <= last; ++row) {
        m_tree->setFirstColumnSpanned(row, {}, true);
        m_tree->expand(m_model->index(row, 0));
    }
}

void RestartsView::showDetail()
{
    const auto *instance = m_model->row(m_tree->currentIndex());
    const auto &applications = m_document.topology().applications();
    const auto *application = instance && instance->action != Action::Stop
        ? applications.find(instance->application)
        : nullptr;
    m_sentence->setText(instance
            ? actionSentence(*instance, application ? application->release : QString())
            : tr("Choose a line to see the reason and its source."));
    const auto source = instance ? actionSource(*instance) : QString();
    m_source->setText(source.isEmpty() ? QString() : tr("Source: %1").arg(source));
}

// --- Selection ---

void RestartsView::takeCurrent(const QModelIndex &current)
{
    if (m_isUpdating)
        return;
    showDetail();
    const auto *instance = m_model->row(current);
    // What stops is gone from the working copy: there is nothing to select.
    if (m_isFollowing || !instance || instance->action == Action::Stop)
        return;
    m_isFollowing = true;
    m_selection.select(instance->application);
    m_isFollowing = false;
}

void RestartsView::followSelection()
{
    const auto object = m_selection.current();
    if (m_isFollowing || !object || object->kind != Kind::Application || m_isStale)
        return;
    m_isFollowing = true;
    m_tree->setCurrentIndex(m_model->find(object->application()));
    m_isFollowing = false;
}

void RestartsView::go(const QModelIndex &index)
{
    const auto *instance = m_model->row(index);
    if (!instance)
        m_tree->setExpanded(index, !m_tree->isExpanded(index));
    else if (instance->action != Action::Stop)
        m_selection.reveal(instance->application, Field::Tenants);
}

void RestartsView::copy()
{
    if (m_isStale)
        refresh();
    QStringList lines;
    for (int group = 0; group < m_model->rowCount(); ++group) {
        const auto heading = m_model->index(group, 0);
        for (int row = 0; row < m_model->rowCount(heading); ++row) {
            QStringList cells {row == 0 ? heading.data().toString() : QString()};
            for (int column = 0; column < RestartsModel::ColumnCount; ++column)
                cells.append(m_model->index(row, column, heading).data().toString());
            lines.append(cells.join(u'\t'));
        }
    }
    lines.append(planHeadline(m_model->plan()));
    QGuiApplication::clipboard()->setText(lines.join(u'\n') + u'\n');
}
