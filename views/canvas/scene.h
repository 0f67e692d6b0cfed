// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/canvas/band.h"
#include "views/canvas/lanes.h"
#include "views/canvas/sidelane.h"

/// What of the picture has to be painted again.
struct SceneChange
{
    bool isAll = false;   ///< Things moved.
    QList<QRectF> areas;  ///< In scene units.
};

/// Where everything of a topology stands: tenants are lanes from left to right, groups of servers
/// bands from top to bottom, servers of several tenants buses in their band, servers of one tenant
/// cards in their lane, switches at the foot, all other servers in the side lane.
///
/// Scene units are pixels at 100 %; y = 0 is the top of the first band. Follows a topology edit by
/// edit: what an edit does not touch stays where it is. The topology must outlive the scene.
class Scene final
{
public:
    enum class Grouping : quint8 { Type, Host, None };
    enum class Shape : quint8 { Absent, Side, Card, Bus };
    struct Node
    {
        Shape shape = Shape::Absent;
        int band = -1;   ///< Side: none.
        int row = 0;     ///< Bus: its row in the band.
        int first = -1;  ///< Lanes; a card's are the same.
        int last = -1;
    };

    explicit Scene(const Topology &topology);

    const Topology &topology() const { return m_topology; }
    const Lanes &lanes() const { return m_lanes; }
    /// From top to bottom; the last one is the switches' foot.
    const std::vector<Band> &bands() const { return m_bands; }
    const SideLane &side() const { return m_side; }
    QRectF bounds() const;

    // --- Where things are ---
    const Node &node(ApplicationId application) const;
    /// Of a server's card, bus or stack, or a switch's card; of a tenant its lane. Empty for what
    /// is not there, or in a folded band or lane.
    QRectF rect(ObjectId object) const;
    QRectF busRect(const Band &band, int row, const Bus &bus) const;
    QRectF cardRect(const Band &band, int lane, int slot) const;
    /// The ports of a server hang from its lower edge.
    double portLine(ApplicationId application) const;
    QPointF port(ApplicationId application, int lane) const;
    /// The band at y; -1 above and below all.
    int bandAt(double y) const;

    // --- Changes ---
    /// After the delta was applied to the topology.
    SceneChange follow(const Delta &delta);
    /// Everything anew: rows without gaps.
    void rebuild();
    Grouping grouping() const { return m_grouping; }
    void setGrouping(Grouping grouping);
    void setBandFolded(int band, bool isFolded);
    void setLaneFolded(TenantId tenant, bool isFolded);
    void setStackFolded(const ApplicationType &type, bool isFolded);

private:
    QString bandKey(const Application &application) const;
    QString bandTitle(const Application &application) const;
    Shape shapeOf(ApplicationId application) const;
    /// -1 if there is none yet.
    int bandOf(ApplicationId application) const;
    Node wantedNode(ApplicationId application) const;
    void put(ApplicationId application);
    /// Into rows, of those whose nodes are known but for that.
    void putBuses(const std::vector<ApplicationId> &applications);
    int putBus(const Node &node, ApplicationId application, const Node &former);
    /// All rows of a band anew.
    void packBuses(int band);
    void take(ApplicationId application);
    /// True if others moved with it.
    bool move(ApplicationId application);
    void put(SwitchId id);
    void take(SwitchId id);
    /// With all that moves when it does.
    QRectF surroundings(ObjectId object) const;
    LaneCard cardOf(ApplicationId application, int lane) const;
    void setBand(const QString &key, ApplicationType::Id type, int band);
    void makeBands();
    /// True if something below moved.
    bool measure();

    const Topology &m_topology;
    Lanes m_lanes;
    std::vector<Band> m_bands;
    QHash<QString, int> m_bandNumbers;
    std::vector<int> m_bandsOfTypes;  // The same, without a look at the record; -1: not known.
    SideLane m_side;
    std::vector<Node> m_nodes;       // By application.
    std::vector<int> m_switchLanes;  // By switch; -1: none.
    QSet<QString> m_foldedBands;
    Grouping m_grouping = Grouping::Type;
};
