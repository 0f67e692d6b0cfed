// SPDX-License-Identifier: Apache-2.0
#include "models/report/runbookoutline.h"

#include "models/exchange/plantext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Texts
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
        , m_outline {Texts::tr("Runbook"), letterhead.subject, {}}
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
            addSteps(Texts::tr("Wave %1").arg(wave.number),
                wave.number == 1
                    ? Texts::tr("The steps of a wave may be done at the same time, backups first.")
                    : Texts::tr("Begin when every check of wave %1 is passed.")
                          .arg(wave.number - 1),
                wave.steps);
        addSteps(Texts::tr("Takes effect at once"),
            Texts::tr("These change with the configuration, without a restart. Verify them."),
            m_runbook.immediate);
        addSteps(Texts::tr("Stop"), Texts::tr("These are gone from the configuration."),
            m_runbook.stops);
        deletions();
        afterwards();
        wayBack();
        heading(Texts::tr("Sign-off"));
        add(Outline::Blanks {{Texts::tr("Done by, at"), Texts::tr("Checked by, at"),
            Texts::tr("Given back to service by, at")}});
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
            lines.append({Texts::tr("Interrupts"), listed(m_runbook.interrupted)});
        if (!m_runbook.pending.isEmpty())
            lines.append({Texts::tr("↻! Pending"), listed(m_runbook.pending)});
        add(Outline::Facts {lines});
        add(Outline::Blanks {{Texts::tr("Window, from and to"), Texts::tr("Responsible"),
            Texts::tr("Go back if not done by")}});
    }

    void before()
    {
        heading(Texts::tr("Before the change"));
        task(Texts::tr("Keep the configuration as it is now"),
            {{Texts::tr("Why"), Texts::tr("The way back stands on it.")},
                {Texts::tr("Check"),
                    Texts::tr("The copy is where the people of this night can reach it.")}});
        if (!m_runbook.interrupted.isEmpty())
            task(Texts::tr("Tell those who will be interrupted"),
                {{Texts::tr("Tenants"), listed(m_runbook.interrupted, 200)}});
        for (const auto &step : m_runbook.undecided)
            add(step);
    }

    void pending()
    {
        if (m_runbook.pending.isEmpty())
            return;
        heading(Texts::tr("Still to be done"));
        paragraph(Texts::tr("Restarts of earlier exports that nobody has confirmed. Do them, or "
                            "tick off what was done."));
        for (const auto &name : m_runbook.pending)
            task(Texts::tr("↻! Pending: %1").arg(name),
                {{Texts::tr("Check"),
                    Texts::tr("It was restarted after that export, or is restarted now.")}},
                Tone::Restart);
    }

    void configuration()
    {
        heading(Texts::tr("The configuration"));
        for (const auto &step : m_runbook.manual) {
            if (step.order == ManualStep::Order::BeforeImport)
                add(step);
        }
        task(Texts::tr("Write the exported configuration"),
            {{Texts::tr("Check"), Texts::tr("The import ends without an error.")},
                {Texts::tr("Way back"),
                    Texts::tr("Write the configuration that was kept; see the way back as a whole "
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
        heading(Texts::tr("Delete"));
        for (const auto &step : m_runbook.manual) {
            if (isLast(step))
                add(step);
        }
    }

    void add(const ManualStep &step)
    {
        task(Texts::tr("By hand: %1").arg(step.text),
            {{Texts::tr("Why"), step.reason}, {Texts::tr("Before"), beforeOf(step)},
                {Texts::tr("Check"),
                    isDeletion(step) ? Texts::tr("It is no longer there.")
                                     : Texts::tr("It is as written here.")},
                {Texts::tr("Way back"), wayBackOf(step)}});
    }
    static QString beforeOf(const ManualStep &step)
    {
        if (!isDeletion(step) || !step.id || step.id->kind != Kind::Application)
            return {};
        return step.order == ManualStep::Order::BeforeImport
            ? Texts::tr("Stop it; its step is further below.")
            : Texts::tr("It is stopped; its step is above.");
    }
    static QString wayBackOf(const ManualStep &step)
    {
        switch (step.kind) {
        case ManualStep::Kind::Create:
            return Texts::tr("Delete it again.");
        case ManualStep::Kind::Remove:
            return Texts::tr("Create it again from the configuration that was kept.");
        case ManualStep::Kind::Rename:
            return Texts::tr("Give it its old name back: %1.").arg(step.object);
        case ManualStep::Kind::Clear:
        case ManualStep::Kind::Set:
        case ManualStep::Kind::Link:
            break;
        }
        return Texts::tr("Set it back as in the configuration that was kept.");
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
                {Texts::tr("What"), step.what},
                {Texts::tr("Why"), reasonOf(step)},
                {isDecision ? Texts::tr("Decide") : Texts::tr("How"), step.way},
                {Texts::tr("After"), listed(step.after)},
                {Texts::tr("Check"), step.check},
                {Texts::tr("Interrupts"),
                    interruptionText(
                        step.interruption, step.isBackup, step.interrupted, step.bystanders)},
                {Texts::tr("Way back"), step.wayBack},
                {Texts::tr("Source"), step.source},
                {Texts::tr("Answer"), isDecision ? u"____________________________"_s : QString()},
            },
            step.action == Action::Restart ? Tone::Restart : Tone::Plain);
    }
    static QString reasonOf(const RunbookStep &step)
    {
        switch (step.action) {
        case Action::Start:
            return Texts::tr("It is new.");
        case Action::Stop:
            return Texts::tr("It is gone from the configuration.");
        default:
            return step.reasons.join(u"; "_s);
        }
    }

    void afterwards()
    {
        heading(Texts::tr("Afterwards"));
        if (!m_runbook.webApiServers.isEmpty()) {
            paragraph(Texts::tr("Reminder: whoever calls a Web API Server must send the parameter "
                                "tenant with every request."));
            const Outline::Line check {Texts::tr("Check"),
                Texts::tr("A request of each web page and program is answered.")};
            if (m_runbook.webApiServers.size() > mostReminders) {
                task(Texts::tr("Clients of all %1 Web API Servers send the tenant parameter")
                         .arg(m_runbook.webApiServers.size()),
                    {{Texts::tr("Servers"), listed(m_runbook.webApiServers, 200)}, check});
            } else {
                for (const auto &name : m_runbook.webApiServers)
                    task(Texts::tr("Clients of %1 send the tenant parameter").arg(name), {check});
            }
        }
        task(Texts::tr("Declare this deployed"),
            {{Texts::tr("Why"),
                Texts::tr("What runs in production now is what the next changes are counted "
                          "from.")}});
    }

    void wayBack()
    {
        heading(Texts::tr("The way back as a whole"));
        paragraph(Texts::tr("If the change has to be taken back, do all of this, in this order."));
        task(Texts::tr("Write the configuration that was kept"),
            {{Texts::tr("Check"), Texts::tr("The import ends without an error.")},
                {Texts::tr("And"), Texts::tr("Take back what was done by hand.")}});
        for (const auto &step : m_runbook.backOut) {
            const auto title = stepTitle(step.action, step.application);
            task(step.wave ? Texts::tr("%1 (wave %2)").arg(title, QString::number(*step.wave))
                           : title,
                {{Texts::tr("Why"), step.reasons.join(u"; "_s)}},
                step.action == Action::Restart ? Tone::Restart : Tone::Plain);
        }
        task(Texts::tr("Delete by hand what this change has created"),
            {{Texts::tr("Check"),
                Texts::tr("What is exported from production is what was kept.")}});
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
