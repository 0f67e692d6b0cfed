// SPDX-License-Identifier: Apache-2.0
#include "models/plan/steptext.h"

#include "models/base/text.h"
#include "models/plan/reasontext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct RunbookTexts
{
    Q_DECLARE_TR_FUNCTIONS(Runbook)
};

constexpr qsizetype mostNames = 6;

QString listed(QStringList names)
{
    if (names.size() <= mostNames)
        return names.join(u", "_s);
    const auto more = names.size() - mostNames;
    names.resize(mostNames);
    return RunbookTexts::tr("%1 and %2 more").arg(names.join(u", "_s), QString::number(more));
}

QString joined(QStringList sentences)
{
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

Reason inverse(Reason reason)
{
    std::swap(reason.added, reason.removed);
    std::swap(reason.before, reason.after);
    return reason;
}

/// What shows that a tenant is served, by type of server; null where nothing is plain.
const char *trialOf(ApplicationType::Id type)
{
    switch (type) {
    case ApplicationType::SmsServer:
        return QT_TRANSLATE_NOOP("Runbook", "A test SMS arrives for %1.");
    case ApplicationType::SocialMessagingServer:
        return QT_TRANSLATE_NOOP("Runbook", "A test message in a social channel arrives for %1.");
    case ApplicationType::EmailServer:
        return QT_TRANSLATE_NOOP("Runbook", "A test e-mail arrives for %1.");
    case ApplicationType::ChatServer:
        return QT_TRANSLATE_NOOP("Runbook", "A test chat opens for %1.");
    case ApplicationType::InteractionServer:
        return QT_TRANSLATE_NOOP("Runbook", "A test interaction reaches its queue for %1.");
    case ApplicationType::WebApiServer:
        return QT_TRANSLATE_NOOP(
            "Runbook", "A request with the tenant parameter is answered for %1.");
    default:
        return nullptr;
    }
}

}  // namespace

QString StepTexts::host() const
{
    return m_application.host ? m_topology.host(*m_application.host).name : QString();
}

QString StepTexts::what() const
{
    QStringList words {m_application.type.displayName(), m_application.release};
    words.removeAll(QString());
    const auto server = words.join(u' ');
    return m_application.host ? RunbookTexts::tr("%1 on %2").arg(server, host()) : server;
}

QString StepTexts::way() const
{
    const auto name = shownName(m_instance);
    switch (m_instance.action) {
    case Action::Restart:
        if (m_instance.interruption == Interruption::Switchover && m_application.backup)
            return RunbookTexts::tr(
                "Switch over to %1 first, and see it run as primary; then restart %2.")
                .arg(m_topology.application(*m_application.backup).name, name);
        break;
    case Action::NotStated:
        return RunbookTexts::tr(
            "The guide does not say whether %1 needs a restart. Decide before the "
            "change, and write down who decided, and on what evidence.")
            .arg(name);
    case Action::Immediate:
        return RunbookTexts::tr("Nothing to restart: %1 takes the change at once. Verify it.")
            .arg(name);
    case Action::Stop:
        return RunbookTexts::tr("Stop it before its object is deleted: what has no object can't be "
                                "stopped from Solution Control Interface.");
    case Action::Start:
        break;
    }
    return {};
}

QString StepTexts::portsCheck() const
{
    QStringList numbers;
    for (const auto &port : m_application.ports) {
        if (port.number)
            numbers.append(QString::number(*port.number));
    }
    if (numbers.isEmpty())
        return {};
    return numbers.size() == 1
        ? RunbookTexts::tr("Its port %1 accepts connections.").arg(numbers.first())
        : RunbookTexts::tr("Its ports %1 accept connections.").arg(listed(numbers));
}

QString StepTexts::logCheck() const
{
    const auto *reason = findReason(m_instance.reasons, Field::Tenants);
    if (!reason) {
        // But for a site's answer nothing else restarts.
        return m_instance.action == Action::Restart && m_instance.answers.isEmpty()
            ? RunbookTexts::tr("Its log shows the channel options with their new values.")
            : QString();
    }
    const auto added = memberTexts(reason->added);
    const auto removed = memberTexts(reason->removed);
    return joined({added.isEmpty() ? QString()
                                   : RunbookTexts::tr("Its log names %1.").arg(listed(added)),
        removed.isEmpty() ? QString()
                          : RunbookTexts::tr("Its log no longer names %1.").arg(listed(removed))});
}

QString StepTexts::trial() const
{
    const auto *text = trialOf(m_application.type.id());
    if (!text || m_instance.isBackup)
        return {};
    QStringList tenants;
    if (const auto *reason = findReason(m_instance.reasons, Field::Tenants)) {
        tenants = memberTexts(reason->added);
    } else if (m_instance.action == Action::Start) {
        for (const auto tenant : m_application.tenants)
            tenants.append(m_topology.tenant(tenant).name);
        std::sort(tenants.begin(), tenants.end(), textLess);
    }
    return tenants.isEmpty() ? QString() : RunbookTexts::tr(text).arg(listed(tenants));
}

QString StepTexts::clientsCheck() const
{
    QStringList names;
    for (const auto client : m_topology.clientsOf(m_application.id))
        names.append(m_topology.application(client).name);
    std::sort(names.begin(), names.end(), textLess);
    return names.isEmpty()
        ? QString()
        : RunbookTexts::tr("Nothing misses it: %1 connected to it before.").arg(listed(names));
}

QString StepTexts::check() const
{
    const auto name = shownName(m_instance);
    switch (m_instance.action) {
    case Action::Stop:
        return joined(
            {RunbookTexts::tr("Solution Control Interface shows %1 as Stopped.").arg(name),
                clientsCheck()});
    case Action::Immediate:
        return joined({logCheck(), trial()});
    case Action::NotStated:
        return joined(
            {RunbookTexts::tr("%1 works with the change.").arg(name), logCheck(), trial()});
    case Action::Restart:
    case Action::Start:
        break;
    }
    const auto status = m_instance.isBackup
        ? RunbookTexts::tr("Solution Control Interface shows %1 as Started, in backup mode.")
        : RunbookTexts::tr("Solution Control Interface shows %1 as Started.");
    return joined({status.arg(name), portsCheck(), logCheck(), trial()});
}

QString StepTexts::changedBack() const
{
    QStringList texts;
    for (const auto &reason : m_instance.reasons)
        texts.append(reasonText(inverse(reason)));
    return texts.join(u"; "_s);
}

QString StepTexts::wayBack() const
{
    const auto name = shownName(m_instance);
    switch (m_instance.action) {
    case Action::Restart:
        return RunbookTexts::tr("Change back (%1), then restart %2 again.")
            .arg(changedBack(), name);
    case Action::Immediate:
        return RunbookTexts::tr("Change back (%1); it takes effect at once again.")
            .arg(changedBack());
    case Action::NotStated:
        return RunbookTexts::tr("Change back (%1); if %2 was restarted, restart it again.")
            .arg(changedBack(), name);
    case Action::Start:
        return RunbookTexts::tr("Stop %1, then delete its object.").arg(name);
    case Action::Stop:
        return RunbookTexts::tr(
            "Create %1 again from the configuration that was kept, and start it.")
            .arg(name);
    }
    Q_UNREACHABLE();
    return {};
}
