// SPDX-License-Identifier: Apache-2.0
#include "views/window/removaldialog.h"

#include "models/topology/edits.h"
#include "views/common/gestures.h"
#include "views/common/objecttext.h"
#include "views/common/plainlabel.h"
#include "views/window/stepeffectview.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// Names of applications that stay, but with no tenant at all.
QStringList leftWithoutTenant(const Topology &topology, const QList<ObjectId> &removed)
{
    QStringList names;
    for (const auto &object : removed) {
        if (object.kind != Kind::Tenant)
            continue;
        for (const auto id : topology.applicationsOf(object.tenant())) {
            const auto &tenants = topology.application(id).tenants;
            const auto name = objectLabel(topology, id);
            const bool loses = std::all_of(tenants.cbegin(), tenants.cend(),
                [&](TenantId tenant) { return removed.contains(ObjectId(tenant)); });
            if (loses && !removed.contains(ObjectId(id)) && !names.contains(name))
                names.append(name);
        }
    }
    names.sort();
    return names;
}

}  // namespace

RemovalDialog::RemovalDialog(Document &document, QList<ObjectId> objects, QWidget *parent)
    : QDialog(parent)
    , m_document(document)
    , m_objects(std::move(objects))
    , m_message(plainLabel({}, this, LabelKind::Paragraph))
    , m_effect(new StepEffectView(this))
    , m_failure(plainLabel({}, this, LabelKind::Paragraph))
{
    setObjectName(u"removalDialog"_s);
    setWindowTitle(tr("Remove"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto bold = m_message->font();
    bold.setBold(true);
    m_message->setFont(bold);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(10);
    column->addWidget(m_message);
    column->addWidget(m_effect, 1);
    m_failure->setObjectName(u"removalFailureLabel"_s);
    m_failure->hide();
    column->addWidget(m_failure);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_remove = buttons->addButton(tr("Remove"), QDialogButtonBox::AcceptRole);
    m_remove->setObjectName(u"removeButton"_s);
    m_remove->setDefault(true);
    column->addWidget(buttons);

    connect(buttons, &QDialogButtonBox::accepted, this, &RemovalDialog::remove);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    listen();
    follow();
    resize(680, 520);
}

void RemovalDialog::listen()
{
    connect(&m_document, &Document::historyChanged, this, &RemovalDialog::follow);
    connect(&m_document, &Document::baselineChanged, this, &RemovalDialog::follow);
}

void RemovalDialog::follow()
{
    const auto &topology = m_document.topology();
    m_head = m_document.head();
    m_objects.removeIf([&](ObjectId object) { return !topology.contains(object); });
    m_effect->clear();
    m_remove->setEnabled(!m_objects.isEmpty());
    if (m_objects.isEmpty()) {
        m_message->setText(tr("This is removed already."));
        return;
    }
    QStringList names;
    for (const auto &object : std::as_const(m_objects))
        names.append(objectLabel(topology, object));
    m_message->setText(tr("What goes along with %1:").arg(shortList(names, 3)));
    const auto step = removeObjects(topology, m_objects);
    m_remove->setEnabled(step.has_value());
    if (!step) {
        m_message->setText(step.error().text());
        return;
    }
    const auto left = leftWithoutTenant(topology, m_objects);
    m_effect->addGroup(tr("Left without a tenant (%1)").arg(left.size()), left, Mark::Warning);
    m_effect->add(m_document.effectOf(*step));
}

void RemovalDialog::remove()
{
    // What this does itself is nothing to be looked at anew.
    disconnect(&m_document, nullptr, this, nullptr);
    const auto done = removeObjectsAsSeen(m_document, m_objects, m_head, parentWidget());
    if (done) {
        accept();
        return;
    }
    listen();
    follow();
    m_failure->setText(done.error().text());
    m_failure->show();
}
