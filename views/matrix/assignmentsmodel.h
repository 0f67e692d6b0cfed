// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/document.h"
#include "views/common/verdict.h"

#include <QAbstractTableModel>
#include <QSet>

/// A row of the matrix: a server, or the heading of a type of servers.
struct MatrixRow
{
    enum class Kind : quint8 { Type, Server };

    Kind kind = Kind::Server;
    quint32 id = 0;  ///< ApplicationId, or a number that the model gave the type.

    ApplicationId application() const { return ApplicationId(id); }
    bool operator==(const MatrixRow &) const = default;
};
inline size_t qHash(const MatrixRow &row, size_t seed = 0)
{
    return ::qHash((quint64(row.kind) << 32) | row.id, seed);
}

/// What is painted in a cell.
struct MatrixCell
{
    bool isAssigned = false;
    bool isChanged = false;  ///< Assigned here and not in the baseline, or the other way round.
    Verdict toggle = Verdict::Allowed;
    std::optional<Severity> fault;  ///< A finding stands about this server and this tenant.
};

/// Servers down, grouped by type or in another order, pairs adjacent; tenants across, Environment
/// first. Holds which rows and columns there are; what a cell shows is asked of the document when
/// it is painted.
class AssignmentsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Servers {
        WithTenantRule,
        All,
    };
    enum class Order {
        Type,  ///< Below headings, by name.
        Name,
        TenantCount,  ///< The most first.
    };
    /// Which servers and tenants are shown, and in which order.
    struct Filter
    {
        Servers servers = Servers::WithTenantRule;
        Order order = Order::Type;
        QString server;  ///< In the name of a server or of its type, whatever its case.
        QString tenant;
        bool operator==(const Filter &) const = default;
    };

    AssignmentsModel(Document &document, QObject *parent);

    const Filter &filter() const { return m_filter; }
    /// Resets the model; everything else changes it by rows and columns.
    void setFilter(const Filter &filter);
    bool isFolded(int row) const;
    void setFolded(int row, bool isFolded);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    bool isHeading(int row) const { return m_rows.at(row).kind == MatrixRow::Kind::Type; }
    /// Only for rows that are no heading.
    ApplicationId application(int row) const { return m_rows.at(row).application(); }
    TenantId tenant(int column) const { return m_columns.at(column); }
    /// -1 if the filter or a folded group hides it.
    int rowOf(ApplicationId application) const;
    int columnOf(TenantId tenant) const;
    MatrixCell cell(int row, int column) const;
    /// How many servers of the heading's type have the tenant.
    int countInGroup(int row, int column) const;

    // --- Heads ---
    QString typeName(int row) const;
    /// Servers of a heading's type that the filter lets through, folded or not.
    int serverCount(int row) const;
    /// How many of the servers of this matrix have the tenant.
    int tenantCount(int column) const;

private:
    void change(const Delta &delta);
    bool isStructural(const Edit &edit) const;
    void arrange();
    quint32 typeNumber(const ApplicationType &type);
    QList<MatrixRow> wantedRows();
    QList<TenantId> wantedColumns() const;
    bool isAccepted(const Application &application) const;
    bool isShown(const Application &application) const;
    void touchCells();

    Document &m_document;
    Filter m_filter;
    QList<MatrixRow> m_rows;
    QList<TenantId> m_columns;
    QList<ApplicationType> m_types;         // By the numbers of headings.
    QHash<QString, quint32> m_typeNumbers;  // By token.
    QHash<quint32, int> m_serverCounts;
    QSet<quint32> m_folded;
    // Per tenant: how many servers of each type have it; made when somebody looks.
    mutable QHash<TenantId, QHash<quint32, int>> m_counts;
};
