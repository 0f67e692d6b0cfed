// SPDX-License-Identifier: Apache-2.0
#include "views/review/exportstep.h"

#include "models/document/document.h"
#include "views/common/lazyrefresh.h"
#include "views/common/linkbutton.h"
#include "views/common/notices.h"
#include "views/common/objecttext.h"
#include "views/common/plainlabel.h"
#include "views/review/exportedpane.h"
#include "views/review/exportform.h"

#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QScrollArea *scrolled(QWidget *content, QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(content);
    area->setFocusProxy(content);
    return area;
}

/// Kept to a width that is good to read.
QWidget *page(const QList<QWidget *> &parts)
{
    auto *page = new QWidget;
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    auto *inner = new QWidget(page);
    inner->setMaximumWidth(720);
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(12);
    for (auto *part : parts)
        column->addWidget(part);
    column->addStretch(1);
    auto *row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(inner, 1);
    row->addStretch(0);
    page->setFocusProxy(parts.constLast());
    return page;
}

}  // namespace

ExportStep::ExportStep(Document &document, Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_pages(new QStackedWidget(this))
    , m_form(new ExportForm(document, selection))
    , m_exported(new ExportedPane(document, selection))
    , m_pending(new LinkButton({}))
    , m_busy(makeBusyLine())
    , m_refresh(new LazyRefresh(this, [this] { refresh(); }))
    , m_patience(new QTimer(this))
{
    setObjectName(u"exportStep"_s);
    m_pending->setObjectName(u"pendingLink"_s);
    m_pages->addWidget(scrolled(page({m_pending, m_form}), this));
    m_pages->addWidget(scrolled(page({m_exported}), this));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_pages, 1);
    column->addWidget(m_busy);
    setFocusProxy(m_form);

    connect(&document, &Document::changed, m_refresh, &LazyRefresh::schedule);
    connect(&document, &Document::findingsChanged, m_refresh, &LazyRefresh::schedule);
    connect(&document, &Document::baselineChanged, m_refresh, &LazyRefresh::schedule);
    connect(&document, &Document::historyChanged, m_refresh, &LazyRefresh::schedule);
    connect(m_form, &ExportForm::exportRequested, this, [this](const ExportWish &wish) {
        if (!m_isBusy)
            Q_EMIT exportRequested(wish);
    });
    connect(m_form, &ExportForm::paperRequested, this, [this](const PaperWish &wish) {
        if (!m_isBusy)
            Q_EMIT paperRequested(wish);
    });
    connect(m_form, &ExportForm::errorsRequested, this, &ExportStep::errorsRequested);
    m_patience->setSingleShot(true);
    m_patience->setInterval(300);
    connect(m_patience, &QTimer::timeout, m_busy, &QWidget::show);
    connect(m_exported, &ExportedPane::backRequested, this, [this] {
        m_pages->setCurrentIndex(0);
        m_form->setFocus();
    });
    connect(m_pending, &LinkButton::clicked, this, &ExportStep::showPending);
}

QWidget *ExportStep::makeBusyLine()
{
    auto *line = new QWidget(this);
    line->setObjectName(u"busyLine"_s);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(16, 6, 16, 6);
    m_busyText = plainLabel({}, line);
    auto *bar = new QProgressBar(line);
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setMaximumWidth(160);
    auto *cancel = new QPushButton(tr("Cancel"), line);
    cancel->setObjectName(u"cancelExportButton"_s);
    row->addWidget(m_busyText);
    row->addWidget(bar);
    row->addWidget(cancel);
    row->addStretch();
    connect(cancel, &QPushButton::clicked, this, &ExportStep::cancelRequested);
    line->hide();
    return line;
}

void ExportStep::setBusy(const QString &text)
{
    m_form->showFailure({});
    m_isBusy = true;
    m_busyText->setText(text);
    m_patience->start();
}

void ExportStep::setIdle()
{
    m_isBusy = false;
    m_patience->stop();
    m_busy->hide();
}

void ExportStep::showOutcome(const ExportOutcome &outcome)
{
    m_form->clearComment();
    m_exported->show(outcome);
    m_pages->setCurrentIndex(1);
    m_exported->setFocus();
}

void ExportStep::showFailure(const QString &text)
{
    m_form->showFailure(text);
}

void ExportStep::refresh()
{
    m_form->follow();
    const auto &pending = m_document.topology().pendingRestarts();
    m_pending->setVisible(!pending.isEmpty());
    m_pending->setText(counted(pending.size(), tr("1 exported restart is pending. Tick it off…"),
        tr("%1 exported restarts are pending. Tick them off…")));
}

/// Those of the latest export, across days.
void ExportStep::showPending()
{
    const auto &pending = m_document.topology().pendingRestarts();
    const auto revisions = m_document.revisions();
    if (pending.isEmpty() || !succeeded(revisions, this))
        return;
    const auto latest = *std::max_element(pending.cbegin(), pending.cend());
    for (const auto &revision : *revisions) {
        if (revision.number == latest)
            showOutcome({revision, {}, {}, {}});
    }
}
