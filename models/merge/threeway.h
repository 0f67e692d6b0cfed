// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/merge/conflict.h"

#include <optional>

// The one rule of merging: what one side alone changed counts, and so does what both changed alike;
// all else is for "decide" to choose.

template <class Value, class Decide>
const Value &merged(const Value &base, const Value &ours, const Value &theirs, Decide decide)
{
    if (theirs == base || theirs == ours)
        return ours;
    if (ours == base)
        return theirs;
    return decide() == MergeSide::Ours ? ours : theirs;
}

/// The same entry by entry, for lists that are sorted by "compare", no key twice.
/// decide(base, ours, theirs) is asked with null for those that lack it.
template <class Entry, class Compare, class Decide>
QList<Entry> mergedLists(const QList<Entry> &base, const QList<Entry> &ours,
    const QList<Entry> &theirs, Compare compare, Decide decide)
{
    if (theirs == base || theirs == ours)
        return ours;
    if (ours == base)
        return theirs;
    QList<Entry> result;
    auto b = base.begin();
    auto o = ours.begin();
    auto t = theirs.begin();
    while (b != base.end() || o != ours.end() || t != theirs.end()) {
        const Entry *least = nullptr;
        const auto consider = [&](const auto &at, const QList<Entry> &list) {
            if (at != list.end() && (!least || compare(*at, *least) < 0))
                least = &*at;
        };
        consider(b, base);
        consider(o, ours);
        consider(t, theirs);
        const auto take = [&](auto &at, const QList<Entry> &list) {
            return at != list.end() && compare(*at, *least) == 0 ? &*at++ : nullptr;
        };
        // "least" is one of the three, and stays where it is.
        const Entry *const inBase = take(b, base);
        const Entry *const inOurs = take(o, ours);
        const Entry *const inTheirs = take(t, theirs);
        const auto isSame = [](const Entry *x, const Entry *y) {
            return x && y ? *x == *y : x == y;
        };
        const Entry *chosen = inOurs;
        if (isSame(inTheirs, inBase) || isSame(inTheirs, inOurs))
            chosen = inOurs;
        else if (isSame(inOurs, inBase) || decide(inBase, inOurs, inTheirs) == MergeSide::Theirs)
            chosen = inTheirs;
        if (chosen)
            result.append(*chosen);
    }
    return result;
}
