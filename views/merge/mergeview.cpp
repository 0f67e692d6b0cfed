// SPDX-License-Identifier: Apache-2.0
#include "views/merge/mergeview.h"

#include "views/common/differencesmodel.h"
#include "views/common/elideddelegate.h"
#include "views/common/mark.h"
#include "views/common/objecttext.h"
#include "views/common/plainlabel.h"
#include "views/merge/conflictsmodel.h"
#include "views/merge/conflictstable.h"

#include <QIcon>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

MergeOutcome mergeOutcome(const Topology &base, const Topology &ours, const Topology &theirs,
    const MergeChoices &choices, QDate today)
{
    MergeOutcome outcome;
    outcome.merge = mergeTopologies(base, ours, theirs, choices);
    const auto &merged = outcome.merge.topology;
    outcome.effect = mergeEffect(base, ours, theirs, merged, today);
    for (const auto &finding : std::as_const(outcome.effect.findings))
        outcome.messages.append(message(merged, finding));
    outcome.changes = compare(ours, merged, Matching::ById);
    return outcome;
}

MergeView::MergeView(QWidget *parent)
    : QWidget(parent)
    , m_model(new ConflictsModel(this))
    , m_differences(new DifferencesModel(this))
    , m_headline(plainLabel({}, this, LabelKind::Paragraph))
    , m_changesHead(plainLabel({}, this, LabelKind::Paragraph))
    , m_changes(new QTreeView(this))
    , m_togetherHead(plainLabel({}, this, LabelKind::Paragraph))
    , m_together(new QListWidget(this))
{
    m_headline->setObjectName(u"mergeHeadline"_s);
    auto bold = m_headline->font();
    bold.setBold(true);
    m_headline->setFont(bold);
    m_conflicts = makeConflicts();
    auto *below = new QSplitter(Qt::Horizontal, this);
    below->setChildrenCollapsible(false);
    below->addWidget(makeChanges());
    below->addWidget(makeTogether());
    below->setSizes({560, 380});
    auto *parts = new QSplitter(Qt::Vertical, this);
    parts->setChildrenCollapsible(false);
    parts->addWidget(m_conflicts);
    parts->addWidget(below);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_headline);
    column->addWidget(parts, 1);
    connect(m_model, &ConflictsModel::choicesChanged, this, [this] {
        updateHeadline();
        Q_EMIT choicesChanged();
    });
}

QWidget *MergeView::makeConflicts()
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    auto *table = new ConflictsTable(*m_model, page);
    column->addWidget(table, 1);
    auto *row = new QHBoxLayout;
    auto *note = plainLabel(
        tr("Click a side, or press O for ours, T for theirs, Space for the other one."), page);
    note->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(note, 1);
    for (const auto &[name, text, side] :
        {std::tuple(u"allOursButton"_s, tr("All ours"), MergeSide::Ours),
            std::tuple(u"allTheirsButton"_s, tr("All theirs"), MergeSide::Theirs)}) {
        auto *button = new QPushButton(text, page);
        button->setObjectName(name);
        button->setAutoDefault(false);
        row->addWidget(button);
        connect(button, &QPushButton::clicked, m_model,
            [this, side = side] { m_model->chooseAll(side); });
    }
    column->addLayout(row);
    setFocusProxy(table);
    return page;
}

QWidget *MergeView::makeChanges()
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 6, 6, 0);
    column->addWidget(m_changesHead);
    m_changesHead->setObjectName(u"mergeChangesLabel"_s);
    m_changes->setObjectName(u"mergeChangesView"_s);
    m_changes->setAccessibleName(tr("What changes in this document"));
    m_changes->setModel(m_differences);
    m_changes->setItemDelegate(new ElidedDelegate(m_changes));
    m_changes->setHeaderHidden(true);
    m_changes->setUniformRowHeights(true);
    m_changes->setIconSize({14, 14});
    m_changes->setIndentation(16);
    column->addWidget(m_changes, 1);
    column->addStretch();
    return page;
}

QWidget *MergeView::makeTogether()
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(6, 6, 0, 0);
    column->addWidget(m_togetherHead);
    m_togetherHead->setObjectName(u"mergeTogetherLabel"_s);
    m_together->setObjectName(u"mergeTogetherList"_s);
    m_together->setAccessibleName(tr("What only shows when both are together"));
    m_together->setItemDelegate(new ElidedDelegate(m_together));
    m_together->setUniformItemSizes(true);
    m_together->setIconSize({14, 14});
    column->addWidget(m_together, 1);
    column->addStretch();
    return page;
}

MergeChoices MergeView::choices() const
{
    return m_model->choices();
}

void MergeView::showOutcome(const MergeOutcome &outcome)
{
    m_model->setConflicts(outcome.merge.conflicts);
    updateHeadline();
    m_conflicts->setVisible(!outcome.merge.conflicts.isEmpty());
    showChanges(outcome.changes);
    showTogether(outcome);
}

void MergeView::updateHeadline()
{
    const auto count = m_model->conflicts().size();
    const int undecided = m_model->undecided();
    QString text = count == 0 ? tr("No conflicts: no two changes are of one thing.")
                              : counted(count, tr("1 conflict: both sides changed the same thing."),
                                  tr("%1 conflicts: both sides changed the same things."));
    if (undecided > 0)
        text += u' '
            + counted(undecided, tr("1 is not decided yet: ours counts."),
                tr("%1 are not decided yet: ours counts."));
    m_headline->setText(text);
}

void MergeView::showChanges(const Comparison &changes)
{
    const int scrolled = m_changes->verticalScrollBar()->value();
    m_differences->setDifferences(changes.differences);
    constexpr qsizetype expanded = 200;
    if (changes.differences.size() <= expanded)
        m_changes->expandAll();
    m_changes->verticalScrollBar()->setValue(scrolled);
    m_changes->setVisible(!changes.differences.isEmpty());
    QStringList sentences {changes.differences.isEmpty()
            ? tr("No object changes in this document.")
            : counted(changes.differences.size(), tr("1 object changes in this document."),
                tr("%1 objects change in this document."))};
    if (changes.isSettings)
        sentences.append(tr("Its settings change."));
    const auto totals = planTotals(changes.plan);
    if (!totals.isEmpty())
        sentences.append(tr("Restart plan for it: %1.").arg(totals));
    m_changesHead->setText(sentences.join(u' '));
}

void MergeView::showTogether(const MergeOutcome &outcome)
{
    const int scrolled = m_together->verticalScrollBar()->value();
    m_together->clear();
    const auto &findings = outcome.effect.findings;
    for (qsizetype i = 0; i < findings.size(); ++i)
        new QListWidgetItem(markIcon(markOf(findings.at(i).severity)),
            plainText(outcome.messages.at(i)), m_together);
    for (const auto &instance : outcome.effect.restarts)
        new QListWidgetItem(markIcon(Mark::Restart),
            tr("%1 needs a restart that neither side alone asks for").arg(nameText(instance.name)),
            m_together);
    m_together->verticalScrollBar()->setValue(scrolled);
    m_together->setVisible(m_together->count() > 0);
    m_togetherHead->setText(m_together->count() > 0
            ? tr("Only when both are together:")
            : tr(
                "Nothing new shows when both are together: no further problem, no further restart."));
}
