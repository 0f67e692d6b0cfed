// SPDX-License-Identifier: Apache-2.0
#include "tests/models/rules/ruleoracle.h"

#include "models/base/text.h"
#include "models/rules/catalogue.h"
#include "tests/models/rules/neighbouroracle.h"

#include <QRegularExpression>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

// Reads records only: no index and no derived fact of the topology is asked.

namespace {

QString label(ObjectId object)
{
    return QString(kindToken(object.kind)) + u'#' + QString::number(object.id);
}

QString joined(QStringList parts)
{
    parts.sort();
    return parts.join(u',');
}

class Oracle
{
public:
    explicit Oracle(const Topology &topology)
        : t(topology)
    {
    }
    QStringList check();

private:
    using App = Application;
    void report(const QString &rule, const QString &severity, ObjectId object,
        const std::vector<TenantId> &tenants = {}, const QStringList &related = {})
    {
        QStringList names;
        for (const auto tenant : tenants)
            names.append(label(tenant));
        m_lines.append(
            QStringList {rule, severity, label(object), joined(names), joined(related)}.join(u'|'));
    }

    // domain.md
    bool isBackup(const App &app) const
    {
        for (const auto &other : t.applications()) {
            if (other.id != app.id && other.backup == app.id)
                return true;
        }
        return false;
    }
    static QString sharing(const App &app)
    {
        static const std::map<QString, QString> table {{u"interactionserver"_s, u"many"_s},
            {u"contactserver"_s, u"many"_s}, {u"chatserver"_s, u"many"_s},
            {u"classificationserver"_s, u"many"_s}, {u"istransportserver"_s, u"many"_s},
            {u"webapiserver"_s, u"balanced"_s}, {u"socialms"_s, u"undecided"_s},
            {u"emailserver"_s, u"one"_s}, {u"trainingserver"_s, u"one"_s},
            {u"cobrowsingserver"_s, u"one"_s}, {u"tserver"_s, u"tserver"_s},
            {u"haproxy"_s, u"tserver"_s}};
        const auto place = table.find(app.type.token());
        return place == table.end() ? u"-"_s : place->second;
    }
    static bool isType(const App &app, const char *token)
    {
        return app.type.token() == QLatin1String(token);
    }
    static bool hasComponent(const App &app)
    {
        return isType(app, "tserver") && app.component == Component::InteractionServer;
    }
    static bool isEServices(const App &app)
    {
        const auto s = sharing(app);
        return s == u"many" || s == u"balanced" || s == u"undecided" || s == u"one"
            || hasComponent(app);
    }
    static bool has(const App &app, TenantId tenant)
    {
        return std::find(app.tenants.begin(), app.tenants.end(), tenant) != app.tenants.end();
    }
    /// 1 multimedia, 0 known not to be, -1 neither.
    int multimedia(SwitchId id) const
    {
        const auto &object = t.switchAt(id);
        if (object.isPlaceholder || !object.office || t.office(*object.office).isPlaceholder)
            return -1;
        return t.office(*object.office).type == u"multimediaswitch" ? 1 : 0;
    }
    std::set<ApplicationId> targets(const App &app) const
    {
        std::set<ApplicationId> ids;
        for (const auto &connection : app.connections)
            ids.insert(connection.target);
        return ids;
    }
    static std::vector<TenantId> all(const App &app)
    {
        return {app.tenants.begin(), app.tenants.end()};
    }
    /// 1 below, 0 not below, -1 unknown.
    static int below(const QString &release, int major, int minor, int digit)
    {
        const auto parts = release.split(u'.');
        const auto isNumber = [](const QString &part) {
            return !part.isEmpty() && std::all_of(part.begin(), part.end(), [](QChar c) {
                return c >= u'0' && c <= u'9';
            });
        };
        if (parts.size() < 3 || !isNumber(parts[0]) || !isNumber(parts[1]) || !isNumber(parts[2]))
            return -1;
        if (parts[2].size() != 1 && parts[2].size() != 3)
            return -1;
        // Numbers of any length; those in the rules have two digits at most.
        const auto number = [](QString part) {
            part.remove(QRegularExpression(u"^0+"_s));
            return part.size() > 2 ? 100 : part.toInt();
        };
        const auto found =
            std::make_tuple(number(parts[0]), number(parts[1]), parts[2][0].digitValue());
        return found < std::make_tuple(major, minor, digit) ? 1 : 0;
    }
    int enabledCustomers() const
    {
        int count = 0;
        for (const auto &tenant : t.tenants())
            count += !tenant.isPlaceholder && tenant.id.value() != 0
                && tenant.state == ObjectState::Enabled;
        return count;
    }
    std::optional<TenantId> named(const QString &value) const
    {
        const auto trimmed = trimmedText(value).toString();
        const bool isNumber = !trimmed.isEmpty()
            && std::all_of(
                trimmed.begin(), trimmed.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
        for (const auto &tenant : t.tenants()) {
            if (isNumber && !tenant.isPlaceholder && tenant.dbid > 0
                && tenant.dbid == trimmed.toLongLong())
                return tenant.id;
        }
        for (const auto &tenant : t.tenants()) {
            if (!tenant.isPlaceholder && tenant.name == trimmed)
                return tenant.id;
        }
        return std::nullopt;
    }
    template <class Visit>
    static void tenantOptions(const App &app, Visit visit)
    {
        for (const auto &section : app.options) {
            for (const auto &option : section.options) {
                if (option.key.size() == 8 && option.key.toLatin1().toLower() == "tenantid")
                    visit(section.name + u'/' + option.key, option.value);
            }
        }
    }

    void checkTenants(const App &app);
    void checkInteraction(const App &app);
    void checkCapturePoint(const App &app);
    void checkPairs(const App &app);
    void checkSwitches(const App &app);
    void checkConnections(const App &app);
    void checkUncovered();
    void checkCycles();
    void checkPorts();
    template <class T>
    void checkNames();
    template <class T>
    void checkPlaceholders(const std::function<QStringList(const T &)> &referrers);
    QStringList referringApplications(const std::function<bool(const App &)> &refers) const
    {
        QStringList names;
        for (const auto &app : t.applications()) {
            if (!app.isPlaceholder && refers(app))
                names.append(label(app.id));
        }
        return names;
    }

    const Topology &t;
    QStringList m_lines;
};

void Oracle::checkTenants(const App &app)
{
    const bool isPrimary = !isBackup(app);
    const auto count = app.tenants.size();
    const auto s = sharing(app);
    if (t.settings().environment == Environment::MultiTenant && isPrimary && isEServices(app)
        && count == 0)
        report(u"tenant-none"_s, u"error"_s, app.id);
    if (isPrimary && s == u"one" && count >= 2)
        report(u"tenant-exclusive"_s, u"error"_s, app.id, all(app));
    if (isPrimary && s == u"balanced" && count >= 2 && !app.isLoadBalanced)
        report(u"tenant-web-api-unbalanced"_s, u"error"_s, app.id, all(app));
    if (isPrimary && s == u"undecided" && count >= 2) {
        if (t.settings().socialMessagingTenants == SocialMessagingTenants::Warn)
            report(u"tenant-social-undecided"_s, u"warning"_s, app.id, all(app));
        if (t.settings().socialMessagingTenants == SocialMessagingTenants::Forbid)
            report(u"tenant-social-undecided"_s, u"error"_s, app.id, all(app));
    }
    if (isPrimary && s == u"tserver" && !hasComponent(app) && count >= 2)
        report(u"tserver-tenants"_s, u"error"_s, app.id, all(app));
    if (isPrimary && isType(app, "webapiserver"))
        report(u"web-api-tenant-parameter"_s, u"advice"_s, app.id);
}

void Oracle::checkInteraction(const App &app)
{
    const bool isPrimary = !isBackup(app);
    if (isPrimary && hasComponent(app)) {
        if (app.tenants.size() >= 2)
            report(u"interaction-server-type"_s, u"error"_s, app.id, all(app));
        else if (app.tenants.size() == 1 && enabledCustomers() >= 2)
            report(u"interaction-server-type"_s, u"warning"_s, app.id, all(app));
        bool areKnownOthers = true;
        for (const auto id : app.switches)
            areKnownOthers = areKnownOthers && multimedia(id) == 0;
        if (areKnownOthers)
            report(u"interaction-server-no-switch"_s, u"warning"_s, app.id);
    }
    if (isPrimary && isType(app, "interactionserver")) {
        for (const auto tenant : app.tenants) {
            QStringList switches;
            for (const auto &object : t.switches()) {
                if (object.tenant == tenant && multimedia(object.id) == 1)
                    switches.append(label(object.id));
            }
            if (switches.size() >= 2)
                report(u"switch-ambiguous"_s, u"warning"_s, app.id, {tenant}, switches);
        }
    }
    if (isType(app, "tserver") && !hasComponent(app)) {
        bool isLinked = false;
        for (const auto id : app.switches)
            isLinked = isLinked || multimedia(id) == 1;
        if (isLinked)
            report(u"interaction-server-suspected"_s, u"advice"_s, app.id);
    }
    if (isType(app, "interactionserver") && below(app.release, 7, 2, 0) == 1)
        report(u"interaction-server-release"_s, u"warning"_s, app.id);
    if ((isType(app, "interactionserver") || hasComponent(app))
        && below(app.release, 7, 2, 0) == -1)
        report(u"release-unknown"_s, u"advice"_s, app.id);
}

void Oracle::checkCapturePoint(const App &app)
{
    if (!isType(app, "capturepoint") || isBackup(app))
        return;
    bool isMapped = false;
    for (const auto &section : app.options)
        isMapped = isMapped || section.name.startsWith(u"endpoint"_s);
    std::set<TenantId> tenants;
    tenantOptions(app, [&](const QString &name, const QString &value) {
        isMapped = isMapped || !isBlank(value);
        if (isBlank(value))
            return;
        if (const auto tenant = named(value))
            tenants.insert(*tenant);
        else
            report(
                u"capture-point-tenant-unknown"_s, u"warning"_s, app.id, {}, {u"option:"_s + name});
    });
    if (!isMapped)
        report(u"capture-point-unmapped"_s, u"warning"_s, app.id);
    for (const auto tenant : tenants) {
        bool isConnected = false;
        bool isServed = false;
        for (const auto target : targets(app)) {
            const auto &server = t.application(target);
            if (isType(server, "interactionserver")) {
                isConnected = true;
                isServed = isServed || has(server, tenant);
            }
        }
        if (isConnected && !isServed)
            report(u"capture-point-tenant-unserved"_s, u"warning"_s, app.id, {tenant});
    }
}

void Oracle::checkPairs(const App &app)
{
    QStringList naming;
    for (const auto &other : t.applications()) {
        if (other.isPlaceholder || other.id == app.id || other.backup != app.id)
            continue;
        naming.append(label(other.id));
        if (std::set(other.tenants.begin(), other.tenants.end())
                != std::set(app.tenants.begin(), app.tenants.end())
            || targets(other) != targets(app))
            report(u"backup-mismatch"_s, u"error"_s, app.id, {}, {label(other.id)});
        if (other.type != app.type)
            report(u"backup-type"_s, u"error"_s, app.id, {}, {label(other.id)});
    }
    if (naming.size() >= 2)
        report(u"backup-shared"_s, u"error"_s, app.id, {}, naming);
    if (app.backup == app.id)
        report(u"backup-self"_s, u"error"_s, app.id);
    if (isBackup(app) && app.backup && *app.backup != app.id)
        report(u"backup-chain"_s, u"error"_s, app.id, {}, {label(*app.backup)});
    if (!isBackup(app) && !app.backup
        && (app.redundancy == Redundancy::Warm || app.redundancy == Redundancy::Hot))
        report(u"redundancy-without-backup"_s, u"warning"_s, app.id);
    if (app.backup && app.redundancy == Redundancy::None)
        report(u"backup-without-redundancy"_s, u"warning"_s, app.id);
}

void Oracle::checkSwitches(const App &app)
{
    QStringList linked;
    int notMultimedia = 0;
    for (const auto id : app.switches) {
        linked.append(label(id));
        notMultimedia += multimedia(id) == 0;
        const auto &object = t.switchAt(id);
        if (sharing(app) == u"tserver" && !object.isPlaceholder && !has(app, object.tenant))
            report(u"switch-tserver-tenant"_s, u"error"_s, app.id, {object.tenant}, {label(id)});
    }
    if (sharing(app) == u"tserver" && linked.size() >= 2 && notMultimedia >= 1)
        report(u"switch-tserver-many"_s, u"error"_s, app.id, {}, linked);
    if (sharing(app) != u"tserver" && !linked.isEmpty())
        report(u"switch-on-wrong-type"_s, u"error"_s, app.id, {}, linked);
}

void Oracle::checkConnections(const App &app)
{
    const auto isDisabled = [](const auto &object) {
        return !object.isPlaceholder && object.state == ObjectState::Disabled;
    };
    if (app.state == ObjectState::Enabled) {
        for (const auto tenant : app.tenants) {
            if (isDisabled(t.tenant(tenant)))
                report(u"reference-disabled"_s, u"warning"_s, app.id, {}, {label(tenant)});
        }
        if (app.host && isDisabled(t.host(*app.host)))
            report(u"reference-disabled"_s, u"warning"_s, app.id, {}, {label(*app.host)});
        for (const auto target : targets(app)) {
            if (isDisabled(t.application(target)))
                report(u"reference-disabled"_s, u"warning"_s, app.id, {}, {label(target)});
        }
    }
    for (const auto &connection : app.connections) {
        const auto &target = t.application(connection.target);
        bool isThere = false;
        for (const auto &port : target.ports)
            isThere = isThere || port.id == connection.port;
        if (!connection.port.isEmpty() && !target.ports.isEmpty() && !isThere)
            report(u"connection-port-unknown"_s, u"warning"_s, app.id, {}, {label(target.id)});
    }
    for (const auto id : targets(app)) {
        const auto &target = t.application(id);
        bool isShared = false;
        for (const auto tenant : app.tenants)
            isShared = isShared || has(target, tenant);
        if (!target.isPlaceholder && isEServices(app) && isEServices(target)
            && !app.tenants.isEmpty() && !target.tenants.isEmpty() && !isShared)
            report(u"connection-no-shared-tenant"_s, u"advice"_s, app.id, {}, {label(id)});
    }
}

void Oracle::checkUncovered()
{
    if (enabledCustomers() < 2)
        return;
    for (const auto &type : {u"emailserver"_s, u"trainingserver"_s, u"cobrowsingserver"_s}) {
        bool isUsed = false;
        std::set<TenantId> covered;
        for (const auto &app : t.applications()) {
            if (app.isPlaceholder || app.type.token() != type || isBackup(app))
                continue;
            isUsed = isUsed || !app.tenants.isEmpty();
            covered.insert(app.tenants.begin(), app.tenants.end());
        }
        for (const auto &tenant : t.tenants()) {
            if (isUsed && !tenant.isPlaceholder && tenant.id.value() != 0
                && tenant.state == ObjectState::Enabled && !covered.contains(tenant.id))
                report(u"tenant-uncovered"_s, u"advice"_s, tenant.id, {}, {u"type:"_s + type});
        }
    }
}

void Oracle::checkCycles()
{
    for (const auto &tenant : t.tenants()) {
        auto at = tenant.parent;
        for (int steps = 0; at && steps <= t.tenants().size(); ++steps) {
            if (*at == tenant.id) {
                report(u"tenant-cycle"_s, u"error"_s, tenant.id);
                break;
            }
            at = t.tenant(*at).parent;
        }
    }
}

void Oracle::checkPorts()
{
    std::map<std::pair<HostId, qint64>, std::set<ApplicationId>> listeners;
    for (const auto &app : t.applications()) {
        if (app.isPlaceholder || app.state != ObjectState::Enabled || !app.host
            || t.host(*app.host).isPlaceholder)
            continue;
        for (const auto &port : app.ports) {
            if (port.number && *port.number >= 1 && *port.number <= 65535)
                listeners[{*app.host, *port.number}].insert(app.id);
        }
    }
    for (const auto &[place, apps] : listeners) {
        QStringList names;
        for (const auto app : apps)
            names.append(label(app));
        if (apps.size() >= 2)
            report(u"port-conflict"_s, u"warning"_s, place.first, {}, names);
    }
}

template <class T>
void Oracle::checkNames()
{
    std::map<QString, std::vector<const T *>> byName;
    std::map<qint64, std::vector<const T *>> byDbid;
    std::map<QString, std::vector<const T *>> byAddress;
    for (const auto &object : t.table<T>()) {
        if (object.isPlaceholder)
            continue;
        if (isBlank(object.name))
            report(u"name-empty"_s, u"error"_s, object.id);
        if (object.name.toUcs4().size() > 255)
            report(u"name-too-long"_s, u"error"_s, object.id);
        QString key = object.name;
        if constexpr (std::is_same_v<T, Switch>)
            key += u'\n' + QString::number(object.tenant.value()) + u'\n'
                + QString::number(object.office->value());
        byName[key].push_back(&object);
        if (object.dbid > 0)
            byDbid[object.dbid].push_back(&object);
        if constexpr (std::is_same_v<T, Host>) {
            if (!object.ipAddress.isEmpty())
                byAddress[object.ipAddress].push_back(&object);
        }
    }
    for (const auto &[key, objects] : byName) {
        if (objects.size() < 2)
            continue;
        if constexpr (std::is_same_v<T, Switch>)
            report(u"name-duplicate"_s, u"error"_s, objects[0]->id, {objects[0]->tenant});
        else
            report(u"name-duplicate"_s, u"error"_s, objects[0]->id);
    }
    const auto reportFirstByName = [&](const QString &rule, const std::vector<const T *> &objects) {
        const T *first = objects[0];
        for (const auto *object : objects) {
            if (object->name.toUcs4() < first->name.toUcs4())
                first = object;
        }
        QStringList others;
        for (const auto *object : objects) {
            if (object != first)
                others.append(label(object->id));
        }
        if (!others.isEmpty())
            report(rule, u"error"_s, first->id, {}, others);
    };
    for (const auto &[key, objects] : byDbid)
        reportFirstByName(u"dbid-duplicate"_s, objects);
    for (const auto &[key, objects] : byAddress)
        reportFirstByName(u"host-address-duplicate"_s, objects);
}

template <class T>
void Oracle::checkPlaceholders(const std::function<QStringList(const T &)> &referrers)
{
    for (const auto &object : t.table<T>()) {
        if (object.isPlaceholder)
            report(u"reference-undefined"_s, u"warning"_s, object.id, {}, referrers(object));
    }
}

QStringList Oracle::check()
{
    for (const auto &app : t.applications()) {
        if (app.isPlaceholder)
            continue;
        checkTenants(app);
        checkInteraction(app);
        checkCapturePoint(app);
        checkPairs(app);
        checkSwitches(app);
        checkConnections(app);
    }
    checkUncovered();
    checkCycles();
    checkPorts();
    checkNames<Tenant>();
    checkNames<SwitchingOffice>();
    checkNames<Switch>();
    checkNames<Host>();
    checkNames<Application>();
    checkPlaceholders<Tenant>([this](const Tenant &tenant) {
        auto names = referringApplications([&](const App &app) {
            return has(app, tenant.id)
                || std::any_of(app.switches.begin(), app.switches.end(), [&](SwitchId id) {
                       return t.switchAt(id).isPlaceholder && t.switchAt(id).tenant == tenant.id;
                   });
        });
        for (const auto &child : t.tenants()) {
            if (!child.isPlaceholder && child.parent == tenant.id)
                names.append(label(child.id));
        }
        for (const auto &object : t.switches()) {
            if (!object.isPlaceholder && object.tenant == tenant.id)
                names.append(label(object.id));
        }
        return names;
    });
    checkPlaceholders<SwitchingOffice>([this](const SwitchingOffice &office) {
        QStringList names;
        for (const auto &object : t.switches()) {
            if (!object.isPlaceholder && object.office == office.id)
                names.append(label(object.id));
        }
        return names;
    });
    checkPlaceholders<Switch>([this](const Switch &object) {
        return referringApplications(
            [&](const App &app) { return app.switches.contains(object.id); });
    });
    checkPlaceholders<Host>([this](const Host &host) {
        return referringApplications([&](const App &app) { return app.host == host.id; });
    });
    checkPlaceholders<Application>([this](const App &named) {
        return referringApplications([&](const App &app) {
            return app.backup == named.id || targets(app).contains(named.id);
        });
    });
    m_lines.append(neighbourFindings(t));
    m_lines.sort();
    return m_lines;
}

}  // namespace

QStringList oracleFindings(const Topology &topology)
{
    return Oracle(topology).check();
}

QString findingLine(const Finding &finding)
{
    QStringList tenants;
    for (const auto tenant : finding.tenants)
        tenants.append(label(tenant));
    QStringList related;
    for (const auto &subject : finding.related)
        related.append(subject.kind == Subject::Kind::Object
                ? label(subject.object)
                : subjectKindToken(subject) + u':' + subject.name);
    return QStringList {ruleName(finding.rule), severityToken(finding.severity),
        label(finding.object), joined(tenants), joined(related)}
        .join(u'|');
}

QStringList findingLines(const QList<Finding> &findings)
{
    QStringList lines;
    for (const auto &finding : findings)
        lines.append(findingLine(finding));
    lines.sort();
    return lines;
}
