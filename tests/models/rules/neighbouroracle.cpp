// SPDX-License-Identifier: Apache-2.0
#include "tests/models/rules/neighbouroracle.h"

#include "models/base/text.h"

#include <QRegularExpression>

#include <map>
#include <set>
#include <tuple>

using namespace Qt::StringLiterals;

// Reads records only, as ruleoracle.cpp does.

namespace {

QString label(ObjectId object)
{
    return QString(kindToken(object.kind)) + u'#' + QString::number(object.id);
}

/// Major, minor and digit; nothing where the release is unknown.
std::optional<std::tuple<qlonglong, qlonglong, qlonglong>> releaseOf(const Application &app)
{
    static const QRegularExpression form(u"^([0-9]+)\\.([0-9]+)\\.([0-9])([0-9][0-9])?(\\..*)?$"_s,
        QRegularExpression::DotMatchesEverythingOption);
    const auto match = form.match(app.release);
    if (!match.hasMatch())
        return std::nullopt;
    return std::tuple(match.captured(1).toLongLong(), match.captured(2).toLongLong(),
        match.captured(3).toLongLong());
}

class Oracle
{
public:
    explicit Oracle(const Topology &topology)
        : t(topology)
    {
    }

    QStringList check()
    {
        for (const auto &app : t.applications()) {
            if (app.isPlaceholder)
                continue;
            if (is(app, u"chatserver"))
                checkChat(app);
            if (is(app, u"webapiserver"))
                checkWebApi(app);
            if (is(app, u"interactionserver"))
                checkBalance(app);
            if (is(app, u"webapiserver") || is(app, u"interactionserver"))
                checkBackups(app);
            if (is(app, u"emailserver"))
                checkEmail(app);
            if (is(app, u"socialms"))
                checkRoutes(app);
        }
        checkContactServers();
        return m_lines;
    }

private:
    static bool is(const Application &app, QStringView token) { return app.type.token() == token; }
    bool isBackup(const Application &app) const
    {
        for (const auto &other : t.applications()) {
            if (other.id != app.id && other.backup == app.id)
                return true;
        }
        return false;
    }
    std::set<ApplicationId> targets(const Application &app) const
    {
        std::set<ApplicationId> ids;
        for (const auto &connection : app.connections)
            ids.insert(connection.target);
        return ids;
    }
    /// Without leading zeros, "" where there is none.
    std::set<QString> dbids(const Application &app) const
    {
        std::set<QString> known;
        for (const auto tenant : app.tenants) {
            if (t.tenant(tenant).dbid > 0)
                known.insert(QString::number(t.tenant(tenant).dbid));
        }
        return known;
    }
    static QString withoutZeros(QString digits)
    {
        while (digits.size() > 1 && digits.startsWith(u'0'))
            digits.remove(0, 1);
        return digits;
    }
    void report(const QString &rule, const QString &severity, ObjectId object,
        const QString &tenant = {}, QStringList related = {})
    {
        related.sort();
        m_lines.append(
            QStringList {rule, severity, label(object), tenant, related.join(u',')}.join(u'|'));
    }

    void checkChat(const Application &app)
    {
        static const QRegularExpression endpoints(u"^endpoints:([0-9]+)\\z"_s);
        for (const auto tenant : app.tenants) {
            const auto dbid = t.tenant(tenant).dbid;
            bool isThere = app.options.isEmpty() || dbid == 0;
            for (const auto &section : app.options)
                isThere = isThere || section.name == u"endpoints:%1"_s.arg(dbid);
            if (!isThere)
                report(u"chat-endpoint-missing"_s, u"warning"_s, app.id, label(tenant));
        }
        for (const auto &section : app.options) {
            const auto match = endpoints.match(section.name);
            if (match.hasMatch() && !dbids(app).contains(withoutZeros(match.captured(1))))
                report(u"chat-endpoint-stray"_s, u"warning"_s, app.id, {},
                    {u"option-section:"_s + section.name});
        }
        const auto release = releaseOf(app);
        if (release && *release >= std::tuple(8, 5, 0) && app.backup)
            report(u"chat-warm-standby"_s, u"advice"_s, app.id, {}, {label(*app.backup)});
    }
    void checkBackups(const Application &app)
    {
        for (const auto id : targets(app)) {
            const auto &target = t.application(id);
            if (is(target, u"chatserver") && isBackup(target))
                report(u"chat-backup-connected"_s, u"warning"_s, app.id, {}, {label(id)});
        }
    }
    void checkWebApi(const Application &app)
    {
        std::map<QString, int> counts;
        for (const auto id : targets(app))
            ++counts[t.application(id).type.token()];
        if (counts[u"scs"_s] > 0)
            return;
        for (const auto &type : {u"chatserver"_s, u"emailserver"_s, u"interactionserver"_s,
                 u"statserver"_s, u"contactserver"_s}) {
            if (counts[type] >= 2)
                return report(u"web-api-no-scs"_s, u"warning"_s, app.id);
        }
    }
    void checkBalance(const Application &app)
    {
        for (const auto &type : {u"emailserver"_s, u"classificationserver"_s}) {
            QStringList servers;
            std::map<TenantId, int> shares;
            for (const auto id : targets(app)) {
                const auto &target = t.application(id);
                if (!is(target, type) || isBackup(target))
                    continue;
                servers.append(label(id));
                for (const auto tenant : target.tenants)
                    ++shares[tenant];
            }
            bool isShared = false;
            for (const auto &[tenant, count] : shares)
                isShared = isShared || count == servers.size();
            if (servers.size() >= 2 && !isShared)
                report(u"interaction-balance-split"_s, u"warning"_s, app.id, {}, servers);
        }
    }
    void checkEmail(const Application &app)
    {
        const auto email = releaseOf(app);
        for (const auto id : targets(app)) {
            const auto &target = t.application(id);
            const auto server = releaseOf(target);
            if (!is(target, u"contactserver") || !email || !server)
                continue;
            auto needed = std::tuple(0, 0, 0);
            if (*email == std::tuple(8, 1, 2))
                needed = {8, 1, 1};
            else if (*email >= std::tuple(8, 1, 3) && *email < std::tuple(8, 5, 0))
                needed = {8, 1, 3};
            else if (*email >= std::tuple(8, 5, 0))
                needed = {8, 1, 4};
            if (*server < needed)
                report(u"email-ucs-release"_s, u"error"_s, app.id, {}, {label(id)});
        }
    }
    void checkRoutes(const Application &app)
    {
        for (const auto &section : app.options) {
            for (const auto &option : section.options) {
                if (!section.name.startsWith(u"channel-"_s) || option.key != u"inbound-route"
                    || option.value.isEmpty())
                    continue;
                bool isRoute = true;
                for (const auto &part : option.value.split(u',')) {
                    const auto number = trimmedText(part.section(u':', 0, 0)).toString();
                    isRoute = isRoute && dbids(app).contains(withoutZeros(number));
                }
                if (!isRoute)
                    report(u"social-route-tenant"_s, u"warning"_s, app.id, {},
                        {u"option:"_s + section.name + u'/' + option.key});
            }
        }
    }
    void checkContactServers()
    {
        for (const auto &tenant : t.tenants()) {
            QStringList servers;
            for (const auto &app : t.applications()) {
                if (!app.isPlaceholder && is(app, u"contactserver") && !isBackup(app)
                    && app.tenants.contains(tenant.id))
                    servers.append(label(app.id));
            }
            if (!tenant.isPlaceholder && servers.size() >= 2)
                report(u"ucs-shared-tenant"_s, u"warning"_s, tenant.id, {}, servers);
        }
    }

    const Topology &t;
    QStringList m_lines;
};

}  // namespace

QStringList neighbourFindings(const Topology &topology)
{
    return Oracle(topology).check();
}
