// SPDX-License-Identifier: Apache-2.0
#include "views/review/reviewpage.h"

#include "models/document/document.h"
#include "views/common/objecttext.h"
#include "views/review/changesstep.h"
#include "views/review/exportstep.h"
#include "views/review/exporttexts.h"
#include "views/review/problemsstep.h"
#include "views/review/steplist.h"

#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

ReviewPage::ReviewPage(Document &document, Selection &selection, QWidget *restarts, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_steps(new StepList(this))
    , m_pages(new QStackedWidget(this))
    , m_export(new ExportStep(document, selection, this))
    , m_timer(new QTimer(this))
{
    setObjectName(u"reviewPanel"_s);
    auto *problems = new ProblemsStep(document, selection, this);
    // In the order of ReviewStep.
    for (const auto &title : {tr("Changes"), tr("Problems"), tr("Restarts"), tr("Export")})
        m_steps->addStep(title);
    for (auto *step : std::initializer_list<QWidget *> {
             new ChangesStep(document, selection, this), problems, restarts, m_export}) {
        // Rather cut than a window that can't be narrow.
        step->setMinimumWidth(200);
        m_pages->addWidget(step);
    }

    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setObjectName(u"reviewSplitter"_s);
    splitter->setChildrenCollapsible(false);
    m_steps->setMinimumWidth(120);
    splitter->addWidget(m_steps);
    splitter->addWidget(m_pages);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({170, 700});
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(splitter);
    setFocusProxy(m_steps);

    connect(m_steps, &StepList::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
    // Enter goes on into the step.
    connect(m_steps, &StepList::activated, this, [this] { m_pages->currentWidget()->setFocus(); });
    connect(problems, &ProblemsStep::problemsRequested, this, &ReviewPage::problemsRequested);
    connect(m_export, &ExportStep::errorsRequested, this, [this] {
        show(ReviewStep::Problems);
        m_pages->currentWidget()->setFocus();
    });
    m_timer->setSingleShot(true);
    m_timer->setInterval(0);
    connect(m_timer, &QTimer::timeout, this, &ReviewPage::updateStates);
    for (const auto fact : {&Document::baselineChanged, &Document::historyChanged})
        connect(&document, fact, this, &ReviewPage::scheduleUpdate);
    connect(&document, &Document::changed, this, &ReviewPage::scheduleUpdate);
    connect(&document, &Document::findingsChanged, this, &ReviewPage::scheduleUpdate);
    updateStates();
    show(ReviewStep::Changes);
}

void ReviewPage::show(ReviewStep step)
{
    m_steps->setCurrentRow(int(step));
}

void ReviewPage::scheduleUpdate()
{
    m_timer->start();
}

void ReviewPage::updateStates()
{
    const auto findings = m_document.validator().summary();
    const auto plan = m_document.planner().summary();
    const auto pending = int(m_document.topology().pendingRestarts().size());
    // What is nought is left out.
    const auto list = [](QStringList parts, const QString &none) {
        parts.removeAll(QString());
        return parts.isEmpty() ? none : parts.join(u", "_s);
    };
    const auto some = [](int count, const QString &one, const QString &several) {
        return count > 0 ? counted(count, one, several) : QString();
    };
    m_steps->setState(int(ReviewStep::Changes),
        list({some(plan.changes, tr("1 change"), tr("%1 changes"))}, tr("no change")));
    // Advice stands where nothing worse does.
    const auto advice = findings.errors + findings.warnings == 0 ? findings.advice : 0;
    m_steps->setState(int(ReviewStep::Problems),
        list({some(findings.errors, tr("1 error"), tr("%1 errors")),
                 some(findings.warnings, tr("1 warning"), tr("%1 warnings")),
                 some(advice, tr("1 advice"), tr("%1 advice"))},
            tr("no problems")));
    m_steps->setState(int(ReviewStep::Restarts),
        list({some(plan.restarts, tr("1 restart"), tr("%1 restarts")),
                 some(plan.tenantsInterrupted, tr("1 tenant"), tr("%1 tenants")),
                 some(plan.notStated, tr("1 not stated"), tr("%1 not stated")),
                 some(pending, tr("1 pending"), tr("%1 pending"))},
            tr("no restart")));
    m_steps->setState(int(ReviewStep::Export), exportState(m_document),
        findings.errors > 0 || m_document.isReadOnly());
}
