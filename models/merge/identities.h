// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/topology.h"

#include <array>
#include <vector>

/// The three topologies of a merge.
enum class Version : quint8 { Base = 0, Ours = 1, Theirs = 2 };
inline constexpr int versionCount = 3;

/// Tells which objects, and which references, of three topologies are the same.
///
/// Objects are by kind and name, switches by tenant, office and name, applications by name and
/// type; of several alike the first with the first. Identities are numbered by kind: those of ours
/// in their order, then those that theirs alone has, then those of base alone.
///
/// References are by name: what one means is settled when all is together. Only a reference to an
/// object that its name doesn't mean (the second bearer, one without a name) is to that object.
class Identities final
{
public:
    static constexpr quint32 none = 0xFFFFFFFF;

    Identities(const Topology &base, const Topology &ours, const Topology &theirs);

    struct Identity
    {
        std::array<std::optional<quint32>, versionCount> ids;  ///< By version.
        int occurrence = 0;                                    ///< Which of those alike, from 0.
        quint32 name = none;  ///< The key of a reference by its name.

        std::optional<quint32> in(Version version) const { return ids[size_t(version)]; }
    };
    const std::vector<Identity> &of(Kind kind) const { return m_identities[size_t(kind)]; }

    struct Reference
    {
        QString name;
        quint32 tenant = none;    ///< Of a switch: the key of its tenant.
        quint32 identity = none;  ///< Of a reference to this very object.
    };
    /// The key of a reference: equal for what is the same, and an index for reference().
    quint32 key(Version version, ObjectId object) const
    {
        return m_keys[size_t(version)][size_t(object.kind)][object.id];
    }
    const Reference &reference(ObjectId key) const
    {
        return m_references[size_t(key.kind)][key.id];
    }

    /// Whether base defines what the key means, by name, and this version no longer does: then it
    /// has lost its references to it, too.
    bool isLost(Version version, ObjectId key) const
    {
        return isDefined(Version::Base, key) && !isDefined(version, key);
    }

    const Topology &topology(Version version) const { return *m_topologies[size_t(version)]; }

    /// The object as it is in that version, with its identity for its id and keys for references.
    template <class T>
    std::optional<T> keyed(Version version, quint32 identity) const;

private:
    bool isDefined(Version version, ObjectId key) const
    {
        const auto &defined = m_defined[size_t(version)][size_t(key.kind)];
        return key.id < defined.size() && defined[key.id];
    }
    template <class T, class KeyOf>
    void identify(KeyOf keyOf);
    template <class T>
    void nameReferences();

    std::array<const Topology *, versionCount> m_topologies;
    std::array<std::vector<Identity>, kindCount> m_identities;
    std::array<std::vector<Reference>, kindCount> m_references;
    std::array<std::array<std::vector<quint32>, kindCount>, versionCount> m_keys;
    // By version, kind and key: whether an object bears the name, or is the one that is meant.
    std::array<std::array<std::vector<bool>, kindCount>, versionCount> m_defined;
    // By version, kind and id: the identity of a defined object.
    std::array<std::array<std::vector<quint32>, kindCount>, versionCount> m_identityOf;
};
