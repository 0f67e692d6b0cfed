// SPDX-License-Identifier: Apache-2.0
#include "models/rules/validator.h"

#include "models/base/text.h"
#include "models/rules/catalogue.h"
#include "models/rules/findingstore.h"
#include "models/rules/optionsahead.h"
#include "models/rules/reach.h"
#include "models/rules/waivers.h"

#include <algorithm>

namespace {

/// Any order will do, as long as equal findings come together.
bool valueLess(const Finding &a, const Finding &b)
{
    const auto rest = [](const Finding &f) { return std::tie(f.rule, f.object, f.severity); };
    if (rest(a) != rest(b))
        return rest(a) < rest(b);
    if (a.tenants != b.tenants)
        return std::lexicographical_compare(
            a.tenants.begin(), a.tenants.end(), b.tenants.begin(), b.tenants.end());
    return std::lexicographical_compare(a.related.begin(), a.related.end(), b.related.begin(),
        b.related.end(), [](const Subject &l, const Subject &r) {
            return std::tie(l.kind, l.object, l.name) < std::tie(r.kind, r.object, r.name);
        });
}

}  // namespace

class Validator::Private
{
public:
    Private(const Topology &checked, QDate date)
        : topology(checked)
        , today(date)
        , context(checked)
        , reach(context, marks)
    {
        checkEverything();
    }

    FindingsDelta update(const Delta &delta);
    FindingsTrial tryOut(const Delta &delta);
    FindingsDelta setToday(QDate date);

    const Topology &topology;
    QDate today;
    RuleContext context;
    const RuleList &rules = RuleList::all();
    FindingStore store;
    Marks marks;
    Reach reach;

private:
    // A check of everything.
    void checkEverything();
    template <class T>
    void checkAll(const Table<T> &objects);
    void checkAllApplications();
    void checkSuspects();
    void checkAllGroups();
    void keepFindings();

    // One unit; finds into m_report.
    void check(ObjectId object, RuleMask wanted);
    void checkDefined(const Application &application, RuleMask wanted);
    void checkGroup(Kind kind, std::span<const quint32> members, Group group);

    // What edits reached.
    void look(const Marks::Mark &mark);
    void look(const QSet<GroupKey> &keys);
    void settle(FindingsDelta &delta);
    void compare(FindingsTrial &trial);
    void rememberGroups(const std::vector<FindingId> &groupFindings);
    FindingId place(Finding finding);
    void judgeWaiver(const WaiverKey &key, FindingsDelta &delta);

    /// Where groups have findings. Which of them a finding is of can't be told from its object once
    /// that has another name.
    QHash<GroupKey, QList<FindingId>> m_groups;
    Report m_report;                  // What is found now.
    std::vector<FindingId> m_former;  // What stood before; after settle() what stands.
};

/// Nearly all applications are seen to be in order without a look at their records.
void Validator::Private::check(ObjectId object, RuleMask wanted)
{
    if (object.kind == Kind::Application) {
        const auto &facts = topology.facts(object.application());
        if (facts.isDefined) {
            wanted &= rules.ofApplication(facts) & rules.withTraits(facts.traits);
            if (wanted != 0)
                checkDefined(topology.application(object.application()), wanted);
            return;
        }
    }
    const bool isPlaceholder = topology.isPlaceholder(object);
    for (auto mask = wanted & rules.ofKind(object.kind); mask != 0; mask &= mask - 1) {
        const auto id = RuleId(std::countr_zero(mask));
        const auto &rule = rules.rule(id);
        if (rule.isForPlaceholders != isPlaceholder || !rule.checkObject)
            continue;
        m_report.begin(id, rule.severity);
        rule.checkObject(context, object, m_report);
    }
}

void Validator::Private::checkDefined(const Application &application, RuleMask mask)
{
    for (; mask != 0; mask &= mask - 1) {
        const auto id = RuleId(std::countr_zero(mask));
        const auto &rule = rules.rule(id);
        m_report.begin(id, rule.severity);
        if (rule.checkApplication)
            rule.checkApplication(context, application, m_report);
        else
            rule.checkObject(context, application.id, m_report);
    }
}

template <class T>
void Validator::Private::checkAll(const Table<T> &objects)
{
    store.reserve(T::kind, objects.idBound());
    for (const auto &object : objects) {
        check(object.id, ~rules.swept());
        keepFindings();
    }
}

void Validator::Private::checkAllApplications()
{
    const auto &applications = topology.applications();
    store.reserve(Kind::Application, applications.idBound());
    const auto readingOptions = rules.readingOwn(Kind::Application, Field::Options);
    const auto checkOne = [this](ApplicationId id) {
        check(id, ~rules.swept());
        keepFindings();
    };
    std::vector<ApplicationId> withOptions;
    // By id: a walk over the table would fetch their records.
    for (quint32 index = 0; index < applications.idBound(); ++index) {
        const ApplicationId id(index);
        const auto &facts = topology.facts(id);
        if (facts.isDefined && (rules.ofApplication(facts) & readingOptions) != 0)
            withOptions.push_back(id);
        else if (applications.contains(id))
            checkOne(id);
    }
    forEachWithOptions(topology, withOptions, checkOne);
}

void Validator::Private::keepFindings()
{
    for (auto &finding : m_report.findings())
        place(std::move(finding));
    m_report.findings().clear();
}

void Validator::Private::checkGroup(Kind kind, std::span<const quint32> members, Group group)
{
    for (auto mask = rules.ofGroup(group); mask != 0; mask &= mask - 1) {
        const auto id = RuleId(std::countr_zero(mask));
        m_report.begin(id, rules.rule(id).severity);
        rules.rule(id).checkGroup(context, kind, members, m_report);
    }
}

void Validator::Private::checkEverything()
{
    checkAllApplications();
    checkAll(topology.tenants());
    checkAll(topology.offices());
    checkAll(topology.switches());
    checkAll(topology.hosts());
    checkSuspects();
    checkAllGroups();
}

void Validator::Private::checkSuspects()
{
    for (auto mask = rules.swept(); mask != 0; mask &= mask - 1) {
        const auto id = RuleId(std::countr_zero(mask));
        rules.rule(id).sweep(
            context, [&](ObjectId unit) { marks.add(unit, RuleMask(1) << int(id)); });
    }
    for (const auto &mark : marks.objects()) {
        check(mark.object, mark.rules);
        keepFindings();
    }
    marks.clear();
}

void Validator::Private::checkAllGroups()
{
    forEachGroup(context, [this](const GroupKey &key, std::span<const quint32> members) {
        checkGroup(key.kind, members, key.group);
    });
    for (auto &finding : m_report.findings())
        m_former.push_back(place(std::move(finding)));
    m_report.findings().clear();
    rememberGroups(m_former);
}

/// What stood before (m_former) and what is found now (m_report): what is in both keeps its id.
void Validator::Private::settle(FindingsDelta &delta)
{
    auto &found = m_report.findings();
    const auto add = [&](const Finding &finding) {
        const auto id = place(finding);
        delta.added.append(id);
        return id;
    };
    if (m_former.empty() || found.empty()) {
        for (const auto id : m_former) {
            store.remove(id);
            delta.removed.append(id);
        }
        m_former.clear();
        for (const auto &finding : found)
            m_former.push_back(add(finding));
        found.clear();
        return;
    }
    std::sort(m_former.begin(), m_former.end(),
        [this](FindingId a, FindingId b) { return valueLess(store.at(a), store.at(b)); });
    std::sort(found.begin(), found.end(), valueLess);
    std::vector<FindingId> standing;
    auto former = m_former.begin();
    auto now = found.begin();
    while (former != m_former.end() || now != found.end()) {
        if (now == found.end()
            || (former != m_former.end() && valueLess(store.at(*former), *now))) {
            store.remove(*former);
            delta.removed.append(*former++);
        } else if (former == m_former.end() || valueLess(*now, store.at(*former))) {
            standing.push_back(add(*now++));
        } else {
            standing.push_back(*former++);
            ++now;
        }
    }
    m_former = std::move(standing);
    found.clear();
}

/// As settle(), but what stands stays.
void Validator::Private::compare(FindingsTrial &trial)
{
    QList<Finding> former;
    for (const auto id : m_former)
        former.append(store.at(id));
    auto &found = m_report.findings();
    std::sort(former.begin(), former.end(), valueLess);
    std::sort(found.begin(), found.end(), valueLess);
    std::set_difference(found.begin(), found.end(), former.begin(), former.end(),
        std::back_inserter(trial.added), valueLess);
    std::set_difference(former.begin(), former.end(), found.begin(), found.end(),
        std::back_inserter(trial.removed), valueLess);
    m_former.clear();
    found.clear();
}

/// What stands for the unit goes to m_former, what is found now to m_report.
void Validator::Private::look(const Marks::Mark &mark)
{
    const auto object = mark.object;
    m_former.clear();
    store.forEachOf(object, [&](FindingId id) {
        if ((mark.rules >> int(store.at(id).rule)) & 1)
            m_former.push_back(id);
    });
    if (topology.contains(object))
        check(object, mark.rules);
}

/// All groups as one unit: an object that leaves a group for another one may take its finding
/// along.
void Validator::Private::look(const QSet<GroupKey> &keys)
{
    m_former.clear();
    for (const auto &key : keys) {
        const auto known = m_groups.constFind(key);
        if (known != m_groups.constEnd())
            m_former.insert(m_former.end(), known->begin(), known->end());
        forEachGroup(context, key, [this](const GroupKey &group, std::span<const quint32> members) {
            checkGroup(group.kind, members, group.group);
        });
    }
}

void Validator::Private::rememberGroups(const std::vector<FindingId> &groupFindings)
{
    for (const auto id : groupFindings) {
        const auto &finding = store.at(id);
        m_groups[GroupKey::of(context, finding.object, rules.rule(finding.rule).group)].append(id);
    }
}

FindingsDelta Validator::Private::update(const Delta &delta)
{
    FindingsDelta changed;
    store.beginUpdate();
    reach.add(delta, context.follow(delta));
    for (const auto &mark : marks.objects()) {
        look(mark);
        settle(changed);
    }
    if (!marks.groups().isEmpty()) {
        look(marks.groups());
        settle(changed);
        for (const auto &key : marks.groups())
            m_groups.remove(key);
        rememberGroups(m_former);
    }
    marks.clear();
    for (const auto &edit : delta) {
        if (const auto *waiver = std::get_if<SetWaiver>(&edit))
            judgeWaiver(waiver->key(), changed);
    }
    return changed;
}

FindingId Validator::Private::place(Finding finding)
{
    finding.isWaived = isWaived(topology, finding, today);
    return store.add(std::move(finding));
}

/// A waiver of this key is another one now, or gone.
void Validator::Private::judgeWaiver(const WaiverKey &key, FindingsDelta &delta)
{
    std::vector<FindingId> turned;
    store.forEachOf(key.object, [&](FindingId id) {
        const auto &finding = store.at(id);
        if (ruleName(finding.rule) == key.rule && waiverKey(finding) == key
            && finding.isWaived != isWaived(topology, finding, today))
            turned.push_back(id);
    });
    for (const auto id : turned) {
        store.setWaived(id, !store.at(id).isWaived);
        if (!delta.added.contains(id) && !delta.waived.contains(id))
            delta.waived.append(id);
    }
}

FindingsDelta Validator::Private::setToday(QDate date)
{
    FindingsDelta delta;
    today = date;
    for (const auto &waiver : topology.waivers())
        judgeWaiver(waiver.key, delta);
    return delta;
}

FindingsTrial Validator::Private::tryOut(const Delta &delta)
{
    FindingsTrial trial;
    reach.add(delta, context.follow(delta));
    for (const auto &mark : marks.objects()) {
        look(mark);
        compare(trial);
    }
    look(marks.groups());
    compare(trial);
    marks.clear();
    for (auto &finding : trial.added)
        finding.isWaived = isWaived(topology, finding, today);
    return trial;
}

Validator::Validator(const Topology &topology, QDate today)
    : d(std::make_unique<Private>(topology, today))
{
}

Validator::~Validator() = default;

FindingsDelta Validator::update(const Delta &delta)
{
    return d->update(delta);
}

FindingsTrial Validator::tryOut(const Delta &delta)
{
    return d->tryOut(delta);
}

void Validator::endTrial(const Delta &inverse)
{
    d->context.follow(inverse);
}

FindingsDelta Validator::setToday(QDate today)
{
    return d->setToday(today);
}

FindingsSummary Validator::summary() const
{
    return d->store.summary();
}

QList<FindingId> Validator::findings() const
{
    return d->store.all();
}

const Finding &Validator::finding(FindingId id) const
{
    Q_ASSERT(contains(id));
    return d->store.at(id);
}

bool Validator::contains(FindingId id) const
{
    return d->store.contains(id);
}

QList<FindingId> Validator::findingsOf(ObjectId object) const
{
    QList<FindingId> ids;
    d->store.forEachOf(object, [&](FindingId id) { ids.append(id); });
    return ids;
}

FindingsSummary Validator::summaryOf(ObjectId object) const
{
    return d->store.summaryOf(object);
}

QList<Finding> checkAll(const Topology &topology, QDate today)
{
    const Validator validator(topology, today);
    QList<Finding> findings;
    const auto ids = validator.findings();
    findings.reserve(ids.size());
    for (const auto id : ids)
        findings.append(validator.finding(id));
    sortFindings(topology, findings);
    return findings;
}

FindingsSummary summaryOf(const QList<Finding> &findings)
{
    FindingsSummary summary;
    for (const auto &finding : findings)
        count(summary, finding, 1);
    return summary;
}
