// SPDX-License-Identifier: Apache-2.0
#include "views/review/problemsstep.h"

#include "models/document/document.h"
#include "models/rules/catalogue.h"
#include "views/common/checkedtext.h"
#include "views/common/elideddelegate.h"
#include "views/common/emptystate.h"
#include "views/common/lazyrefresh.h"
#include "views/common/selection.h"
#include "views/review/findingsmodel.h"

#include <QHeaderView>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

class HeadingDelegate final : public ElidedDelegate
{
public:
    using ElidedDelegate::ElidedDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        ElidedDelegate::initStyleOption(option, index);
        option->font.setBold(!index.parent().isValid());
    }
};

}  // namespace

ProblemsStep::ProblemsStep(Document &document, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_selection(selection)
    , m_model(new FindingsModel(this))
    , m_tree(new QTreeView(this))
    , m_pages(new QStackedWidget(this))
    , m_empty(new EmptyState({}, {}, this))
    , m_refresh(new LazyRefresh(this, [this] { refresh(); }))
{
    setObjectName(u"problemsStep"_s);
    m_tree->setObjectName(u"standingView"_s);
    m_tree->setAccessibleName(tr("What stands"));
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new HeadingDelegate(m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setHeaderHidden(true);
    m_tree->setIndentation(14);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_empty->setObjectName(u"noProblemsState"_s);
    m_pages->addWidget(m_tree);
    m_pages->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
    setFocusProxy(m_tree);

    connect(&document, &Document::changed, m_refresh, &LazyRefresh::schedule);
    connect(&document, &Document::findingsChanged, m_refresh, &LazyRefresh::schedule);
    connect(m_model, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex &heading, int first, int last) {
            if (!heading.isValid())
                expandGroups(first, last);
        });
    connect(m_tree, &QTreeView::activated, this, &ProblemsStep::go);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &current) {
            const auto *row = m_model->row(current);
            if (!m_isUpdating && row && m_document.topology().contains(row->finding.object))
                m_selection.select(row->finding.object, fieldAtFault(row->finding.rule));
        });
}

void ProblemsStep::refresh()
{
    const int scrolled = m_tree->verticalScrollBar()->value();
    {
        // The cursor slips to neighbours that nobody chose.
        const QScopedValueRollback updating(m_isUpdating, true);
        m_model->show(m_document);
    }
    m_tree->verticalScrollBar()->setValue(scrolled);
    m_empty->setTexts(tr("No problems"), checkedText(m_document.topology()) + u'.');
    m_pages->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
}

void ProblemsStep::expandGroups(int first, int last)
{
    for (int row = first; row <= last; ++row)
        m_tree->expand(m_model->index(row, 0));
}

void ProblemsStep::go(const QModelIndex &index)
{
    const auto *row = m_model->row(index);
    const auto heading = row ? index.parent() : index;
    const auto severity = m_model->heading(heading).severity;
    if (row && m_document.topology().contains(row->finding.object))
        m_selection.reveal(row->finding.object, fieldAtFault(row->finding.rule));
    Q_EMIT problemsRequested(severity);
}
