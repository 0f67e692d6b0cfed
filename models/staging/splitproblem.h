// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <vector>

/// Which item is done in which round, as a problem of its own: items are units of changes, rounds
/// are deployments, and tenants are numbers from 0.
///
/// The rounds are worth as much as the sum, over them, of the tenants that each of them interrupts;
/// less is better, and with that, fewer rounds.
struct SplitProblem
{
    struct Item
    {
        std::vector<int> tenants;  ///< That it interrupts; sorted.
        std::vector<int> needs;    ///< Items that come earlier or in the same round.
        bool isFirst = false;      ///< In round 0; so is all that it needs.
    };
    /// In an order in which each comes after those that it needs.
    std::vector<Item> items;
    int tenantCount = 0;
    /// Of each, no two in one round.
    std::vector<std::vector<int>> apart;
    int rounds = 0;  ///< That there may be; some may stay empty.
    /// By round, the tenants that it may interrupt, sorted; none: any. As many as rounds, or none
    /// at all.
    std::vector<std::optional<std::vector<int>>> allowed;
    /// Nothing but the first items is in round 0.
    bool isFirstAlone = false;
};

struct Split
{
    std::vector<int> rounds;  ///< By item.
    int interruptions = 0;
    int usedRounds = 0;
};

/// Whether all that is done after some round, told by item, is fit to be deployed. May be asked for
/// one outcome often.
using IsFit = std::function<bool(const std::vector<bool> &done)>;
using IsCancelled = std::function<bool()>;

/// How many items exactSplit() takes.
inline constexpr int exactItems = 12;

enum class Search : quint8 { Done, GaveUp };
struct SplitResult
{
    std::optional<Split> split;
    Search search = Search::Done;  ///< Done: it is the best, or there is none.
};

/// The best split of all, for up to exactItems items. Every round but the last must leave something
/// fit. Gives up when it is cancelled, or when too many outcomes prove unfit.
SplitResult exactSplit(
    const SplitProblem &problem, const IsFit &isFit, const IsCancelled &isCancelled);

/// A good split of any number of items, found with a bound on the work; or none, which does not say
/// that there is none. Fitness is for the caller to see to.
std::optional<Split> goodSplit(const SplitProblem &problem, const IsCancelled &isCancelled);

/// No split has fewer interruptions than this, whatever items need; nothing if it is certain that
/// there is no split at all.
std::optional<int> leastInterruptions(const SplitProblem &problem, const IsCancelled &isCancelled);

/// Whether the split keeps to all that the problem asks for.
bool isValid(const SplitProblem &problem, const std::vector<int> &rounds);
/// Sum of the tenants that each round interrupts.
int interruptionsOf(const SplitProblem &problem, const std::vector<int> &rounds);
