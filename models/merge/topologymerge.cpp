// SPDX-License-Identifier: Apache-2.0
#include "models/merge/topologymerge.h"

#include "models/base/jsontext.h"
#include "models/base/text.h"
#include "models/merge/neededobjects.h"
#include "models/merge/resultids.h"
#include "models/topology/apply.h"

#include <algorithm>

namespace {

class Merger
{
public:
    Merger(const Topology &base, const Topology &ours, const Topology &theirs,
        const MergeChoices &choices)
        : m_identities(base, ours, theirs)
        , m_log(choices)
        , m_fields(m_identities, m_log)
        , m_ours(ours)
    {
    }

    TopologyMerge run()
    {
        m_objects.forEachTable([this](auto &objects) { mergeObjects(objects); });
        NeededObjects(m_identities, m_fields, m_log, m_objects).settle();
        TopologyChange change(m_ours);
        ResultIds(m_identities, m_fields, m_log, m_objects, change).write();
        change.settings = m_fields.settings();
        change.extra = m_fields.extra();

        TopologyMerge result {m_ours, change.toStep(), m_log.take()};
        ::apply(result.topology, result.step);
        sort(result.conflicts);
        return result;
    }

private:
    template <class T>
    void mergeObjects(std::vector<Versions<T>> &objects)
    {
        objects.resize(m_identities.of(T::kind).size());
        for (quint32 i = 0; i < objects.size(); ++i) {
            auto &versions = objects[i];
            versions.base = m_identities.keyed<T>(Version::Base, i);
            versions.ours = m_identities.keyed<T>(Version::Ours, i);
            versions.theirs = m_identities.keyed<T>(Version::Theirs, i);
            if (versions.ours && versions.theirs)
                versions.merged = m_fields.object(versions);
            else if (versions.ours || versions.theirs)
                versions.merged = ofOneSide(versions);
        }
    }

    /// Added by one side, or removed by the other.
    template <class T>
    std::optional<T> ofOneSide(const Versions<T> &versions)
    {
        const auto keeper = versions.ours ? MergeSide::Ours : MergeSide::Theirs;
        const auto &kept = versions.of(keeper);
        if (!versions.base)
            return kept;
        if (m_fields.isUntouched(versions))
            return std::nullopt;
        QStringList fields;
        for (const auto &name : m_fields.changedFields(*versions.base, *kept))
            fields.append(jsonString(name));
        const auto changed = QLatin1Char('[') + fields.join(QLatin1Char(',')) + QLatin1Char(']');
        const auto none = QStringLiteral("null");
        const bool isOurs = keeper == MergeSide::Ours;
        const auto choice = m_log.add(m_fields.place(*kept, ConflictPlace::What::Removal),
            QStringLiteral("[]"), isOurs ? changed : none, isOurs ? none : changed);
        return choice == keeper ? kept : std::nullopt;
    }

    static void sort(QList<Conflict> &conflicts)
    {
        const auto compareLists = [](const QStringList &a, const QStringList &b) {
            for (qsizetype i = 0; i < std::min(a.size(), b.size()); ++i) {
                if (const auto order = compareText(a[i], b[i]); order != 0)
                    return order;
            }
            return a.size() <=> b.size();
        };
        std::sort(conflicts.begin(), conflicts.end(), [&](const Conflict &x, const Conflict &y) {
            const auto &a = x.place;
            const auto &b = y.place;
            if (a.kind != b.kind)
                return a.kind < b.kind;
            if (const auto order = compareText(a.name, b.name); order != 0)
                return order < 0;
            if (const auto order = compareLists(a.like, b.like); order != 0)
                return order < 0;
            if (a.occurrence != b.occurrence || a.what != b.what)
                return std::pair(a.occurrence, a.what) < std::pair(b.occurrence, b.what);
            if (const auto order = compareText(a.field, b.field); order != 0)
                return order < 0;
            return compareLists(a.key, b.key) < 0;
        });
    }

    Identities m_identities;
    ConflictLog m_log;
    FieldMerge m_fields;
    const Topology &m_ours;
    VersionTables m_objects;
};

}  // namespace

TopologyMerge mergeTopologies(
    const Topology &base, const Topology &ours, const Topology &theirs, const MergeChoices &choices)
{
    return Merger(base, ours, theirs, choices).run();
}
