// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/document.h"
#include "views/common/groupedmodel.h"

/// What stands in a review: what blocks the export first, what was waived last.
struct StandingHeading
{
    std::optional<Severity> severity;  ///< None: waived.
    int count = 0;                     ///< Of which the first ones have a row.
};

struct StandingRow
{
    Finding finding;
    QString message;
    QString waiver;  ///< "Second switch is being retired, J. Doe, until 2026-12-31"
    bool operator==(const StandingRow &) const = default;
};

/// The findings that stand, in short, by severity. New findings alter the rows that differ.
class FindingsModel final : public GroupedModel<StandingHeading, StandingRow>
{
    Q_OBJECT

public:
    using GroupedModel::GroupedModel;

    void show(const Document &document);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void changeGroup(Group &group, int count, const QList<StandingRow> &wanted);
};
