// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/topology.h"

#include <QRectF>

/// The lane left of all tenants: servers without a tenant, and those whose tenants don't matter.
///
/// Its cards stand in columns, sorted by type. Many of one type are stacked on one card until
/// somebody unfolds them.
class SideLane final
{
public:
    struct Stack
    {
        ApplicationType type;
        QString title;
        std::vector<ApplicationId> members;  ///< By id.
        bool isFolded = false;
        int firstCard = 0;

        int cards() const { return isFolded ? 1 : int(members.size()); }
    };
    /// As many of a type stand beside each other at most, unless unfolded.
    static constexpr int foldLimit = 8;

    void clear();
    /// Call layOut() after adding and removing.
    void add(const Topology &topology, ApplicationId application);
    void remove(ApplicationId application);
    void setFolded(const ApplicationType &type, bool isFolded);
    void layOut();

    const std::vector<Stack> &stacks() const { return m_stacks; }
    int cards() const { return m_cards; }
    int columns() const;
    double width() const;
    double height() const;
    /// Of the card by its number.
    QRectF cardRect(int card) const;
    /// The card of that server, or the stack that it is in; null if it does not stand here.
    QRectF rect(ApplicationId application) const;
    /// The type it stands under: who is gone can't be asked. None: it does not stand here.
    std::optional<ApplicationType> typeOf(ApplicationId application) const;
    /// -1 between cards.
    int cardAt(QPointF at) const;
    struct Face
    {
        const Stack *stack;
        std::optional<ApplicationId> application;  ///< None: the folded stack.
    };
    Face face(int card) const;

private:
    std::vector<Stack>::iterator find(const ApplicationType &type);
    std::vector<Stack>::const_iterator find(const ApplicationType &type) const;

    std::vector<Stack> m_stacks;  // By title.
    QHash<ApplicationId, ApplicationType> m_types;
    QSet<QString> m_asked;  // Types whose folding is as somebody said, and not by number.
    int m_cards = 0;
    int m_rows = 1;
};
