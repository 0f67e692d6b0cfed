// SPDX-License-Identifier: Apache-2.0
#include "views/common/comparisonview.h"

#include "models/document/document.h"
#include "models/exchange/difftext.h"
#include "views/common/differencesmodel.h"
#include "views/common/elideddelegate.h"
#include "views/common/emptystate.h"
#include "views/common/icons.h"
#include "views/common/objecttext.h"
#include "views/common/plainlabel.h"
#include "views/common/selection.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QScrollBar>
#include <QStackedLayout>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

/// Objects in bold.
class DifferencesDelegate final : public ElidedDelegate
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

/// What makes a difference the same one in another comparison.
using Key = std::tuple<Kind, std::optional<ObjectId>, std::optional<ObjectId>>;
Key keyOf(const ObjectDifference &difference)
{
    return {difference.kind, difference.before, difference.after};
}

}  // namespace

ComparisonView::ComparisonView(Document &document, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_selection(selection)
    , m_model(new DifferencesModel(this))
    , m_headline(plainLabel({}, this, LabelKind::Paragraph))
    , m_plan(plainLabel({}, this, LabelKind::Paragraph))
    , m_tree(new QTreeView(this))
    , m_empty(new EmptyState({}, {}, this))
{
    m_headline->setObjectName(u"comparisonHeadline"_s);
    auto bold = m_headline->font();
    bold.setBold(true);
    m_headline->setFont(bold);
    m_plan->setObjectName(u"comparisonPlanLabel"_s);
    makeTree();

    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_headline);
    column->addWidget(m_plan);
    column->addSpacing(4);
    column->addWidget(m_tree, 1);
    for (auto *label : {m_headline, m_plan})
        label->setContentsMargins(8, 0, 8, 0);
    m_pages = new QStackedLayout(this);
    m_pages->addWidget(page);
    m_pages->addWidget(m_empty);
}

void ComparisonView::makeTree()
{
    m_tree->setObjectName(u"differencesView"_s);
    m_tree->setAccessibleName(tr("Differences"));
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new DifferencesDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setIconSize({14, 14});
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setIndentation(16);
    m_tree->setExpandsOnDoubleClick(false);
    auto *copy = new QAction(actionIcon("copy"_L1), tr("Copy as text"), this);
    copy->setObjectName(u"copyDifferencesAction"_s);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &ComparisonView::copy);
    m_tree->addAction(copy);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_tree, &QTreeView::activated, this, &ComparisonView::go);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &ComparisonView::takeCurrent);
    setFocusProxy(m_tree);
}

void ComparisonView::showComparison(
    const QString &headline, const Comparison &comparison, Ours ours)
{
    const bool isAgain = headline == m_headline->text();
    m_ours = ours;
    m_headline->setText(headline);
    const auto &differences = comparison.differences;
    QStringList sentences {
        counted(differences.size(), tr("1 object differs."), tr("%1 objects differ."))};
    if (comparison.isSettings)
        sentences.append(tr("The document's settings differ."));
    const auto totals = planTotals(comparison.plan);
    if (!totals.isEmpty())
        sentences.append(tr("Restart plan between them: %1.").arg(totals));
    m_plan->setText(sentences.join(u' '));
    sentences.first() = tr("%1.").arg(headline);
    m_empty->setTexts(tr("No object differs"), sentences.join(u' '));

    const auto current = m_tree->currentIndex();
    const auto above = current.parent().isValid() ? current.parent() : current;
    const auto key =
        isAgain && above.isValid() ? std::optional(keyOf(m_model->heading(above))) : std::nullopt;
    const int row = current.parent().isValid() ? current.row() : -1;
    const int scrolled = m_tree->verticalScrollBar()->value();
    m_isUpdating = true;
    m_model->setDifferences(differences);
    // More than that nobody wants to walk through line by line.
    constexpr qsizetype expanded = 400;
    if (differences.size() <= expanded)
        m_tree->expandAll();
    for (int i = 0; key && i < differences.size(); ++i) {
        const auto found = m_model->index(i, 0);
        if (keyOf(differences.at(i)) != *key)
            continue;
        const auto field = m_model->index(row, 0, found);
        m_tree->setCurrentIndex(field.isValid() ? field : found);
        break;
    }
    m_isUpdating = false;
    if (isAgain)
        m_tree->verticalScrollBar()->setValue(scrolled);
    m_pages->setCurrentIndex(differences.isEmpty() ? 1 : 0);
}

void ComparisonView::hideHeadline()
{
    m_headline->hide();
}

void ComparisonView::showText(const QString &title, const QString &sentence)
{
    m_empty->setTexts(title, sentence);
    m_pages->setCurrentIndex(1);
}

std::optional<ObjectId> ComparisonView::objectAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const auto &difference = m_model->heading(index);
    const auto &topology = m_document.topology();
    if (m_ours != Ours::Before && difference.after && topology.contains(*difference.after))
        return difference.after;
    if (m_ours != Ours::After && difference.before && topology.contains(*difference.before))
        return difference.before;
    return {};
}

void ComparisonView::takeCurrent(const QModelIndex &current)
{
    const auto object = objectAt(current);
    if (!m_isUpdating && object)
        m_selection.select(*object);
}

void ComparisonView::go(const QModelIndex &index)
{
    const auto object = objectAt(index);
    const auto *reason = m_model->row(index);
    if (object)
        m_selection.reveal(
            *object, reason ? fieldFromName(object->kind, reason->field) : std::nullopt);
}

void ComparisonView::copy()
{
    QGuiApplication::clipboard()->setText(diffText(m_model->differences()));
}
