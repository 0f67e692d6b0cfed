// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>

#include <compare>

/// A dense whole number that names one object of one kind inside one document.
///
/// Ids are handed out in order of creation and never used twice, so the order of ids is the order
/// of the document. There is no null id: "none" is std::optional<Id>. DBIDs are something else: a
/// field.
template <class Tag>
class Id final
{
public:
    Id() = delete;
    explicit constexpr Id(quint32 value) noexcept
        : m_value(value)
    {
    }

    constexpr quint32 value() const noexcept { return m_value; }
    constexpr auto operator<=>(const Id &) const noexcept = default;

private:
    quint32 m_value;
};

template <class Tag>
Q_DECL_CONST_FUNCTION constexpr size_t qHash(Id<Tag> id, size_t seed = 0) noexcept
{
    return ::qHash(id.value(), seed);
}
