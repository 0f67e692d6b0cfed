// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/mutagenreader.h"

#include "models/exchange/mutagenapplication.h"
#include "models/exchange/mutagenvalues.h"
#include "models/topology/switchtype.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct MutagenReaderTexts
{
    Q_DECLARE_TR_FUNCTIONS(MutagenReader)
};

// Collections of ours and of the topology format's head: an unknown key of one of these names would
// be taken for them.
constexpr QByteArrayView topologyKeys[] = {"format", "version", "stamp", "settings", "tenants",
    "switchingOffices", "switches", "hosts", "applications"};

class MutagenReader
{
public:
    MutagenReader(const JsonDocument &document, const MutagenKnowledge &knowledge)
        : m_document(document)
        , m_reading(document)
        , m_source {m_reading, knowledge}
    {
    }

    ReadResult read()
    {
        if (const auto root = m_document.root())
            readRoot(*root);
        return m_reading.finish(std::move(m_draft));
    }

private:
    void readRoot(const JsonValue &root)
    {
        if (!root.isObject()) {
            m_reading.malformed(
                {}, root, MutagenReaderTexts::tr("A file of mutagen is one object."));
            return;
        }
        if (const auto metadata = root.find("__metadata__")) {
            const auto format = metadata->find("formatName");
            m_source.isRaw = format && format->bytes() == "RAW";
        }
        const JsonPlace whole;
        // Collections of one name hold other fields there: half of them would be taken.
        if (const auto format = root.find("format");
            format && format->bytes() == "switchyard-topology")
            m_reading.malformed(whole.member("format"), *format,
                MutagenReaderTexts::tr("This is a topology file, not one of mutagen."));
        root.forEachMember([&](QByteArrayView key, const JsonValue &value) {
            const auto place = whole.member(key);
            if (key == "__metadata__")
                return;  // It speaks of the export.
            if (const auto *collection = findMutagenCollection(key))
                readCollection(collection->kind, place, value);
            else
                m_draft.extra.append(keptMember(key, value,
                    std::find(std::begin(topologyKeys), std::end(topologyKeys), key)
                        != std::end(topologyKeys)));
        });
    }

    void readCollection(Kind kind, const JsonPlace &place, const JsonValue &value)
    {
        if (!m_reading.isArray(place, value))
            return;
        value.forEachItem([&](qsizetype i, const JsonValue &object) {
            const auto inner = place.item(i);
            if (!m_reading.isObject(inner, object) || !object.find("name")) {
                if (object.isObject())
                    m_reading.malformed(inner, object,
                        MutagenReaderTexts::tr("The mandatory field name is missing."));
                return;
            }
            readObject(kind, inner, object);
        });
    }

    void readObject(Kind kind, const JsonPlace &place, const JsonValue &object)
    {
        MutagenObject item(m_source, kind, place, object.offset());
        MutagenApplication application(m_source, item);
        object.forEachMember([&](QByteArrayView key, const JsonValue &value) {
            const auto inner = place.member(key);
            if (readCommon(item, key, inner, value) || value.isNull())
                return;
            bool isRead = false;
            switch (kind) {
            case Kind::Tenant:
                isRead = readTenant(item, key, inner, value);
                break;
            case Kind::SwitchingOffice:
                isRead = readOffice(item, key, inner, value);
                break;
            case Kind::Switch:
                isRead = readSwitch(item, key, inner, value);
                break;
            case Kind::Host:
                isRead = readHost(item, key, inner, value);
                break;
            case Kind::Application:
                isRead = application.readMember(key, inner, value);
                break;
            }
            if (!isRead)
                item.keep(key, inner, value);
        });
        if (kind == Kind::Application)
            application.readWhole(place, object);
        m_draft.objects.append(std::move(item).take());
    }

    bool readCommon(
        MutagenObject &item, QByteArrayView key, const JsonPlace &place, const JsonValue &value)
    {
        if (key == "name") {
            item.setName(m_reading.text(place, value).value_or(QString()));
        } else if (key == "DBID" || key == "dbid") {
            const auto dbid = looseNumber(value);
            if (!value.isNull() && (!dbid || *dbid < 0))
                return item.keepUnread(key, place, value);
            if (dbid && *dbid > 0)
                item.set(Field::Dbid, *dbid);
        } else if (key == "state") {
            const auto token = looseToken(value);
            if (token == u"enabled" || token == u"1")
                item.set(Field::State, ObjectState::Enabled);
            else if (token == u"disabled" || token == u"2")
                item.set(Field::State, ObjectState::Disabled);
            else if (!value.isNull())
                return item.keepUnread(key, place, value);
        } else {
            return false;
        }
        return true;
    }

    bool readTenant(
        MutagenObject &item, QByteArrayView key, const JsonPlace &place, const JsonValue &value)
    {
        if (key != "parentTenant" && key != "parentTenantDBID")
            return false;
        return item.readReference(Field::Parent, Kind::Tenant, key, place, value);
    }

    bool readOffice(
        MutagenObject &item, QByteArrayView key, const JsonPlace &place, const JsonValue &value)
    {
        if (key != "type")
            return false;
        if (!looseText(value))
            return item.keepUnread(key, place, value);
        auto token = looseToken(value);
        bool isNumber = false;
        const int number = token.toInt(&isNumber);
        if (isNumber)
            token = switchTypeTokens().value(number, token);
        if (switchTypeNumber(token) < 0)
            m_reading.problem(place,
                MutagenReaderTexts::tr("The switch type %1 is not known; it is kept as it stands.")
                    .arg(token));
        item.set(Field::Type, token);
        return true;
    }

    bool readSwitch(
        MutagenObject &item, QByteArrayView key, const JsonPlace &place, const JsonValue &value)
    {
        if (key == "tenant" || key == "tenantDBID")
            return item.readReference(Field::Tenant, Kind::Tenant, key, place, value);
        if (key == "physicalSwitch" || key == "physSwitchDBID")
            return item.readReference(
                Field::SwitchingOffice, Kind::SwitchingOffice, key, place, value);
        return false;
    }

    bool readHost(
        MutagenObject &item, QByteArrayView key, const JsonPlace &place, const JsonValue &value)
    {
        if (key == "ipAddress" || key == "IPaddress" || key == "IPAddress") {
            return item.readText(Field::IpAddress, key, place, value);
        } else if (key == "lcaPort" || key == "LCAPort") {
            return item.readNumber(Field::LcaPort, key, place, value);
        } else if ((key == "osInfo" || key == "OSinfo") && value.isObject()) {
            Extra rest;
            value.forEachMember([&](QByteArrayView inner, const JsonValue &member) {
                if ((inner == "type" || inner == "OStype") && looseText(member))
                    item.set(Field::OsType, looseToken(member));
                else
                    rest.append(keptMember(inner, member));
            });
            item.keepObject(key, rest);
        } else {
            return false;
        }
        return true;
    }

    const JsonDocument &m_document;
    Reading m_reading;
    MutagenSource m_source;
    TopologyDraft m_draft;
};

}  // namespace

bool looksLikeMutagen(const JsonValue &root)
{
    if (!root.isObject())
        return false;
    bool isMutagen = false;
    root.forEachMember([&](QByteArrayView key, const JsonValue &value) {
        const bool isCollection =
            findMutagenCollection(key) || isTemplateCollection(key) || key.startsWith("CFG");
        isMutagen = isMutagen || (isCollection && value.isArray())
            || (key == "__metadata__" && value.isObject());
    });
    return isMutagen;
}

ReadResult readMutagen(const JsonDocument &document, const MutagenKnowledge &knowledge)
{
    return MutagenReader(document, knowledge).read();
}
