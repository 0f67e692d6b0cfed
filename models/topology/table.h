// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSharedData>

#include <iterator>
#include <vector>

/// Objects of one kind by id. Copies share their records until one side changes a record, so a copy
/// of a table costs a pointer an object.
///
/// A range-based for goes over the objects in the order of their ids, which is the order of the
/// document. References and pointers to a record hold until the next edit.
template <class T>
class Table final
{
public:
    using IdType = typename T::IdType;

    /// Null for an id that has no object.
    const T *find(IdType id) const
    {
        return id.value() < m_slots.size() && m_slots[id.value()] ? &m_slots[id.value()]->record
                                                                  : nullptr;
    }
    const T &at(IdType id) const
    {
        Q_ASSERT(find(id));
        return m_slots[id.value()]->record;
    }
    bool contains(IdType id) const { return find(id) != nullptr; }
    /// How many objects there are.
    int size() const { return m_size; }
    /// Above every id that has an object.
    quint32 idBound() const { return quint32(m_slots.size()); }

    class Iterator final
    {
    public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = T;
        using difference_type = std::ptrdiff_t;
        using pointer = const T *;
        using reference = const T &;

        Iterator(const Table *table, size_t index)
            : m_table(table)
            , m_index(index)
        {
            skip();
        }
        const T &operator*() const { return m_table->m_slots[m_index]->record; }
        const T *operator->() const { return &**this; }
        Iterator &operator++()
        {
            ++m_index;
            skip();
            return *this;
        }
        bool operator==(const Iterator &other) const { return m_index == other.m_index; }

    private:
        void skip()
        {
            const auto &slots = m_table->m_slots;
            while (m_index < slots.size() && !slots[m_index])
                ++m_index;
            // Records lie all over the memory, and a walk often looks at little of each: waiting
            // for them one by one is what it costs.
            constexpr size_t ahead = 16;
            if (m_index + ahead < slots.size() && slots[m_index + ahead])
                __builtin_prefetch(&slots[m_index + ahead]->record.dbid);
        }
        const Table *m_table;
        size_t m_index;
    };
    Iterator begin() const { return Iterator(this, 0); }
    Iterator end() const { return Iterator(this, m_slots.size()); }

    /// The id must be free.
    void insert(T record)
    {
        const auto index = record.id.value();
        if (index >= m_slots.size())
            m_slots.resize(index + 1);
        Q_ASSERT(!m_slots[index]);
        m_slots[index].reset(new Shared(std::move(record)));
        ++m_size;
    }
    void remove(IdType id)
    {
        Q_ASSERT(contains(id));
        m_slots[id.value()].reset();
        while (!m_slots.empty() && !m_slots.back())
            m_slots.pop_back();
        --m_size;
    }
    /// For writing; leaves other copies of the table as they are.
    T &edit(IdType id)
    {
        auto &slot = m_slots[id.value()];
        slot.detach();
        return slot->record;
    }
    void reserve(size_t count) { m_slots.reserve(count); }

    /// True if both hold the very same record under this id: then they are equal without a look.
    static bool isShared(const Table &a, const Table &b, IdType id)
    {
        return id.value() < a.m_slots.size() && id.value() < b.m_slots.size()
            && a.m_slots[id.value()] == b.m_slots[id.value()];
    }

    bool operator==(const Table &other) const
    {
        if (m_size != other.m_size || m_slots.size() != other.m_slots.size())
            return false;
        for (size_t i = 0; i < m_slots.size(); ++i) {
            const auto &a = m_slots[i];
            const auto &b = other.m_slots[i];
            if (a != b && !(a && b && a->record == b->record))
                return false;
        }
        return true;
    }

private:
    struct Shared : QSharedData
    {
        explicit Shared(T value)
            : record(std::move(value))
        {
        }
        T record;
    };
    std::vector<QExplicitlySharedDataPointer<Shared>> m_slots;  // The last one is never empty.
    int m_size = 0;
};
