// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/mutagenwriter.h"

#include "models/base/jsontext.h"
#include "models/exchange/mutagenapplicationwriter.h"
#include "models/exchange/mutagenknowledge.h"
#include "models/exchange/mutagenobject.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <set>

namespace {

using namespace Qt::StringLiterals;
using Layout = JsonWriter::Layout;

class MutagenWriter
{
    Q_DECLARE_TR_FUNCTIONS(MutagenWriter)

public:
    MutagenWriter(const Topology &topology, const MutagenChanges &changes, MutagenExtent extent)
        : m_topology(topology)
        , m_changes(changes)
        , m_isOnlyChanges(extent == MutagenExtent::OnlyChanges)
        , m_output(topology)
        , m_json(m_output.json)
    {
        for (const auto &object : changes.objects)
            m_travelling.emplace(object.object, &object);
        for (const auto &step : changes.steps) {
            if (step.kind == ManualStep::Kind::Create)
                m_incomplete.insert(*step.id);
        }
    }

    WrittenMutagen write(const std::optional<ExportStamp> &stamp)
    {
        m_json.beginObject(Layout::Lines);
        m_json.key("__metadata__");
        m_json.beginObject();
        m_json.key("formatName");
        m_json.value("JSON"_L1);
        m_json.key("formatVersion");
        m_json.value("1.0.0"_L1);
        const auto stampAt = m_json.bytes().size();
        m_json.endObject();
        writeCollection<Tenant>("tenants");
        writeCollection<SwitchingOffice>("physicalSwitches");
        writeCollection<Switch>("switches");
        writeCollection<Host>("hosts");
        writeCollection<Application>("applications");
        writeKeptCollections();
        m_json.endObject();
        auto bytes = m_json.bytes() + '\n';
        if (stamp)
            bytes.insert(stampAt, ",\"stamp\":" + stampJson(*stamp, bytes));
        warnOfPlaceholders();
        return {std::move(bytes), m_output.objects.takeWarnings() + m_output.warnings,
            m_objectCount, m_output.secrets};
    }

private:
    /// Null if it is unchanged, or if its changes don't travel.
    const TravellingObject *changesOf(ObjectId object) const
    {
        const auto found = m_travelling.find(object);
        return found != m_travelling.end() ? found->second : nullptr;
    }

    bool isNew(ObjectId object) const
    {
        const auto *changes = changesOf(object);
        return (changes && changes->isNew) || m_incomplete.contains(object);
    }

    template <class T>
    void writeCollection(const char *key)
    {
        auto objects = m_output.objects.sorted<T>();
        if (m_isOnlyChanges)
            std::erase_if(objects, [this](const T *object) { return !changesOf(object->id); });
        if (objects.empty())
            return;
        m_json.key(QByteArrayView(key));
        m_json.beginArray(Layout::Lines);
        for (const auto *object : objects) {
            const auto begin = m_json.bytes().size();
            const auto *changes = changesOf(object->id);
            m_output.isChanged = changes || m_incomplete.contains(object->id);
            MutagenMembers members(m_json, object->extra, m_isOnlyChanges ? changes : nullptr);
            m_json.beginObject(Layout::Lines);
            m_json.key("name");
            m_json.value(QStringView(object->name));
            members.done("name"_L1);
            if (!m_isOnlyChanges && object->dbid > 0)
                members.number(Field::Dbid, "dbid"_L1, object->dbid);
            write(*object, members);
            m_json.endObject();
            warnOfVariables(object->name, begin);
            for (const auto &[kept, json] : object->extra) {
                if (members.isWhole() || changes->keys.contains(kept))
                    countSecretsOf(kept, json);
            }
            ++m_objectCount;
        }
        m_json.endArray();
    }

    void write(const Tenant &tenant, MutagenMembers &members)
    {
        members.text(Field::Parent, "parentTenant"_L1,
            tenant.parent && members.wants(Field::Parent, "parentTenant"_L1)
                ? m_output.refer(tenant.id, *tenant.parent)
                : QString());
        members.choice(Field::State, "state"_L1, stateToken(tenant.state),
            tenant.state == ObjectState::Enabled);
        // mutagen takes a flag that is missing for one that says nothing, not for an unchanged one.
        members.rest({"serviceProvider"_L1});
    }

    void write(const SwitchingOffice &office, MutagenMembers &members)
    {
        if (members.isWhole())
            members.text(Field::Type, "type"_L1, office.type);
        members.choice(Field::State, "state"_L1, stateToken(office.state),
            office.state == ObjectState::Enabled);
        members.rest();
    }

    void write(const Switch &object, MutagenMembers &members)
    {
        // Its tenant is a part of its name.
        m_json.key("tenant");
        m_json.value(QStringView(m_output.refer(object.id, object.tenant)));
        members.done("tenant"_L1);
        if (members.isWhole())
            members.text(Field::SwitchingOffice, "physicalSwitch"_L1,
                object.office ? m_output.refer(object.id, *object.office) : QString());
        members.choice(Field::State, "state"_L1, stateToken(object.state),
            object.state == ObjectState::Enabled);
        members.rest();
    }

    void write(const Host &host, MutagenMembers &members)
    {
        members.text(Field::IpAddress, "ipAddress"_L1, host.ipAddress);
        members.numberText(Field::LcaPort, "lcaPort"_L1, host.lcaPort);
        members.object(Field::OsType, "osInfo"_L1,
            host.osType.isEmpty() ? Extra() : Extra {{u"type"_s, jsonString(host.osType)}});
        members.choice(
            Field::State, "state"_L1, stateToken(host.state), host.state == ObjectState::Enabled);
        const bool hasType = std::any_of(host.extra.begin(), host.extra.end(),
            [](const ExtraField &field) { return field.key == u"type"; });
        if (isNew(host.id) && !hasType)
            writeHostType(host);
        members.rest();
    }

    /// We have no field for it.
    void writeHostType(const Host &host)
    {
        if (m_isOnlyChanges) {
            m_json.key("type");
            m_json.value("networkserver"_L1);
        } else {
            m_output.warn(host.name,
                tr("mutagen asks for a type to create a host. An export of what changed says "
                   "networkserver."));
        }
    }

    void write(const Application &application, MutagenMembers &members)
    {
        MutagenApplicationWriter(m_output, application, members).write();
        if (isNew(application.id))
            warnOfRelease(application);
    }

    void writeKeptCollections()
    {
        for (const auto &[key, json] : m_topology.extra()) {
            if (m_isOnlyChanges && !m_changes.collections.contains(key))
                continue;
            const auto begin = m_json.bytes().size();
            const bool isRenamed = key.startsWith(takenKeyPrefix);
            m_json.key(QStringView(isRenamed ? key.sliced(takenKeyPrefix.size()) : key));
            m_json.raw(json);
            warnOfVariables(key, begin);
            countSecretsOf(key, json);
        }
    }

    void countSecretsOf(const QString &key, const QString &json)
    {
        const int inside = countSecrets(json);
        m_output.secrets += inside > 0 ? inside : int(looksSecret(key));
    }

    void warnOfPlaceholders()
    {
        for (const auto object : m_output.placeholders) {
            if (object.kind != Kind::Switch)  // Named by its number.
                m_output.warn(m_topology.name(object),
                    tr("The document has no %1 of this name. mutagen refuses the file unless "
                       "production has one.")
                        .arg(kindLabel(object.kind).toLower()));
        }
    }

    void warnOfRelease(const Application &application)
    {
        const auto *known = m_knowledge.findTemplate(application.templateName);
        if (known && !known->release.isEmpty() && known->release != application.release)
            m_output.warn(application.name,
                tr("mutagen creates it with the release of its template, %1, instead of %2.")
                    .arg(known->release, application.release));
    }

    /// mutagen replaces ${NAME} in the text of the file, wherever it stands.
    void warnOfVariables(const QString &where, qsizetype begin)
    {
        const auto text = QByteArrayView(m_json.bytes()).sliced(begin);
        QStringList variables;
        for (auto at = text.indexOf("${"); at >= 0; at = text.indexOf("${", at + 2)) {
            const auto end = text.indexOf('}', at);
            const auto name = end < 0 ? QByteArrayView() : text.sliced(at + 2, end - at - 2);
            if (!name.isEmpty() && !name.contains('"') && !name.contains('\n'))
                variables.append(u"${"_s + QString::fromUtf8(name) + u'}');
        }
        variables.removeDuplicates();
        if (!variables.isEmpty())
            m_output.warn(where,
                tr("mutagen takes this for a variable and puts its value there: %1.")
                    .arg(variables.join(u", "_s)));
    }

    const Topology &m_topology;
    const MutagenChanges &m_changes;
    bool m_isOnlyChanges;
    std::map<ObjectId, const TravellingObject *> m_travelling;
    std::set<ObjectId> m_incomplete;  // New, and lacking what mutagen asks for.
    MutagenKnowledge m_knowledge {&m_topology};
    MutagenOutput m_output;
    JsonWriter &m_json;
    int m_objectCount = 0;
};

}  // namespace

WrittenMutagen writeMutagen(const Topology &topology, const MutagenChanges &changes,
    MutagenExtent extent, const std::optional<ExportStamp> &stamp)
{
    return MutagenWriter(topology, changes, extent).write(stamp);
}
