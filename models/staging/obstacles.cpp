// SPDX-License-Identifier: Apache-2.0
#include "models/staging/obstacles.h"

#include "models/base/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace {

struct StagingTexts
{
    Q_DECLARE_TR_FUNCTIONS(Staging)
};

using Limit = Obstacle::Limit;

class ObstacleFinder
{
public:
    ObstacleFinder(const Topology &working, const Topology &baseline,
        const std::vector<ChangeUnit> &units, const DeploymentLimits &limits, StageSearch &search,
        const std::optional<StageFinding> &unfit, const IsCancelled &isCancelled)
        : m_working(working)
        , m_baseline(baseline)
        , m_units(units)
        , m_limits(limits)
        , m_search(search)
        , m_unfit(unfit)
        , m_isCancelled(isCancelled)
    {
    }

    QList<Obstacle> find()
    {
        // What a single unit runs into, no split can help.
        if (auto certain = certainObstacles(); !certain.isEmpty())
            return certain;
        QList<Obstacle> alone;
        for (const auto &candidate : candidates()) {
            if (isCancelled())
                return {};
            if (isSolvableWithout({candidate}))
                alone.append(describe(candidate));
        }
        return alone.isEmpty() ? together() : alone;
    }

private:
    struct Candidate
    {
        Limit limit;
        int set = -1;  // Of tenants to be kept apart.
    };

    QList<Candidate> candidates() const
    {
        QList<Candidate> all;
        constexpr int mostSets = 60;
        for (int i = 0; i < int(m_limits.apart.size()) && i < mostSets; ++i)
            all.append({Limit::Apart, i});
        if (std::any_of(m_limits.windows.begin(), m_limits.windows.end(),
                [](const Window &window) { return window.mayInterrupt.has_value(); }))
            all.append({Limit::Interrupted});
        if (!m_limits.windows.isEmpty())
            all.append({Limit::Windows});
        if (!m_limits.splitOff.isEmpty())
            all.append({Limit::SplitOff});
        if (m_unfit)
            all.append({Limit::Findings});
        return all;
    }
    DeploymentLimits without(const QList<Candidate> &candidates) const
    {
        auto limits = m_limits;
        QSet<int> sets;
        for (const auto &candidate : candidates) {
            switch (candidate.limit) {
            case Limit::Apart:
                sets.insert(candidate.set);
                break;
            case Limit::Interrupted:
                for (auto &window : limits.windows)
                    window.mayInterrupt.reset();
                break;
            case Limit::Windows:
                // Whom windows may interrupt is another limit: more of each of them.
                addWindows(limits.windows);
                break;
            case Limit::SplitOff:
                limits.splitOff.clear();
                break;
            case Limit::Findings:
                break;
            }
        }
        for (int set = int(limits.apart.size()) - 1; set >= 0; --set) {
            if (sets.contains(set))
                limits.apart.removeAt(set);
        }
        return limits;
    }
    static void addWindows(QList<Window> &windows)
    {
        constexpr int times = 4;
        const auto given = windows;
        for (int i = 1; i < times; ++i)
            windows += given;
    }
    bool isSolvableWithout(const QList<Candidate> &candidates)
    {
        const bool isOfFindings = std::any_of(candidates.begin(), candidates.end(),
            [](const Candidate &candidate) { return candidate.limit == Limit::Findings; });
        const auto findings =
            isOfFindings ? StageSearch::Findings::DontCount : StageSearch::Findings::Count;
        return !m_search.solve(without(candidates), findings).deployments.empty();
    }

    /// Gives up one after the other until there is a way, and then keeps those that it can.
    QList<Obstacle> together()
    {
        QList<Candidate> given;
        const auto all = candidates();
        for (const auto &candidate : all) {
            given.append(candidate);
            if (isCancelled())
                return {};
            if (isSolvableWithout(given))
                break;
        }
        for (qsizetype i = given.size() - 2; i >= 0; --i) {
            auto fewer = given;
            fewer.removeAt(i);
            if (isCancelled())
                return {};
            if (isSolvableWithout(fewer))
                given = fewer;
        }
        QList<Obstacle> obstacles;
        for (const auto &candidate : given)
            obstacles.append(describe(candidate));
        return obstacles;
    }
    bool isCancelled() const { return m_isCancelled && m_isCancelled(); }

    // --- Who it is, in words ---

    const QString &name(ObjectId object) const
    {
        return (m_working.contains(object) ? m_working : m_baseline).name(object);
    }
    template <class Ids>
    QString names(const Ids &ids) const
    {
        QStringList list;
        for (const auto id : ids) {
            // Limits may speak of what is gone.
            if (m_working.contains(id) || m_baseline.contains(id))
                list.append(name(id));
        }
        std::sort(list.begin(), list.end(), textLess);
        constexpr int most = 5;
        if (list.size() <= most)
            return list.join(QLatin1String(", "));
        const auto more = int(list.size()) - most;
        return StagingTexts::tr("%1 and %n more", nullptr, more)
            .arg(list.first(most).join(QLatin1String(", ")));
    }

    /// Restarts of the units that "isMeant" says yes to, and those of the tenants that they
    /// interrupt that "counts" says yes to.
    Obstacle obstacleOf(Limit limit, const std::function<bool(const ChangeUnit &)> &isMeant,
        const std::function<bool(TenantId)> &counts) const
    {
        std::set<ApplicationId> servers;
        std::set<TenantId> tenants;
        for (const auto &unit : m_units) {
            if (!isMeant(unit))
                continue;
            servers.insert(unit.restarts.begin(), unit.restarts.end());
            for (const auto tenant : unit.interrupted) {
                if (counts(tenant))
                    tenants.insert(tenant);
            }
        }
        return {limit, QList<ApplicationId>(servers.begin(), servers.end()),
            QList<TenantId>(tenants.begin(), tenants.end()), {}};
    }
    int membersHit(const ChangeUnit &unit, const QList<TenantId> &set) const
    {
        return int(std::count_if(unit.interrupted.begin(), unit.interrupted.end(),
            [&](TenantId tenant) { return set.contains(tenant); }));
    }
    static bool mayInterrupt(const Window &window, TenantId tenant)
    {
        return !window.mayInterrupt || window.mayInterrupt->contains(tenant);
    }
    bool isRestricted(TenantId tenant) const
    {
        return !std::all_of(m_limits.windows.begin(), m_limits.windows.end(),
            [&](const Window &window) { return mayInterrupt(window, tenant); });
    }
    bool fitsNowhere(const ChangeUnit &unit) const
    {
        const auto fits = [&](const Window &window) {
            return std::all_of(unit.interrupted.begin(), unit.interrupted.end(),
                [&](TenantId tenant) { return mayInterrupt(window, tenant); });
        };
        return !m_limits.windows.isEmpty()
            && std::none_of(m_limits.windows.begin(), m_limits.windows.end(), fits);
    }

    QList<Obstacle> certainObstacles() const
    {
        QList<Obstacle> obstacles;
        for (const auto &set : m_limits.apart) {
            auto obstacle = obstacleOf(
                Limit::Apart, [&](const ChangeUnit &unit) { return membersHit(unit, set) > 1; },
                [&](TenantId tenant) { return set.contains(tenant); });
            if (obstacle.servers.isEmpty())
                continue;
            obstacle.text = StagingTexts::tr(
                "What belongs together interrupts tenants that are to be kept apart: %1 "
                "(%2).")
                                .arg(names(obstacle.servers), names(obstacle.tenants));
            obstacles.append(std::move(obstacle));
        }
        auto obstacle = obstacleOf(
            Limit::Interrupted, [&](const ChangeUnit &unit) { return fitsNowhere(unit); },
            [&](TenantId tenant) { return isRestricted(tenant); });
        if (!obstacle.servers.isEmpty()) {
            obstacle.text = StagingTexts::tr("No window may interrupt all that has to be: %1 (%2).")
                                .arg(names(obstacle.servers), names(obstacle.tenants));
            obstacles.append(std::move(obstacle));
        }
        return obstacles;
    }
    Obstacle describeApart(const QList<TenantId> &set) const
    {
        auto obstacle = obstacleOf(
            Limit::Apart, [&](const ChangeUnit &unit) { return membersHit(unit, set) > 0; },
            [&](TenantId tenant) { return set.contains(tenant); });
        obstacle.text = StagingTexts::tr("The restarts of %1 can't keep these tenants apart: %2.")
                            .arg(names(obstacle.servers), names(obstacle.tenants));
        return obstacle;
    }
    Obstacle describeInterrupted() const
    {
        const auto isHit = [&](TenantId tenant) { return isRestricted(tenant); };
        auto obstacle = obstacleOf(
            Limit::Interrupted,
            [&](const ChangeUnit &unit) {
                return std::any_of(unit.interrupted.begin(), unit.interrupted.end(), isHit);
            },
            isHit);
        obstacle.text =
            StagingTexts::tr("The windows that may interrupt %2 don't suit the restarts of %1.")
                .arg(names(obstacle.servers), names(obstacle.tenants));
        return obstacle;
    }
    Obstacle describe(const Candidate &candidate) const
    {
        const auto any = [](const auto &) { return true; };
        Obstacle obstacle;
        switch (candidate.limit) {
        case Limit::Apart:
            return describeApart(m_limits.apart[candidate.set]);
        case Limit::Interrupted:
            return describeInterrupted();
        case Limit::Windows:
            obstacle = obstacleOf(Limit::Windows, any, any);
            obstacle.text = StagingTexts::tr("%n window(s) are too few for the restarts of %1.",
                nullptr, int(m_limits.windows.size()))
                                .arg(names(obstacle.servers));
            return obstacle;
        case Limit::SplitOff:
            obstacle = obstacleOf(
                Limit::SplitOff,
                [&](const ChangeUnit &unit) {
                    return std::any_of(m_limits.splitOff.begin(), m_limits.splitOff.end(),
                        [&](ApplicationId id) { return unit.objects.contains(ObjectId(id)); });
                },
                any);
            obstacle.text = StagingTexts::tr("What is to be split off can't be deployed first: %1.")
                                .arg(names(m_limits.splitOff));
            return obstacle;
        case Limit::Findings:
            break;
        }
        obstacle.limit = Limit::Findings;
        obstacle.tenants = m_unfit->finding.tenants;
        if (m_unfit->finding.object.kind == Kind::Application)
            obstacle.servers = {m_unfit->finding.object.application()};
        obstacle.text =
            StagingTexts::tr("A deployment would make a new error: %1").arg(m_unfit->message);
        return obstacle;
    }

    const Topology &m_working;
    const Topology &m_baseline;
    const std::vector<ChangeUnit> &m_units;
    const DeploymentLimits &m_limits;
    StageSearch &m_search;
    const std::optional<StageFinding> &m_unfit;
    const IsCancelled &m_isCancelled;
};

}  // namespace

QList<Obstacle> findObstacles(const Topology &working, const Topology &baseline,
    const std::vector<ChangeUnit> &units, const DeploymentLimits &limits, StageSearch &search,
    const std::optional<StageFinding> &unfit, const IsCancelled &isCancelled)
{
    return ObstacleFinder(working, baseline, units, limits, search, unfit, isCancelled).find();
}
