// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/touchedobjects.h"

namespace {

struct Collector
{
    TouchedObjects touched;

    void add(const Record &record)
    {
        const auto object = objectId(record);
        if (object.kind == Kind::Tenant || object.kind == Kind::SwitchingOffice)
            touched.isAll = true;
        else
            touched.moved.insert(object);
        // Who stands below another server follows it.
        if (const auto *application = std::get_if<Application>(&record);
            application && application->backup)
            touched.moved.insert(*application->backup);
    }
    void operator()(const AddObject &e) { add(*e.record); }
    void operator()(const RemoveObject &e) { add(*e.record); }
    void operator()(const ReplaceObject &e)
    {
        add(*e.before);
        add(*e.after);
    }
    void operator()(const SetField &e)
    {
        const bool isMoved = e.field == Field::Host || e.field == Field::Backup;
        (isMoved ? touched.moved : touched.changed).insert(e.object);
        for (const auto *value : {&e.before, &e.after}) {
            if (const auto *other = std::get_if<ApplicationId>(value))
                touched.moved.insert(*other);
        }
    }
    void operator()(const Assign &e) { touched.moved.insert(e.application); }
    void operator()(const Unassign &e) { touched.moved.insert(e.application); }
    void operator()(const Connect &e) { touched.changed.insert(e.application); }
    void operator()(const Disconnect &e) { touched.changed.insert(e.application); }
    void operator()(const Link &e) { touched.changed.insert(e.application); }
    void operator()(const Unlink &e) { touched.changed.insert(e.application); }
    void operator()(const SetSettings &) { }
    void operator()(const SetExtra &) { }
    void operator()(const SetWaiver &) { }
    void operator()(const SetSiteAnswer &) { }
    void operator()(const SetPending &e) { touched.changed.insert(e.application); }
    void operator()(const SetPlace &e)
    {
        if (e.object.kind == Kind::Tenant)
            touched.isAll = true;
        else
            touched.placed.insert(e.object);
    }
};

}  // namespace

TouchedObjects TouchedObjects::by(const Delta &delta)
{
    Collector collector;
    for (const auto &edit : delta)
        std::visit(collector, edit);
    return collector.touched;
}
