// SPDX-License-Identifier: Apache-2.0
#include "views/window/stagingform.h"

#include "models/base/text.h"
#include "views/common/elideddelegate.h"
#include "views/common/objecttext.h"
#include "views/common/plainlabel.h"

#include <QAction>
#include <QCheckBox>
#include <QListWidget>
#include <QPushButton>
#include <QSet>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QString tenantText(const Document &document, TenantId tenant)
{
    // Some are gone from the working copy, and are interrupted all the same.
    const auto &topology =
        document.topology().contains(tenant) ? document.topology() : document.baseline();
    return objectLabel(topology, tenant);
}

template <class Id>
void fill(QListWidget &list, QList<std::pair<QString, Id>> entries)
{
    std::sort(entries.begin(), entries.end(),
        [](const auto &a, const auto &b) { return textLess(a.first, b.first); });
    for (const auto &[name, id] : std::as_const(entries)) {
        auto *item = new QListWidgetItem(name, &list);
        item->setData(Qt::UserRole, id.value());
        item->setCheckState(Qt::Unchecked);
    }
}

template <class Id>
QList<Id> checkedIds(const QListWidget &list)
{
    QList<Id> ids;
    for (int row = 0; row < list.count(); ++row) {
        if (list.item(row)->checkState() == Qt::Checked)
            ids.append(Id(list.item(row)->data(Qt::UserRole).toUInt()));
    }
    return ids;
}

}  // namespace

StagingForm::StagingForm(const Document &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_tenants(new QListWidget(this))
    , m_keepApart(new QPushButton(tr("Keep these apart"), this))
    , m_sets(new QListWidget(this))
    , m_count(new QSpinBox(this))
    , m_splitOff(new QListWidget(this))
    , m_onTheirOwn(new QCheckBox(tr("and nothing else with them"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    makeApart(*column);
    m_count->setObjectName(u"deploymentCountBox"_s);
    m_count->setRange(0, 99);
    m_count->setSpecialValueText(tr("as many as it takes"));
    auto *label = plainLabel(tr("Deployments, at most"), this);
    label->setBuddy(m_count);
    m_count->setAccessibleName(label->text());
    column->addSpacing(6);
    column->addWidget(label);
    column->addWidget(m_count);
    makeSplitOff(*column);
    for (auto *list : {m_tenants, m_sets, m_splitOff})
        list->setItemDelegate(new ElidedDelegate(list));
    connect(m_count, &QSpinBox::valueChanged, this, &StagingForm::changed);
}

void StagingForm::makeApart(QVBoxLayout &column)
{
    auto *label =
        plainLabel(tr("Tenants that must not be interrupted together"), this, LabelKind::Paragraph);
    column.addWidget(label);
    m_tenants->setObjectName(u"apartTenantsList"_s);
    m_tenants->setAccessibleName(tr("Tenants that the plan interrupts"));
    QSet<TenantId> interrupted;
    const auto &planner = m_document.planner();
    for (const auto application : planner.rows()) {
        for (const auto tenant : planner.row(application)->interrupted)
            interrupted.insert(tenant);
    }
    QList<std::pair<QString, TenantId>> entries;
    for (const auto tenant : std::as_const(interrupted))
        entries.append({tenantText(m_document, tenant), tenant});
    fill(*m_tenants, std::move(entries));
    column.addWidget(m_tenants, 2);
    m_keepApart->setObjectName(u"keepApartButton"_s);
    m_keepApart->setEnabled(false);
    column.addWidget(m_keepApart, 0, Qt::AlignLeft);
    m_sets->setObjectName(u"apartSetsList"_s);
    m_sets->setAccessibleName(tr("Kept apart; Delete takes one away"));
    m_sets->setToolTip(tr("Delete takes one away"));
    m_sets->setMaximumHeight(80);
    m_sets->hide();
    column.addWidget(m_sets);
    auto *removal = new QAction(tr("Take away"), m_sets);
    removal->setShortcut(QKeySequence::Delete);
    removal->setShortcutContext(Qt::WidgetShortcut);
    m_sets->addAction(removal);
    m_sets->setContextMenuPolicy(Qt::ActionsContextMenu);

    connect(m_tenants, &QListWidget::itemChanged, this,
        [this] { m_keepApart->setEnabled(checkedTenants().size() > 1); });
    connect(m_keepApart, &QPushButton::clicked, this, &StagingForm::keepApart);
    connect(removal, &QAction::triggered, this, [this] {
        const int row = m_sets->currentRow();
        if (row < 0)
            return;
        m_apart.removeAt(row);
        delete m_sets->takeItem(row);
        m_sets->setVisible(m_sets->count() > 0);
        Q_EMIT changed();
    });
}

void StagingForm::makeSplitOff(QVBoxLayout &column)
{
    m_splitOff->setObjectName(u"splitOffList"_s);
    m_splitOff->setAccessibleName(tr("Servers whose changes take effect at once"));
    QList<std::pair<QString, ApplicationId>> entries;
    const auto &planner = m_document.planner();
    for (const auto application : planner.rows()) {
        if (planner.row(application)->action == Action::Immediate)
            entries.append({objectLabel(m_document.topology(), application), application});
    }
    auto *label = plainLabel(
        tr("To be done first, because they take effect at once"), this, LabelKind::Paragraph);
    const bool isAny = !entries.isEmpty();
    fill(*m_splitOff, std::move(entries));
    m_onTheirOwn->setObjectName(u"onTheirOwnBox"_s);
    column.addSpacing(6);
    column.addWidget(label);
    column.addWidget(m_splitOff, 1);
    column.addWidget(m_onTheirOwn);
    label->setVisible(isAny);
    m_splitOff->setVisible(isAny);
    m_onTheirOwn->setVisible(isAny);
    connect(m_splitOff, &QListWidget::itemChanged, this, &StagingForm::changed);
    connect(m_onTheirOwn, &QCheckBox::toggled, this, &StagingForm::changed);
}

QList<TenantId> StagingForm::checkedTenants() const
{
    return checkedIds<TenantId>(*m_tenants);
}

void StagingForm::keepApart()
{
    const auto tenants = checkedTenants();
    QStringList names;
    for (const auto tenant : tenants)
        names.append(tenantText(m_document, tenant));
    m_apart.append(tenants);
    m_sets->addItem(shortList(names, 8));
    m_sets->show();
    for (int row = 0; row < m_tenants->count(); ++row)
        m_tenants->item(row)->setCheckState(Qt::Unchecked);
    Q_EMIT changed();
}

DeploymentLimits StagingForm::limits() const
{
    DeploymentLimits limits;
    limits.apart = m_apart;
    for (int i = 0; i < m_count->value(); ++i)
        limits.windows.append(Window {});
    limits.splitOff = checkedIds<ApplicationId>(*m_splitOff);
    limits.splitOffWay = m_onTheirOwn->isChecked() ? SplitOff::OnTheirOwn : SplitOff::IntoFirst;
    return limits;
}
