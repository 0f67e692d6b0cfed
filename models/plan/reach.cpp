// SPDX-License-Identifier: Apache-2.0
#include "models/plan/reach.h"

#include <algorithm>

struct Reach::Visitor
{
    Reach &reach;

    void operator()(const AddObject &edit) const { reach.addRecord(*edit.record); }
    void operator()(const RemoveObject &edit) const { reach.addRecord(*edit.record); }
    void operator()(const ReplaceObject &edit) const
    {
        reach.addRecord(*edit.before);
        reach.addRecord(*edit.after);
    }
    void operator()(const SetField &edit) const { reach.addField(edit); }
    void operator()(const Assign &edit) const { reach.addTenants(edit.application); }
    void operator()(const Unassign &edit) const { reach.addTenants(edit.application); }
    void operator()(const Connect &edit) const { reach.add(edit.application, FieldsEdited); }
    void operator()(const Disconnect &edit) const { reach.add(edit.application, FieldsEdited); }
    void operator()(const Link &edit) const { reach.add(edit.application, FieldsEdited); }
    void operator()(const Unlink &edit) const { reach.add(edit.application, FieldsEdited); }
    void operator()(const SetSettings &) const { }
    void operator()(const SetExtra &) const { }
    void operator()(const SetWaiver &) const { }
    void operator()(const SetPlace &) const { }
    void operator()(const SetSiteAnswer &edit) const { reach.addType(edit.either().type); }
    void operator()(const SetPending &) const { }
};

void Reach::add(const Delta &delta)
{
    // The topology is already the one after all edits. A way over backups that it had before is
    // still covered: an edit that cut a link names both its ends.
    for (const auto &edit : delta)
        std::visit(Visitor {*this}, edit);
}

void Reach::clear()
{
    for (const auto id : m_applications)
        m_why[id.value()] = 0;
    m_applications.clear();
    m_objects.clear();
}

void Reach::addRecord(const Record &record)
{
    const auto *application = std::get_if<Application>(&record);
    if (!application) {
        m_objects.push_back(objectId(record));
        return;
    }
    add(application->id, FieldsEdited);
    addWithBackups(application->id, LinksChanged);
    addWithBackups(application->backup, LinksChanged);
    addPrimaries(application->id);
}

void Reach::addField(const SetField &edit)
{
    if (edit.object.kind != Kind::Application) {
        m_objects.push_back(edit.object);
        return;
    }
    const auto id = edit.object.application();
    add(id, FieldsEdited);
    if (edit.field == Field::Name) {  // Of several primaries the first by name counts.
        addWithBackups(id, LinksChanged);
    } else if (edit.field == Field::Backup) {
        for (const auto &value : {edit.before, edit.after}) {
            if (const auto *backup = std::get_if<ApplicationId>(&value))
                addWithBackups(*backup, LinksChanged);
        }
    } else if (edit.field == Field::State) {
        addPrimaries(id);
    }
}

void Reach::addTenants(ApplicationId application)
{
    add(application, TenantsEdited);
    addWithBackups(application, Seen);
}

/// An answer of the site counts for all of them.
void Reach::addType(const QString &token)
{
    for (const auto &application : m_working.applications()) {
        if (application.type.token() == token)
            add(application.id, Seen);
    }
}

/// Whether they have an enabled backup may be another answer now.
void Reach::addPrimaries(ApplicationId backup)
{
    if (!m_working.contains(backup))
        return;
    for (const auto primary : m_working.primariesOf(backup))
        add(primary, Seen);
}

void Reach::add(ApplicationId application, quint8 why)
{
    const auto id = application.value();
    if (id >= m_why.size())
        m_why.resize(std::max(id + 1, m_working.applications().idBound()));
    if (m_why[id] == 0)
        m_applications.push_back(application);
    m_why[id] |= why | Seen;
}

void Reach::addWithBackups(std::optional<ApplicationId> application, quint8 why)
{
    why |= withBackups | Seen;
    while (application) {
        const auto *record = m_working.applications().find(*application);
        const auto id = application->value();
        if (!record || (id < m_why.size() && (m_why[id] & why) == why))
            return;
        add(*application, why);
        application = record->backup;
    }
}
