// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/scene.h"

#include "views/canvas/touchedobjects.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct SceneTexts
{
    Q_DECLARE_TR_FUNCTIONS(Scene)
};

const QString footKey = u"switches"_s;

/// Shared servers above, those of one tenant below.
int rank(Sharing sharing)
{
    switch (sharing) {
    case Sharing::Many:
        return 0;
    case Sharing::Balanced:
        return 1;
    case Sharing::Undecided:
        return 2;
    case Sharing::One:
        return 3;
    case Sharing::TServer:
        return 4;
    case Sharing::None:
        break;
    }
    return 5;
}

}  // namespace

Scene::Scene(const Topology &topology)
    : m_topology(topology)
    , m_lanes(topology)
{
    rebuild();
}

// --- Building ---

Scene::Shape Scene::shapeOf(ApplicationId application) const
{
    const auto &facts = m_topology.facts(application);
    if (facts.sharing == Sharing::None || !facts.hasTenants())
        return Shape::Side;
    return (facts.traits & Topology::Facts::SeveralTenants) != 0 ? Shape::Bus : Shape::Card;
}

QString Scene::bandKey(const Application &application) const
{
    switch (m_grouping) {
    case Grouping::Type:
        return application.type.token();
    case Grouping::Host:
        return application.host ? QString::number(application.host->value()) : QString();
    case Grouping::None:
        break;
    }
    return {};
}

QString Scene::bandTitle(const Application &application) const
{
    switch (m_grouping) {
    case Grouping::Type:
        return application.type.displayName();
    case Grouping::Host:
        return application.host ? m_topology.host(*application.host).name
                                : SceneTexts::tr("No host");
    case Grouping::None:
        break;
    }
    return SceneTexts::tr("Servers");
}

void Scene::setBand(const QString &key, ApplicationType::Id type, int band)
{
    m_bandNumbers.insert(key, band);
    if (m_grouping != Grouping::Type || type == ApplicationType::Unlisted)
        return;
    m_bandsOfTypes.resize(std::max(m_bandsOfTypes.size(), size_t(type) + 1), -1);
    m_bandsOfTypes[size_t(type)] = band;
}

void Scene::makeBands()
{
    m_bands.clear();
    m_bandNumbers.clear();
    m_bandsOfTypes.clear();
    struct Wanted
    {
        int rank;
        QString title;
        QString key;
        ApplicationType::Id type;
    };
    std::vector<Wanted> wanted;
    for (const auto &application : m_topology.applications()) {
        if (shapeOf(application.id) == Shape::Side || bandOf(application.id) >= 0)
            continue;
        const auto key = bandKey(application);
        const auto type = application.type.id();
        wanted.push_back({m_grouping == Grouping::Type ? rank(application.type.sharing()) : 0,
            bandTitle(application), key, type});
        setBand(key, type, 0);
    }
    std::sort(wanted.begin(), wanted.end(), [](const Wanted &a, const Wanted &b) {
        return std::tuple(a.rank, a.title.toCaseFolded(), a.key)
            < std::tuple(b.rank, b.title.toCaseFolded(), b.key);
    });
    wanted.push_back({9, SceneTexts::tr("Switches"), footKey, ApplicationType::Unlisted});
    for (auto &each : wanted) {
        Band band;
        band.isFolded = m_foldedBands.contains(each.key);
        band.title = std::move(each.title);
        band.key = std::move(each.key);
        setBand(band.key, each.type, int(m_bands.size()));
        m_bands.push_back(std::move(band));
    }
}

void Scene::rebuild()
{
    m_lanes.rebuild();
    m_lanes.mindEnvironment();
    makeBands();
    m_side.clear();
    m_nodes.assign(m_topology.applications().idBound(), {});
    m_switchLanes.assign(m_topology.switches().idBound(), -1);

    std::vector<ApplicationId> buses;
    for (const auto &application : m_topology.applications()) {
        const auto node = wantedNode(application.id);
        m_nodes[application.id.value()] = node;
        if (node.shape == Shape::Bus) {
            buses.push_back(application.id);
        } else if (node.shape == Shape::Card) {
            auto &band = m_bands[size_t(node.band)];
            band.cards.push_back(cardOf(application.id, node.first));
            ++band.servers;
        } else {
            m_side.add(m_topology, application.id);
        }
    }
    putBuses(buses);

    auto &foot = m_bands.back();
    for (const auto &object : m_topology.switches()) {
        const int lane = m_lanes.of(object.tenant);
        m_switchLanes[object.id.value()] = lane;
        foot.cards.push_back({lane, object.id.value(), false, object.id});
    }
    for (auto &band : m_bands) {
        std::sort(band.cards.begin(), band.cards.end());
        band.countSlots();
    }
    measure();
}

void Scene::putBuses(const std::vector<ApplicationId> &applications)
{
    struct Wanted
    {
        bool isFree;  // Those that somebody moved go first.
        int first;
        quint32 order;
        bool isBackup;
        ApplicationId application;
        auto operator<=>(const Wanted &) const = default;
    };
    std::vector<Wanted> buses;
    buses.reserve(applications.size());
    for (const auto application : applications) {
        const int first = m_nodes[application.value()].first;
        const auto card = cardOf(application, first);
        buses.push_back(
            {!m_topology.place(application), first, card.order, card.isBackup, application});
    }
    std::sort(buses.begin(), buses.end());
    for (const auto &bus : buses) {
        auto &node = m_nodes[bus.application.value()];
        ++m_bands[size_t(node.band)].servers;
        node.row = putBus(node, bus.application, {});
    }
}

void Scene::packBuses(int band)
{
    const auto &rows = m_bands[size_t(band)].buses;
    std::vector<ApplicationId> buses;
    for (int row = 0; row < rows.count(); ++row) {
        for (const auto &bus : rows.row(row))
            buses.push_back(bus.application);
    }
    for (const auto bus : buses) {
        take(bus);
        m_nodes[bus.value()] = wantedNode(bus);
    }
    putBuses(buses);
}

int Scene::bandOf(ApplicationId application) const
{
    if (m_grouping == Grouping::Type) {
        if (const auto type = m_topology.facts(application).type; type != ApplicationType::Unlisted)
            return size_t(type) < m_bandsOfTypes.size() ? m_bandsOfTypes[size_t(type)] : -1;
    }
    return m_bandNumbers.value(bandKey(m_topology.application(application)), -1);
}

Scene::Node Scene::wantedNode(ApplicationId application) const
{
    Node node;
    node.shape = shapeOf(application);
    if (node.shape == Shape::Side)
        return node;
    node.band = bandOf(application);
    node.first = node.last = m_lanes.of(m_topology.facts(application).firstTenant);
    if (node.shape == Shape::Card)
        return node;
    for (const auto tenant : m_topology.application(application).tenants) {
        const int lane = m_lanes.of(tenant);
        node.first = std::min(node.first, lane);
        node.last = std::max(node.last, lane);
    }
    return node;
}

LaneCard Scene::cardOf(ApplicationId application, int lane) const
{
    // A backup stands below the first server that names it.
    const auto &primaries = m_topology.primariesOf(application);
    const bool isBackup = !primaries.isEmpty() && primaries.first() != application;
    return {
        lane, isBackup ? primaries.first().value() : application.value(), isBackup, application};
}

void Scene::put(ApplicationId application)
{
    auto &node = m_nodes[application.value()];
    const auto former = node;
    node = wantedNode(application);
    if (node.shape == Shape::Side) {
        m_side.add(m_topology, application);
        return;
    }
    auto &band = m_bands[size_t(node.band)];
    ++band.servers;
    if (node.shape == Shape::Card) {
        const auto card = cardOf(application, node.first);
        band.cards.insert(std::upper_bound(band.cards.begin(), band.cards.end(), card), card);
        band.countSlots();
        return;
    }
    node.row = putBus(node, application, former);
}

int Scene::putBus(const Node &node, ApplicationId application, const Node &former)
{
    auto &band = m_bands[size_t(node.band)];
    std::optional<int> wanted;
    if (const auto place = m_topology.place(application))
        wanted = int(std::clamp<qint64>(*place, 0, 10'000));
    const auto card = cardOf(application, node.first);
    if (!wanted && card.isBackup) {
        const auto &primary = m_nodes[card.order];
        if (primary.shape == Shape::Bus && primary.band == node.band)
            wanted = primary.row + 1;
    }
    if (!wanted && former.shape == Shape::Bus && former.band == node.band)
        wanted = former.row;
    const bool hasBackup = m_topology.application(application).backup.has_value();
    return band.buses.put(
        {node.first, node.last, application}, wanted, hasBackup && !wanted ? 2 : 1);
}

void Scene::take(ApplicationId application)
{
    auto &node = m_nodes[application.value()];
    if (node.shape == Shape::Side) {
        m_side.remove(application);
    } else if (node.shape != Shape::Absent) {
        auto &band = m_bands[size_t(node.band)];
        --band.servers;
        if (node.shape == Shape::Bus) {
            band.buses.remove({node.first, node.last, application}, node.row);
        } else {
            std::erase_if(band.cards,
                [&](const LaneCard &card) { return card.object == ObjectId(application); });
            band.countSlots();
        }
    }
}

bool Scene::move(ApplicationId application)
{
    const auto former = m_side.typeOf(application);
    take(application);
    if (m_topology.contains(application))
        put(application);
    else
        m_nodes[application.value()] = {};
    // All of the side lane closes up.
    return m_side.typeOf(application) != former;
}

void Scene::put(SwitchId id)
{
    const int lane = m_lanes.of(m_topology.switchAt(id).tenant);
    m_switchLanes[id.value()] = lane;
    auto &foot = m_bands.back();
    const LaneCard card {lane, id.value(), false, id};
    foot.cards.insert(std::upper_bound(foot.cards.begin(), foot.cards.end(), card), card);
    foot.countSlots();
}

void Scene::take(SwitchId id)
{
    auto &foot = m_bands.back();
    std::erase_if(foot.cards, [&](const LaneCard &card) { return card.object == ObjectId(id); });
    foot.countSlots();
    m_switchLanes[id.value()] = -1;
}

bool Scene::measure()
{
    bool isMoved = false;
    const auto former = m_lanes.begin();
    m_side.layOut();
    m_lanes.setBegin(m_side.cards() > 0 ? m_side.width() + Metrics::sideGap : 0);
    isMoved |= m_lanes.begin() != former;
    double top = 0;
    for (auto &band : m_bands) {
        const double height = band.neededHeight();
        isMoved |= band.top != top || band.height != height;
        band.top = top;
        band.height = height;
        top += height;
    }
    return isMoved;
}

// --- Where things are ---

QRectF Scene::bounds() const
{
    return {0, 0, m_lanes.end(), std::max(m_bands.back().bottom(), m_side.height())};
}

const Scene::Node &Scene::node(ApplicationId application) const
{
    static const Node absent;
    return application.value() < m_nodes.size() ? m_nodes[application.value()] : absent;
}

QRectF Scene::busRect(const Band &band, int row, const Bus &bus) const
{
    const auto reach = [this](int lane) {
        return std::min(Metrics::busOverhang, m_lanes.width(lane) / 2 - 2);
    };
    const double left = m_lanes.centre(bus.first) - reach(bus.first);
    const double right = m_lanes.centre(bus.last) + reach(bus.last);
    return {left, band.busTop(row), right - left, Metrics::busHeight};
}

QRectF Scene::cardRect(const Band &band, int lane, int slot) const
{
    return {m_lanes.left(lane) + Metrics::laneGap, band.cardTop(slot),
        m_lanes.width(lane) - 2 * Metrics::laneGap, Metrics::cardHeight};
}

QRectF Scene::rect(ObjectId object) const
{
    const auto inLane = [&](const Band &band, int lane) -> QRectF {
        if (band.isFolded || lane < 0 || m_lanes.isFolded(lane))
            return {};
        const auto first = band.firstCard(lane);
        auto card = first;
        while (card != band.cards.end() && card->lane == lane && card->object != object)
            ++card;
        if (card == band.cards.end() || card->lane != lane)
            return {};
        return cardRect(band, lane, int(card - first));
    };
    switch (object.kind) {
    case Kind::Tenant: {
        const int lane = m_lanes.of(object.tenant());
        if (lane < 0)
            return {};
        return {m_lanes.left(lane), 0, m_lanes.width(lane), m_bands.back().bottom()};
    }
    case Kind::Switch:
        return object.id < m_switchLanes.size() ? inLane(m_bands.back(), m_switchLanes[object.id])
                                                : QRectF();
    case Kind::Application: {
        const auto &found = node(object.application());
        if (found.shape == Shape::Side)
            return m_side.rect(object.application());
        if (found.shape == Shape::Absent)
            return {};
        const auto &band = m_bands[size_t(found.band)];
        if (found.shape == Shape::Card)
            return inLane(band, found.first);
        return band.isFolded
            ? QRectF()
            : busRect(band, found.row, {found.first, found.last, object.application()});
    }
    case Kind::SwitchingOffice:
    case Kind::Host:
        break;
    }
    return {};
}

QRectF Scene::surroundings(ObjectId object) const
{
    const Band *band = nullptr;
    bool isCard = false;
    if (object.kind == Kind::Switch) {
        band = &m_bands.back();
        isCard = true;
    } else if (object.kind == Kind::Application) {
        const auto &found = node(object.application());
        isCard = found.shape == Shape::Card;
        if (found.band >= 0)
            band = &m_bands[size_t(found.band)];
    }
    // All of a folded band's ticks are painted over each other.
    if (band && band->isFolded)
        return {m_lanes.begin(), band->top, m_lanes.end() - m_lanes.begin(), band->height};
    const auto at = rect(object);
    if (!isCard || at.isEmpty())
        return at;
    // The cards of a lane move up and down with each other.
    return at.united({at.left(), band->cardTop(0), at.width(), band->bottom() - band->cardTop(0)});
}

double Scene::portLine(ApplicationId application) const
{
    return rect(application).bottom();
}

QPointF Scene::port(ApplicationId application, int lane) const
{
    return {m_lanes.centre(lane), portLine(application)};
}

int Scene::bandAt(double y) const
{
    const auto next = std::upper_bound(m_bands.begin(), m_bands.end(), y,
        [](double wanted, const Band &band) { return wanted < band.top; });
    const int number = int(next - m_bands.begin()) - 1;
    return number >= 0 && y < m_bands[size_t(number)].bottom() ? number : -1;
}

// --- Changes ---

SceneChange Scene::follow(const Delta &delta)
{
    // Above this many edits everything is sooner made anew.
    constexpr qsizetype batch = 1000;
    auto touched =
        delta.size() < batch ? TouchedObjects::by(delta) : TouchedObjects {.isAll = true};
    // Bands are named after hosts.
    touched.isAll |= m_grouping == Grouping::Host
        && std::any_of(touched.changed.begin(), touched.changed.end(),
            [](ObjectId changed) { return changed.kind == Kind::Host; });
    // A server of a group that has no band yet.
    touched.isAll |= std::any_of(touched.moved.begin(), touched.moved.end(), [&](ObjectId moved) {
        return moved.kind == Kind::Application && m_topology.contains(moved)
            && shapeOf(moved.application()) != Shape::Side && bandOf(moved.application()) < 0;
    });
    if (touched.isAll) {
        rebuild();
        return {true, {}};
    }

    // Not up to the ids that are there: the delta may take away again what it brought.
    m_nodes.resize(std::max<size_t>(m_nodes.size(), m_topology.nextId(Kind::Application)));
    m_switchLanes.resize(
        std::max<size_t>(m_switchLanes.size(), m_topology.nextId(Kind::Switch)), -1);
    SceneChange change;
    const auto mark = [&](ObjectId object) {
        if (const auto area = surroundings(object); !area.isEmpty())
            change.areas.append(area);
    };
    bool isMoved = false;
    // All of them before the first moves: a row that comes for a moment shifts the others.
    for (const auto object : touched.moved)
        mark(object);
    for (const auto object : touched.moved) {
        if (object.kind == Kind::Switch) {
            if (m_switchLanes[object.id] >= 0)
                take(object.switchId());
            if (m_topology.contains(object))
                put(object.switchId());
        } else if (object.kind == Kind::Application) {
            isMoved |= move(object.application());
        }
    }
    // Rows are as they would be made anew: what is taken back stands where it stood.
    std::set<int> packed;
    for (const auto object : touched.placed) {
        if (const auto &node = this->node(object.application()); node.shape == Shape::Bus)
            packed.insert(node.band);
    }
    for (const int band : packed)
        packBuses(band);
    isMoved |= !packed.empty();
    // An empty group's band goes.
    const bool isBandEmpty = std::any_of(m_bands.begin(), std::prev(m_bands.end()),
        [](const Band &band) { return band.servers == 0; });
    if (isBandEmpty || m_lanes.mindEnvironment()) {
        rebuild();
        return {true, {}};
    }
    if (measure() || isMoved)
        return {true, {}};
    for (const auto object : touched.moved)
        mark(object);
    for (const auto object : touched.changed) {
        mark(object);
        if (object.kind == Kind::Host && m_topology.contains(object)) {
            for (const auto application : m_topology.applicationsOn(object.host()))
                mark(application);
        }
    }
    return change;
}

void Scene::setGrouping(Grouping grouping)
{
    if (grouping == m_grouping)
        return;
    m_grouping = grouping;
    m_foldedBands.clear();
    rebuild();
}

void Scene::setBandFolded(int band, bool isFolded)
{
    auto &found = m_bands[size_t(band)];
    found.isFolded = isFolded;
    if (isFolded)
        m_foldedBands.insert(found.key);
    else
        m_foldedBands.remove(found.key);
    measure();
}

void Scene::setLaneFolded(TenantId tenant, bool isFolded)
{
    m_lanes.setFolded(tenant, isFolded);
}

void Scene::setStackFolded(const ApplicationType &type, bool isFolded)
{
    m_side.setFolded(type, isFolded);
    measure();
}
