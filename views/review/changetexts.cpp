// SPDX-License-Identifier: Apache-2.0
#include "views/review/changetexts.h"

#include "models/plan/fieldcomparison.h"
#include "views/common/fieldtext.h"
#include "views/common/objecttext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ChangeTexts)
};

/// "SMS Server", "Switch".
QString kindText(const Topology &topology, ObjectId object)
{
    if (object.kind != Kind::Application)
        return kindLabel(object.kind);
    const auto type = topology.application(object.application()).type.displayName();
    return type.isEmpty() ? kindLabel(object.kind) : plainText(type);
}

template <class T>
QList<Reason> reasonsBetween(const FieldComparison &comparison, const T &before, const T &after)
{
    auto reasons = comparison.reasons(before, after);
    if constexpr (std::is_same_v<T, Application>) {
        if (comparison.tenantsDiffer(before.tenants, after.tenants))
            reasons.append(comparison.tenantsReason(before.tenants, after.tenants));
    }
    return reasons;
}

}  // namespace

ChangeTexts::ChangeTexts(const Topology &from, const Topology &to)
    : m_from(from)
    , m_to(to)
    , m_same(from, to, Matching::ById)
{
}

const Topology &ChangeTexts::sideOf(ObjectId object) const
{
    const bool isDefined = m_to.contains(object) && !m_to.isPlaceholder(object);
    return isDefined || !m_from.contains(object) ? m_to : m_from;
}

QString ChangeTexts::subject(const Change &change) const
{
    switch (change.subject) {
    case Change::Subject::Settings:
        return Texts::tr("Settings of the document");
    case Change::Subject::DocumentExtra:
        return Texts::tr("Unknown collections");
    case Change::Subject::Object:
        break;
    }
    return objectLabel(sideOf(change.object), change.object);
}

QString ChangeTexts::difference(const Change &change)
{
    if (change.subject == Change::Subject::Settings)
        return settingsDifference();
    if (change.subject == Change::Subject::DocumentExtra)
        return Texts::tr("What was kept unread is another.");
    switch (change.kind) {
    case Change::Kind::Added:
        return Texts::tr("New: %1").arg(kindText(m_to, change.object));
    case Change::Kind::Removed:
        return Texts::tr("Removed: %1").arg(kindText(m_from, change.object));
    case Change::Kind::Modified:
        break;
    }
    return fieldDifference(change.object, *change.field);
}

QString ChangeTexts::fieldDifference(ObjectId object, Field field)
{
    if (!isCounted(field))
        return Texts::tr("%1: %2 → %3")
            .arg(fieldLabel(field), plainText(fieldText(m_from, object, field)),
                plainText(fieldText(m_to, object, field)));
    QStringList texts;
    for (const auto &reason : reasons(object)) {
        // Extra is whatever has no name of its own.
        const auto of = fieldFromName(object.kind, reason.field).value_or(Field::Extra);
        if (of == field)
            texts.append(reasonText(reason));
    }
    return texts.isEmpty() ? fieldLabel(field) : plainText(texts.join(u" · "_s));
}

QString ChangeTexts::settingsDifference() const
{
    const auto &before = m_from.settings();
    const auto &after = m_to.settings();
    QStringList texts;
    const auto compare = [&](const QString &label, QLatin1String from, QLatin1String to) {
        if (from != to)
            texts.append(Texts::tr("%1: %2 → %3").arg(label, QString(from), QString(to)));
    };
    compare(Texts::tr("Environment"), environmentToken(before.environment),
        environmentToken(after.environment));
    compare(Texts::tr("Tenants of Social Messaging Servers"),
        socialMessagingToken(before.socialMessagingTenants),
        socialMessagingToken(after.socialMessagingTenants));
    if (before.extra != after.extra)
        texts.append(Texts::tr("what was kept unread"));
    return texts.join(u" · "_s);
}

const QList<Reason> &ChangeTexts::reasons(ObjectId object)
{
    if (m_object == object)
        return m_reasons;
    m_object = object;
    const FieldComparison comparison(m_from, m_to, m_same);
    switch (object.kind) {
    case Kind::Tenant:
        m_reasons = reasonsBetween(
            comparison, m_from.tenant(object.tenant()), m_to.tenant(object.tenant()));
        break;
    case Kind::SwitchingOffice:
        m_reasons = reasonsBetween(
            comparison, m_from.office(object.office()), m_to.office(object.office()));
        break;
    case Kind::Switch:
        m_reasons = reasonsBetween(
            comparison, m_from.switchAt(object.switchId()), m_to.switchAt(object.switchId()));
        break;
    case Kind::Host:
        m_reasons =
            reasonsBetween(comparison, m_from.host(object.host()), m_to.host(object.host()));
        break;
    case Kind::Application:
        m_reasons = reasonsBetween(comparison, m_from.application(object.application()),
            m_to.application(object.application()));
        break;
    }
    return m_reasons;
}

QString ChangeTexts::revertTitle(const Change &change) const
{
    const auto name = subject(change);
    if (change.subject != Change::Subject::Object)
        return Texts::tr("Revert %1").arg(name);
    switch (change.kind) {
    case Change::Kind::Added:
        return Texts::tr("Revert the addition of %1").arg(name);
    case Change::Kind::Removed:
        return Texts::tr("Revert the removal of %1").arg(name);
    case Change::Kind::Modified:
        break;
    }
    return Texts::tr("Revert %1 of %2").arg(fieldLabel(*change.field), name);
}
