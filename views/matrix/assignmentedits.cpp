// SPDX-License-Identifier: Apache-2.0
#include "views/matrix/assignmentedits.h"

#include "models/topology/edits.h"
#include "views/common/objecttext.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace {

struct AssignmentEditsTexts
{
    Q_DECLARE_TR_FUNCTIONS(AssignmentEdits)
};

std::optional<bool> cellValue(const QString &text)
{
    static const QStringList yes {
        u"x"_s, u"1"_s, u"yes"_s, u"y"_s, u"true"_s, u"wahr"_s, u"✓"_s, u"✔"_s, u"●"_s};
    static const QStringList no {
        {}, u"0"_s, u"no"_s, u"n"_s, u"false"_s, u"falsch"_s, u"-"_s, u"–"_s};
    const auto word = text.trimmed().toLower();
    if (yes.contains(word))
        return true;
    return no.contains(word) ? std::optional(false) : std::nullopt;
}

}  // namespace

Result<Step> setAssignments(const Topology &topology, const QList<CellWish> &wishes)
{
    QHash<std::pair<ApplicationId, TenantId>, qsizetype> last;
    for (qsizetype i = 0; i < wishes.size(); ++i)
        last.insert({wishes.at(i).application, wishes.at(i).tenant}, i);
    Step step;
    qsizetype changes = 0;
    for (qsizetype i = 0; i < wishes.size(); ++i) {
        const auto &wish = wishes.at(i);
        if (last.value({wish.application, wish.tenant}) != i)
            continue;
        const auto part = wish.isAssigned ? assignTenant(topology, wish.application, wish.tenant)
                                          : unassignTenant(topology, wish.application, wish.tenant);
        if (!part)
            return part;
        // Each part also drops the placeholder that it alone would leave without a reference.
        // Together they may leave others, or none: that is seen below, for the whole.
        for (const auto &edit : part->edits) {
            if (std::holds_alternative<Assign>(edit) || std::holds_alternative<Unassign>(edit)) {
                step.edits.append(edit);
                ++changes;
            }
        }
    }
    dropUnreferencedPlaceholders(topology, step);
    if (changes > 1)
        step.title = AssignmentEditsTexts::tr("Change %1 assignments").arg(changes);
    return step;
}

Result<QList<QList<bool>>> readCells(const QString &text)
{
    auto lines = text;
    lines.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    if (lines.endsWith(u'\n'))
        lines.chop(1);  // Spreadsheets end the last row as well.
    QList<QList<bool>> rows;
    const auto split = lines.split(u'\n');
    for (qsizetype row = 0; row < split.size(); ++row) {
        const auto cells = split.at(row).split(u'\t');
        QList<bool> values;
        for (qsizetype column = 0; column < cells.size(); ++column) {
            const auto value = cellValue(cells.at(column));
            if (!value)
                return failure(Error::Code::InvalidInput,
                    AssignmentEditsTexts::tr(
                        "“%1” in row %2, column %3 of the clipboard is neither x nor empty; nothing was pasted.")
                        .arg(plainText(cells.at(column).left(40)))
                        .arg(row + 1)
                        .arg(column + 1));
            values.append(*value);
        }
        rows.append(values);
    }
    return rows;
}

QString writeCells(const QList<QList<bool>> &rows)
{
    QString text;
    for (const auto &row : rows) {
        QStringList cells;
        for (const bool isAssigned : row)
            cells.append(isAssigned ? u"x"_s : QString());
        text += cells.join(u'\t') + u'\n';
    }
    return text;
}
