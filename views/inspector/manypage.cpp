// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/manypage.h"

#include "views/common/fieldtext.h"
#include "views/common/flowlayout.h"
#include "views/common/linkbutton.h"
#include "views/common/objecttext.h"
#include "views/common/plainlabel.h"
#include "views/common/selection.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

QString countText(Kind kind, qsizetype count)
{
    switch (kind) {
    case Kind::Tenant:
        return count == 1 ? ManyPage::tr("1 tenant") : ManyPage::tr("%1 tenants").arg(count);
    case Kind::SwitchingOffice:
        return count == 1 ? ManyPage::tr("1 switching office")
                          : ManyPage::tr("%1 switching offices").arg(count);
    case Kind::Switch:
        return count == 1 ? ManyPage::tr("1 switch") : ManyPage::tr("%1 switches").arg(count);
    case Kind::Host:
        return count == 1 ? ManyPage::tr("1 host") : ManyPage::tr("%1 hosts").arg(count);
    case Kind::Application:
        break;
    }
    return count == 1 ? ManyPage::tr("1 application") : ManyPage::tr("%1 applications").arg(count);
}

/// "Type: SMS Server": fields that all objects of one kind have with the same value.
QStringList commonFields(const Topology &topology, const QList<ObjectId> &objects)
{
    QStringList lines;
    const auto first = objects.constFirst();
    for (const auto field : fieldsOf(first.kind)) {
        const auto value = fieldValue(topology, first, field);
        const auto text = fieldText(topology, field, value);
        const bool isCommon = !text.isEmpty()
            && std::all_of(objects.cbegin() + 1, objects.cend(),
                [&](ObjectId object) { return fieldValue(topology, object, field) == value; });
        if (isCommon)
            lines.append(ManyPage::tr("%1: %2").arg(fieldLabel(field), text));
    }
    return lines;
}

/// Tenants that all of several applications have, where their lists differ otherwise.
QString commonTenants(const Topology &topology, const QList<ObjectId> &objects)
{
    auto common = topology.application(objects.constFirst().application()).tenants;
    for (const auto &object : objects) {
        const auto &tenants = topology.application(object.application()).tenants;
        common.removeIf([&](TenantId id) { return !tenants.contains(id); });
    }
    return common.isEmpty() ? QString() : fieldText(topology, Field::Tenants, common);
}

}  // namespace

ManyPage::ManyPage(Document &document, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_selection(selection)
    , m_title(plainLabel({}, this, LabelKind::Paragraph))
    , m_summary(plainLabel({}, this, LabelKind::Paragraph))
    , m_linkArea(new QWidget(this))
{
    m_links = new FlowLayout(m_linkArea);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(8);
    auto font = m_title->font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * 1.3);
    m_title->setFont(font);
    m_title->setObjectName(u"manyTitle"_s);
    m_summary->setObjectName(u"manySummary"_s);
    column->addWidget(m_title);
    column->addWidget(m_summary);
    column->addWidget(m_linkArea);
    column->addStretch(1);
}

void ManyPage::showObjects(const QList<ObjectId> &objects)
{
    const auto &topology = m_document.topology();
    qsizetype counts[kindCount] = {};
    FindingsSummary findings;
    int restarts = 0;
    for (const auto &object : objects) {
        ++counts[size_t(object.kind)];
        const auto own = m_document.validator().summaryOf(object);
        findings.errors += own.errors;
        findings.warnings += own.warnings;
        const auto *row = object.kind == Kind::Application
            ? m_document.planner().row(object.application())
            : nullptr;
        restarts += row && row->action == Action::Restart;
    }
    QStringList kinds;
    for (int kind = 0; kind < kindCount; ++kind) {
        if (counts[kind] > 0)
            kinds.append(countText(Kind(kind), counts[kind]));
    }
    m_title->setText(kinds.join(u", "_s));

    QStringList lines;
    if (kinds.size() == 1) {
        lines = commonFields(topology, objects);
        const bool isApplication = objects.constFirst().kind == Kind::Application;
        const auto tenants = isApplication ? commonTenants(topology, objects) : QString();
        if (!tenants.isEmpty()
            && !lines.contains(tr("%1: %2").arg(fieldLabel(Field::Tenants), tenants)))
            lines.append(tr("All serve: %1").arg(tenants));
        if (!lines.isEmpty())
            lines.prepend(tr("What they have in common:"));
    }
    if (findings.errors + findings.warnings > 0)
        lines.append(tr("Findings: %1, %2")
                         .arg(counted(findings.errors, tr("1 error"), tr("%1 errors")),
                             counted(findings.warnings, tr("1 warning"), tr("%1 warnings"))));
    if (restarts > 0)
        lines.append(restarts == 1 ? tr("1 of them needs a restart")
                                   : tr("%1 of them need a restart").arg(restarts));
    m_summary->setText(lines.join(u'\n'));
    m_summary->setVisible(!lines.isEmpty());

    while (auto *item = m_links->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    constexpr qsizetype shown = 40;
    for (const auto &object : objects.mid(0, shown)) {
        auto *link = new LinkButton(objectLabel(topology, object), m_linkArea);
        connect(
            link, &LinkButton::clicked, this, [this, object] { m_selection.select(object); },
            Qt::QueuedConnection);
        m_links->addWidget(link);
    }
    if (objects.size() > shown)
        m_links->addWidget(plainLabel(tr("and %1 more").arg(objects.size() - shown), m_linkArea));
}
