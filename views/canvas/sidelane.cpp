// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/sidelane.h"

#include "views/canvas/metrics.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace {

struct SideLaneTexts
{
    Q_DECLARE_TR_FUNCTIONS(SideLane)
};

QString titleOf(const ApplicationType &type)
{
    const auto name = type.displayName();
    return name.isEmpty() ? SideLaneTexts::tr("Not defined yet") : name;
}

constexpr double cardWidth = Metrics::laneWidth - 2 * Metrics::laneGap;
constexpr int leastRows = 24;

}  // namespace

std::vector<SideLane::Stack>::iterator SideLane::find(const ApplicationType &type)
{
    return std::find_if(
        m_stacks.begin(), m_stacks.end(), [&](const Stack &stack) { return stack.type == type; });
}

std::vector<SideLane::Stack>::const_iterator SideLane::find(const ApplicationType &type) const
{
    return std::find_if(
        m_stacks.begin(), m_stacks.end(), [&](const Stack &stack) { return stack.type == type; });
}

void SideLane::clear()
{
    // What was unfolded stays so.
    for (auto &stack : m_stacks)
        stack.members.clear();
    m_types.clear();
}

void SideLane::add(const Topology &topology, ApplicationId application)
{
    const auto &type = topology.application(application).type;
    auto stack = find(type);
    if (stack == m_stacks.end()) {
        Stack made {type, titleOf(type), {}, false, 0};
        const auto at = std::lower_bound(m_stacks.begin(), m_stacks.end(), made,
            [](const Stack &a, const Stack &b) { return a.title.localeAwareCompare(b.title) < 0; });
        stack = m_stacks.insert(at, std::move(made));
    }
    auto &members = stack->members;
    const auto at = std::lower_bound(members.begin(), members.end(), application);
    members.insert(at, application);
    m_types.insert(application, type);
}

void SideLane::remove(ApplicationId application)
{
    if (const auto type = typeOf(application)) {
        std::erase(find(*type)->members, application);
        m_types.remove(application);
    }
}

std::optional<ApplicationType> SideLane::typeOf(ApplicationId application) const
{
    const auto found = m_types.constFind(application);
    return found != m_types.cend() ? std::optional(*found) : std::nullopt;
}

void SideLane::setFolded(const ApplicationType &type, bool isFolded)
{
    if (const auto stack = find(type); stack != m_stacks.end()) {
        stack->isFolded = isFolded;
        m_asked.insert(type.token());
        layOut();
    }
}

void SideLane::layOut()
{
    m_cards = 0;
    for (auto &stack : m_stacks) {
        if (!m_asked.contains(stack.type.token()))
            stack.isFolded = int(stack.members.size()) > foldLimit;
        stack.firstCard = m_cards;
        m_cards += stack.members.empty() ? 0 : stack.cards();
    }
    // A block that is about as high as wide once it is more than a column.
    m_rows = std::max(leastRows, int(std::ceil(std::sqrt(3.0 * m_cards))));
}

int SideLane::columns() const
{
    return std::max(1, (m_cards + m_rows - 1) / m_rows);
}

double SideLane::width() const
{
    return columns() * Metrics::laneWidth;
}

double SideLane::height() const
{
    return 2 * Metrics::bandPadding + std::min(m_cards, m_rows) * Metrics::sideCardPitch;
}

QRectF SideLane::cardRect(int card) const
{
    return {card / m_rows * Metrics::laneWidth + Metrics::laneGap,
        Metrics::bandPadding + card % m_rows * Metrics::sideCardPitch, cardWidth,
        Metrics::sideCardHeight};
}

QRectF SideLane::rect(ApplicationId application) const
{
    const auto type = typeOf(application);
    if (!type)
        return {};
    const auto stack = find(*type);
    const auto &members = stack->members;
    const auto at = std::lower_bound(members.begin(), members.end(), application);
    return cardRect(stack->firstCard + (stack->isFolded ? 0 : int(at - members.begin())));
}

int SideLane::cardAt(QPointF at) const
{
    const int column = int(std::floor(at.x() / Metrics::laneWidth));
    const int row = int(std::floor((at.y() - Metrics::bandPadding) / Metrics::sideCardPitch));
    const int card = column * m_rows + row;
    if (column < 0 || row < 0 || row >= m_rows || card >= m_cards)
        return -1;
    return cardRect(card).contains(at) ? card : -1;
}

SideLane::Face SideLane::face(int card) const
{
    const auto next = std::upper_bound(m_stacks.begin(), m_stacks.end(), card,
        [](int wanted, const Stack &stack) { return wanted < stack.firstCard; });
    // Of stacks that begin at one card, the last but empty ones.
    auto stack = std::prev(next);
    while (stack->members.empty())
        --stack;
    if (stack->isFolded)
        return {&*stack, std::nullopt};
    return {&*stack, stack->members[size_t(card - stack->firstCard)]};
}
