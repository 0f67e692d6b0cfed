// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/document.h"
#include "views/common/groupedmodel.h"
#include "views/common/mark.h"

#include <QSet>

/// One line of the problems list: a finding, or an application that needs a restart (or may need
/// one).
struct ProblemRow
{
    enum class Kind : quint8 { Finding, Restart };

    Kind kind = Kind::Finding;
    quint32 id = 0;  ///< FindingId, or ApplicationId of the working copy.

    FindingId finding() const { return FindingId(id); }
    ApplicationId application() const { return ApplicationId(id); }
    bool operator==(const ProblemRow &) const = default;
};
inline size_t qHash(const ProblemRow &row, size_t seed = 0)
{
    return ::qHash((quint64(row.kind) << 32) | row.id, seed);
}

/// What a group of problems has in common.
struct ProblemHeading
{
    enum class Kind : quint8 { Severity, Rule, Object, Tenant, NoTenant, Restarts, Waived };

    Kind kind = Kind::Severity;
    Severity severity = Severity::Error;
    RuleId rule {};
    ObjectId object {TenantId(0)};  ///< The object or the tenant.

    bool operator==(const ProblemHeading &) const = default;
};
inline size_t qHash(const ProblemHeading &heading, size_t seed = 0)
{
    return qHashMulti(seed, int(heading.kind), int(heading.severity), int(heading.rule),
        int(heading.object.kind), heading.object.id);
}

enum class ProblemGrouping : quint8 { Severity, Rule, Object, Tenant };

/// Findings of the document and the restart warnings of its plan, in groups, filtered; the waived
/// ones always in one group at the end. Rows come and go one by one as the document tells; only
/// another filter or grouping, a new name and very many changes at once reset the model. Texts are
/// made when somebody looks.
class ProblemsModel final : public GroupedModel<ProblemHeading, ProblemRow>
{
    Q_OBJECT

public:
    enum Column {
        SeverityColumn,
        MessageColumn,
        ObjectColumn,
        TenantsColumn,
        RuleColumn,
        ColumnCount
    };

    struct Filter
    {
        QString text;  ///< Anywhere in what a row shows, whatever its case; empty: all.
        /// Of findings that aren't waived.
        QSet<Severity> severities {Severity::Error, Severity::Warning, Severity::Advice};
        bool restarts = true;
        bool waived = true;
        bool operator==(const Filter &) const = default;
    };

    ProblemsModel(Document &document, QObject *parent);

    ProblemGrouping grouping() const { return m_grouping; }
    void setGrouping(ProblemGrouping grouping);
    const Filter &filter() const { return m_filter; }
    void setFilter(const Filter &filter);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Where a row stands; the first place if it stands in several groups. Invalid if the filter
    /// hides it.
    QModelIndex find(const ProblemRow &row) const;
    /// What is in the model, each row once, whatever the number of its groups.
    int problemCount() const { return int(m_places.size()); }

    /// What the row is about.
    ObjectId object(const ProblemRow &row) const;
    bool isWaived(const ProblemRow &row) const;
    /// Of its severity, its waiver or its action; none for a row that is about to go.
    std::optional<Mark> mark(const ProblemRow &row) const;
    /// The order of rows in a group.
    bool isBefore(const ProblemRow &a, const ProblemRow &b) const;
    /// The field to look at.
    Field field(const ProblemRow &row) const;
    QString message(const ProblemRow &row) const;

private:
    bool stands(const ProblemRow &row) const;
    using Rows = QList<ProblemRow>;

    void changeFindings(const FindingsDelta &delta);
    void changePlan(const PlanDelta &delta);
    void changeTopology(const Delta &delta);
    void rebuild();
    void add(const ProblemRow &row);
    void remove(const ProblemRow &row);
    Rows allRows() const;
    bool isRestart(ApplicationId application) const;
    bool isAccepted(const ProblemRow &row) const;
    QList<ProblemHeading> headings(const ProblemRow &row) const;
    bool isBefore(const ProblemHeading &a, const ProblemHeading &b) const;
    std::vector<ProblemRow> acceptedRows() const;
    QVariant headingData(const Group &group, int column, int role) const;
    QVariant rowData(const ProblemRow &row, int column, int role) const;
    QString headingText(const ProblemHeading &heading) const;
    QString columnText(const ProblemRow &row, int column) const;

    Document &m_document;
    ProblemGrouping m_grouping = ProblemGrouping::Severity;
    Filter m_filter;
    QHash<ProblemRow, QList<Group *>> m_places;
};
