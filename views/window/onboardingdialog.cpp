// SPDX-License-Identifier: Apache-2.0
#include "views/window/onboardingdialog.h"

#include "models/base/text.h"
#include "views/common/elideddelegate.h"
#include "views/common/emptystate.h"
#include "views/common/flowlayout.h"
#include "views/common/objecttext.h"
#include "views/common/plainlabel.h"
#include "views/window/longwork.h"
#include "views/window/stepeffectview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

OnboardingDialog::OnboardingDialog(Document &document, const QString &tenant, QWidget *parent)
    : QDialog(parent)
    , m_document(document)
    , m_patience(this)
    , m_tenant(new QComboBox(this))
    , m_tenantNote(plainLabel({}, this, LabelKind::Paragraph))
    , m_ways(new QListWidget(this))
    , m_refused(plainLabel({}, this, LabelKind::Paragraph))
    , m_pages(new QStackedWidget(this))
    , m_effect(new StepEffectView(this))
    , m_state(new EmptyState({}, {}, this))
    , m_busy(new QProgressBar(this))
    , m_failure(plainLabel({}, this, LabelKind::Paragraph))
{
    setObjectName(u"onboardingDialog"_s);
    setWindowTitle(tr("Onboard a tenant"));
    setAttribute(Qt::WA_DeleteOnClose);
    makeTenantBox(tenant);
    m_tenantNote->setObjectName(u"onboardingTenantLabel"_s);
    m_tenantNote->setForegroundRole(QPalette::PlaceholderText);
    m_ways->setObjectName(u"waysList"_s);
    m_ways->setAccessibleName(tr("Ways to serve the tenant"));
    m_ways->setItemDelegate(new ElidedDelegate(m_ways));
    m_refused->setObjectName(u"refusedWaysLabel"_s);
    m_busy->setObjectName(u"onboardingBusyBar"_s);
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setFixedHeight(4);
    m_busy->setAccessibleName(tr("Looking for ways"));
    // What stands below must not jump whenever it comes and goes.
    auto policy = m_busy->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_busy->setSizePolicy(policy);
    m_failure->setObjectName(u"onboardingFailureLabel"_s);
    m_failure->hide();
    m_state->setObjectName(u"onboardingStateView"_s);
    m_pages->addWidget(m_effect);
    m_pages->addWidget(m_state);

    auto *wish = new QFormLayout;
    wish->setVerticalSpacing(10);
    auto *tenantCell = new QVBoxLayout;
    tenantCell->setSpacing(3);
    tenantCell->addWidget(m_tenant);
    tenantCell->addWidget(m_tenantNote);
    wish->addRow(plainLabel(tr("Tenant"), this), tenantCell);
    wish->addRow(plainLabel(tr("Media"), this), makeMediaBoxes());
    auto *column = new QVBoxLayout(this);
    column->setSpacing(10);
    column->addLayout(wish);
    column->addWidget(m_busy);
    column->addWidget(m_ways);
    column->addWidget(m_refused);
    column->addWidget(m_pages, 1);
    column->addWidget(m_failure);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_apply = buttons->addButton(tr("Apply"), QDialogButtonBox::AcceptRole);
    m_apply->setObjectName(u"applyOnboardingButton"_s);
    m_apply->setDefault(true);
    column->addWidget(buttons);

    m_patience.setSingleShot(true);
    m_patience.setInterval(250);
    connect(&m_patience, &QTimer::timeout, this, &OnboardingDialog::work);
    connect(m_tenant, &QComboBox::editTextChanged, this, &OnboardingDialog::ask);
    connect(m_ways, &QListWidget::currentRowChanged, this, &OnboardingDialog::preview);
    connect(buttons, &QDialogButtonBox::accepted, this, &OnboardingDialog::apply);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&document, &Document::historyChanged, this, &OnboardingDialog::ask);
    connect(&document, &Document::baselineChanged, this, &OnboardingDialog::ask);
    ask();
    if (tenant.isEmpty())
        m_tenant->setFocus();
    else
        m_media.constFirst()->setFocus();
    resize(820, 700);
}

void OnboardingDialog::makeTenantBox(const QString &tenant)
{
    m_tenant->setObjectName(u"onboardingTenantBox"_s);
    m_tenant->setAccessibleName(tr("Tenant: the name of a new one, or one of the list"));
    m_tenant->setEditable(true);
    m_tenant->setInsertPolicy(QComboBox::NoInsert);
    m_tenant->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    QStringList names;
    for (const auto &each : m_document.topology().tenants()) {
        if (each.id != Topology::environment && !each.isPlaceholder && !isBlank(each.name))
            names.append(each.name);
    }
    std::sort(names.begin(), names.end(), textLess);
    m_tenant->addItems(names);
    m_tenant->setEditText(tenant);
    m_tenant->lineEdit()->setPlaceholderText(tr("Name of a new tenant, or one of the list"));
    // A new name must not become an old one that begins alike.
    m_tenant->completer()->setFilterMode(Qt::MatchContains);
    m_tenant->completer()->setCompletionMode(QCompleter::PopupCompletion);
}

QWidget *OnboardingDialog::makeMediaBoxes()
{
    auto *boxes = new QWidget(this);
    auto *flow = new FlowLayout(boxes);
    for (const auto medium : allMedia()) {
        auto *box = new QCheckBox(mediumLabel(medium), boxes);
        box->setObjectName(QString(mediumToken(medium)) + u"MediumBox"_s);
        box->setToolTip(
            tr("Takes a server of type %1").arg(ApplicationType(serverType(medium)).displayName()));
        connect(box, &QCheckBox::toggled, this, &OnboardingDialog::ask);
        flow->addWidget(box);
        m_media.append(box);
    }
    return boxes;
}

OnboardingRequest OnboardingDialog::request() const
{
    OnboardingRequest request {m_tenant->currentText().trimmed(), {}};
    for (qsizetype i = 0; i < m_media.size(); ++i) {
        if (m_media.at(i)->isChecked())
            request.media.insert(allMedia()[size_t(i)]);
    }
    return request;
}

void OnboardingDialog::describeTenant()
{
    const auto name = request().tenant;
    const auto &topology = m_document.topology();
    const auto bearers = topology.bearers(Kind::Tenant, name);
    const bool stands = std::any_of(bearers.begin(), bearers.end(),
        [&](const auto bearer) { return !topology.tenant(TenantId(bearer)).isPlaceholder; });
    const auto needs =
        tr("Every tenant needs an Interaction Server and a Universal Contact Server.");
    m_tenantNote->setText(name.isEmpty() ? needs
            : stands ? tr("It is there already, and gets what it lacks. %1").arg(needs)
                     : tr("A new tenant. %1").arg(needs));
}

// --- Working the ways out ---

/// The wish or the document is another one.
void OnboardingDialog::ask()
{
    clear();
    describeTenant();
    m_isOutdated = m_isWorking;
    if (request().tenant.isEmpty()) {
        m_patience.stop();
        say(tr("Which tenant?"), tr("Type the name of a new tenant, or choose one of the list."));
        return;
    }
    m_busy->show();
    say(tr("Looking for ways…"));
    m_patience.start();
}

void OnboardingDialog::work()
{
    if (m_isWorking)
        return;  // One after the other: take() begins anew.
    m_isWorking = true;
    m_isOutdated = false;
    m_head = m_document.head();
    startLongWork<Result<Proposals>>(
        this,
        [working = m_document.topology(), baseline = m_document.baseline(), wish = request()] {
            return proposals(working, baseline, wish);
        },
        [this](Result<Proposals> found) { take(std::move(found)); });
}

void OnboardingDialog::take(Result<Proposals> found)
{
    m_isWorking = false;
    if (m_isOutdated) {
        if (!m_patience.isActive() && !request().tenant.isEmpty())
            work();
        return;
    }
    m_busy->hide();
    if (found)
        showWays(*found);
    else
        say(tr("There is no way"), found.error().text());
}

void OnboardingDialog::clear()
{
    m_proposals.clear();
    m_ways->clear();
    m_ways->hide();
    m_refused->hide();
    m_busy->hide();
    m_failure->hide();
    m_apply->setEnabled(false);
    m_apply->setText(tr("Apply"));
}

void OnboardingDialog::showWays(const Proposals &found)
{
    QStringList reasons;
    for (const auto &reason : found.refused)
        reasons.append(plainText(reason));
    if (found.legal.isEmpty()) {
        if (reasons.isEmpty())
            say(tr("Nothing to do"),
                tr("%1 has a server of every type that it needs.").arg(nameText(request().tenant)));
        else
            say(tr("There is no legal way"), reasons.join(u'\n'));
        return;
    }
    m_proposals = found.legal;
    m_refused->setText(tr("Not offered: %1").arg(reasons.join(u'\n')));
    m_refused->setVisible(!reasons.isEmpty());
    int row = 0;
    {
        const QSignalBlocker blocker(m_ways);
        for (const auto &proposal : std::as_const(m_proposals)) {
            if (proposal.kind == m_wanted)
                row = m_ways->count();
            m_ways->addItem(tr("%1 · %2").arg(proposalTitle(proposal.kind), priceText(proposal)));
        }
    }
    m_ways->setFixedHeight(2 * m_ways->frameWidth() + m_ways->count() * m_ways->sizeHintForRow(0));
    m_ways->show();
    m_pages->setCurrentWidget(m_effect);
    m_ways->setCurrentRow(row);
}

void OnboardingDialog::say(const QString &title, const QString &sentence)
{
    m_state->setTexts(title, sentence);
    m_pages->setCurrentWidget(m_state);
}

// --- The way that is chosen ---

const Proposal *OnboardingDialog::chosen() const
{
    const int row = m_ways->currentRow();
    return row >= 0 && row < m_proposals.size() ? &m_proposals.at(row) : nullptr;
}

void OnboardingDialog::preview()
{
    m_effect->clear();
    const auto *proposal = chosen();
    m_apply->setEnabled(proposal);
    if (!proposal)
        return;
    m_wanted = proposal->kind;
    QStringList instances;
    for (const auto &instance : proposal->newInstances)
        instances.append(tr("%1, %2, like %3")
                             .arg(nameText(instance.name), instance.type.displayName(),
                                 nameText(instance.model)));
    QStringList assigned;
    for (const auto &assignment : proposal->assignments)
        assigned.append((assignment.isBackup ? tr("%1, %2, the backup") : tr("%1, %2"))
                            .arg(nameText(assignment.application), assignment.type.displayName()));
    QStringList connections;
    for (const auto &connection : proposal->connections) {
        const auto line = tr("%1 → %2").arg(nameText(connection.from), nameText(connection.to));
        connections.append(connection.port.isEmpty()
                ? line
                : tr("%1, port %2").arg(line, plainText(connection.port)));
    }
    QStringList serving;
    for (const auto &name : proposal->serving)
        serving.append(nameText(name));
    m_effect->addGroup(tr("New instances (%1)").arg(instances.size()), instances, Mark::Start);
    m_effect->addGroup(tr("Assigned (%1)").arg(assigned.size()), assigned, Mark::Changed);
    m_effect->addGroup(tr("New connections (%1)").arg(connections.size()), connections);
    m_effect->addGroup(tr("Serve it already (%1)").arg(serving.size()), serving);
    m_effect->add(m_document.effectOf(proposal->step));
    const int restarts =
        proposal->consequences.plan.restarts - proposal->consequences.planBefore.restarts;
    m_apply->setText(restarts > 0
            ? counted(restarts, tr("Apply, 1 restart"), tr("Apply, %1 restarts"))
            : tr("Apply"));
}

void OnboardingDialog::apply()
{
    const auto *proposal = chosen();
    if (!proposal)
        return;
    const auto step = proposal->step;
    const auto head = m_head;
    // What this does itself asks for no other ways.
    disconnect(&m_document, &Document::historyChanged, this, nullptr);
    const auto done = m_document.apply([&](const Topology &) -> Result<Step> {
        if (m_document.head() != head)
            return failure(Error::Code::Conflict,
                tr("The document has changed meanwhile. The ways are worked out anew: look at them again."));
        return step;
    });
    if (done) {
        Q_EMIT applied(tr("Done: %1.").arg(plainText(step.title)));
        accept();
        return;
    }
    connect(&m_document, &Document::historyChanged, this, &OnboardingDialog::ask);
    ask();
    m_failure->setText(done.error().text());
    m_failure->show();
}
