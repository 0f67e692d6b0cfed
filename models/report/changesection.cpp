// SPDX-License-Identifier: Apache-2.0
#include "models/report/reportsections.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct ChangeSectionTexts
{
    Q_DECLARE_TR_FUNCTIONS(ChangeSection)
};

constexpr qsizetype mostChanges = 400;

QString changeText(ObjectDifference::Change change)
{
    switch (change) {
    case ObjectDifference::Change::Added:
        return ChangeSectionTexts::tr("+ Added");
    case ObjectDifference::Change::Removed:
        return ChangeSectionTexts::tr("– Removed");
    case ObjectDifference::Change::Modified:
        break;
    }
    return ChangeSectionTexts::tr("✎ Changed");
}

}  // namespace

Parts changeParts(const Topology &baseline, const Topology &topology)
{
    Parts parts {Outline::Heading {ChangeSectionTexts::tr("Changes since the baseline")}};
    const auto changes = differences(baseline, topology, Matching::ById);
    if (changes.isEmpty()) {
        parts.append(
            Outline::Paragraph {ChangeSectionTexts::tr("Nothing differs from the baseline.")});
        return parts;
    }
    Outline::Table table {{ChangeSectionTexts::tr("Object"), ChangeSectionTexts::tr("Kind"),
                              ChangeSectionTexts::tr("Change"), ChangeSectionTexts::tr("What")},
        {5, 3, 3, 10}, {}};
    const auto shown = std::min(changes.size(), mostChanges);
    for (const auto &change : changes.first(shown)) {
        QStringList texts;
        for (const auto &reason : change.reasons)
            texts.append(reasonText(reason));
        table.rows.append(
            {change.name, kindLabel(change.kind), changeText(change.change), texts.join(u"; "_s)});
    }
    parts.append(table);
    appendMore(parts, changes.size() - shown);
    return parts;
}

void appendMore(Parts &parts, qsizetype more)
{
    if (more > 0)
        parts.append(Outline::Paragraph {
            ChangeSectionTexts::tr("… and %1 more.").arg(more), Outline::Tone::Muted});
}
