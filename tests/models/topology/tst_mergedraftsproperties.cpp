// SPDX-License-Identifier: Apache-2.0
#include "models/topology/align.h"
#include "tests/models/topology/appliedstep.h"
#include "tests/models/topology/drafts.h"
#include "tests/support/randomsteps.h"

#include <QTest>

#include <rapidcheck.h>

using namespace Qt::StringLiterals;

class MergeDraftsPropertiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replacingGivesWhatTheDraftsSay();
    void mergingOnesOwnDraftsChangesNothing();
};

namespace {

/// A topology as drafts that name everything; first bearers only.
TopologyDraft draftsOf(const Topology &topology)
{
    TopologyDraft drafts;
    const auto &settings = topology.settings();
    drafts.environment = settings.environment;
    drafts.socialMessagingTenants = settings.socialMessagingTenants;
    drafts.settingsExtra = settings.extra;
    drafts.extra = topology.extra();
    const auto nameOf = [&](ObjectId object) { return topology.name(object); };
    const auto value = [&](const Value &plain) -> DraftValue {
        return std::visit(
            [&](const auto &v) -> DraftValue {
                using V = std::decay_t<decltype(v)>;
                if constexpr (std::is_constructible_v<ObjectId, V>) {
                    return nameOf(v);
                } else if constexpr (std::is_same_v<V, QList<TenantId>>) {
                    QStringList names;
                    for (const auto id : v)
                        names.append(nameOf(id));
                    return names;
                } else if constexpr (std::is_same_v<V, QList<Connection>>) {
                    QList<ConnectionDraft> list;
                    for (const auto &connection : v)
                        list.append({nameOf(connection.target), connection});
                    return list;
                } else if constexpr (std::is_same_v<V, QList<SwitchId>>) {
                    QList<SwitchName> names;
                    for (const auto id : v)
                        names.append({nameOf(topology.switchAt(id).tenant), nameOf(id)});
                    return names;
                } else {
                    return DraftValue(std::in_place_type<V>, v);
                }
            },
            plain);
    };
    const auto add = [&](const auto &table) {
        for (const auto &object : table) {
            if (object.isPlaceholder)
                continue;
            auto made = draft(object.kind, object.name);
            for (const auto field : fieldsOf(object.kind)) {
                if (field != Field::Name)
                    made.fields.emplace_back(field, value(fieldValue(object, field)));
            }
            drafts.objects.append(made);
        }
    };
    add(topology.tenants());
    add(topology.offices());
    add(topology.switches());
    add(topology.hosts());
    add(topology.applications());
    return drafts;
}

/// Whether names alone say what each reference means.
bool namesSayAll(const Topology &topology)
{
    const auto isFirst = [&](ObjectId object) {
        return !topology.name(object).isEmpty()
            && topology.bearers(object.kind, topology.name(object)).constFirst() == object.id;
    };
    for (const auto &object : topology.switches()) {
        if (!isFirst(object.tenant) || (object.office && !isFirst(*object.office)))
            return false;
        if (!topology.applicationsLinkedTo(object.id).isEmpty()
            && (object.name.isEmpty()
                || topology.findSwitch(object.tenant, object.name) != object.id))
            return false;
    }
    for (const auto &found : topology.tenants()) {
        const bool isReferred = !topology.applicationsOf(found.id).isEmpty()
            || !topology.childrenOf(found.id).isEmpty();
        if (isReferred && !isFirst(found.id))
            return false;
    }
    for (const auto &found : topology.hosts()) {
        if (!topology.applicationsOn(found.id).isEmpty() && !isFirst(found.id))
            return false;
    }
    for (const auto &found : topology.applications()) {
        const bool isReferred =
            !topology.clientsOf(found.id).isEmpty() || !topology.primariesOf(found.id).isEmpty();
        if (isReferred && !isFirst(found.id))
            return false;
    }
    return true;
}

}  // namespace

void MergeDraftsPropertiesTest::replacingGivesWhatTheDraftsSay()
{
    const bool holds = rc::check("replacing gives the topology of the drafts", [] {
        const auto source =
            randomTopology(*rc::gen::arbitrary<quint32>(), *rc::gen::inRange(0, 100));
        const auto target =
            randomTopology(*rc::gen::arbitrary<quint32>(), *rc::gen::inRange(0, 100));
        const auto drafts = draftsOf(source);
        const auto merge = mergeDrafts(target, drafts, Missing::Remove);
        const auto fresh = topologyFromDrafts(drafts);
        RC_ASSERT(merge.has_value() == fresh.has_value());
        if (!merge)
            return;
        const auto after = applied(target, merge->step);
        for (const auto &problem : merge->problems)
            RC_PRE(!problem.message.contains(u"fixed once it is created"));
        RC_ASSERT(alignedTo(after, *fresh) == after);
    });
    QVERIFY(holds);
}

void MergeDraftsPropertiesTest::mergingOnesOwnDraftsChangesNothing()
{
    int checked = 0;
    const bool holds = rc::check("merging what a topology says of itself changes nothing", [&] {
        const auto topology =
            randomTopology(*rc::gen::arbitrary<quint32>(), *rc::gen::inRange(0, 60));
        const auto drafts = draftsOf(topology);
        if (!namesSayAll(topology))
            return;
        ++checked;
        const auto merge = mergeDrafts(topology, drafts, Missing::Keep);
        RC_ASSERT(merge.has_value());
        RC_ASSERT(merge->step.isEmpty());
        const auto replaced = mergeDrafts(topology, drafts, Missing::Remove);
        RC_ASSERT(replaced.has_value());
        RC_ASSERT(replaced->step.isEmpty());
        RC_ASSERT(alignedTo(topology, *topologyFromDrafts(drafts)) == topology);
    });
    QVERIFY(holds);
    QVERIFY2(checked >= 20, "too few topologies say all by names");
}

QTEST_APPLESS_MAIN(MergeDraftsPropertiesTest)
#include "tst_mergedraftsproperties.moc"
