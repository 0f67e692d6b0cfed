// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commandline.h"

#include "app/cli/command.h"

#include <optional>

// The one file that knows CLI11: it takes 15 seconds to compile.

namespace {

using Texts = CommandTexts;

QString fileHelp()
{
    return Texts::tr("A document, or a file that import understands; - for standard input.");
}

/// All commands, with a place for the options of each.
class Parser final
{
public:
    Parser();
    std::variant<Invocation, ExitCode> parse(int argc, char **argv, Streams &streams);

private:
    void addNew();
    void addImport();
    void addValidate();
    void addDiff();
    void addPlan();
    void addExport();
    void addEdit();
    void addRevision();
    void addRules();
    void addExplain();
    void addCheck();
    void addFix();
    void addOnboard();
    void addMerge();
    void addWaive();
    void addWaivers();
    void addUpgrade();
    void addAnswer();
    void addAnswers();
    static void addChoice(Command &command, FindingChoice &choice);
    QString misuse() const;

    CLI::App m_app;
    NewOptions m_new;
    ImportOptions m_import;
    ValidateOptions m_validate;
    DiffOptions m_diff;
    PlanOptions m_plan;
    ExportOptions m_export;
    EditOptions m_edit;
    RevisionSaveOptions m_revisionSave;
    RevisionListOptions m_revisionList;
    RevisionShowOptions m_revisionShow;
    RevisionRestoreOptions m_revisionRestore;
    RevisionDeployedOptions m_revisionDeployed;
    RulesOptions m_rules;
    ExplainOptions m_explain;
    CheckOptions m_check;
    FixOptions m_fix;
    OnboardOptions m_onboard;
    MergeOptions m_merge;
    WaiveOptions m_waive;
    WaiversOptions m_waivers;
    UpgradeOptions m_upgrade;
    AnswerOptions m_answer;
    AnswersOptions m_answers;
    std::optional<Invocation> m_invocation;
};

Parser::Parser()
    : m_app(
        Texts::tr("Edits, checks and plans the multi-tenant topology of an eServices installation.")
            .toStdString(),
        "switchyard-cli")
{
    m_app.set_help_flag("-h,--help", Texts::tr("Shows this help, and ends.").toStdString());
    m_app.set_version_flag("--version", std::string("switchyard-cli " SWITCHYARD_VERSION),
        Texts::tr("Shows the version, and ends.").toStdString());
    // None at all is told below: CLI11 would not name a word that is no command.
    m_app.require_subcommand(0, 1);
    m_app.footer(
        Texts::tr(
            "Exit codes: 0 done; 1 findings at or over the threshold, or differences; 2 wrong usage;\n"
            "3 input missing, unreadable, malformed or damaged; 4 output can't be written.")
            .toStdString()
        + "\n\n" + Texts::tr("Example:").toStdString()
        + "\n  switchyard-cli new harbour.switchyard --sample\n  switchyard-cli validate harbour.switchyard");
    addNew();
    addImport();
    addValidate();
    addDiff();
    addPlan();
    addExport();
    addEdit();
    addRevision();
    addRules();
    addExplain();
    addCheck();
    addFix();
    addOnboard();
    addMerge();
    addWaive();
    addWaivers();
    addUpgrade();
    addAnswer();
    addAnswers();
}

void Parser::addNew()
{
    Command command(m_app, "new", Texts::tr("Creates a document; never over an existing file."),
        "switchyard-cli new harbour.switchyard --sample");
    command.document(m_new.document);
    command.flag("--sample", m_new.isSample,
        Texts::tr("With the sample: an outsourcing contact centre with pending changes."));
    command.author(m_new.author);
    command.yields(m_new, m_invocation);
}

void Parser::addImport()
{
    using Format = ImportOptions::Format;
    Command command(m_app, "import",
        Texts::tr(
            "Reads files, reports every problem in them, and merges them into a document as one step."),
        "switchyard-cli import production.json --into site.switchyard --dry-run");
    command.texts("SOURCE", m_import.sources, Texts::tr("What to read; - for standard input."))
        ->required();
    command.document(m_import.document, "--into");
    command.choice<Format>("--format", m_import.format,
        {{"auto", Format::Auto}, {"topology", Format::Topology}, {"mutagen", Format::Mutagen}},
        Texts::tr("What the sources are; else told by their content."));
    command.flag(
        "--dry-run", m_import.isDryRun, Texts::tr("Says what would happen, and writes nothing."));
    auto *replace =
        command.flag("--replace", m_import.replaces, Texts::tr("Removes what the sources lack."));
    command
        .flag("--as-baseline", m_import.isBaseline,
            Texts::tr("Replaces the baseline instead, and keeps the working copy."))
        ->excludes(replace);
    command.author(m_import.author);
    command.yields(m_import, m_invocation);
}

void Parser::addValidate()
{
    using FailOn = ValidateOptions::FailOn;
    Command command(m_app, "validate", Texts::tr("Checks a document or a file against all rules."),
        "switchyard-cli validate site.switchyard --format json --fail-on warning");
    command.file("FILE", m_validate.file, fileHelp());
    using Format = ValidateOptions::Format;
    command.choice<Format>("--format", m_validate.format,
        {{"text", Format::Text}, {"json", Format::Json}, {"sarif", Format::Sarif},
            {"junit", Format::Junit}},
        Texts::tr("Form of the result; else text. sarif and junit are for pipelines."));
    command.choice<FailOn>("--fail-on", m_validate.failOn,
        {{"error", FailOn::Error}, {"warning", FailOn::Warning}, {"advice", FailOn::Advice},
            {"never", FailOn::Never}},
        Texts::tr("Exit code 1 from this severity on; else error."));
    command.yields(m_validate, m_invocation);
}

void Parser::addDiff()
{
    Command command(m_app, "diff",
        Texts::tr("Shows the objects and fields that differ, lists as set differences."),
        "switchyard-cli diff production.json site.switchyard --exit-code");
    command.file("BASE", m_diff.base, fileHelp());
    command.file("WORK", m_diff.work, fileHelp());
    command.resultFormat(m_diff.format);
    command.flag(
        "--exit-code", m_diff.tellsByExitCode, Texts::tr("Exit code 1 if anything differs."));
    command.yields(m_diff, m_invocation);
}

void Parser::addPlan()
{
    using Format = PlanOptions::Format;
    using FailOn = PlanOptions::FailOn;
    Command command(m_app, "plan",
        Texts::tr(
            "Shows which applications restart, start, stop, or change at once: from BASE to WORK, or from a document's baseline to its "
            "working copy."),
        "switchyard-cli plan site.switchyard --fail-on restart\n"
        "  switchyard-cli plan site.switchyard --format html --output runbook.html");
    command.file("BASE", m_plan.base, fileHelp());
    command.text(
        "WORK", m_plan.work, Texts::tr("Likewise; without it BASE must be a document."), "");
    command.choice<Format>("--format", m_plan.format,
        {{"text", Format::Text}, {"json", Format::Json}, {"markdown", Format::Markdown},
            {"html", Format::Html}, {"pdf", Format::Pdf}},
        Texts::tr("Form of the result; else text. markdown, html and pdf are the runbook, with "
                  "boxes to tick."));
    command.text(
        "--output", m_plan.output, Texts::tr("Where to write; else standard output."), "PATH");
    command.number("--since", m_plan.since,
        Texts::tr("A document alone: what changed since this revision, in place of the baseline."));
    command
        .texts("--done", m_plan.done,
            Texts::tr("A document alone: ticks off the pending restarts of these applications."))
        ->type_name("APPLICATION");
    command.author(m_plan.author);
    command.choice<FailOn>("--fail-on", m_plan.failOn,
        {{"restart", FailOn::Restart}, {"not-stated", FailOn::NotStated}},
        Texts::tr(
            "Exit code 1 if anything restarts (restart), or if anything restarts or the sources don't say (not-stated)."));
    command.yields(m_plan, m_invocation);
}

void Parser::addExport()
{
    using Format = ExportOptions::Format;
    Command command(m_app, "export",
        Texts::tr("Writes a configuration, refused while errors stand; or a report or a picture."),
        "switchyard-cli export site.switchyard --format topology --output site.json\n"
        "  switchyard-cli export site.switchyard --format mutagen --only-changes --output change.json\n"
        "  switchyard-cli export site.switchyard --format pdf --output report.pdf");
    command.file("FILE", m_export.file, fileHelp());
    command
        .choice<Format>("--format", m_export.format,
            {{"topology", Format::Topology}, {"mutagen", Format::Mutagen}, {"html", Format::Html},
                {"pdf", Format::Pdf}, {"markdown", Format::Markdown}, {"svg", Format::Svg},
                {"png", Format::Png}},
            Texts::tr(
                "The configuration, as topology or for mutagen's import; a report (html, pdf, "
                "markdown); or a picture (svg, png)."))
        ->required();
    command
        .text("--output", m_export.output, Texts::tr("Where to write; - for standard output."),
            "PATH")
        ->required();
    command.flag("--allow-errors", m_export.allowsErrors, Texts::tr("Exports in spite of errors."));
    command.text("--revision", m_export.revision,
        Texts::tr("Keeps what is exported as a revision of the document, under this comment, and "
                  "makes its restarts pending."),
        "COMMENT");
    command.author(m_export.author);
    command.flag("--only-changes", m_export.isOnlyChanges,
        Texts::tr("mutagen: what differs from the document's baseline; else everything, of which "
                  "mutagen's import skips what is equal."));
    command.yields(m_export, m_invocation);
}

void Parser::addEdit()
{
    Command command(m_app, "edit",
        Texts::tr(
            "Applies edits, one JSON object a line, and answers each with one line once it is durable. Exit code 3 if any was refused."),
        "echo '{\"op\":\"assign\",\"application\":\"SMS_1b\",\"tenant\":\"Cobalt Telecom\"}' | switchyard-cli edit harbour.switchyard");
    command.document(m_edit.document);
    command.text(
        "--script", m_edit.script, Texts::tr("File with the lines; else standard input."), "FILE");
    command.author(m_edit.author);
    command.yields(m_edit, m_invocation);
}

void Parser::addRevision()
{
    Command revision(m_app, "revision", Texts::tr("Numbered snapshots of a document."),
        "switchyard-cli revision list site.switchyard");
    revision.app().require_subcommand(0, 1);
    Command save(revision.app(), "save",
        Texts::tr("Keeps the present state under the next number."),
        "switchyard-cli revision save site.switchyard --comment 'Night of 12 May' --deployed");
    save.document(m_revisionSave.document);
    save.text("--comment", m_revisionSave.comment, Texts::tr("What this state is."))->required();
    save.flag("--deployed", m_revisionSave.isDeployed,
        Texts::tr("It is what runs in production now: the new baseline."));
    save.author(m_revisionSave.author);
    save.yields(m_revisionSave, m_invocation);
    Command list(revision.app(), "list", Texts::tr("Lists them, the newest first."),
        "switchyard-cli revision list site.switchyard");
    list.document(m_revisionList.document);
    list.resultFormat(m_revisionList.format);
    list.yields(m_revisionList, m_invocation);
    const auto numbered = [](Command &command, int &number) {
        command.number("N", number, Texts::tr("The revision's number."))->required();
    };
    using Format = RevisionShowOptions::Format;
    Command show(revision.app(), "show",
        Texts::tr("Shows what is known of a revision and what has changed since; or writes what "
                  "it holds."),
        "switchyard-cli revision show site.switchyard 12 --against 9");
    show.document(m_revisionShow.document);
    numbered(show, m_revisionShow.revision);
    show.number("--against", m_revisionShow.other,
        Texts::tr("Another revision to compare it with; else the working copy."));
    show.choice<Format>("--format", m_revisionShow.format,
        {{"text", Format::Text}, {"json", Format::Json}, {"topology", Format::Topology}},
        Texts::tr("Form of the result; else text. topology: the revision as a topology file."));
    show.yields(m_revisionShow, m_invocation);
    Command restore(revision.app(), "restore",
        Texts::tr(
            "Makes the working copy what a revision holds, as one step that undo takes back."),
        "switchyard-cli revision restore site.switchyard 12");
    restore.document(m_revisionRestore.document);
    numbered(restore, m_revisionRestore.revision);
    restore.author(m_revisionRestore.author);
    restore.yields(m_revisionRestore, m_invocation);
    Command deployed(revision.app(), "deployed",
        Texts::tr("Declares that a revision runs in production: it becomes the baseline."),
        "switchyard-cli revision deployed site.switchyard 12");
    deployed.document(m_revisionDeployed.document);
    numbered(deployed, m_revisionDeployed.revision);
    deployed.author(m_revisionDeployed.author);
    deployed.yields(m_revisionDeployed, m_invocation);
}

void Parser::addRules()
{
    Command command(m_app, "rules",
        Texts::tr("Lists the rules; as JSON with explanations and sources."),
        "switchyard-cli rules --format json");
    command.resultFormat(m_rules.format);
    command.yields(m_rules, m_invocation);
}

void Parser::addExplain()
{
    Command command(m_app, "explain",
        Texts::tr("Tells why a rule matters, what to do, and where it is stated."),
        "switchyard-cli explain tenant-exclusive");
    command.text("RULE", m_explain.rule, Texts::tr("Id of the rule."), "")->required();
    command.yields(m_explain, m_invocation);
}

void Parser::addCheck()
{
    Command command(m_app, "check", Texts::tr("Examines the integrity of a document's file."),
        "switchyard-cli check site.switchyard");
    command.document(m_check.document);
    command.yields(m_check, m_invocation);
}

void Parser::addChoice(Command &command, FindingChoice &choice)
{
    command.text("--rule", choice.rule, Texts::tr("Findings of this rule."), "RULE");
    command.text(
        "--object", choice.object, Texts::tr("Findings about the object of this name."), "NAME");
    command.text("--kind", choice.kind,
        Texts::tr("Kind of that object: tenant, switching-office, switch, host, application."),
        "KIND");
    command.texts("--tenant", choice.tenants,
        Texts::tr("The finding's tenants, all of them; may be given again."));
    command.texts("--related", choice.related,
        Texts::tr("Names of the finding's related objects, all of them; may be given again."));
}

void Parser::addFix()
{
    Command command(m_app, "fix",
        Texts::tr(
            "Repairs findings as one step, and says what that changes. Of one finding all fixes "
            "are shown; of several the first fix of each is taken, unless it would make an error."),
        "switchyard-cli fix site.switchyard --rule tenant-exclusive --object Email_Shared --dry-run");
    command.document(m_fix.document);
    addChoice(command, m_fix.choice);
    command.number("--choose", m_fix.fix,
        Texts::tr("Which fix of each finding, from 1; else the one that costs least."));
    command.flag(
        "--dry-run", m_fix.isDryRun, Texts::tr("Says what would happen, and writes nothing."));
    command.author(m_fix.author);
    command.yields(m_fix, m_invocation);
}

void Parser::addOnboard()
{
    using Kind = Proposal::Kind;
    Command command(m_app, "onboard",
        Texts::tr("Shows legal ways to give a tenant all servers that it needs, each with what it "
                  "leads to; or takes one of them as one step."),
        "switchyard-cli onboard site.switchyard --tenant 'Gale Foods' --media chat,email,sms "
        "--choose fewest-restarts");
    command.document(m_onboard.document);
    command
        .text("--tenant", m_onboard.tenant,
            Texts::tr("Name of a new tenant, or of one that is there."), "NAME")
        ->required();
    QStringList media;
    for (const auto medium : allMedia())
        media.append(mediumToken(medium));
    command
        .text("--media", m_onboard.media,
            Texts::tr("What it works with, with commas between: %1.")
                .arg(media.join(QLatin1String(", "))),
            "MEDIA")
        ->required();
    const auto word = [](Kind kind) { return proposalToken(kind).data(); };
    command.choice<std::optional<Kind>>("--choose", m_onboard.choice,
        {{word(Kind::Share), Kind::Share}, {word(Kind::Dedicate), Kind::Dedicate},
            {word(Kind::FewestRestarts), Kind::FewestRestarts}},
        Texts::tr("The way to take; else all are shown, and nothing is written."));
    command.flag("--dry-run", m_onboard.isDryRun, Texts::tr("Shows all ways, and writes nothing."));
    command.author(m_onboard.author);
    command.yields(m_onboard, m_invocation);
}

void Parser::addMerge()
{
    Command command(m_app, "merge",
        Texts::tr("Brings two files or documents together that came from one. Exit code 1 on "
                  "conflicts; then ours counts in them, unless a side is preferred."),
        "switchyard-cli merge base.json ours.json theirs.json --output ours.json");
    command.file(
        "BASE", m_merge.base, Texts::tr("What both came from; an empty file for nothing."));
    command.file("OURS", m_merge.ours, fileHelp());
    command.file("THEIRS", m_merge.theirs, fileHelp());
    command
        .text("--output", m_merge.output,
            Texts::tr("Where to write the merged topology, - for standard output. The document "
                      "OURS takes the merge as one step."),
            "PATH")
        ->required();
    command.choice<std::optional<MergeSide>>("--prefer", m_merge.preference,
        {{"ours", MergeSide::Ours}, {"theirs", MergeSide::Theirs}},
        Texts::tr("The side that counts in conflicts, which then don't change the exit code."));
    command.choice<ResultFormat>("--format", m_merge.format,
        {{"text", ResultFormat::Text}, {"json", ResultFormat::Json}},
        Texts::tr("With json conflicts and new findings also go to standard output."));
    command.author(m_merge.author);
    command.yields(m_merge, m_invocation);
}

void Parser::addWaive()
{
    Command command(m_app, "waive",
        Texts::tr("Accepts a finding, for a reason: it no longer counts, and stays on record."),
        "switchyard-cli waive site.switchyard --rule switch-ambiguous --object Ixn_2 --reason "
        "'Second switch is being retired' --owner mia --expires 2026-12-31");
    command.document(m_waive.document);
    addChoice(command, m_waive.choice);
    command.text("--reason", m_waive.reason, Texts::tr("Why it is acceptable; needed."));
    command.text("--owner", m_waive.owner, Texts::tr("Who answers for it."), "NAME");
    command.text(
        "--expires", m_waive.expires, Texts::tr("Last day on which it counts (UTC)."), "DATE");
    command.flag("--all", m_waive.takesAll, Texts::tr("All findings that are meant."));
    command.flag("--withdraw", m_waive.isWithdrawal,
        Texts::tr("Takes waivers back instead of making them."));
    command.author(m_waive.author);
    command.yields(m_waive, m_invocation);
}

void Parser::addWaivers()
{
    Command command(m_app, "waivers",
        Texts::tr("Lists the waivers of a document; those that expired or are stale first."),
        "switchyard-cli waivers site.switchyard");
    command.document(m_waivers.document);
    command.resultFormat(m_waivers.format);
    command.yields(m_waivers, m_invocation);
}

void Parser::addUpgrade()
{
    Command command(m_app, "upgrade",
        Texts::tr("Brings an older document to this version, after a backup beside it."),
        "switchyard-cli upgrade site.switchyard");
    command.document(m_upgrade.document);
    command.yields(m_upgrade, m_invocation);
}

void Parser::addAnswer()
{
    using Effect = SiteAnswer::Effect;
    Command command(m_app, "answer",
        Texts::tr("Records what your site knows where the sources don't say whether a change needs "
                  "a restart; the plan counts on it from then on."),
        "switchyard-cli answer site.switchyard --type contactserver --field options --effect "
        "restart --evidence 'Lab test of 3 May'");
    command.document(m_answer.document);
    command
        .text("--type", m_answer.type,
            Texts::tr("Type of application, as in topology files: contactserver."), "TYPE")
        ->required();
    command
        .text("--field", m_answer.field,
            Texts::tr("What changes, as the plan's reasons name it: tenants, options, release …"),
            "FIELD")
        ->required();
    command.choice<std::optional<Effect>>("--effect", m_answer.effect,
        {{"restart", Effect::Restart}, {"immediate", Effect::Immediate}},
        Texts::tr("It needs a restart, or takes effect at once."));
    command.text("--evidence", m_answer.evidence,
        Texts::tr("How you know: a test, a case of the vendor's; needed."));
    command.flag("--withdraw", m_answer.isWithdrawal, Texts::tr("Takes the answer back."));
    command.author(m_answer.author);
    command.yields(m_answer, m_invocation);
}

void Parser::addAnswers()
{
    Command command(m_app, "answers", Texts::tr("Lists the answers that your site recorded."),
        "switchyard-cli answers site.switchyard");
    command.document(m_answers.document);
    command.resultFormat(m_answers.format);
    command.yields(m_answers, m_invocation);
}

// What no single option can tell.
QString Parser::misuse() const
{
    if (!m_invocation)
        return Texts::tr("A command is required.");
    const QString dash = QStringLiteral("-");
    const bool twice = m_import.sources.count(dash) > 1
        || (m_diff.base == dash && m_diff.work == dash)
        || (m_plan.base == dash && m_plan.work == dash)
        || QStringList {m_merge.base, m_merge.ours, m_merge.theirs}.count(dash) > 1;
    if (twice)
        return Texts::tr("Standard input can be read only once.");
    if (!m_plan.work.isEmpty() && (m_plan.since != 0 || !m_plan.done.isEmpty()))
        return Texts::tr("--since and --done go with one document alone.");
    if (m_plan.base == dash && m_plan.work.isEmpty())
        return Texts::tr("A document can't come from standard input.");
    if (m_merge.output == dash && m_merge.format == ResultFormat::Json)
        return Texts::tr("Standard output takes the merged topology or --format json, not both.");
    const bool isConfiguration = m_export.format == ExportOptions::Format::Topology
        || m_export.format == ExportOptions::Format::Mutagen;
    if (!m_export.revision.isNull() && !isConfiguration)
        return Texts::tr("--revision goes with a configuration, not with reports and pictures.");
    if (m_export.isOnlyChanges && m_export.format != ExportOptions::Format::Mutagen)
        return Texts::tr("--only-changes is for the format mutagen.");
    return {};
}

std::variant<Invocation, ExitCode> Parser::parse(int argc, char **argv, Streams &streams)
{
    QString message;
    try {
        m_app.parse(argc, argv);
        message = misuse();
        if (message.isEmpty())
            return *m_invocation;
    } catch (const CLI::CallForHelp &) {
        streams.out.write(QString::fromStdString(m_app.help()));
        return ExitCode::Done;
    } catch (const CLI::CallForVersion &version) {
        streams.out.line(QString::fromUtf8(version.what()));
        return ExitCode::Done;
    } catch (const CLI::ParseError &error) {
        message = QString::fromUtf8(error.what());
    }
    streams.err.line(message);
    streams.err.line(Texts::tr("Try: switchyard-cli --help"));
    return ExitCode::Usage;
}

}  // namespace

std::variant<Invocation, ExitCode> parseCommandLine(int argc, char **argv, Streams &streams)
{
    // A file name is any bytes, but is handled as text here: another file would be meant.
    for (int i = 1; i < argc; ++i) {
        if (QByteArrayView(argv[i]).isValidUtf8())
            continue;
        streams.err.line(
            Texts::tr("This argument is not valid UTF-8: %1").arg(QString::fromUtf8(argv[i])));
        return ExitCode::Input;
    }
    return Parser().parse(argc, argv, streams);
}
