// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/topology.h"

#include <vector>

/// What edits can reach of a plan: the objects whose fields they touch, and the applications whose
/// rows may be others for it. The working copy must outlive it.
class Reach final
{
public:
    /// Why an application is reached.
    enum Why : quint8 {
        Seen = 1,  ///< Its row may be another: for its backup's state, for a list in effect for it.
        TenantsEdited = 2,
        FieldsEdited = 4,
        LinksChanged = 8,  ///< Whose list is in effect for it may have changed.
    };

    explicit Reach(const Topology &working)
        : m_working(working)
    {
    }

    /// After all edits were applied.
    void add(const Delta &delta);
    void clear();

    /// Each once; some may exist no longer.
    const std::vector<ApplicationId> &applications() const { return m_applications; }
    quint8 why(ApplicationId application) const { return m_why[application.value()]; }
    /// Other kinds; an object may come several times.
    const std::vector<ObjectId> &objects() const { return m_objects; }

private:
    struct Visitor;
    void addRecord(const Record &record);
    void addField(const SetField &edit);
    void addTenants(ApplicationId application);
    void addType(const QString &token);
    void addPrimaries(ApplicationId backup);
    void add(ApplicationId application, quint8 why);
    void addWithBackups(std::optional<ApplicationId> application, quint8 why);

    // Kept with its backups: those that its list may be in effect for were added for the same
    // reasons.
    static constexpr quint8 withBackups = 128;

    const Topology &m_working;
    std::vector<ApplicationId> m_applications;
    std::vector<ObjectId> m_objects;
    std::vector<quint8> m_why;  // By id.
};
