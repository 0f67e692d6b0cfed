// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QList>
#include <QSet>

#include <algorithm>

/// The longest run of keys, in their order, whose places rise.
template <class Key>
QSet<Key> longestIncreasing(const QList<Key> &keys, const QHash<Key, qsizetype> &places)
{
    QList<qsizetype>
        ends;  // For each length the index of the key with the lowest place that ends a run of it.
    QList<qsizetype> before(keys.size(), -1);
    for (qsizetype i = 0; i < keys.size(); ++i) {
        const auto place = places.value(keys.at(i));
        const auto at = std::lower_bound(ends.cbegin(), ends.cend(), place,
                            [&](qsizetype index, qsizetype wanted) {
                                return places.value(keys.at(index)) < wanted;
                            })
            - ends.cbegin();
        before[i] = at > 0 ? ends.at(at - 1) : -1;
        if (at == ends.size())
            ends.append(i);
        else
            ends[at] = i;
    }
    QSet<Key> run;
    for (auto i = ends.isEmpty() ? -1 : ends.constLast(); i >= 0; i = before.at(i))
        run.insert(keys.at(i));
    return run;
}

/// One change of a list of rows, as item models tell it.
struct RowChange
{
    enum class Kind { Remove, Move, Insert };

    Kind kind;
    int first;
    int last;    ///< Move: the same as first.
    int to = 0;  ///< Move: as beginMoveRows() wants it.
};

/// Turns the rows that a model has into the rows it should have: ranges removed, single rows moved,
/// ranges inserted. begin(change) and end(change) are called around each. Keys are unique in either
/// list. Costs O(rows log rows), and O(rows) for each row that moves.
template <class Key, class Begin, class End>
void changeRows(QList<Key> &rows, const QList<Key> &wanted, Begin begin, End end)
{
    QHash<Key, qsizetype> places;
    places.reserve(wanted.size());
    for (qsizetype i = 0; i < wanted.size(); ++i)
        places.insert(wanted.at(i), i);

    // From the end, so that what is still to be looked at stays where it is.
    for (qsizetype last = rows.size() - 1; last >= 0; --last) {
        if (places.contains(rows.at(last)))
            continue;
        auto first = last;
        while (first > 0 && !places.contains(rows.at(first - 1)))
            --first;
        const RowChange change {RowChange::Kind::Remove, int(first), int(last)};
        begin(change);
        rows.remove(first, last - first + 1);
        end(change);
        last = first;
    }

    // The longest run of rows that are in order stays; every other row moves once.
    auto settled = longestIncreasing(rows, places);
    for (qsizetype from = 0; settled.size() < rows.size();) {
        const auto key = rows.at(from);
        if (settled.contains(key)) {
            ++from;
            continue;
        }
        settled.insert(key);
        const auto place = places.value(key);
        // Before the first settled row that comes after it.
        const auto next = std::find_if(rows.cbegin(), rows.cend(), [&](const Key &other) {
            return settled.contains(other) && places.value(other) > place;
        });
        const auto to = next - rows.cbegin();
        if (to == from || to == from + 1)
            continue;
        const RowChange change {RowChange::Kind::Move, int(from), int(from), int(to)};
        begin(change);
        rows.move(from, to > from ? to - 1 : to);
        end(change);
        if (to < from)
            ++from;
    }

    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (i < rows.size() && rows.at(i) == wanted.at(i))
            continue;
        // Up to the next row that is already there.
        auto past = i + 1;
        while (past < wanted.size() && !(i < rows.size() && rows.at(i) == wanted.at(past)))
            ++past;
        const RowChange change {RowChange::Kind::Insert, int(i), int(past - 1)};
        begin(change);
        rows.insert(i, past - i, wanted.at(i));
        std::copy(wanted.cbegin() + i, wanted.cbegin() + past, rows.begin() + i);
        end(change);
        i = past - 1;
    }
}
