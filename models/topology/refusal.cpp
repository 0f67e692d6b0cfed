// SPDX-License-Identifier: Apache-2.0
#include "models/topology/refusal.h"

#include <QCoreApplication>

namespace {

struct RefusalTexts
{
    Q_DECLARE_TR_FUNCTIONS(Refusal)
};

}  // namespace

tl::unexpected<Error> notFound(ObjectId object)
{
    return failure(Error::Code::NotFound,
        RefusalTexts::tr("This %1 no longer exists.").arg(kindLabel(object.kind).toLower()));
}

tl::unexpected<Error> refused(QString message)
{
    return failure(Error::Code::InvalidInput, std::move(message));
}

QString objection(const Topology &topology, ObjectId object, Field field, const Value &value)
{
    if (isFixedOnceCreated(object.kind, field))
        return RefusalTexts::tr(
            "%1 is fixed once the %2 is created. Add a new one and remove this one.")
            .arg(fieldLabel(field), kindLabel(object.kind).toLower());
    if (object == ObjectId(Topology::environment) && field != Field::Extra)
        return RefusalTexts::tr(
            "Environment can't be renamed, disabled, or moved below another tenant.");
    if (topology.isPlaceholder(object) && field != Field::Name)
        return RefusalTexts::tr("%1 is only referred to. Define it before its fields are set.")
            .arg(topology.name(object));
    if (field == Field::Dbid) {
        const auto *dbid = std::get_if<qint64>(&value);
        if (dbid && *dbid < 0)
            return RefusalTexts::tr("A DBID is a whole number above 0.");
        if (dbid && *dbid == 1 && object.kind == Kind::Tenant)
            return RefusalTexts::tr("DBID 1 belongs to Environment.");
    }
    if (field == Field::Component && std::get<Component>(value) != Component::None
        && topology.application(object.application()).type.id() != ApplicationType::TServer)
        return RefusalTexts::tr(
            "Only an application of type tserver has a component; for others it follows from the type.");
    return {};
}
