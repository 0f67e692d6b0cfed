// SPDX-License-Identifier: Apache-2.0
#include "views/history/revisionsview.h"

#include "models/document/document.h"
#include "models/document/revisions.h"
#include "views/common/comparisonview.h"
#include "views/common/elideddelegate.h"
#include "views/common/emptystate.h"
#include "views/common/icons.h"
#include "views/common/notices.h"
#include "views/common/objecttext.h"
#include "views/common/plainlabel.h"
#include "views/history/revisionsmodel.h"

#include <QAction>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedLayout>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

RevisionsView::RevisionsView(
    Document &document, Selection &selection, Background background, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_background(std::move(background))
    , m_model(new RevisionsModel(document, this))
    , m_list(new QTreeView(this))
    , m_bar(new QHBoxLayout)
    , m_restore(new QAction(actionIcon("history"_L1), tr("Restore"), this))
    , m_deployed(new QAction(actionIcon("check"_L1), tr("Mark as deployed"), this))
    , m_other(new QComboBox(this))
    , m_comparison(new ComparisonView(document, selection, this))
    , m_empty(new EmptyState(tr("No revisions yet"),
          tr("Every edit is saved already. A revision gives a state a number and a comment, to come back to and to compare with."),
          this))
{
    makeActions();
    makeList();
    m_bar->setContentsMargins(6, 5, 6, 5);
    m_bar->addStretch(1);
    for (auto *action : {m_restore, m_deployed})
        addButton(action);
    auto *left = new QWidget(this);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_bar);
    column->addWidget(m_list, 1);

    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setObjectName(u"revisionsSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(left);
    splitter->addWidget(makeComparison());
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setSizes({700, 480});
    m_pages = new QStackedLayout(this);
    m_pages->addWidget(splitter);
    m_pages->addWidget(m_empty);
    setFocusProxy(m_list);

    m_timer.setSingleShot(true);
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &RevisionsView::compare);
    connect(&document, &Document::historyChanged, this, &RevisionsView::followRevisions);
    connect(&document, &Document::baselineChanged, this, &RevisionsView::followRevisions);
    followRevisions();
}

void RevisionsView::offer(QAction *keepRevision)
{
    m_empty->addAction(keepRevision);
    addButton(keepRevision);
}

void RevisionsView::addButton(QAction *action)
{
    auto *button = new QToolButton(this);
    button->setObjectName(action->objectName() + u"Button"_s);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setDefaultAction(action);
    // Before the stretch.
    m_bar->insertWidget(m_bar->count() - 1, button);
}

void RevisionsView::makeActions()
{
    m_restore->setObjectName(u"restoreRevisionAction"_s);
    m_restore->setToolTip(tr(
        "Make objects and settings those of this revision again, as one step that can be undone"));
    m_deployed->setObjectName(u"markDeployedAction"_s);
    m_deployed->setToolTip(
        tr("Say that this revision is what runs now: changes and restarts are counted from it"));
    connect(m_restore, &QAction::triggered, this, &RevisionsView::restore);
    connect(m_deployed, &QAction::triggered, this, &RevisionsView::declareDeployed);
}

void RevisionsView::makeList()
{
    m_list->setObjectName(u"revisionsList"_s);
    m_list->setAccessibleName(tr("Revisions"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ElidedDelegate(m_list));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAllColumnsShowFocus(true);
    m_list->setIconSize({14, 14});
    m_list->addActions({m_restore, m_deployed});
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *head = m_list->header();
    head->setSectionsMovable(false);
    head->setStretchLastSection(true);
    head->resizeSection(RevisionsModel::NumberColumn, 180);
    head->resizeSection(RevisionsModel::CommentColumn, 220);
    head->resizeSection(RevisionsModel::WhoColumn, 80);
    head->resizeSection(RevisionsModel::WhenColumn, 150);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        updateActions();
        scheduleComparison();
    });
}

QWidget *RevisionsView::makeComparison()
{
    auto *page = new QWidget;
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    m_other->setObjectName(u"comparedWithBox"_s);
    m_other->setAccessibleName(tr("Compare with"));
    m_other->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_other->setMinimumContentsLength(14);
    m_other->addItem(tr("Working copy"), 0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(8, 5, 6, 5);
    head->setSpacing(8);
    head->addWidget(plainLabel(tr("Compare with"), page));
    head->addWidget(m_other, 1);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_comparison, 1);
    connect(m_other, &QComboBox::currentIndexChanged, this, &RevisionsView::scheduleComparison);
    return page;
}

void RevisionsView::showEvent(QShowEvent *event)
{
    if (m_isStale)
        m_timer.start();
    QWidget::showEvent(event);
}

const RevisionInfo *RevisionsView::current() const
{
    return m_model->revision(m_list->currentIndex());
}

int RevisionsView::other() const
{
    return m_other->currentData().toInt();
}

void RevisionsView::followRevisions()
{
    const auto &revisions = m_model->revisions();
    m_pages->setCurrentIndex(revisions.isEmpty() ? 1 : 0);
    {
        const QSignalBlocker blocker(m_other);
        // Newest first below the working copy.
        const auto fresh = revisions.size() - (m_other->count() - 1);
        for (qsizetype i = fresh - 1; i >= 0; --i)
            m_other->insertItem(
                1, tr("Revision %1").arg(revisions.at(i).number), revisions.at(i).number);
    }
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->index(0, 0));
    updateActions();
    scheduleComparison();
}

void RevisionsView::updateActions()
{
    const auto *revision = current();
    const bool canWrite = revision && !m_document.isReadOnly();
    m_restore->setEnabled(canWrite);
    m_deployed->setEnabled(canWrite && !revision->isBaseline);
}

// --- What differs ---

void RevisionsView::scheduleComparison()
{
    m_isStale = true;
    if (isVisible())
        m_timer.start();
}

void RevisionsView::compare()
{
    const auto *revision = current();
    // One at a time: what became stale meanwhile is done after it.
    if (!revision || m_isComparing)
        return;
    m_isStale = false;
    if (other() == revision->number) {
        m_comparison->showText(
            tr("The same revision"), tr("Choose another one, or the working copy."));
        return;
    }
    std::optional<RevisionInfo> from = *revision;
    std::optional<RevisionInfo> to;
    if (const auto *found = m_model->revision(other()))
        to = *found;
    if (to && to->number < from->number)
        std::swap(from, to);
    const auto headline = to
        ? tr("From revision %1 to revision %2").arg(from->number).arg(to->number)
        : tr("From revision %1 to the working copy").arg(from->number);
    m_isComparing = true;
    // The document is this thread's alone; the file has room for another reader.
    m_background(
        this,
        [state = DocumentState {m_document.path(), m_document.topology(), m_document.head().step},
            from, to]() -> Compared {
            const auto before = topologyOf(state, from);
            if (!before)
                return tl::unexpected(before.error());
            const auto after = topologyOf(state, to);
            if (!after)
                return tl::unexpected(after.error());
            return ::compare(*before, *after, Matching::ById);
        },
        [this, headline](const Compared &compared) { takeComparison(headline, compared); });
}

void RevisionsView::takeComparison(const QString &headline, const Compared &compared)
{
    m_isComparing = false;
    if (m_isStale) {
        scheduleComparison();
        return;
    }
    if (compared)
        m_comparison->showComparison(headline, *compared, ComparisonView::Ours::Both);
    else
        m_comparison->showText(tr("It can't be compared"), compared.error().text());
}

// --- What can be done ---

void RevisionsView::restore()
{
    const int number = current()->number;
    const auto before = m_document.head().step;
    QGuiApplication::setOverrideCursor(Qt::WaitCursor);
    const auto restored = m_document.restoreRevision(number);
    QGuiApplication::restoreOverrideCursor();
    if (!succeeded(restored, this))
        return;
    if (*restored == before) {
        postNotice(
            this, {tr("The working copy is as revision %1 already.").arg(number), {}, {}, {}});
        return;
    }
    postNotice(this, {tr("Restored revision %1.").arg(number), {}, tr("Undo"), [this] {
                          succeeded(m_document.undo(), this);
                      }});
}

void RevisionsView::declareDeployed()
{
    const int number = current()->number;
    const auto &revisions = m_model->revisions();
    const auto previous = std::find_if(revisions.cbegin(), revisions.cend(),
        [](const RevisionInfo &revision) { return revision.isBaseline; });
    Notice notice {tr("Revision %1 is deployed: the new baseline.").arg(number), {}, {}, {}};
    if (previous != revisions.cend()) {
        notice.actionText = tr("Back to revision %1").arg(previous->number);
        notice.action = [this, back = previous->number] {
            succeeded(m_document.declareDeployed(back), this);
        };
    }
    QGuiApplication::setOverrideCursor(Qt::WaitCursor);
    const auto declared = m_document.declareDeployed(number);
    QGuiApplication::restoreOverrideCursor();
    if (succeeded(declared, this))
        postNotice(this, notice);
}
