// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/topology.h"

#include <random>

/// Objects with every field filled at random, as odd as a document must hold them: empty and blank
/// texts, quotes, NUL, U+FEFF, characters outside the first plane, numbers of 64 bits, empty
/// sections, placeholders, extra data.
class RandomTopology final
{
public:
    explicit RandomTopology(quint32 seed)
        : m_random(seed)
    {
    }

    /// References of all kinds resolve, backwards, forwards and to the object itself.
    Topology topology();
    QString text();
    qint64 number();
    Extra extra();
    Options options();
    QList<Port> ports();
    /// A connection to one of "count" applications.
    Connection connection(quint32 count);
    /// An object of this kind and id; references go to ids below "count". Normalised.
    Record record(Kind kind, quint32 id, quint32 count);

private:
    quint32 below(quint32 bound) { return quint32(m_random()) % bound; }
    bool oneIn(quint32 n) { return below(n) == 0; }
    std::optional<qint64> optionalNumber();
    template <class IdType>
    std::optional<IdType> optionalId(quint32 count);
    template <class T>
    void fillCommon(T &object, quint32 id);

    std::mt19937 m_random;
};
