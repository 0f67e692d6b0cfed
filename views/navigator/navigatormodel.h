// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/navigator/badgecounts.h"
#include "views/navigator/objectfilter.h"

#include <QAbstractItemModel>

#include <unordered_map>

/// All objects as a tree of two levels: headings, and what stands below them.
///
/// Changes by rows as the document tells, so that selection and scroll position stay; only another
/// grouping or filter and very large steps reset it. What is below a heading is listed when
/// somebody looks; the counts are kept without that.
class NavigatorModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role { BadgesRole = Qt::UserRole, IsGroupRole };

    NavigatorModel(Document &document, QObject *parent);
    ~NavigatorModel() override;

    NavigatorGrouping grouping() const { return m_grouping; }
    void setGrouping(NavigatorGrouping grouping);
    void setFilter(const QString &text);
    bool isFiltered() const { return !m_filter.isEmpty(); }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// None for an invalid index and for headings that are no objects.
    std::optional<ObjectId> object(const QModelIndex &index) const;
    /// Where the object stands; invalid where the grouping or the filter doesn't show it.
    QModelIndex find(ObjectId object) const;
    /// Null for what is no heading.
    const NavigatorGroup *group(const QModelIndex &index) const;
    QModelIndex find(const NavigatorGroup &group) const;

private:
    struct Node
    {
        NavigatorGroup group;
        int position = -1;    // Among the rows; -1 while it isn't shown.
        int memberCount = 0;  // That the filter lets through, listed or not.
        bool isListed = false;
        QList<ObjectId> members;  // Sorted by objectLess(); only if isListed.
    };
    struct Hash
    {
        size_t operator()(const NavigatorGroup &group) const { return qHash(group); }
    };
    /// Where an object was before an edit.
    struct Place
    {
        std::optional<NavigatorGroup> group;  ///< None if it wasn't shown.
        QString name;
    };

    void rebuild();
    void reset();
    void remember(const Delta &delta);
    void change(const Delta &delta);
    void changeFindings(const FindingsDelta &delta);
    void changePlan(const PlanDelta &delta);
    void changeBaseline();

    Place placeOf(ObjectId object) const;
    void followHeading(ObjectId object);
    void moveMembers(Node &node, const QList<ObjectId> &touched);
    void arrangeRows();
    bool isWanted(const Node &node) const;
    Node &node(const NavigatorGroup &group);
    Node *findNode(const NavigatorGroup &group) const;
    void list(Node &node) const;
    template <class Visit>
    void visitCandidates(const NavigatorGroup &group, Visit visit) const;
    QModelIndex indexOf(const Node &node) const;

    void recount(ObjectId object);
    void touch(ObjectId object);
    QString toolTip(ObjectId object) const;
    QString accessibleText(const QModelIndex &index) const;

    Document &m_document;
    NavigatorGrouping m_grouping = NavigatorGrouping::Tenant;
    ObjectFilter m_filter;
    BadgeCounts m_badges;
    std::unordered_map<NavigatorGroup, std::unique_ptr<Node>, Hash> m_nodes;
    QList<Node *> m_rows;
    std::vector<std::unique_ptr<Node>> m_dead;  // Whose rows still have to go.
    QHash<ObjectId, Place> m_before;            // Between aboutToChange() and changed().
};
