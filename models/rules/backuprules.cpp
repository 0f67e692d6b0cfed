// SPDX-License-Identifier: Apache-2.0
#include "models/rules/families.h"
#include "models/rules/fixes.h"
#include "models/rules/phrases.h"
#include "models/rules/rulecontext.h"

#include <algorithm>

// Pairs of primary and backup.

namespace {

using Facts = Topology::Facts;

bool isBackup(const Facts &facts)
{
    return facts.isBackup;
}

/// Each target once, whatever the number of connections to it; sorted.
std::vector<ApplicationId> targetsOf(const Application &application)
{
    std::vector<ApplicationId> targets;
    for (const auto &connection : application.connections) {
        if (targets.empty() || targets.back() != connection.target)
            targets.push_back(connection.target);
    }
    return targets;
}

/// Costs what the application has, not what the targets are.
bool connectsExactlyTo(const Application &application, const std::vector<ApplicationId> &targets)
{
    size_t count = 0;
    std::optional<ApplicationId> last;
    for (const auto &connection : application.connections) {
        if (std::exchange(last, connection.target) == connection.target)
            continue;
        if (count == targets.size() || targets[count] != connection.target)
            return false;
        ++count;
    }
    return count == targets.size();
}

void checkMismatch(const RuleContext &context, const Application &backup, Report &report)
{
    const auto targets = targetsOf(backup);
    for (const auto id : context.topology().primariesOf(backup.id)) {
        const auto &primary = context.topology().application(id);
        if (id != backup.id
            && (primary.tenants != backup.tenants || !connectsExactlyTo(primary, targets)))
            report.add(backup.id, {}, {Subject::of(id)});
    }
}

void checkPairType(const RuleContext &context, const Application &backup, Report &report)
{
    for (const auto id : context.topology().primariesOf(backup.id)) {
        if (id != backup.id && context.topology().application(id).type != backup.type)
            report.add(backup.id, {}, {Subject::of(id)});
    }
}

void checkShared(const RuleContext &context, const Application &backup, Report &report)
{
    QList<Subject> primaries;
    const auto &naming = context.topology().primariesOf(backup.id);
    if (naming.size() < 2)
        return;
    for (const auto id : naming) {
        if (id != backup.id)
            primaries.append(Subject::of(id));
    }
    if (primaries.size() >= 2)
        report.add(backup.id, {}, std::move(primaries));
}

void checkSelf(const RuleContext &, const Application &application, Report &report)
{
    if (application.backup == application.id)
        report.add(application.id);
}

void checkChain(const RuleContext &, const Application &application, Report &report)
{
    if (application.backup && *application.backup != application.id)
        report.add(application.id, {}, {Subject::of(*application.backup)});
}

void checkWithoutBackup(const RuleContext &, const Application &application, Report &report)
{
    if (!application.backup)
        report.add(application.id);
}

void checkWithoutRedundancy(const RuleContext &, const Application &application, Report &report)
{
    if (application.redundancy == Redundancy::None)
        report.add(application.id);
}

const Rule backupFamily[] = {
    {
        .id = "backup-mismatch",
        .severity = Severity::Error,
        .field = Field::Tenants,
        .title = QT_TRANSLATE_NOOP("Rules", "A backup differs from its primary"),
        .explanation = QT_TRANSLATE_NOOP("Rules",
            "A backup takes over what its primary does, so it needs the same tenants and "
            "connections to the same applications."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Copy the primary's lists to the backup."),
        .reading = QT_TRANSLATE_NOOP("Rules",
            "Ports of connections may differ: only which applications they lead to is compared."),
        .page = applicationReference,
        .topic = QT_TRANSLATE_NOOP("Rules", "The backup server of an application"),
        .message =
            [](const Topology &topology, const Finding &finding) {
                const auto &backup = topology.application(finding.object.application());
                const auto &primary =
                    topology.application(finding.related.constFirst().object.application());
                const bool haveSameTenants = backup.tenants == primary.tenants;
                const bool haveSameTargets = connectsExactlyTo(primary, targetsOf(backup));
                return (haveSameTargets ? Rules::tr(
                            "%1 is the backup of %2, but its tenants differ; they must agree.")
                        : haveSameTenants
                        ? Rules::tr(
                            "%1 is the backup of %2, but it connects to other applications; "
                            "they must agree.")
                        : Rules::tr(
                            "%1 is the backup of %2, but its tenants and the applications it "
                            "connects to differ; they must agree."))
                    .arg(who(topology, finding), relatedNames(topology, finding));
            },
        .applies = isBackup,
        .reads = {.own = Aspects(Field::Tenants) | Field::Connections | Aspect::Primaries,
            .primaries = Field::Tenants | Field::Connections},
        .checkApplication = checkMismatch,
        .fixes = {copyPrimaryToBackup},
    },
    {
        .id = "backup-type",
        .severity = Severity::Error,
        .field = Field::Type,
        .title = QT_TRANSLATE_NOOP("Rules", "A backup is of another type than its primary"),
        .explanation =
            QT_TRANSLATE_NOOP("Rules", "Only an application of the same type can take over."),
        .remedy = QT_TRANSLATE_NOOP("Rules",
            "Name a backup of the primary's type. The type of an application can't be changed."),
        .page = applicationReference,
        .topic = QT_TRANSLATE_NOOP("Rules", "The backup server of an application, and its type"),
        .message =
            [](const Topology &topology, const Finding &finding) {
                const auto &primary =
                    topology.application(finding.related.constFirst().object.application());
                return Rules::tr("%1 (%2) is the backup of %3 (%4); both must be of one type.")
                    .arg(who(topology, finding), typeOf(topology, finding),
                        nameOf(topology, primary.id), primary.type.displayName());
            },
        .applies = isBackup,
        .reads = {.own = Aspect::Primaries},
        .checkApplication = checkPairType,
    },
    {
        .id = "backup-shared",
        .severity = Severity::Error,
        .field = Field::Backup,
        .title = QT_TRANSLATE_NOOP("Rules", "One backup for several applications"),
        .explanation = QT_TRANSLATE_NOOP("Rules",
            "A backup stands by for one primary. When two of them fail it can take over for one "
            "only."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Give each primary a backup of its own."),
        .page = applicationReference,
        .topic = QT_TRANSLATE_NOOP("Rules", "The backup server of an application"),
        .message =
            [](const Topology &topology, const Finding &finding) {
                return Rules::tr(
                    "%1 is the backup of %2 applications (%3); a backup stands by for one.")
                    .arg(who(topology, finding), QString::number(finding.related.size()),
                        relatedNames(topology, finding));
            },
        .applies = isBackup,
        .reads = {.own = Aspect::Primaries},
        .checkApplication = checkShared,
        .fixes = {leaveBackupToOne},
    },
    {
        .id = "backup-self",
        .severity = Severity::Error,
        .field = Field::Backup,
        .title = QT_TRANSLATE_NOOP("Rules", "An application is its own backup"),
        .explanation = QT_TRANSLATE_NOOP("Rules", "An application can't take over from itself."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Name another application as the backup, or none."),
        .page = applicationReference,
        .topic = QT_TRANSLATE_NOOP("Rules", "The backup server of an application"),
        .message =
            [](const Topology &topology, const Finding &finding) {
                return Rules::tr(
                    "%1 names itself as its backup server; a backup is another application.")
                    .arg(who(topology, finding));
            },
        .needs = Facts::NamesBackup,
        .reads = {.own = Field::Backup},
        .checkApplication = checkSelf,
        .fixes = {clearBackup},
    },
    {
        .id = "backup-chain",
        .severity = Severity::Error,
        .field = Field::Backup,
        .title = QT_TRANSLATE_NOOP("Rules", "A backup names a backup of its own"),
        .explanation = QT_TRANSLATE_NOOP("Rules",
            "Pairs have two members: a primary and its backup. A backup that names one more makes "
            "a chain, and nobody can say who takes over. Common sense, not a statement of the "
            "source."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Clear the backup's own backup server."),
        .page = applicationReference,
        .topic = QT_TRANSLATE_NOOP("Rules", "The backup server of an application"),
        .isInference = true,
        .message =
            [](const Topology &topology, const Finding &finding) {
                return Rules::tr(
                    "%1 is a backup, and names %2 as its own backup server; a backup has none.")
                    .arg(who(topology, finding), relatedNames(topology, finding));
            },
        .applies = isBackup,
        .needs = Facts::NamesBackup,
        .reads = {.own = Field::Backup},
        .checkApplication = checkChain,
        .fixes = {clearBackup},
    },
    {
        .id = "redundancy-without-backup",
        .severity = Severity::Warning,
        .field = Field::Redundancy,
        .title = QT_TRANSLATE_NOOP("Rules", "Standby without a backup server"),
        .explanation = QT_TRANSLATE_NOOP("Rules",
            "Warm and hot standby say how a backup takes over, but no backup server is named."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Name a backup server, or set redundancy to none."),
        .page = applicationReference,
        .topic = QT_TRANSLATE_NOOP("Rules", "Redundancy type and backup server"),
        .message =
            [](const Topology &topology, const Finding &finding) {
                const auto &application = topology.application(finding.object.application());
                return Rules::tr("%1 has redundancy %2, but no backup server; it needs one.")
                    .arg(who(topology, finding), redundancyToken(application.redundancy));
            },
        .applies = [](const Facts &facts) { return !facts.isBackup; },
        .needs = Facts::Standby,
        .reads = {.own = Field::Backup | Field::Redundancy},
        .checkApplication = checkWithoutBackup,
        .fixes = {dropRedundancy},
    },
    {
        .id = "backup-without-redundancy",
        .severity = Severity::Warning,
        .field = Field::Redundancy,
        .title = QT_TRANSLATE_NOOP("Rules", "A backup server without redundancy"),
        .explanation = QT_TRANSLATE_NOOP(
            "Rules", "A backup server is named, but redundancy none says that nobody takes over."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules", "Choose cold, warm or hot standby, or clear the backup server."),
        .page = applicationReference,
        .topic = QT_TRANSLATE_NOOP("Rules", "Redundancy type and backup server"),
        .message =
            [](const Topology &topology, const Finding &finding) {
                const auto &application = topology.application(finding.object.application());
                return Rules::tr("%1 names the backup server %2, but has redundancy none.")
                    .arg(who(topology, finding),
                        application.backup ? nameOf(topology, *application.backup) : QString());
            },
        .needs = Facts::NamesBackup,
        .reads = {.own = Field::Backup | Field::Redundancy},
        .checkApplication = checkWithoutRedundancy,
        .fixes = {chooseRedundancy, clearBackup},
    },
};

}  // namespace

std::span<const Rule> backupRules()
{
    return backupFamily;
}
