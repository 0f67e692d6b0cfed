// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/referrerlinks.h"

#include "models/base/text.h"
#include "views/common/flowlayout.h"
#include "views/common/linkbutton.h"
#include "views/common/objecttext.h"
#include "views/common/plainlabel.h"
#include "views/common/selection.h"

#include <QVBoxLayout>

namespace {

template <class Ids>
void append(QList<ObjectId> &objects, const Ids &ids)
{
    for (const auto id : ids) {
        if (!objects.contains(ObjectId(id)))
            objects.append(id);
    }
}

/// A tenant of thousands of servers is no list of links.
constexpr qsizetype mostLinks = 24;

}  // namespace

ReferrerLinks::ReferrerLinks(Document &document, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_selection(selection)
    , m_title(plainLabel({}, this))
    , m_links(new QWidget(this))
    , m_flow(new FlowLayout(m_links))
{
    setObjectName(QStringLiteral("referrerLinks"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 2, 4, 8);
    column->setSpacing(3);
    m_title->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(m_title);
    column->addWidget(m_links);
}

QList<ObjectId> ReferrerLinks::referrers(ObjectId object) const
{
    const auto &topology = m_document.topology();
    QList<ObjectId> objects;
    switch (object.kind) {
    case Kind::Tenant:
        append(objects, topology.switchesOf(object.tenant()));
        append(objects, topology.childrenOf(object.tenant()));
        append(objects, topology.applicationsOf(object.tenant()));
        break;
    case Kind::SwitchingOffice:
        append(objects, topology.switchesIn(object.office()));
        break;
    case Kind::Switch:
        append(objects, topology.applicationsLinkedTo(object.switchId()));
        break;
    case Kind::Host:
        append(objects, topology.applicationsOn(object.host()));
        break;
    case Kind::Application:
        append(objects, topology.primariesOf(object.application()));
        append(objects, topology.clientsOf(object.application()));
        break;
    }
    return objects;
}

void ReferrerLinks::showObject(ObjectId object)
{
    const auto &topology = m_document.topology();
    const auto all = topology.referenceCount(object) > 2000 ? QList<ObjectId>() : referrers(object);
    QList<std::pair<ObjectId, QString>> shown;
    for (const auto &each : all)
        shown.append({each, objectLabel(topology, each)});
    std::stable_sort(shown.begin(), shown.end(), [](const auto &a, const auto &b) {
        return a.first.kind != b.first.kind ? a.first.kind < b.first.kind
                                            : textLess(a.second, b.second);
    });
    setVisible(!shown.isEmpty());
    if (shown == m_shown)
        return;
    m_shown = shown;
    m_title->setText(tr("Used by %1").arg(shown.size()));
    while (auto *item = m_flow->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const auto &[id, label] : std::as_const(m_shown).mid(0, mostLinks)) {
        auto *link = new LinkButton(label, m_links);
        link->setObjectName(QStringLiteral("referrerLink"));
        // Not while the link itself is being pressed: the selection makes new links.
        connect(
            link, &LinkButton::clicked, this, [this, object = id] { m_selection.select(object); },
            Qt::QueuedConnection);
        m_flow->addWidget(link);
    }
    if (shown.size() > mostLinks)
        m_flow->addWidget(plainLabel(tr("and %1 more").arg(shown.size() - mostLinks), m_links));
}
