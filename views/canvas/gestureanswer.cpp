// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/gestureanswer.h"

#include "models/rules/newinstance.h"
#include "models/topology/apply.h"
#include "models/topology/edits.h"
#include "views/common/objecttext.h"
#include "views/common/verdict.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct GestureTexts
{
    Q_DECLARE_TR_FUNCTIONS(Gesture)
};

constexpr qsizetype shownProblems = 3;

QString label(const Document &document, ObjectId object)
{
    return objectLabel(document.topology(), object);
}

/// What may be done instead: a server like this one, for a tenant that this one may not serve too.
void offerSecondInstance(
    GestureAnswer &answer, const Document &document, ApplicationId application, TenantId tenant)
{
    const auto &topology = document.topology();
    if (topology.facts(application).isBackup || topology.isPlaceholder(application))
        return;
    auto step = addObject(topology, newInstance(topology, application, tenant));
    if (!step)
        return;
    const auto text = GestureTexts::tr("Create another %1 for %2")
                          .arg(plainText(topology.application(application).type.displayName()),
                              label(document, tenant));
    step->title = text;
    answer.way = GestureAnswer::LegalWay {text, std::move(*step)};
    answer.note.lines.append({GestureTexts::tr("Possible instead: %1.").arg(text), {}});
}

/// Problems that come and rows of the plan that change, in sentences.
void tellEffect(Document &document, GestureAnswer &answer)
{
    const auto effect = document.effectOf(answer.step);
    QList<PointerNote::Line> problems;
    for (const auto &created : effect.created) {
        const auto severity = created.finding.severity;
        if (severity == Severity::Advice)
            continue;
        answer.isLegal = answer.isLegal && severity != Severity::Error;
        problems.append({created.message, markOf(severity)});
    }
    std::stable_sort(problems.begin(), problems.end(),
        [](const auto &a, const auto &b) { return *a.mark < *b.mark; });
    answer.note.lines.append(problems.mid(0, shownProblems));
    if (problems.size() > shownProblems)
        answer.note.lines.append({GestureTexts::tr("%1 more problems would appear.")
                                      .arg(problems.size() - shownProblems),
            {}});
    for (const auto &row : effect.rows) {
        if (row.after && row.after->action != Action::Start)
            answer.note.lines.append(
                {row.application + u": "_s + planRowSentence(document, *row.after).section(u' ', 1),
                    markOf(row.after->action)});
    }
    if (answer.note.lines.isEmpty())
        answer.note.lines.append({GestureTexts::tr("Allowed."), {}});
}

GestureAnswer answerOf(Document &document, const QString &title, Result<Step> step)
{
    GestureAnswer answer;
    answer.note.title = title;
    if (!step) {
        answer.isLegal = false;
        answer.note.lines.append({step.error().message, Mark::Error});
        return answer;
    }
    answer.step = std::move(*step);
    answer.step.title = title;
    if (!answer.step.isEmpty())
        tellEffect(document, answer);
    return answer;
}

/// Steps one after the other, each made for what the one before left.
class Chain final
{
public:
    explicit Chain(const Topology &topology)
        : m_topology(topology)
    {
    }
    const Topology &topology() const { return m_topology; }
    bool add(Result<Step> step)
    {
        if (!m_step)
            return false;
        if (!step) {
            m_step = tl::unexpected(step.error());
            return false;
        }
        apply(m_topology, *step);
        m_step->edits.append(step->edits);
        return true;
    }
    Result<Step> step() const { return m_step; }

private:
    Topology m_topology;
    Result<Step> m_step = Step {};
};

/// "E-mail Server" as part of a name: "E-mail_Server_1".
QString firstName(const Topology &topology, const ApplicationType &type)
{
    auto name =
        type.displayName().section(u" ("_s, 0, 0).simplified().replace(u' ', u'_') + u"_1"_s;
    return topology.bearers(Kind::Application, name).isEmpty()
        ? name
        : nextFreeName(topology, Kind::Application, name);
}

}  // namespace

GestureAnswer toggleAnswer(Document &document, ApplicationId application, TenantId tenant)
{
    const auto &topology = document.topology();
    GestureAnswer answer;
    const auto sentences = toggleSentences(document, application, tenant);
    answer.note.title = sentences.value(0);
    for (const auto &sentence : sentences.mid(1))
        answer.note.lines.append({sentence, {}});
    auto step = toggleStep(topology, application, tenant);
    if (step) {
        answer.step = std::move(*step);
        answer.step.title = stepTitle(topology, answer.step);
    }
    answer.isLegal = step && toggleVerdict(topology, application, tenant) != Verdict::Forbidden;
    if (!answer.isLegal && !topology.application(application).tenants.contains(tenant))
        offerSecondInstance(answer, document, application, tenant);
    return answer;
}

GestureAnswer moveAnswer(
    Document &document, ApplicationId application, std::optional<TenantId> from, TenantId to)
{
    Chain chain(document.topology());
    if (from && *from != to)
        chain.add(unassignTenant(chain.topology(), application, *from));
    chain.add(assignTenant(chain.topology(), application, to));
    const auto title = from
        ? GestureTexts::tr("Move %1 to %2").arg(label(document, application), label(document, to))
        : GestureTexts::tr("Assign %1 to %2")
              .arg(label(document, to), label(document, application));
    auto answer = answerOf(document, title, chain.step());
    if (!answer.isLegal)
        offerSecondInstance(answer, document, application, to);
    return answer;
}

GestureAnswer extendAnswer(
    Document &document, ApplicationId application, const QList<TenantId> &tenants)
{
    Chain chain(document.topology());
    QStringList names;
    for (const auto tenant : tenants) {
        chain.add(assignTenant(chain.topology(), application, tenant));
        names.append(label(document, tenant));
    }
    auto answer = answerOf(document,
        GestureTexts::tr("Assign %1 to %2").arg(shortList(names, 3), label(document, application)),
        chain.step());
    if (!answer.isLegal && tenants.size() == 1)
        offerSecondInstance(answer, document, application, tenants.first());
    return answer;
}

GestureAnswer shrinkAnswer(
    Document &document, ApplicationId application, const QList<TenantId> &tenants)
{
    Chain chain(document.topology());
    QStringList names;
    for (const auto tenant : tenants) {
        chain.add(unassignTenant(chain.topology(), application, tenant));
        names.append(label(document, tenant));
    }
    return answerOf(document,
        GestureTexts::tr("Unassign %1 from %2")
            .arg(shortList(names, 3), label(document, application)),
        chain.step());
}

GestureAnswer connectAnswer(Document &document, ApplicationId client, ApplicationId server)
{
    const auto &topology = document.topology();
    const auto title =
        GestureTexts::tr("Connect %1 to %2").arg(label(document, client), label(document, server));
    const auto &connections = topology.application(client).connections;
    const bool isConnected = std::any_of(connections.begin(), connections.end(),
        [&](const Connection &connection) { return connection.target == server; });
    if (client == server || isConnected) {
        GestureAnswer answer;
        answer.note.title = title;
        answer.note.lines.append(
            {client == server ? GestureTexts::tr("A server doesn't connect to itself.")
                              : GestureTexts::tr("They are connected already."),
                {}});
        return answer;
    }
    // The port that clients usually take: the default one, or the only one.
    Connection connection {server, {}, {}, {}, {}, {}, {}};
    const auto &ports = topology.application(server).ports;
    const auto usual = std::find_if(
        ports.begin(), ports.end(), [](const Port &port) { return port.id == u"default"_s; });
    if (usual != ports.end())
        connection.port = usual->id;
    else if (ports.size() == 1)
        connection.port = ports.first().id;
    return answerOf(document, title, connectTo(topology, client, connection));
}

GestureAnswer createAnswer(
    Document &document, const ApplicationType &type, std::optional<TenantId> tenant)
{
    const auto &topology = document.topology();
    Application application;
    application.type = type;
    application.name = firstName(topology, type);
    if (tenant)
        application.tenants = {*tenant};
    const auto title = tenant
        ? GestureTexts::tr("Add %1 for %2").arg(application.name, label(document, *tenant))
        : GestureTexts::tr("Add %1").arg(application.name);
    return answerOf(document, title, addObject(topology, std::move(application)));
}

GestureAnswer pasteAnswer(
    Document &document, const QList<ApplicationId> &models, std::optional<TenantId> tenant)
{
    Chain chain(document.topology());
    QStringList names;
    for (const auto model : models) {
        if (!chain.topology().contains(model))
            continue;
        names.append(label(document, model));
        if (tenant)
            chain.add(addObject(chain.topology(), newInstance(chain.topology(), model, *tenant)));
        else
            chain.add(duplicateObject(chain.topology(), model));
    }
    if (names.isEmpty())
        return {};
    return answerOf(document,
        tenant
            ? GestureTexts::tr("Paste %1 for %2").arg(shortList(names, 3), label(document, *tenant))
            : GestureTexts::tr("Paste %1").arg(shortList(names, 3)),
        chain.step());
}
