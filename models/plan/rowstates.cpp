// SPDX-License-Identifier: Apache-2.0
#include "models/plan/rowstates.h"

#include "models/base/text.h"
#include "models/plan/optionsdifference.h"
#include "models/topology/release.h"

#include <algorithm>

RowStates::RowStates(const Topology &baseline, const Topology &working, Matching matching)
    : m_baseline(baseline)
    , m_working(working)
    , m_isById(matching == Matching::ById)
    , m_same(baseline, working, matching)
    , m_comparison(baseline, working, m_same)
    , m_before(baseline)
    , m_after(working)
    , m_own(working.applications().idBound())
    , m_reach(working)
{
    compareTables<Tenant>();
    compareTables<SwitchingOffice>();
    compareTables<Switch>();
    compareTables<Host>();
    compareApplications();
}

template <class T>
void RowStates::compareTables()
{
    const auto &before = m_baseline.table<T>();
    const auto &after = m_working.table<T>();
    for (quint32 i = 0; i < std::max(before.idBound(), after.idBound()); ++i) {
        const typename T::IdType id(i);
        if (!m_isById || !Table<T>::isShared(before, after, id))
            refreshObject<T>(id);
    }
}

/// Of the object under this id on either side, be they the same or two.
template <class T>
void RowStates::refreshObject(typename T::IdType id)
{
    const auto *after = m_working.table<T>().find(id);
    std::optional<ObjectDifference::Change> change;
    if (after && !after->isPlaceholder) {
        const auto partner = m_same.inBaseline(id);
        if (!partner)
            change = ObjectDifference::Change::Added;
        else if (m_comparison.differs(m_baseline.table<T>().at(*partner), *after))
            change = ObjectDifference::Change::Modified;
    }
    m_changes.set(id, change);
    const auto *before = m_baseline.table<T>().find(id);
    const bool isRemoved = before && !before->isPlaceholder && !m_same.inWorking(id);
    m_removals.set(id, isRemoved ? std::optional(ObjectDifference::Change::Removed) : std::nullopt);
}

void RowStates::compareApplications()
{
    const auto &before = m_baseline.applications();
    const auto &after = m_working.applications();
    for (quint32 i = 0; i < std::max(before.idBound(), after.idBound()); ++i) {
        const ApplicationId id(i);
        // An application that is the very same, and no backup, has the same list in effect.
        if (m_isById && Table<Application>::isShared(before, after, id) && m_baseline.isPrimary(id)
            && m_working.isPrimary(id))
            continue;
        if (after.contains(id))
            refreshWorking(id, Reach::TenantsEdited | Reach::FieldsEdited);
        if (before.contains(id))
            refreshRemoval(id);
    }
}

bool RowStates::isBeyondUpdate(const Delta &delta) const
{
    return std::any_of(
        delta.begin(), delta.end(), [this](const Edit &edit) { return m_same.isChangedBy(edit); });
}

PlanDelta RowStates::update(const Delta &delta)
{
    Q_ASSERT(m_isById);
    m_own.resize(std::max<size_t>(m_own.size(), m_working.applications().idBound()));
    m_reach.add(delta);
    for (const auto object : m_reach.objects())
        refreshObject(object);

    std::vector<ApplicationId> relinked;
    for (const auto id : m_reach.applications()) {
        if (m_reach.why(id) & Reach::LinksChanged)
            relinked.push_back(id);
    }
    if (!relinked.empty())
        m_after.update(relinked);

    PlanDelta changed;
    for (const auto id : m_reach.applications()) {
        const bool hadRow = m_rows.find(id) || m_stops.find(id);
        refreshWorking(id, m_reach.why(id));
        refreshRemoval(id);
        if (hadRow || m_rows.find(id) || m_stops.find(id))
            changed.applications.append(id);
    }
    m_reach.clear();
    return changed;
}

void RowStates::refreshObject(ObjectId object)
{
    switch (object.kind) {
    case Kind::Tenant:
        return refreshObject<Tenant>(object.tenant());
    case Kind::SwitchingOffice:
        return refreshObject<SwitchingOffice>(object.office());
    case Kind::Switch:
        return refreshObject<Switch>(object.switchId());
    case Kind::Host:
        return refreshObject<Host>(object.host());
    case Kind::Application:
        break;
    }
    Q_UNREACHABLE();
}

/// The state of an application of the working copy; of one that is no longer there, that it has
/// none.
void RowStates::refreshWorking(ApplicationId after, quint8 why)
{
    const auto *record = m_working.applications().find(after);
    const bool isDefined = record && !record->isPlaceholder;
    const auto partner = isDefined ? m_same.inBaseline(after) : std::nullopt;
    if (partner) {
        refreshOwn(m_baseline.application(*partner), *record, why);
        const bool isSame = m_own[after.value()] == SameFields;
        m_changes.set(
            after, isSame ? std::nullopt : std::optional(ObjectDifference::Change::Modified));
        setRow(m_rows, after, rowOf(*partner, after));
        return;
    }
    if (after.value() < m_own.size())
        m_own[after.value()] = SameFields;
    m_changes.set(after, isDefined ? std::optional(ObjectDifference::Change::Added) : std::nullopt);
    setRow(m_rows, after,
        isDefined ? std::optional(PlanRow {Action::Start, Interruption::None, after, {}, {}, false})
                  : std::nullopt);
}

void RowStates::refreshRemoval(ApplicationId before)
{
    const auto *record = m_baseline.applications().find(before);
    const bool isRemoved = record && !record->isPlaceholder && !m_same.inWorking(before);
    m_removals.set(
        before, isRemoved ? std::optional(ObjectDifference::Change::Removed) : std::nullopt);
    setRow(m_stops, before,
        isRemoved ? std::optional(PlanRow {Action::Stop, Interruption::None, before, {}, {}, false})
                  : std::nullopt);
}

void RowStates::refreshOwn(const Application &before, const Application &after, quint8 why)
{
    auto &own = m_own[after.id.value()];
    const auto set = [&own](quint8 flag, bool isSet) {
        own = isSet ? own | flag : own & quint8(~flag);
    };
    if (why & (Reach::TenantsEdited | Reach::FieldsEdited))
        set(OtherTenants, m_comparison.tenantsDiffer(before.tenants, after.tenants));
    if (why & Reach::FieldsEdited) {
        set(OtherFields, m_comparison.differs(before, after));
        set(OtherChannels,
            (own & OtherFields) && after.type.id() == ApplicationType::SocialMessagingServer
                && channelOptionsDiffer(before.options, after.options));
    }
}

std::optional<PlanRow> RowStates::rowOf(ApplicationId before, ApplicationId after) const
{
    const auto stated = statedAction(before, after);
    if (!stated)
        return std::nullopt;
    PlanRow row {*stated, Interruption::None, after, {}, {}, false};
    if (stated == Action::NotStated) {
        row.action = answeredAction(before, after);
        row.isAnswered = row.action != Action::NotStated;
    }
    if (row.action != Action::Restart)
        return row;
    row.interruption = interruptionOf(after);
    if (row.interruption == Interruption::None)
        return row;
    auto tenants = m_comparison.compareTenants(m_before.tenants(before), m_after.tenants(after));
    row.interrupted = tenants.kept + tenants.added + tenants.removed;
    row.bystanders = std::move(tenants.kept);
    std::sort(row.interrupted.begin(), row.interrupted.end());
    std::sort(row.bystanders.begin(), row.bystanders.end());
    return row;
}

/// What the sources say.
std::optional<Action> RowStates::statedAction(ApplicationId before, ApplicationId after) const
{
    const auto own = m_own[after.value()];
    const bool isListOther = isEffectiveListOther(before, after);
    if (own == SameFields && !isListOther)
        return std::nullopt;

    const auto &facts = m_working.facts(after);
    const bool isReadAtStart = facts.type == ApplicationType::SmsServer
        || facts.type == ApplicationType::SocialMessagingServer
        || (facts.isInteractionServer
            && isReleaseBelow(m_working.application(after).release, 8, 1, 2));
    if ((isListOther && isReadAtStart) || (own & OtherChannels))
        return Action::Restart;
    if (own & OtherFields)
        return Action::NotStated;
    // A backup's own list may differ while the one in effect doesn't: nobody says what that asks
    // for.
    return isListOther && takesTenantsAtOnce(after) ? Action::Immediate : Action::NotStated;
}

bool RowStates::takesTenantsAtOnce(ApplicationId after) const
{
    return m_working.facts(after).isInteractionServer
        && isReleaseFrom(m_working.application(after).release, 8, 1, 2);
}

/// Where the sources leave it open: what the site's answers make of it. One that asks for a restart
/// is enough; without a restart it takes an answer for each field that differs.
Action RowStates::answeredAction(ApplicationId before, ApplicationId after) const
{
    const auto &answers = m_working.siteAnswers();
    const auto type = m_working.application(after).type.token();
    const auto isOfType = [&](const SiteAnswer &answer) { return answer.type == type; };
    if (std::none_of(answers.begin(), answers.end(), isOfType))
        return Action::NotStated;
    auto action = Action::Immediate;
    for (const auto &reason : reasons(after)) {
        if (isStated(reason, before, after))
            continue;
        const auto *answer = m_working.findAnswer(type, reason.field);
        if (answer && answer->effect == SiteAnswer::Effect::Restart)
            return Action::Restart;
        if (!answer)
            action = Action::NotStated;
    }
    return action;
}

/// Whether the sources tell of this change, though not of all that come with it.
bool RowStates::isStated(const Reason &reason, ApplicationId before, ApplicationId after) const
{
    return reason.field == fieldName(Field::Tenants) && takesTenantsAtOnce(after)
        && isEffectiveListOther(before, after);
}

QStringList RowStates::openFields(ApplicationId application) const
{
    const auto *row = m_rows.find(application);
    const auto partner = m_same.inBaseline(application);
    if (!row || row->action != Action::NotStated || !partner)
        return {};
    const auto type = m_working.application(application).type.token();
    QStringList fields;
    for (const auto &reason : reasons(application)) {
        if (!isStated(reason, *partner, application) && !m_working.findAnswer(type, reason.field))
            fields.append(reason.field);
    }
    return fields;
}

Interruption RowStates::interruptionOf(ApplicationId after) const
{
    if (m_working.isBackup(after))
        return Interruption::None;
    const auto &application = m_working.application(after);
    const bool isStandby =
        application.redundancy == Redundancy::Warm || application.redundancy == Redundancy::Hot;
    const bool hasBackup = application.backup && application.backup != after
        && m_working.facts(*application.backup).isEnabled;
    return isStandby && hasBackup ? Interruption::Switchover : Interruption::Outage;
}

bool RowStates::isEffectiveListOther(ApplicationId before, ApplicationId after) const
{
    const auto oldSource = m_before.source(before);
    const auto newSource = m_after.source(after);
    if (oldSource == before && newSource == after)
        return m_own[after.value()] & OtherTenants;
    return m_comparison.tenantsDiffer(
        m_baseline.application(oldSource).tenants, m_working.application(newSource).tenants);
}

void RowStates::setRow(RowSet &rows, ApplicationId application, std::optional<PlanRow> row)
{
    if (const auto *old = rows.find(application)) {
        if (row == *old)
            return;
        count(*old, -1);
        rows.remove(application);
    }
    if (row) {
        count(*row, 1);
        rows.insert(std::move(*row));
    }
}

void RowStates::count(const PlanRow &row, int by)
{
    m_actions[size_t(row.action)] += by;
    if (row.action != Action::Restart || row.interruption == Interruption::None)
        return;
    if (m_isById) {
        // An id that the baseline alone has is its own key.
        for (const auto id : row.interrupted)
            countTenant(m_same.workingKey(id), by);
        return;
    }
    // By name there are no updates, so a row is counted once, and the lists are the ones that it
    // was made of.
    const auto partner = *m_same.inBaseline(row.application);
    const auto tenants =
        m_comparison.compareTenants(m_before.tenants(partner), m_after.tenants(row.application));
    for (const auto id : tenants.kept + tenants.added)
        countTenant(m_same.workingKey(id), by);
    for (const auto id : tenants.removed)
        countTenant(m_same.baselineKey(id), by);
}

void RowStates::countTenant(quint32 key, int by)
{
    if (key >= m_interruptions.size())
        m_interruptions.resize(key + 1);
    auto &interruptions = m_interruptions[key];
    m_tenantsInterrupted -= interruptions > 0;
    interruptions += by;
    m_tenantsInterrupted += interruptions > 0;
}

std::optional<ObjectDifference::Change> RowStates::change(ObjectId object) const
{
    const auto change = m_changes.find(object);
    return change ? change : m_removals.find(object);
}

PlanSummary RowStates::summary() const
{
    const auto rows = [this](Action action) { return m_actions[size_t(action)]; };
    PlanSummary summary;
    summary.restarts = rows(Action::Restart);
    summary.starts = rows(Action::Start);
    summary.stops = rows(Action::Stop);
    summary.immediate = rows(Action::Immediate);
    summary.notStated = rows(Action::NotStated);
    summary.tenantsInterrupted = m_tenantsInterrupted;
    summary.changes = m_changes.count() + m_removals.count();
    return summary;
}

QList<Reason> RowStates::reasons(ApplicationId application) const
{
    const auto *after = m_working.applications().find(application);
    const auto partner =
        after && !after->isPlaceholder ? m_same.inBaseline(application) : std::nullopt;
    if (!partner)
        return {};
    const auto &before = m_baseline.application(*partner);
    auto reasons = m_comparison.reasons(before, *after);
    if (isEffectiveListOther(*partner, application))
        reasons.append(
            m_comparison.tenantsReason(m_before.tenants(*partner), m_after.tenants(application)));
    else if (m_comparison.tenantsDiffer(before.tenants, after->tenants))
        reasons.append(m_comparison.tenantsReason(before.tenants, after->tenants));
    sortReasons(reasons);
    return reasons;
}

RowStates::TenantNames RowStates::tenantNames(const PlanRow &row) const
{
    TenantNames names;
    if (row.action != Action::Restart || row.interruption == Interruption::None)
        return names;
    const auto partner = *m_same.inBaseline(row.application);
    const auto tenants =
        m_comparison.compareTenants(m_before.tenants(partner), m_after.tenants(row.application));
    for (const auto id : tenants.kept)
        names.bystanders.append(m_working.tenant(id).name);
    names.interrupted = names.bystanders;
    for (const auto id : tenants.added)
        names.interrupted.append(m_working.tenant(id).name);
    for (const auto id : tenants.removed) {
        const bool isStillThere = m_isById && m_working.contains(id);
        names.interrupted.append((isStillThere ? m_working : m_baseline).tenant(id).name);
    }
    std::sort(names.bystanders.begin(), names.bystanders.end(), textLess);
    std::sort(names.interrupted.begin(), names.interrupted.end(), textLess);
    return names;
}
