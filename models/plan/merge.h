// SPDX-License-Identifier: Apache-2.0
#pragma once

/// Walks two sorted lists side by side and calls visit(before, after) for every key in order, with
/// null for the side that lacks it. compare(a, b) is a three-way comparison of keys; no key twice
/// in one list.
template <class List, class Compare, class Visit>
void mergeSorted(const List &before, const List &after, Compare compare, Visit visit)
{
    auto b = before.begin();
    auto a = after.begin();
    while (b != before.end() || a != after.end()) {
        const auto order = b == before.end() ? 1
            : a == after.end()               ? -1
                                             : [&] {
                                     const auto result = compare(*b, *a);
                                     return result < 0 ? -1 : result > 0 ? 1 : 0;
                                 }();
        visit(order <= 0 ? &*b : nullptr, order >= 0 ? &*a : nullptr);
        if (order <= 0)
            ++b;
        if (order >= 0)
            ++a;
    }
}
