// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/mutagenknowledge.h"

#include "models/exchange/mutagenvalues.h"

namespace {

template <class T>
void insertFirst(QHash<qint64, T> &hash, qint64 dbid, const T &value)
{
    if (!hash.contains(dbid))
        hash.insert(dbid, value);
}

std::optional<qint64> dbidOf(const JsonValue &object)
{
    const auto raw = object.find("DBID");
    const auto value = raw ? raw : object.find("dbid");
    return value ? looseNumber(*value) : std::nullopt;
}

QString textOf(const JsonValue &object, const char *key)
{
    const auto value = object.find(key);
    return value ? looseText(*value).value_or(QString()) : QString();
}

template <class T>
void learnDbids(const Table<T> &table, QHash<qint64, QString> &names)
{
    for (const auto &object : table) {
        if (object.dbid != 0 && !object.isPlaceholder)
            insertFirst(names, object.dbid, object.name);
    }
}

}  // namespace

MutagenKnowledge::MutagenKnowledge(const Topology *known)
    : m_known(known)
{
    if (!known)
        return;
    learnDbids(known->tenants(), m_documentNames[size_t(Kind::Tenant)]);
    learnDbids(known->offices(), m_documentNames[size_t(Kind::SwitchingOffice)]);
    learnDbids(known->hosts(), m_documentNames[size_t(Kind::Host)]);
    learnDbids(known->applications(), m_documentNames[size_t(Kind::Application)]);
    for (const auto &object : known->switches()) {
        if (object.dbid != 0 && !object.isPlaceholder)
            insertFirst(
                m_documentSwitches, object.dbid, {known->tenant(object.tenant).name, object.name});
    }
    for (const auto &application : known->applications()) {
        if (!application.templateName.isEmpty()
            && !m_typesByTemplate.contains(application.templateName))
            m_typesByTemplate.insert(application.templateName, application.type.token());
    }
    for (const auto &field : known->extra()) {
        if (!isTemplateCollection(field.key.toUtf8()))
            continue;
        const auto templates = JsonDocument::parse(field.json.toUtf8());
        if (const auto root = templates.root(); root && root->isArray())
            learnTemplates(*root, m_documentTemplates);
    }
}

void MutagenKnowledge::learn(const JsonDocument &document)
{
    if (const auto root = document.root(); root && root->isObject())
        learnRoot(*root);
}

void MutagenKnowledge::learnRoot(const JsonValue &root)
{
    root.forEachMember([&](QByteArrayView key, const JsonValue &list) {
        if (!list.isArray())
            return;
        if (isTemplateCollection(key)) {
            learnTemplates(list, m_templates);
        } else if (const auto *collection = findMutagenCollection(key);
                   collection && collection->kind != Kind::Switch) {
            list.forEachItem([&](qsizetype, const JsonValue &object) {
                if (const auto dbid = dbidOf(object))
                    insertFirst(m_names[size_t(collection->kind)], *dbid, textOf(object, "name"));
            });
        }
    });
    // Switches last: they may name their tenants by DBID.
    root.forEachMember([&](QByteArrayView key, const JsonValue &list) {
        const auto *collection = findMutagenCollection(key);
        if (list.isArray() && collection && collection->kind == Kind::Switch)
            learnSwitches(list);
    });
}

void MutagenKnowledge::learnTemplates(const JsonValue &list, QHash<QString, Template> &templates)
{
    list.forEachItem([&](qsizetype, const JsonValue &item) {
        if (!item.isObject())
            return;
        const auto name = textOf(item, "name");
        if (const auto dbid = dbidOf(item))
            insertFirst(m_templateNames, *dbid, name);
        if (templates.contains(name))
            return;
        const auto type = item.find("type");
        auto token = type ? looseToken(*type) : QString();
        bool isNumber = false;
        if (const int number = token.toInt(&isNumber); isNumber)
            token = ApplicationType::fromNumber(number).token();
        templates.insert(name, {token, textOf(item, "version")});
    });
}

void MutagenKnowledge::learnSwitches(const JsonValue &list)
{
    list.forEachItem([&](qsizetype, const JsonValue &item) {
        const auto dbid = item.isObject() ? dbidOf(item) : std::nullopt;
        if (!dbid)
            return;
        auto tenant = textOf(item, "tenant");
        if (const auto reference = item.find("tenantDBID"); reference && tenant.isEmpty()) {
            if (const auto tenantDbid = looseDbid(*reference))
                tenant = objectName(Kind::Tenant, *tenantDbid);
        }
        if (!tenant.isEmpty())
            insertFirst(m_switches, *dbid, {tenant, textOf(item, "name")});
    });
}

const MutagenKnowledge::Template *MutagenKnowledge::findTemplate(const QString &name) const
{
    for (const auto *templates : {&m_templates, &m_documentTemplates}) {
        if (const auto found = templates->constFind(name); found != templates->constEnd())
            return &*found;
    }
    return nullptr;
}

QString MutagenKnowledge::objectName(Kind kind, qint64 dbid) const
{
    const auto &names = m_names[size_t(kind)];
    if (const auto found = names.constFind(dbid); found != names.constEnd())
        return *found;
    if (kind == Kind::Tenant && dbid == 1)
        return Topology::environmentTenant().name;
    return m_documentNames[size_t(kind)].value(dbid);
}

std::optional<SwitchName> MutagenKnowledge::switchName(qint64 dbid) const
{
    for (const auto *switches : {&m_switches, &m_documentSwitches}) {
        if (const auto found = switches->constFind(dbid); found != switches->constEnd())
            return *found;
    }
    return std::nullopt;
}

bool MutagenKnowledge::isKnownApplication(const QString &name) const
{
    if (!m_known)
        return false;
    const auto bearers = m_known->bearers(Kind::Application, name);
    return std::any_of(bearers.begin(), bearers.end(),
        [this](quint32 id) { return !m_known->isPlaceholder(ObjectId(Kind::Application, id)); });
}

QString MutagenKnowledge::typeOfApplicationsFrom(const QString &templateName) const
{
    return m_typesByTemplate.value(templateName);
}
