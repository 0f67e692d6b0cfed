// SPDX-License-Identifier: Apache-2.0
#include "views/review/revert.h"

#include "models/plan/takeover.h"
#include "views/common/notices.h"
#include "views/common/objecttext.h"
#include "views/review/changetexts.h"

#include <QCoreApplication>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace {

struct RevertTexts
{
    Q_DECLARE_TR_FUNCTIONS(Revert)
};

/// What a notice has room for.
constexpr qsizetype listedObjects = 3;

/// Names of objects of which some stand on one side alone.
class Names
{
public:
    Names(const Topology &base, const Topology &working)
        : m_base(base)
        , m_working(working)
    {
    }
    QString of(ObjectId object) const
    {
        return objectLabel(m_working.contains(object) ? m_working : m_base, object);
    }

private:
    const Topology &m_base;
    const Topology &m_working;
};

/// One sentence for each kind of thing that did not go as it was meant to.
QStringList caveats(const TakeOver &taken, const Topology &base, const Topology &working)
{
    const Names names(base, working);
    QStringList sentences;
    QStringList lost;
    for (const auto &reference : taken.lost) {
        lost.append(RevertTexts::tr("%1 in %2 of %3")
                        .arg(names.of(reference.target), fieldLabel(reference.field),
                            names.of(reference.holder)));
    }
    if (!lost.isEmpty())
        sentences.append(RevertTexts::tr("Left out, because it isn't there: %1.")
                             .arg(shortList(lost, listedObjects)));
    QStringList also;
    for (const auto object : taken.alsoRemoved)
        also.append(names.of(object));
    if (!also.isEmpty())
        sentences.append(RevertTexts::tr("Went along: %1.").arg(shortList(also, listedObjects)));
    QStringList left;
    for (const auto &change : taken.notTaken)
        left.append(names.of(change.object));
    if (!left.isEmpty())
        sentences.append(RevertTexts::tr("Not reverted, for lack of a tenant or an office: %1.")
                             .arg(shortList(left, listedObjects)));
    return sentences;
}

QString titleOf(const QList<Change> &changes, const Topology &base, const Topology &working)
{
    return changes.size() == 1
        ? ChangeTexts(base, working).revertTitle(changes.constFirst())
        : counted(changes.size(), QString(), RevertTexts::tr("Revert %1 changes"));
}

}  // namespace

void revertChanges(
    Document &document, const Topology &base, const QList<Change> &changes, const QWidget *from)
{
    if (changes.isEmpty())
        return;
    QList<Change> back;
    for (const auto &change : changes)
        back.append(change.reversed());
    // The baseline may be replaced in the moment that the step is written.
    const auto side = base;
    QStringList told;
    bool isWhole = true;
    const auto state = document.apply([&](const Topology &working) -> Result<Step> {
        auto taken = takeOver(working, side, back);
        if (!taken)
            return tl::unexpected(taken.error());
        taken->step.title = titleOf(changes, side, working);
        const auto sentences = caveats(*taken, side, working);
        isWhole = sentences.isEmpty();
        told =
            QStringList {taken->step.edits.isEmpty() ? RevertTexts::tr("Nothing could be reverted.")
                                                     : taken->step.title + u'.'}
            + sentences;
        return std::move(taken->step);
    });
    if (!succeeded(state, from))
        return;
    // Undo takes back the latest step, whoever made it: the link is good only as long as that is
    // this one.
    const auto undo = [document = QPointer(&document), state = *state] {
        if (document && document->head().undoTop == state) [[maybe_unused]]
            const auto undone = document->undo();
    };
    postNotice(from,
        {told.join(u' '), isWhole ? std::nullopt : std::optional(Mark::Warning),
            RevertTexts::tr("Undo"), undo});
}
