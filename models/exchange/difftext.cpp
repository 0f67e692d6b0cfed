// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/difftext.h"

#include "models/base/text.h"
#include "models/exchange/counted.h"

#include <QCoreApplication>

#include <array>

namespace {

struct DiffTexts
{
    Q_DECLARE_TR_FUNCTIONS(DiffText)
};

QChar sign(ObjectDifference::Change change)
{
    switch (change) {
    case ObjectDifference::Change::Added:
        return u'+';
    case ObjectDifference::Change::Removed:
        return u'–';
    case ObjectDifference::Change::Modified:
        break;
    }
    return u'~';
}

}  // namespace

QString diffText(const QList<ObjectDifference> &differences)
{
    if (differences.isEmpty())
        return DiffTexts::tr("No differences.") + u'\n';
    QString text;
    std::array<int, 3> counts {};
    for (const auto &difference : differences) {
        ++counts[size_t(difference.change)];
        text += sign(difference.change) + u' ' + kindLabel(difference.kind).toLower() + u' '
            + visibleText(difference.name) + u'\n';
        for (const auto &reason : difference.reasons)
            text += QLatin1String("    ") + visibleText(reasonText(reason)) + u'\n';
    }
    const auto count = [&](ObjectDifference::Change change) { return counts[size_t(change)]; };
    const QStringList parts {
        DiffTexts::tr("%1 added").arg(count(ObjectDifference::Change::Added)),
        DiffTexts::tr("%1 removed").arg(count(ObjectDifference::Change::Removed)),
        DiffTexts::tr("%1 modified").arg(count(ObjectDifference::Change::Modified)),
    };
    return text + parts.join(QStringLiteral(" · ")) + u'\n';
}
