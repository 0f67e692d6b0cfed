// SPDX-License-Identifier: Apache-2.0
#include "models/topology/draft.h"

#include "models/topology/normalise.h"

#include <QHash>

#include <algorithm>

const DraftValue *Draft::find(Field field) const
{
    const auto found = std::find_if(
        fields.begin(), fields.end(), [field](const auto &given) { return given.first == field; });
    return found == fields.end() ? nullptr : &found->second;
}

const ApplicationType *Draft::type() const
{
    const auto *value = find(Field::Type);
    return value ? std::get_if<ApplicationType>(value) : nullptr;
}

QString Draft::nameIn(Field field) const
{
    const auto *value = find(field);
    const auto *text = value ? std::get_if<QString>(value) : nullptr;
    return text ? *text : QString();
}

TopologyDraft combined(TopologyDraft first, TopologyDraft second)
{
    // Objects alike by everything that tells objects apart; the n-th of them in one is the n-th in
    // the other.
    QHash<QString, int> counts;
    const auto key = [&counts](const Draft &draft) {
        const auto *type = draft.type();
        const QStringList parts {QString::number(int(draft.kind)), draft.name,
            type ? type->token() : QString(), draft.nameIn(Field::Tenant),
            draft.nameIn(Field::SwitchingOffice)};
        const auto text = parts.join(QChar(0));
        return text + QChar(0) + QString::number(counts[text]++);
    };
    QHash<QString, qsizetype> places;
    for (qsizetype i = 0; i < first.objects.size(); ++i)
        places.insert(key(first.objects[i]), i);
    counts.clear();
    for (auto &draft : second.objects) {
        const auto place = places.constFind(key(draft));
        if (place == places.constEnd()) {
            first.objects.append(std::move(draft));
            continue;
        }
        auto &fields = first.objects[*place].fields;
        for (auto &[field, value] : draft.fields) {
            const auto given = std::find_if(
                fields.begin(), fields.end(), [&](const auto &f) { return f.first == field; });
            if (given == fields.end())
                fields.emplace_back(field, std::move(value));
            else if (field == Field::Extra)
                given->second = mergedExtra(std::get<Extra>(given->second), std::get<Extra>(value));
            else
                given->second = std::move(value);
        }
    }
    if (second.environment)
        first.environment = second.environment;
    if (second.socialMessagingTenants)
        first.socialMessagingTenants = second.socialMessagingTenants;
    first.settingsExtra = mergedExtra(first.settingsExtra, second.settingsExtra);
    first.extra = mergedExtra(first.extra, second.extra);
    return first;
}
