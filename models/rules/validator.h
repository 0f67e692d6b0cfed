// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/rules/finding.h"

#include <memory>

/// Names a finding of one validator for as long as it stands; a number is not used again soon.
using FindingId = Id<struct FindingTag>;

struct FindingsDelta
{
    QList<FindingId> added;
    QList<FindingId> removed;  ///< Can't be asked for any more.
    QList<FindingId> waived;   ///< Stand as before, but are waived now, or are no longer.
    bool isEmpty() const { return added.isEmpty() && removed.isEmpty() && waived.isEmpty(); }
};

/// The same in values, for edits that are not meant to stay.
struct FindingsTrial
{
    QList<Finding> added;
    QList<Finding> removed;
};

/// Waived findings count as such only.
struct FindingsSummary
{
    int errors = 0;
    int warnings = 0;
    int advice = 0;
    int waived = 0;
    int total() const { return errors + warnings + advice + waived; }
    bool operator==(const FindingsSummary &) const = default;
};

/// Knows the findings of one topology, and keeps up with its edits.
///
/// What an update costs follows the objects that the edits can reach, not the size of the topology.
/// The topology must outlive the validator.
class Validator final
{
public:
    /// Checks everything. "today" says which waivers still count; without a date all of them do.
    explicit Validator(const Topology &topology, QDate today = {});
    ~Validator();

    /// After the delta was applied to the topology. A finding that stands before and after keeps
    /// its id.
    FindingsDelta update(const Delta &delta);

    /// What update(delta) would change, without changing it: for a step that is applied to the
    /// topology only for a moment. Findings and their ids stay as they are. Once the topology is
    /// put back, endTrial() takes the edits that did it.
    FindingsTrial tryOut(const Delta &delta);
    void endTrial(const Delta &inverse);

    /// Another day has begun: waivers may have expired.
    FindingsDelta setToday(QDate today);

    FindingsSummary summary() const;
    /// All, in no particular order.
    QList<FindingId> findings() const;
    const Finding &finding(FindingId id) const;
    bool contains(FindingId id) const;
    /// Findings whose object this is.
    QList<FindingId> findingsOf(ObjectId object) const;
    /// Their errors and warnings, without a walk over them.
    FindingsSummary summaryOf(ObjectId object) const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

FindingsSummary summaryOf(const QList<Finding> &findings);

/// Checks everything once; sorted as the contract says.
QList<Finding> checkAll(const Topology &topology, QDate today = {});
