// SPDX-License-Identifier: Apache-2.0
#include "models/report/topologyreport.h"

#include "models/exchange/counted.h"
#include "models/exchange/findingstext.h"
#include "models/exchange/plantext.h"
#include "models/report/reportsections.h"
#include "models/rules/validator.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct TopologyReportTexts
{
    Q_DECLARE_TR_FUNCTIONS(TopologyReport)
};

QString objectsText(const Topology &topology)
{
    // Environment is always there, and nobody's tenant.
    const auto defined = [&](Kind kind) {
        int number = 0;
        const auto countIn = [&](const auto &table) {
            for (const auto &object : table)
                number += int(!object.isPlaceholder);
        };
        switch (kind) {
        case Kind::Tenant:
            countIn(topology.tenants());
            return number - 1;
        case Kind::SwitchingOffice:
            countIn(topology.offices());
            break;
        case Kind::Switch:
            countIn(topology.switches());
            break;
        case Kind::Host:
            countIn(topology.hosts());
            break;
        case Kind::Application:
            countIn(topology.applications());
            break;
        }
        return number;
    };
    return QStringList {counted(defined(Kind::Tenant), TopologyReportTexts::tr("1 tenant"),
                            TopologyReportTexts::tr("%1 tenants")),
        counted(defined(Kind::Application), TopologyReportTexts::tr("1 application"),
            TopologyReportTexts::tr("%1 applications")),
        counted(defined(Kind::Switch), TopologyReportTexts::tr("1 switch"),
            TopologyReportTexts::tr("%1 switches")),
        counted(defined(Kind::SwitchingOffice), TopologyReportTexts::tr("1 switching office"),
            TopologyReportTexts::tr("%1 switching offices")),
        counted(defined(Kind::Host), TopologyReportTexts::tr("1 host"),
            TopologyReportTexts::tr("%1 hosts"))}
        .join(u", "_s);
}

Outline::Paragraph readiness(const FindingsSummary &summary)
{
    if (summary.errors > 0)
        return {TopologyReportTexts::tr("✖ Not ready: %1")
                    .arg(counted(summary.errors, TopologyReportTexts::tr("1 error stands."),
                        TopologyReportTexts::tr("%1 errors stand."))),
            Outline::Tone::Error};
    return {summary.warnings > 0
            ? TopologyReportTexts::tr("✔ Ready, with %1")
                  .arg(counted(summary.warnings, TopologyReportTexts::tr("1 warning."),
                      TopologyReportTexts::tr("%1 warnings.")))
            : TopologyReportTexts::tr("✔ Ready."),
        Outline::Tone::Good};
}

}  // namespace

Outline reportOutline(const ReportSource &source)
{
    const auto &topology = source.topology;
    const auto findings = checkAll(topology, source.today);
    Outline outline {TopologyReportTexts::tr("Topology report"), source.letterhead.subject, {}};
    outline.parts.append(readiness(summaryOf(findings)));
    auto lines = coverLines(source.letterhead);
    lines.append({TopologyReportTexts::tr("Objects"), objectsText(topology)});
    lines.append({TopologyReportTexts::tr("Checked"), findingsSummaryText(topology, findings)});
    std::optional<RestartPlan> plan;
    if (source.baseline) {
        plan = Planner(*source.baseline, topology, Matching::ById).plan();
        lines.append({TopologyReportTexts::tr("Changes"),
            counted(plan->summary.changes,
                TopologyReportTexts::tr("1 object differs from the baseline"),
                TopologyReportTexts::tr("%1 objects differ from the baseline"))});
        lines.append({TopologyReportTexts::tr("Plan"), planSummaryText(plan->summary)});
    }
    outline.parts.append(Outline::Facts {lines});
    outline.parts.append(Outline::Heading {TopologyReportTexts::tr("Topology")});
    outline.parts.append(Outline::Drawing {objectsText(topology), source.pictures});
    outline.parts += assignmentParts(topology);
    outline.parts += findingParts(topology, findings);
    outline.parts += waiverParts(topology, findings, source.today);
    outline.parts += readingParts(topology);
    if (source.baseline) {
        outline.parts += changeParts(*source.baseline, topology);
        outline.parts += planParts(*plan);
    }
    return outline;
}
