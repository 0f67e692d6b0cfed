// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/canvasnote.h"

#include "models/rules/finding.h"
#include "views/canvas/canvasview.h"
#include "views/common/objecttext.h"
#include "views/common/plannedrow.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct CanvasNoteTexts
{
    Q_DECLARE_TR_FUNCTIONS(CanvasNote)
};

QStringList names(const Topology &topology, const QList<TenantId> &tenants)
{
    QStringList list;
    for (const auto tenant : tenants)
        list.append(objectLabel(topology, tenant));
    return list;
}

void tellFindings(const Document &document, ObjectId object, PointerNote &note)
{
    constexpr qsizetype shown = 4;
    QList<PointerNote::Line> lines;
    for (const auto id : document.validator().findingsOf(object)) {
        const auto &finding = document.validator().finding(id);
        if (!finding.isWaived)
            lines.append({message(document.topology(), finding), markOf(finding.severity)});
    }
    std::stable_sort(
        lines.begin(), lines.end(), [](const auto &a, const auto &b) { return *a.mark < *b.mark; });
    note.lines.append(lines.mid(0, shown));
    if (lines.size() > shown)
        note.lines.append({CanvasNoteTexts::tr("%1 more problems").arg(lines.size() - shown), {}});
}

void tellApplication(const Document &document, ApplicationId id, PointerNote &note)
{
    const auto &topology = document.topology();
    const auto &application = topology.application(id);
    const auto add = [&](const QString &text) { note.lines.append({text, {}}); };
    QStringList what {plainText(application.type.displayName())};
    if (!application.release.isEmpty())
        what.append(plainText(application.release));
    if (application.host)
        what.append(CanvasNoteTexts::tr("on %1").arg(objectLabel(topology, *application.host)));
    if (application.state == ObjectState::Disabled)
        what.append(CanvasNoteTexts::tr("disabled"));
    add(what.join(u", "_s));
    add(application.tenants.isEmpty() ? CanvasNoteTexts::tr("Serves no tenant.")
                                      : CanvasNoteTexts::tr("Serves %1.")
                                            .arg(shortList(names(topology, application.tenants))));
    if (application.backup)
        add(CanvasNoteTexts::tr("Backup: %1").arg(objectLabel(topology, *application.backup)));
    if (const auto &primaries = topology.primariesOf(id); !primaries.isEmpty())
        add(CanvasNoteTexts::tr("Is the backup of %1.")
                .arg(objectLabel(topology, primaries.first())));
    if (const auto revision = topology.pendingRestart(id))
        note.lines.append({pendingSentence(*revision), Mark::Pending});
    if (document.planner().row(id)) {
        note.lines.append(
            {plannedSentence(document, id), markOf(document.planner().row(id)->action)});
    } else if (const auto change = document.planner().change(id)) {
        note.lines.append({*change == ObjectDifference::Change::Added
                ? CanvasNoteTexts::tr("New since the baseline.")
                : CanvasNoteTexts::tr("Differs from the baseline."),
            Mark::Changed});
    }
}

/// What stands in the tenant's lane, and all that is wrong there.
void addLane(
    const Document &document, TenantId tenant, QStringList &parts, FindingsSummary &summary)
{
    const auto &topology = document.topology();
    const auto add = [&](ObjectId object) {
        const auto more = document.validator().summaryOf(object);
        summary.errors += more.errors;
        summary.warnings += more.warnings;
    };
    int restarts = 0;
    for (const auto application : topology.applicationsOf(tenant)) {
        add(application);
        const auto mark = planMark(topology, document.planner(), application);
        restarts += mark == Mark::Restart || mark == Mark::Pending;
    }
    for (const auto each : topology.switchesOf(tenant))
        add(each);
    parts.append(counted(topology.applicationsOf(tenant).size(), CanvasNoteTexts::tr("1 server"),
        CanvasNoteTexts::tr("%1 servers")));
    if (restarts > 0)
        parts.append(counted(restarts, CanvasNoteTexts::tr("1 restart pending"),
            CanvasNoteTexts::tr("%1 restarts pending")));
}

}  // namespace

PointerNote storyOf(const Document &document, ObjectId object)
{
    const auto &topology = document.topology();
    if (!topology.contains(object))
        return {};
    PointerNote note;
    note.title = objectLabel(topology, object);
    switch (object.kind) {
    case Kind::Application:
        tellApplication(document, object.application(), note);
        break;
    case Kind::Tenant: {
        const auto tenant = object.tenant();
        note.lines.append({counted(topology.applicationsOf(tenant).size(),
                               CanvasNoteTexts::tr("1 server"), CanvasNoteTexts::tr("%1 servers"))
                + u", "_s
                + counted(topology.switchesOf(tenant).size(), CanvasNoteTexts::tr("1 switch"),
                    CanvasNoteTexts::tr("%1 switches")),
            {}});
        break;
    }
    case Kind::Switch:
        note.lines.append({objectDescription(topology, object), {}});
        break;
    case Kind::SwitchingOffice:
    case Kind::Host:
        break;
    }
    tellFindings(document, object, note);
    return note;
}

PointerNote storyOf(const CanvasView &canvas, const Hit &hit)
{
    if (hit.part == Hit::Part::Stack) {
        PointerNote note;
        note.title = hit.type->displayName();
        note.lines.append(
            {CanvasNoteTexts::tr("Many servers of one type. Double-click to unfold them."), {}});
        return note;
    }
    if (hit.part == Hit::Part::Handle) {
        PointerNote note;
        note.title = CanvasNoteTexts::tr("Connect %1")
                         .arg(objectLabel(canvas.scene().topology(), *hit.object));
        note.lines.append({CanvasNoteTexts::tr("Drag to the server that it connects to."), {}});
        return note;
    }
    return hit.object ? storyOf(canvas.document(), *hit.object) : PointerNote();
}

QString spokenName(const Document &document, ObjectId object)
{
    const auto &topology = document.topology();
    if (!topology.contains(object))
        return {};
    QStringList parts {objectDescription(topology, object)};
    if (object.kind == Kind::Application) {
        const auto id = object.application();
        const auto &tenants = topology.application(id).tenants;
        parts.append(tenants.isEmpty()
                ? CanvasNoteTexts::tr("serves no tenant")
                : CanvasNoteTexts::tr("serves %1")
                      .arg(QLocale().createSeparatedList(names(topology, tenants))));
        const auto revision = topology.pendingRestart(id);
        if (revision)
            parts.append(
                CanvasNoteTexts::tr("restart pending, exported in revision %1").arg(*revision));
        if (const auto *row = document.planner().row(id)) {
            switch (row->action) {
            case Action::Restart:
                if (!revision)
                    parts.append(CanvasNoteTexts::tr("restart pending"));
                break;
            case Action::NotStated:
                parts.append(CanvasNoteTexts::tr("restart not stated"));
                break;
            case Action::Immediate:
                parts.append(CanvasNoteTexts::tr("change takes effect at once"));
                break;
            case Action::Start:
                parts.append(CanvasNoteTexts::tr("to be started"));
                break;
            case Action::Stop:
                break;
            }
        }
    }
    auto summary = document.validator().summaryOf(object);
    if (object.kind == Kind::Tenant)
        addLane(document, object.tenant(), parts, summary);
    if (summary.errors > 0)
        parts.append(counted(
            summary.errors, CanvasNoteTexts::tr("1 error"), CanvasNoteTexts::tr("%1 errors")));
    if (summary.warnings > 0)
        parts.append(counted(summary.warnings, CanvasNoteTexts::tr("1 warning"),
            CanvasNoteTexts::tr("%1 warnings")));
    return parts.join(u", "_s);
}
