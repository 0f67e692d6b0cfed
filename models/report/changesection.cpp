// SPDX-License-Identifier: Apache-2.0
#include "models/report/reportsections.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ChangeSection)
};

constexpr qsizetype mostChanges = 400;

QString changeText(ObjectDifference::Change change)
{
    switch (change) {
    case ObjectDifference::Change::Added:
        return Texts::tr("+ Added");
    case ObjectDifference::Change::Removed:
        return Texts::tr("– Removed");
    case ObjectDifference::Change::Modified:
        break;
    }
    return Texts::tr("✎ Changed");
}

}  // namespace

Parts changeParts(const Topology &baseline, const Topology &topology)
{
    Parts parts {Outline::Heading {Texts::tr("Changes since the baseline")}};
    const auto changes = differences(baseline, topology, Matching::ById);
    if (changes.isEmpty()) {
        parts.append(Outline::Paragraph {Texts::tr("Nothing differs from the baseline.")});
        return parts;
    }
    Outline::Table table {
        {Texts::tr("Object"), Texts::tr("Kind"), Texts::tr("Change"), Texts::tr("What")},
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
        parts.append(
            Outline::Paragraph {Texts::tr("… and %1 more.").arg(more), Outline::Tone::Muted});
}
