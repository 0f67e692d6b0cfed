// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/topology.h"

#include <QStringList>

/// What people type to narrow down objects: words that must all be found. "sms acme" looks
/// anywhere; "type:", "tenant:", "host:" and "state:" look there alone; "release:<8.1.2" (also <=,
/// >, >=) compares, "release:8.1" looks at the beginning.
class ObjectFilter final
{
public:
    ObjectFilter() = default;
    explicit ObjectFilter(const QString &text);

    /// Accepts everything.
    bool isEmpty() const { return m_terms.isEmpty(); }
    bool accepts(const Topology &topology, ObjectId object) const;

private:
    enum class Place : quint8 { Anywhere, Type, Tenant, Host, State, Release };
    struct Term
    {
        Place place = Place::Anywhere;
        QString text;
    };
    static bool accepts(const Topology &topology, ObjectId object, const Term &term);

    QList<Term> m_terms;
};
