// SPDX-License-Identifier: Apache-2.0
#include "models/document/document.h"

#include "models/document/revisions.h"
#include "models/exchange/topologyjsonwriter.h"
#include "models/plan/takeover.h"
#include "models/topology/align.h"
#include "models/topology/apply.h"
#include "models/topology/edits.h"

#include <algorithm>
#include <pwd.h>
#include <unistd.h>

namespace {

/// How often an edit is made anew because other processes were faster. Each turn means that
/// somebody else made progress.
constexpr int maxAttempts = 100;

QString systemUser()
{
    const auto *entry = getpwuid(geteuid());
    return entry ? QString::fromLocal8Bit(entry->pw_name) : QString::number(geteuid());
}

}  // namespace

Document::Document(std::unique_ptr<Store> store, QString author, std::unique_ptr<Clock> clock,
    Store::Content content)
    : m_store(std::move(store))
    , m_author(author.isEmpty() ? systemUser() : std::move(author))
    , m_clock(std::move(clock))
    , m_topology(std::move(content.topology))
    , m_baseline(std::move(content.baseline))
    , m_head(content.head)
    , m_today(m_clock->now().date())
    , m_validator(std::make_unique<Validator>(m_topology, m_today))
    , m_planner(std::make_unique<Planner>(m_baseline, m_topology, Matching::ById))
{
    readTitles();
}

Document::~Document() = default;

Result<std::unique_ptr<Document>> Document::create(
    const QString &path, const QString &author, const Topology &topology, const Topology &baseline)
{
    auto store = Store::create(path, topology, baseline);
    if (!store)
        return tl::unexpected(store.error());
    auto content = (*store)->load();
    if (!content)
        return tl::unexpected(content.error());
    return std::unique_ptr<Document>(new Document(
        std::move(*store), author, std::make_unique<SystemClock>(), std::move(*content)));
}

Result<std::unique_ptr<Document>> Document::open(
    const QString &path, const QString &author, Store::Access access)
{
    auto store = Store::open(path, access);
    if (!store)
        return tl::unexpected(store.error());
    auto content = (*store)->load();
    if (!content)
        return tl::unexpected(content.error());
    return std::unique_ptr<Document>(new Document(
        std::move(*store), author, std::make_unique<SystemClock>(), std::move(*content)));
}

Result<qint64> Document::apply(const Builder &build)
{
    return write(build, [this](const Step &step) {
        return m_store->append(m_head, m_topology, step, signature());
    });
}

Result<qint64> Document::import(const Builder &build)
{
    return write(build, [this](const Step &step) {
        const bool isFirst = m_topology.isEmpty() && m_head.undoTop == 0;
        return isFirst ? m_store->appendAsBaseline(m_head, m_topology, step, signature())
                       : m_store->append(m_head, m_topology, step, signature());
    });
}

Result<qint64> Document::write(const Builder &build, const Write &append)
{
    for (int attempt = 0; attempt < maxAttempts; ++attempt) {
        auto step = build(m_topology);
        if (!step)
            return tl::unexpected(step.error());
        if (step->isEmpty())
            return m_head.step;
        if (step->title.isEmpty())
            step->title = stepTitle(m_topology, *step);
        const auto head = append(*step);
        if (head) {
            take(step->edits, *head);
            return m_head.step;
        }
        if (head.error().code != Error::Code::Conflict)
            return tl::unexpected(head.error());
        if (const auto followed = catchUp(); !followed)
            return tl::unexpected(followed.error());
    }
    return busy();
}

Result<Document::Undone> Document::undo()
{
    return travel(StepKind::Undo);
}

Result<Document::Undone> Document::redo()
{
    return travel(StepKind::Redo);
}

Result<Document::Undone> Document::travel(StepKind kind)
{
    const bool isUndo = kind == StepKind::Undo;
    for (int attempt = 0; attempt < maxAttempts; ++attempt) {
        // The redo top is an undo; what it took back is the step to do again.
        qint64 target = isUndo ? m_head.undoTop : 0;
        if (!isUndo && m_head.redoTop != 0) {
            const auto undone = entry(m_head.redoTop);
            if (!undone)
                return tl::unexpected(undone.error());
            target = undone->target;
        }
        if (target == 0)
            return failure(Error::Code::NotFound,
                isUndo ? tr("There is nothing to undo.") : tr("There is nothing to redo."));
        const auto done = entry(target);
        const auto step = isUndo ? m_store->undoStep(target) : m_store->redoStep(target);
        if (!done)
            return tl::unexpected(done.error());
        if (!step)
            return tl::unexpected(step.error());
        const auto head = isUndo ? m_store->undo(m_head, m_topology, *step, signature())
                                 : m_store->redo(m_head, m_topology, *step, signature());
        if (head) {
            take(step->edits, *head);
            return Undone {m_head.step, *done};
        }
        if (head.error().code != Error::Code::Conflict)
            return tl::unexpected(head.error());
        if (const auto followed = catchUp(); !followed)
            return tl::unexpected(followed.error());
    }
    return busy();
}

void Document::take(const Delta &delta, const Head &head)
{
    Q_EMIT aboutToChange(delta);
    const bool isNewBaseline = head.baseline != m_head.baseline;
    for (const auto &edit : delta)
        ::apply(m_topology, edit);
    m_head = head;
    const auto findings = m_validator->update(delta);
    PlanDelta plan;
    if (isNewBaseline)
        setBaseline(m_topology);
    else
        plan = m_planner->update(delta);
    readTitles();
    Q_EMIT changed(delta);
    if (!findings.isEmpty())
        Q_EMIT findingsChanged(findings);
    if (isNewBaseline)
        Q_EMIT baselineChanged();
    else if (!plan.isEmpty())
        Q_EMIT planChanged(plan);
    Q_EMIT historyChanged();
}

void Document::setBaseline(Topology baseline)
{
    m_baseline = std::move(baseline);
    // Pictures hold on to the planner.
    *m_planner = Planner(m_baseline, m_topology, Matching::ById);
}

Result<void> Document::catchUp()
{
    for (int attempt = 0; attempt < maxAttempts; ++attempt) {
        const auto steps = m_store->stepsSince(m_head.step);
        if (!steps)
            return tl::unexpected(steps.error());
        for (const auto &step : *steps) {
            Head head = m_head;
            head.step = step.entry.number;
            take(step.delta, head);
        }
        const auto head = m_store->currentHead();
        if (!head)
            return tl::unexpected(head.error());
        if (head->step != m_head.step)
            continue;  // Another step came between the two looks.
        if (head->baseline == m_head.baseline) {
            m_head = *head;
            readTitles();
            Q_EMIT historyChanged();
            return {};
        }
        auto content = m_store->load();
        if (!content)
            return tl::unexpected(content.error());
        if (content->head.step != m_head.step)
            continue;
        m_head = content->head;
        setBaseline(std::move(content->baseline));
        readTitles();
        Q_EMIT baselineChanged();
        Q_EMIT historyChanged();
        return {};
    }
    return busy();
}

Result<void> Document::follow()
{
    if (const auto today = m_clock->now().date(); today != m_today) {
        m_today = today;
        if (const auto findings = m_validator->setToday(today); !findings.isEmpty())
            Q_EMIT findingsChanged(findings);
    }
    if (!m_store->changedSinceLastLook())
        return {};
    return catchUp();
}

tl::unexpected<Error> Document::busy() const
{
    return failure(Error::Code::Busy,
        tr("Other programs change this document without a pause. Try again."), path());
}

Result<JournalEntry> Document::entry(qint64 step)
{
    const auto entries = m_store->journal(step + 1, 1);
    if (!entries)
        return tl::unexpected(entries.error());
    if (entries->isEmpty() || entries->constFirst().number != step)
        return failure(
            Error::Code::Corrupt, tr("Step %1 is missing from the history.").arg(step), path());
    return entries->constFirst();
}

void Document::readTitles()
{
    const auto title = [this](qint64 step) {
        const auto found = step == 0 ? Result<JournalEntry>() : entry(step);
        return found ? *found : JournalEntry();
    };
    m_undoTitle = title(m_head.undoTop).title;
    m_redoTitle = title(title(m_head.redoTop).target).title;
}

Signature Document::signature() const
{
    return {m_author, m_clock->now()};
}

Result<RevisionInfo> Document::keep(const Drafting &drafting)
{
    for (int attempt = 0; attempt < maxAttempts; ++attempt) {
        auto draft = drafting();
        if (!draft)
            return tl::unexpected(draft.error());
        if (draft->checksum.isEmpty())
            draft->checksum = topologyChecksum(m_topology);
        draft->findings = m_validator->summary();
        auto kept = m_store->saveRevision(m_head, m_topology, *draft, signature());
        if (kept) {
            takeKept(*draft, kept->head);
            return std::move(kept->info);
        }
        if (kept.error().code != Error::Code::Conflict)
            return tl::unexpected(kept.error());
        if (const auto followed = catchUp(); !followed)
            return tl::unexpected(followed.error());
    }
    return busy();
}

void Document::takeKept(const RevisionDraft &draft, const Head &head)
{
    if (!draft.step.isEmpty())
        return take(draft.step.edits, head);
    m_head = head;
    if (draft.isDeployed) {
        setBaseline(m_topology);
        Q_EMIT baselineChanged();
    }
    Q_EMIT historyChanged();
}

Result<RevisionInfo> Document::saveRevision(const QString &comment, Store::Deployed deployed)
{
    return keep([&]() -> Result<RevisionDraft> {
        return RevisionDraft {comment, deployed == Store::Deployed::Yes, {}, {}, {}, 0};
    });
}

Result<RevisionInfo> Document::saveExported(
    const QString &comment, qint64 state, const QString &checksum)
{
    return keep([&]() -> Result<RevisionDraft> {
        if (m_head.step != state)
            return failure(Error::Code::Conflict,
                tr("The document was changed meanwhile. Export it again."), path());
        const auto revisions = m_store->revisions();
        if (!revisions)
            return tl::unexpected(revisions.error());
        const int number = revisions->isEmpty() ? 1 : revisions->constLast().number + 1;
        QList<ApplicationId> restarts;
        for (const auto id : m_planner->rows()) {
            if (m_planner->row(id)->action == Action::Restart)
                restarts.append(id);
        }
        std::sort(restarts.begin(), restarts.end());
        auto step = awaitRestarts(m_topology, restarts, number);
        if (!step)
            return tl::unexpected(step.error());
        step->title = tr("Export revision %1").arg(number);
        return RevisionDraft {comment, false, checksum, {}, *std::move(step), number};
    });
}

Result<Topology> Document::revision(int number)
{
    const auto found = findRevision(*m_store, number);
    if (!found)
        return tl::unexpected(found.error());
    if (found->step > m_head.step) {  // Another process made it, and was not followed yet.
        if (const auto followed = catchUp(); !followed)
            return tl::unexpected(followed.error());
    }
    return topologyOf(*m_store, *found, m_topology, m_head.step);
}

Result<qint64> Document::restoreRevision(int number)
{
    return apply([&](const Topology &) -> Result<Step> {
        const auto content = revision(number);
        if (!content)
            return tl::unexpected(content.error());
        auto taken = takeOver(m_topology, *content, changesBetween(m_topology, *content));
        if (!taken)
            return tl::unexpected(taken.error());
        taken->step.title = tr("Restore revision %1").arg(number);
        return std::move(taken->step);
    });
}

Result<void> Document::declareDeployed(int number)
{
    for (int attempt = 0; attempt < maxAttempts; ++attempt) {
        auto content = revision(number);
        if (!content)
            return tl::unexpected(content.error());
        const auto head =
            m_store->declareDeployed(m_head, number, *content, m_topology, signature());
        if (head) {
            m_head = *head;
            setBaseline(*std::move(content));
            Q_EMIT baselineChanged();
            Q_EMIT historyChanged();
            return {};
        }
        if (head.error().code != Error::Code::Conflict)
            return tl::unexpected(head.error());
        if (const auto followed = catchUp(); !followed)
            return tl::unexpected(followed.error());
    }
    return busy();
}

Result<void> Document::replaceBaseline(const Topology &baseline)
{
    for (int attempt = 0; attempt < maxAttempts; ++attempt) {
        const auto aligned = alignedTo(m_topology, baseline);
        const auto head = m_store->replaceBaseline(m_head, aligned, m_topology);
        if (!head && head.error().code != Error::Code::Conflict)
            return tl::unexpected(head.error());
        if (const auto followed = catchUp(); !followed)
            return tl::unexpected(followed.error());
        if (head)
            return {};
    }
    return busy();
}

Document::Preview Document::preview(const Step &step, std::optional<ApplicationId> application)
{
    const auto row = [&]() -> std::optional<PlanRow> {
        const auto *found = application ? m_planner->row(*application) : nullptr;
        return found ? std::optional(*found) : std::nullopt;
    };
    Preview preview;
    preview.rowBefore = row();
    // The answer is the validator's own: the step is applied in memory and taken back before
    // anybody can look.
    ::apply(m_topology, step);
    auto trial = m_validator->tryOut(step.edits);
    m_planner->update(step.edits);
    for (const auto &finding : trial.added)
        preview.messagesAdded.append(message(m_topology, finding));
    preview.findingsAdded = std::move(trial.added);
    preview.findingsRemoved = std::move(trial.removed);
    preview.rowAfter = row();
    preview.planAfter = m_planner->summary();

    const auto back = inverse(step);
    ::apply(m_topology, back);
    m_validator->endTrial(back.edits);
    m_planner->update(back.edits);
    return preview;
}
