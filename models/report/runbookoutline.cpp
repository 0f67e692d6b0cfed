// SPDX-License-Identifier: Apache-2.0
#include "models/report/runbookoutline.h"

#include "models/exchange/plantext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct RunbookOutlineTexts
{
    Q_DECLARE_TR_FUNCTIONS(RunbookOutline)
};

using Tone = Outline::Tone;

constexpr qsizetype mostReminders = 20;  // More are one.

class RunbookOutline final
{
public:
    RunbookOutline(const Runbook &runbook, const Letterhead &letterhead)
        : m_runbook(runbook)
        , m_outline {RunbookOutlineTexts::tr("Runbook"), letterhead.subject, {}}
    {
        cover(letterhead);
        if (isOfNothing()) {
            pending();
            return;
        }
        before();
        pending();
        configuration();
        for (const auto &wave : m_runbook.waves)
            addSteps(RunbookOutlineTexts::tr("Wave %1").arg(wave.number),
                wave.number == 1
                    ? RunbookOutlineTexts::tr(
                        "The steps of a wave may be done at the same time, backups first.")
                    : RunbookOutlineTexts::tr("Begin when every check of wave %1 is passed.")
                          .arg(wave.number - 1),
                wave.steps);
        addSteps(RunbookOutlineTexts::tr("Takes effect at once"),
            RunbookOutlineTexts::tr(
                "These change with the configuration, without a restart. Verify them."),
            m_runbook.immediate);
        addSteps(RunbookOutlineTexts::tr("Stop"),
            RunbookOutlineTexts::tr("These are gone from the configuration."), m_runbook.stops);
        deletions();
        afterwards();
        wayBack();
        heading(RunbookOutlineTexts::tr("Sign-off"));
        add(Outline::Blanks {
            {RunbookOutlineTexts::tr("Done by, at"), RunbookOutlineTexts::tr("Checked by, at"),
                RunbookOutlineTexts::tr("Given back to service by, at")}});
    }

    Outline take() { return std::move(m_outline); }

private:
    template <class Part>
    void add(Part part)
    {
        m_outline.parts.append(std::move(part));
    }
    void heading(const QString &text, int level = 1) { add(Outline::Heading {text, level}); }
    void paragraph(const QString &text, Tone tone = Tone::Plain)
    {
        add(Outline::Paragraph {text, tone});
    }
    void task(const QString &title, QList<Outline::Line> lines = {}, Tone tone = Tone::Plain)
    {
        lines.removeIf([](const Outline::Line &line) { return line.text.isEmpty(); });
        add(Outline::Task {++m_number, title, tone, std::move(lines)});
    }

    /// No configuration to write; at most restarts of earlier exports are left.
    bool isOfNothing() const
    {
        return m_runbook.summary.changes == 0 && m_runbook.manual.isEmpty()
            && m_runbook.waves.isEmpty() && m_runbook.undecided.isEmpty()
            && m_runbook.immediate.isEmpty() && m_runbook.stops.isEmpty();
    }

    void cover(const Letterhead &letterhead)
    {
        const bool isQuiet = m_runbook.summary.restarts == 0;
        paragraph(planSummaryText(m_runbook.summary), isQuiet ? Tone::Good : Tone::Restart);
        auto lines = coverLines(letterhead);
        if (!m_runbook.interrupted.isEmpty())
            lines.append({RunbookOutlineTexts::tr("Interrupts"), listed(m_runbook.interrupted)});
        if (!m_runbook.pending.isEmpty())
            lines.append({RunbookOutlineTexts::tr("↻! Pending"), listed(m_runbook.pending)});
        add(Outline::Facts {lines});
        add(Outline::Blanks {
            {RunbookOutlineTexts::tr("Window, from and to"), RunbookOutlineTexts::tr("Responsible"),
                RunbookOutlineTexts::tr("Go back if not done by")}});
    }

    void before()
    {
        heading(RunbookOutlineTexts::tr("Before the change"));
        task(RunbookOutlineTexts::tr("Keep the configuration as it is now"),
            {{RunbookOutlineTexts::tr("Why"),
                 RunbookOutlineTexts::tr("The way back stands on it.")},
                {RunbookOutlineTexts::tr("Check"),
                    RunbookOutlineTexts::tr(
                        "The copy is where the people of this night can reach it.")}});
        if (!m_runbook.interrupted.isEmpty())
            task(RunbookOutlineTexts::tr("Tell those who will be interrupted"),
                {{RunbookOutlineTexts::tr("Tenants"), listed(m_runbook.interrupted, 200)}});
        for (const auto &step : m_runbook.undecided)
            add(step);
    }

    void pending()
    {
        if (m_runbook.pending.isEmpty())
            return;
        heading(RunbookOutlineTexts::tr("Still to be done"));
        paragraph(RunbookOutlineTexts::tr(
            "Restarts of earlier exports that nobody has confirmed. Do them, or "
            "tick off what was done."));
        for (const auto &name : m_runbook.pending)
            task(RunbookOutlineTexts::tr("↻! Pending: %1").arg(name),
                {{RunbookOutlineTexts::tr("Check"),
                    RunbookOutlineTexts::tr(
                        "It was restarted after that export, or is restarted now.")}},
                Tone::Restart);
    }

    void configuration()
    {
        heading(RunbookOutlineTexts::tr("The configuration"));
        for (const auto &step : m_runbook.manual) {
            if (step.order == ManualStep::Order::BeforeImport)
                add(step);
        }
        task(RunbookOutlineTexts::tr("Write the exported configuration"),
            {{RunbookOutlineTexts::tr("Check"),
                 RunbookOutlineTexts::tr("The import ends without an error.")},
                {RunbookOutlineTexts::tr("Way back"),
                    RunbookOutlineTexts::tr(
                        "Write the configuration that was kept; see the way back as a whole "
                        "below.")}});
        for (const auto &step : m_runbook.manual) {
            if (step.order == ManualStep::Order::AfterImport && !isDeletion(step))
                add(step);
        }
    }
    static bool isDeletion(const ManualStep &step) { return step.kind == ManualStep::Kind::Remove; }

    /// Not before the servers among them were stopped.
    void deletions()
    {
        const auto isLast = [](const ManualStep &step) {
            return step.order == ManualStep::Order::AfterImport && isDeletion(step);
        };
        if (std::none_of(m_runbook.manual.begin(), m_runbook.manual.end(), isLast))
            return;
        heading(RunbookOutlineTexts::tr("Delete"));
        for (const auto &step : m_runbook.manual) {
            if (isLast(step))
                add(step);
        }
    }

    void add(const ManualStep &step)
    {
        task(RunbookOutlineTexts::tr("By hand: %1").arg(step.text),
            {{RunbookOutlineTexts::tr("Why"), step.reason},
                {RunbookOutlineTexts::tr("Before"), beforeOf(step)},
                {RunbookOutlineTexts::tr("Check"),
                    isDeletion(step) ? RunbookOutlineTexts::tr("It is no longer there.")
                                     : RunbookOutlineTexts::tr("It is as written here.")},
                {RunbookOutlineTexts::tr("Way back"), wayBackOf(step)}});
    }
    static QString beforeOf(const ManualStep &step)
    {
        if (!isDeletion(step) || !step.id || step.id->kind != Kind::Application)
            return {};
        return step.order == ManualStep::Order::BeforeImport
            ? RunbookOutlineTexts::tr("Stop it; its step is further below.")
            : RunbookOutlineTexts::tr("It is stopped; its step is above.");
    }
    static QString wayBackOf(const ManualStep &step)
    {
        switch (step.kind) {
        case ManualStep::Kind::Create:
            return RunbookOutlineTexts::tr("Delete it again.");
        case ManualStep::Kind::Remove:
            return RunbookOutlineTexts::tr("Create it again from the configuration that was kept.");
        case ManualStep::Kind::Rename:
            return RunbookOutlineTexts::tr("Give it its old name back: %1.").arg(step.object);
        case ManualStep::Kind::Clear:
        case ManualStep::Kind::Set:
        case ManualStep::Kind::Link:
            break;
        }
        return RunbookOutlineTexts::tr("Set it back as in the configuration that was kept.");
    }

    void addSteps(const QString &title, const QString &text, const QList<RunbookStep> &steps)
    {
        if (steps.isEmpty())
            return;
        heading(title);
        paragraph(text, Tone::Muted);
        for (const auto &step : steps)
            add(step);
    }

    void add(const RunbookStep &step)
    {
        const bool isDecision = step.action == Action::NotStated;
        task(stepTitle(step.action, step.application),
            {
                {RunbookOutlineTexts::tr("What"), step.what},
                {RunbookOutlineTexts::tr("Why"), reasonOf(step)},
                {isDecision ? RunbookOutlineTexts::tr("Decide") : RunbookOutlineTexts::tr("How"),
                    step.way},
                {RunbookOutlineTexts::tr("After"), listed(step.after)},
                {RunbookOutlineTexts::tr("Check"), step.check},
                {RunbookOutlineTexts::tr("Interrupts"),
                    interruptionText(
                        step.interruption, step.isBackup, step.interrupted, step.bystanders)},
                {RunbookOutlineTexts::tr("Way back"), step.wayBack},
                {RunbookOutlineTexts::tr("Source"), step.source},
                {RunbookOutlineTexts::tr("Answer"),
                    isDecision ? u"____________________________"_s : QString()},
            },
            step.action == Action::Restart ? Tone::Restart : Tone::Plain);
    }
    static QString reasonOf(const RunbookStep &step)
    {
        switch (step.action) {
        case Action::Start:
            return RunbookOutlineTexts::tr("It is new.");
        case Action::Stop:
            return RunbookOutlineTexts::tr("It is gone from the configuration.");
        default:
            return step.reasons.join(u"; "_s);
        }
    }

    void afterwards()
    {
        heading(RunbookOutlineTexts::tr("Afterwards"));
        if (!m_runbook.webApiServers.isEmpty()) {
            paragraph(RunbookOutlineTexts::tr(
                "Reminder: whoever calls a Web API Server must send the parameter "
                "tenant with every request."));
            const Outline::Line check {RunbookOutlineTexts::tr("Check"),
                RunbookOutlineTexts::tr("A request of each web page and program is answered.")};
            if (m_runbook.webApiServers.size() > mostReminders) {
                task(RunbookOutlineTexts::tr(
                         "Clients of all %1 Web API Servers send the tenant parameter")
                         .arg(m_runbook.webApiServers.size()),
                    {{RunbookOutlineTexts::tr("Servers"), listed(m_runbook.webApiServers, 200)},
                        check});
            } else {
                for (const auto &name : m_runbook.webApiServers)
                    task(RunbookOutlineTexts::tr("Clients of %1 send the tenant parameter")
                             .arg(name),
                        {check});
            }
        }
        task(RunbookOutlineTexts::tr("Declare this deployed"),
            {{RunbookOutlineTexts::tr("Why"),
                RunbookOutlineTexts::tr(
                    "What runs in production now is what the next changes are counted "
                    "from.")}});
    }

    void wayBack()
    {
        heading(RunbookOutlineTexts::tr("The way back as a whole"));
        paragraph(RunbookOutlineTexts::tr(
            "If the change has to be taken back, do all of this, in this order."));
        task(RunbookOutlineTexts::tr("Write the configuration that was kept"),
            {{RunbookOutlineTexts::tr("Check"),
                 RunbookOutlineTexts::tr("The import ends without an error.")},
                {RunbookOutlineTexts::tr("And"),
                    RunbookOutlineTexts::tr("Take back what was done by hand.")}});
        for (const auto &step : m_runbook.backOut) {
            const auto title = stepTitle(step.action, step.application);
            task(step.wave ? RunbookOutlineTexts::tr("%1 (wave %2)")
                                 .arg(title, QString::number(*step.wave))
                           : title,
                {{RunbookOutlineTexts::tr("Why"), step.reasons.join(u"; "_s)}},
                step.action == Action::Restart ? Tone::Restart : Tone::Plain);
        }
        task(RunbookOutlineTexts::tr("Delete by hand what this change has created"),
            {{RunbookOutlineTexts::tr("Check"),
                RunbookOutlineTexts::tr("What is exported from production is what was kept.")}});
    }

    const Runbook &m_runbook;
    Outline m_outline;
    int m_number = 0;
};

}  // namespace

Outline runbookOutline(const Runbook &runbook, const Letterhead &letterhead)
{
    return RunbookOutline(runbook, letterhead).take();
}
