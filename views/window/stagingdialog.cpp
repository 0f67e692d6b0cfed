// SPDX-License-Identifier: Apache-2.0
#include "views/window/stagingdialog.h"

#include "views/common/elideddelegate.h"
#include "views/common/emptystate.h"
#include "views/common/objecttext.h"
#include "views/common/plainlabel.h"
#include "views/common/prompts.h"
#include "views/window/longwork.h"
#include "views/window/stagingform.h"
#include "views/window/stepeffectview.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QGuiApplication>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

StagingDialog::StagingDialog(Document &document, Prompts &prompts, QWidget *parent)
    : QDialog(parent)
    , m_document(document)
    , m_prompts(prompts)
    , m_form(new StagingForm(document, this))
    , m_find(new QPushButton(tr("Find the split"), this))
    , m_busy(new QProgressBar(this))
    , m_headline(plainLabel({}, this, LabelKind::Paragraph))
    , m_verdict(plainLabel({}, this, LabelKind::Paragraph))
    , m_deployments(new QListWidget(this))
    , m_effect(new StepEffectView(this))
    , m_keep(new QPushButton(this))
    , m_save(new QPushButton(tr("Save as document…"), this))
    , m_copy(new QPushButton(tr("Copy as text"), this))
    , m_state(new EmptyState({}, {}, this))
    , m_pages(new QStackedWidget(this))
    , m_failure(plainLabel({}, this, LabelKind::Paragraph))
{
    setObjectName(u"stagingDialog"_s);
    setWindowTitle(tr("Fewest restarts"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_find->setObjectName(u"findSplitButton"_s);
    m_find->setDefault(true);
    m_busy->setObjectName(u"stagingBusyBar"_s);
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setFixedHeight(4);
    m_busy->setAccessibleName(tr("Looking for a split"));
    auto policy = m_busy->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_busy->setSizePolicy(policy);
    m_busy->hide();

    auto *left = new QWidget(this);
    auto *limits = new QVBoxLayout(left);
    limits->setContentsMargins(0, 0, 8, 0);
    limits->addWidget(m_form, 1);
    limits->addWidget(m_find);
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(left);
    splitter->addWidget(makeResult());
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({280, 640});
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_busy);
    column->addWidget(splitter, 1);
    m_failure->setObjectName(u"stagingFailureLabel"_s);
    m_failure->hide();
    column->addWidget(m_failure);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connectParts();
    outdate();
    resize(960, 620);
}

StagingDialog::~StagingDialog()
{
    cancel();
}

QWidget *StagingDialog::makeResult()
{
    auto *result = new QWidget(this);
    auto *column = new QVBoxLayout(result);
    column->setContentsMargins(8, 0, 0, 0);
    m_headline->setObjectName(u"splitHeadline"_s);
    auto bold = m_headline->font();
    bold.setBold(true);
    m_headline->setFont(bold);
    m_verdict->setObjectName(u"splitVerdict"_s);
    m_deployments->setObjectName(u"deploymentsList"_s);
    m_deployments->setAccessibleName(tr("Deployments"));
    m_deployments->setItemDelegate(new ElidedDelegate(m_deployments));
    m_keep->setObjectName(u"keepOnlyButton"_s);
    m_keep->setToolTip(tr(
        "The changes of later deployments leave the working copy; all of it is kept as a revision before"));
    m_save->setObjectName(u"saveDeploymentButton"_s);
    m_save->setToolTip(
        tr("A document of its own: what runs before this deployment is its baseline"));
    m_copy->setObjectName(u"copySplitButton"_s);
    column->addWidget(m_headline);
    column->addWidget(m_verdict);
    column->addWidget(m_deployments, 1);
    column->addWidget(m_effect, 2);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_keep);
    buttons->addWidget(m_save);
    buttons->addStretch();
    buttons->addWidget(m_copy);
    column->addLayout(buttons);
    m_state->setObjectName(u"stagingStateView"_s);
    m_pages->addWidget(result);
    m_pages->addWidget(m_state);
    return m_pages;
}

void StagingDialog::connectParts()
{
    for (auto *button : {m_keep, m_save, m_copy})
        button->setAutoDefault(false);
    connect(m_find, &QPushButton::clicked, this, [this] {
        if (m_isCancelled)
            cancel();
        else
            work();
    });
    connect(m_form, &StagingForm::changed, this, &StagingDialog::outdate);
    connect(m_deployments, &QListWidget::currentRowChanged, this, &StagingDialog::showDeployment);
    connect(m_keep, &QPushButton::clicked, this, &StagingDialog::keepOnlyChosen);
    connect(m_save, &QPushButton::clicked, this, &StagingDialog::saveChosen);
    connect(m_copy, &QPushButton::clicked, this, &StagingDialog::copy);
}

// --- The search ---

void StagingDialog::work()
{
    outdate();
    auto isCancelled = std::make_shared<std::atomic<bool>>(false);
    m_isCancelled = isCancelled;
    m_step = m_document.head().step;
    m_find->setText(tr("Cancel"));
    m_form->setEnabled(false);
    m_busy->show();
    startLongWork<DeploymentSplit>(
        this,
        [baseline = m_document.baseline(), working = m_document.topology(),
            limits = m_form->limits(), today = m_document.today(), isCancelled] {
            return splitDeployments(
                baseline, working, limits, today, [isCancelled] { return isCancelled->load(); });
        },
        [this](DeploymentSplit split) { take(std::move(split)); });
}

void StagingDialog::cancel()
{
    if (m_isCancelled)
        m_isCancelled->store(true);
}

void StagingDialog::take(DeploymentSplit split)
{
    m_isCancelled.reset();
    m_find->setText(tr("Find the split"));
    m_form->setEnabled(true);
    m_busy->hide();
    const auto &staging = split.staging;
    if (staging.isCancelled) {
        say(tr("Cancelled"), tr("Nothing was found out. Nothing is changed."));
        return;
    }
    if (staging.deployments.isEmpty()) {
        QStringList reasons;
        for (const auto &obstacle : staging.obstacles)
            reasons.append(plainText(obstacle.text));
        if (reasons.isEmpty() && staging.isProven && staging.atOnce.changes == 0)
            say(tr("Nothing is pending"), tr("The working copy matches what runs in production."));
        else
            say(staging.isProven ? tr("No split keeps to these limits") : tr("No split was found"),
                reasons.isEmpty() ? tr("Loosen a limit, and look again.") : reasons.join(u'\n'));
        return;
    }
    m_split = std::move(split);
    m_headline->setText(splitHeadline(*m_split));
    m_verdict->setText(splitVerdict(*m_split));
    m_deployments->clear();
    for (int i = 0; i < m_split->staging.deployments.size(); ++i)
        m_deployments->addItem(deploymentText(*m_split, i));
    m_pages->setCurrentIndex(0);
    m_deployments->setCurrentRow(0);
}

/// What was found doesn't keep to limits that have changed since.
void StagingDialog::outdate()
{
    m_split.reset();
    m_failure->hide();
    say(tr("Fewest restarts"),
        tr("What is pending is split into deployments that keep to the limits at the left, with as few "
           "restarts and interruptions as can be. Nothing is changed by looking."));
}

void StagingDialog::say(const QString &title, const QString &sentence)
{
    m_state->setTexts(title, sentence);
    m_pages->setCurrentWidget(m_state);
}

// --- One deployment ---

int StagingDialog::chosen() const
{
    return m_split ? m_deployments->currentRow() + 1 : 0;
}

void StagingDialog::showDeployment()
{
    m_effect->clear();
    const int count = chosen();
    m_keep->setEnabled(
        count > 0 && !m_document.isReadOnly() && count < m_split->staging.deployments.size());
    m_save->setEnabled(count > 0);
    m_keep->setText(count > 1 ? tr("Keep only 1 to %1 in the working copy").arg(count)
                              : tr("Keep only this in the working copy"));
    if (count == 0)
        return;
    const auto &deployment = m_split->staging.deployments.at(count - 1);
    QMap<Action, QStringList> rows;
    for (const auto &instance : deployment.plan.instances) {
        QStringList tenants;
        for (const auto &tenant : instance.tenantsInterrupted)
            tenants.append(nameText(tenant));
        rows[instance.action].append(tenants.isEmpty()
                ? nameText(instance.name)
                : tr("%1, interrupts %2").arg(nameText(instance.name), shortList(tenants)));
    }
    for (auto it = rows.cbegin(); it != rows.cend(); ++it) {
        const auto mark = markOf(it.key());
        m_effect->addGroup(tr("%1 (%2)").arg(markWord(mark)).arg(it->size()), *it, mark);
    }
    QStringList changes;
    for (const auto &change : m_split->changes.at(count - 1))
        changes.append(changeText(change));
    m_effect->addGroup(tr("Changes (%1)").arg(changes.size()), changes, Mark::Changed);
    QMap<Severity, QStringList> findings;
    for (const auto &found : deployment.findings)
        findings[found.finding.severity].append(plainText(found.message));
    for (auto it = findings.cbegin(); it != findings.cend(); ++it) {
        const auto mark = markOf(it.key());
        m_effect->addGroup(
            tr("%1, found after it (%2)").arg(markWord(mark)).arg(it->size()), *it, mark);
    }
}

void StagingDialog::complain(const QString &text)
{
    m_failure->setText(text);
    m_failure->show();
}

/// All of it becomes a revision first, so that the rest is there when its turn comes.
void StagingDialog::keepOnlyChosen()
{
    const int count = chosen();
    if (m_document.head().step != m_step) {
        complain(tr("The document has changed meanwhile. Find the split again."));
        return;
    }
    const auto revision = m_document.saveRevision(
        tr("All of it, before it was split into deployments"), Store::Deployed::No);
    if (!revision) {
        complain(revision.error().text());
        return;
    }
    const auto &split = *m_split;
    const auto state = m_document.apply(
        [&](const Topology &topology) { return keepOnly(topology, split, count); });
    if (!state) {
        complain(state.error().text());
        return;
    }
    Q_EMIT done(
        tr("The working copy holds the deployments up to %1. All of it is kept as revision %2: "
           "restore that once this is deployed, and go on with the rest.")
            .arg(count)
            .arg(revision->number));
    accept();
}

void StagingDialog::saveChosen()
{
    const int count = chosen();
    const auto suggestion =
        u"%1-deployment-%2.switchyard"_s.arg(QFileInfo(m_document.path()).completeBaseName())
            .arg(count);
    const auto path = m_prompts.saveFile(tr("Save as document"), suggestion,
        tr("Switchyard documents (*.switchyard);;All files (*)"));
    if (path.isEmpty())
        return;
    const auto failed = doLongWork<Result<void>>(tr("Saving the deployment"), this,
        [split = *m_split, path, count, author = m_document.author()]() -> Result<void> {
            const auto made =
                Document::create(path, author, split.stage(count), split.stage(count - 1));
            if (!made)
                return tl::unexpected(made.error());
            return {};
        });
    if (!failed)
        return;
    if (!*failed) {
        complain(failed->error().text());
        return;
    }
    m_failure->hide();
    Q_EMIT done(
        tr("Deployment %1 is saved as %2.").arg(count).arg(plainText(QFileInfo(path).fileName())));
}

void StagingDialog::copy() const
{
    QGuiApplication::clipboard()->setText(splitText(*m_split));
}
