// SPDX-License-Identifier: Apache-2.0
#include "views/window/whatifdialog.h"

#include "views/common/elideddelegate.h"
#include "views/common/emptystate.h"
#include "views/common/mark.h"
#include "views/common/objecttext.h"
#include "views/common/plainlabel.h"
#include "views/window/longwork.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QIcon>
#include <QLineEdit>
#include <QRadioButton>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

enum Column { ApplicationColumn, NowColumn, ThenColumn };

/// "Restart, wave 1, outage of Acme, Globex".
QString rowText(const std::optional<PlannedInstance> &instance)
{
    if (!instance)
        return WhatIfDialog::tr("not in the plan");
    QStringList parts {markWord(markOf(instance->action))};
    if (instance->wave)
        parts.append(WhatIfDialog::tr("wave %1").arg(*instance->wave));
    QStringList tenants;
    for (const auto &tenant : instance->tenantsInterrupted)
        tenants.append(nameText(tenant));
    if (!tenants.isEmpty())
        parts.append((instance->interruption == Interruption::Switchover
                ? WhatIfDialog::tr("switchover for %1")
                : WhatIfDialog::tr("outage for %1"))
                         .arg(shortList(tenants)));
    return parts.join(u", "_s);
}

QString summaryText(const PlanSummary &plan)
{
    QStringList parts {
        counted(plan.restarts, WhatIfDialog::tr("1 restart"), WhatIfDialog::tr("%1 restarts"))};
    parts.append(counted(plan.tenantsInterrupted, WhatIfDialog::tr("1 tenant interrupted"),
        WhatIfDialog::tr("%1 tenants interrupted")));
    if (plan.notStated > 0)
        parts.append(WhatIfDialog::tr("%1 not stated").arg(plan.notStated));
    if (plan.immediate > 0)
        parts.append(WhatIfDialog::tr("%1 immediate").arg(plan.immediate));
    return parts.join(u" · ");
}

}  // namespace

WhatIfDialog::WhatIfDialog(Document &document, ApplicationId application, QWidget *parent)
    : QDialog(parent)
    , m_document(document)
    , m_application(application)
    , m_patience(this)
    , m_release(new QLineEdit(this))
    , m_before(new QRadioButton(tr("Installed before what is pending"), this))
    , m_with(new QRadioButton(tr("Installed together with it"), this))
    , m_summary(plainLabel({}, this, LabelKind::Paragraph))
    , m_rows(new QTreeWidget(this))
    , m_state(new EmptyState({}, {}, this))
    , m_pages(new QStackedWidget(this))
{
    setObjectName(u"whatIfDialog"_s);
    setWindowTitle(tr("What if…"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(10);
    auto *note = plainLabel(
        tr("Nothing is changed: this is a plan to look at, and is gone when you close it."), this,
        LabelKind::Paragraph);
    note->setObjectName(u"whatIfNoteLabel"_s);
    column->addWidget(makeFields());
    column->addWidget(note);
    m_summary->setObjectName(u"whatIfSummaryLabel"_s);
    column->addWidget(m_summary);
    m_rows->setObjectName(u"whatIfView"_s);
    m_rows->setAccessibleName(tr("Rows of the plan that would be others"));
    m_rows->setColumnCount(3);
    m_rows->setHeaderLabels({tr("Application"), tr("Now"), tr("Then")});
    m_rows->setRootIsDecorated(false);
    m_rows->setUniformRowHeights(true);
    m_rows->setIconSize({14, 14});
    m_rows->setItemDelegate(new ElidedDelegate(m_rows));
    m_rows->header()->setStretchLastSection(false);
    m_rows->header()->setSectionResizeMode(NowColumn, QHeaderView::Stretch);
    m_rows->header()->setSectionResizeMode(ThenColumn, QHeaderView::Stretch);
    m_rows->header()->resizeSection(ApplicationColumn, 170);
    m_state->setObjectName(u"whatIfStateView"_s);
    m_pages->addWidget(m_rows);
    m_pages->addWidget(m_state);
    column->addWidget(m_pages, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    column->addWidget(buttons);

    m_patience.setSingleShot(true);
    m_patience.setInterval(200);
    connect(&m_patience, &QTimer::timeout, this, &WhatIfDialog::work);
    connect(m_release, &QLineEdit::textChanged, this, &WhatIfDialog::ask);
    connect(m_with, &QRadioButton::toggled, this, &WhatIfDialog::ask);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&document, &Document::historyChanged, this, &WhatIfDialog::ask);
    connect(&document, &Document::baselineChanged, this, &WhatIfDialog::ask);
    ask();
    resize(820, 460);
}

QWidget *WhatIfDialog::makeFields()
{
    const auto &application = m_document.topology().application(m_application);
    auto *fields = new QWidget(this);
    auto *form = new QFormLayout(fields);
    form->setContentsMargins(0, 0, 0, 0);
    m_release->setObjectName(u"whatIfReleaseEdit"_s);
    m_release->setText(application.release);
    m_release->setPlaceholderText(tr("Release, such as 8.1.4"));
    m_release->selectAll();
    const auto add = [&](const QString &text, QWidget *field) {
        auto *label = plainLabel(text, fields);
        label->setBuddy(field);
        field->setAccessibleName(text);
        form->addRow(label, field);
    };
    add(tr("If %1 had release").arg(nameText(application.name)), m_release);
    m_before->setObjectName(u"upgradeBeforeButton"_s);
    m_before->setChecked(true);
    m_with->setObjectName(u"upgradeWithButton"_s);
    form->addRow(QString(), m_before);
    form->addRow(QString(), m_with);
    const bool isNew = !m_document.baseline().contains(m_application);
    m_before->setVisible(!isNew);
    m_with->setVisible(!isNew);
    return fields;
}

void WhatIfDialog::ask()
{
    m_isOutdated = true;
    m_patience.start();
}

void WhatIfDialog::work()
{
    if (m_isWorking)
        return;
    m_isOutdated = false;
    if (!m_document.topology().applications().contains(m_application)) {
        say(tr("It is gone"), tr("The server has been removed meanwhile."));
        return;
    }
    m_isWorking = true;
    startLongWork<Result<WhatIf>>(
        this,
        [baseline = m_document.baseline(), working = m_document.topology(),
            application = m_application, release = m_release->text().trimmed(),
            upgrade = m_with->isChecked() ? Upgrade::With : Upgrade::Before] {
            return whatIfRelease(baseline, working, application, release, upgrade);
        },
        [this](const Result<WhatIf> &result) { take(result); });
}

void WhatIfDialog::take(const Result<WhatIf> &result)
{
    m_isWorking = false;
    if (m_isOutdated) {
        if (!m_patience.isActive())
            work();
        return;
    }
    m_rows->clear();
    if (!result) {
        say(tr("There is no such plan"), result.error().text());
        return;
    }
    m_summary->setText(
        tr("Now: %1\nThen: %2")
            .arg(summaryText(result->now.summary), summaryText(result->then.summary)));
    if (result->differing.isEmpty()) {
        say(tr("The plan would be the same"),
            tr("No row differs: who restarts, when, and whom it interrupts."));
        return;
    }
    // More than anybody would go through here.
    constexpr qsizetype listed = 500;
    for (const auto &row : result->differing.mid(0, listed)) {
        auto *item = new QTreeWidgetItem(
            m_rows, {nameText(row.either().name), rowText(row.now), rowText(row.then)});
        if (row.now)
            item->setIcon(NowColumn, markIcon(markOf(row.now->action)));
        if (row.then)
            item->setIcon(ThenColumn, markIcon(markOf(row.then->action)));
    }
    if (result->differing.size() > listed)
        new QTreeWidgetItem(m_rows, {tr("and %1 more").arg(result->differing.size() - listed)});
    m_pages->setCurrentWidget(m_rows);
}

void WhatIfDialog::say(const QString &title, const QString &sentence)
{
    m_state->setTexts(title, sentence);
    m_pages->setCurrentWidget(m_state);
}
