// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/topologyjsonreader.h"

#include "models/exchange/draftfields.h"

#include <QCoreApplication>

namespace {

struct TopologyJsonReaderTexts
{
    Q_DECLARE_TR_FUNCTIONS(TopologyJsonReader)
};

constexpr char formatName[] = "switchyard-topology";

struct Collection
{
    QByteArrayView key;
    Kind kind;
};
constexpr Collection collections[] = {
    {"tenants", Kind::Tenant},
    {"switchingOffices", Kind::SwitchingOffice},
    {"switches", Kind::Switch},
    {"hosts", Kind::Host},
    {"applications", Kind::Application},
};

const Collection *findCollection(QByteArrayView key)
{
    for (const auto &collection : collections) {
        if (collection.key == key)
            return &collection;
    }
    return nullptr;
}

class TopologyJsonReader
{
public:
    explicit TopologyJsonReader(const JsonDocument &document)
        : m_document(document)
        , m_reading(document)
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
                {}, root, TopologyJsonReaderTexts::tr("A topology file is one object."));
            return;
        }
        const JsonPlace whole;
        checkHead(root, whole, "format");
        checkHead(root, whole, "version");
        root.forEachMember([&](QByteArrayView key, const JsonValue &value) {
            const auto place = whole.member(key);
            if (const auto *collection = findCollection(key))
                readCollection(collection->kind, place, value);
            else if (key == "settings")
                readSettings(place, value);
            else if (key == "format")
                checkFormat(place, value);
            else if (key == "version")
                checkVersion(place, value);
            else if (key != "stamp")  // It speaks of the export, not of the topology.
                m_draft.extra.append({QString::fromUtf8(key), value.compact()});
        });
    }

    void checkHead(const JsonValue &root, const JsonPlace &whole, const char *key)
    {
        const auto value = root.find(key);
        if (!value || value->isNull())
            m_reading.malformed(whole, root,
                TopologyJsonReaderTexts::tr("The mandatory field %1 is missing.")
                    .arg(QLatin1String(key)));
    }

    void checkFormat(const JsonPlace &place, const JsonValue &value)
    {
        const auto format = m_reading.text(place, value);
        if (format && *format != QLatin1String(formatName))
            m_reading.outsideEnumeration(place, value, QLatin1String(formatName));
    }

    void checkVersion(const JsonPlace &place, const JsonValue &value)
    {
        const auto version = m_reading.wholeNumber(place, value);
        if (version && *version != 1)
            m_reading.malformed(place, value,
                TopologyJsonReaderTexts::tr(
                    "Version %1 of the topology format is not known; this program reads version 1.")
                    .arg(*version));
    }

    void readSettings(const JsonPlace &place, const JsonValue &value)
    {
        if (!m_reading.isObject(place, value))
            return;
        value.forEachMember([&](QByteArrayView key, const JsonValue &member) {
            const auto inner = place.member(key);
            if (key == "environment")
                m_draft.environment = readEnvironment(m_reading, inner, member);
            else if (key == "socialMessagingTenants")
                m_draft.socialMessagingTenants = readSocialMessaging(m_reading, inner, member);
            else
                m_draft.settingsExtra.append({QString::fromUtf8(key), member.compact()});
        });
    }

    void readCollection(Kind kind, const JsonPlace &place, const JsonValue &value)
    {
        if (!m_reading.isArray(place, value))
            return;
        value.forEachItem([&](qsizetype i, const JsonValue &item) {
            const auto inner = place.item(i);
            auto draft = readObject(m_reading, kind, inner, item);
            if (!draft)
                return;
            if (kind == Kind::Tenant)
                checkDbid(inner, item, *draft);
            m_draft.objects.append(*std::move(draft));
        });
    }

    /// What a file says otherwise of Environment itself is told by the merge.
    void checkDbid(const JsonPlace &place, const JsonValue &value, const Draft &draft)
    {
        const auto *dbid = draft.find(Field::Dbid);
        if (!dbid || *dbid != DraftValue(qint64(1)) || draft.name == u"Environment")
            return;
        m_reading.malformed(place.member("dbid"), value.find("dbid").value_or(value),
            TopologyJsonReaderTexts::tr("DBID 1 belongs to the tenant Environment."));
    }

    const JsonDocument &m_document;
    Reading m_reading;
    TopologyDraft m_draft;
};

}  // namespace

bool looksLikeTopology(const JsonValue &root)
{
    return root.find("format") || root.find("version") || root.find("settings")
        || root.find("switchingOffices");
}

ReadResult readTopology(const JsonDocument &document)
{
    return TopologyJsonReader(document).read();
}
