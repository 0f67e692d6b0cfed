// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/merge/mergeeffect.h"
#include "models/merge/topologymerge.h"
#include "models/plan/comparison.h"

#include <QWidget>

class ConflictsModel;
class DifferencesModel;
class QLabel;
class QListWidget;
class QTreeView;

/// What came of a merge with the choices that were made so far.
struct MergeOutcome
{
    TopologyMerge merge;
    MergeEffect effect;
    QStringList messages;  ///< Of the effect's findings, in their order.
    Comparison changes;    ///< What it makes of ours.
};
MergeOutcome mergeOutcome(const Topology &base, const Topology &ours, const Topology &theirs,
    const MergeChoices &choices, QDate today);

/// The conflicts with their choices; below, what changes in ours, and what only shows when both
/// sides are together.
class MergeView final : public QWidget
{
    Q_OBJECT

public:
    explicit MergeView(QWidget *parent = nullptr);

    MergeChoices choices() const;
    void showOutcome(const MergeOutcome &outcome);

Q_SIGNALS:
    void choicesChanged();

private:
    QWidget *makeConflicts();
    QWidget *makeChanges();
    QWidget *makeTogether();
    void updateHeadline();
    void showChanges(const Comparison &changes);
    void showTogether(const MergeOutcome &outcome);

    ConflictsModel *m_model;
    DifferencesModel *m_differences;
    QLabel *m_headline;
    QWidget *m_conflicts;
    QLabel *m_changesHead;
    QTreeView *m_changes;
    QLabel *m_togetherHead;
    QListWidget *m_together;
};
