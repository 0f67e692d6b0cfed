// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/fields.h"

/// What a rule may read of an object besides its fields. Continues the numbers of Field.
enum class Aspect : quint8 {
    Existence = 32,      ///< That it is defined, or a placeholder, or gone.
    Primaries,           ///< Applications that name it as their backup.
    Referrers,           ///< Of a placeholder: who refers to it.
    Members,             ///< Of a tenant: applications that have it. Of a host: applications on it.
    MultimediaSwitches,  ///< Of a tenant.
    ParentCycle,         ///< Whether a tenant is on one.
    NamedTenants,        ///< The tenants that its options name are others, or have other DBIDs.
    Settings,            ///< The document's.
    SeveralCustomers,    ///< Whether the document has 2 or more enabled customer tenants.
    ExclusiveTypes,  ///< Which types of sharing "one" some primary application with a tenant is of.
    Count
};

/// A set of fields and aspects.
class Aspects final
{
public:
    constexpr Aspects() = default;
    constexpr Aspects(Field field)  // NOLINT: a field is an aspect.
        : m_bits(quint64(1) << int(field))
    {
    }
    constexpr Aspects(Aspect aspect)  // NOLINT
        : m_bits(quint64(1) << int(aspect))
    {
    }
    static constexpr Aspects all() { return fromBits((quint64(1) << int(Aspect::Count)) - 1); }

    constexpr quint64 bits() const { return m_bits; }
    constexpr bool contains(Aspects other) const { return (m_bits & other.m_bits) == other.m_bits; }

    friend constexpr Aspects operator|(Aspects a, Aspects b)
    {
        return fromBits(a.m_bits | b.m_bits);
    }
    constexpr Aspects &operator|=(Aspects other) { return *this = *this | other; }

private:
    static constexpr Aspects fromBits(quint64 bits)
    {
        Aspects aspects;
        aspects.m_bits = bits;
        return aspects;
    }
    quint64 m_bits = 0;
};

constexpr Aspects operator|(Field a, Field b)
{
    return Aspects(a) | Aspects(b);
}
constexpr Aspects operator|(Field a, Aspect b)
{
    return Aspects(a) | Aspects(b);
}
constexpr Aspects operator|(Aspect a, Aspect b)
{
    return Aspects(a) | Aspects(b);
}
