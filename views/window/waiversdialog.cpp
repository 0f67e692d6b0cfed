// SPDX-License-Identifier: Apache-2.0
#include "views/window/waiversdialog.h"

#include "models/topology/edits.h"
#include "views/common/elideddelegate.h"
#include "views/common/mark.h"
#include "views/common/objecttext.h"
#include "views/common/plainlabel.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QIcon>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QString stateText(WaiverState state)
{
    switch (state) {
    case WaiverState::InForce:
        return WaiversDialog::tr("In force");
    case WaiverState::Expired:
        return WaiversDialog::tr("Expired: it counts again");
    case WaiverState::Stale:
        break;
    }
    return WaiversDialog::tr("Stale: nothing to waive");
}

}  // namespace

WaiversDialog::WaiversDialog(Document &document, QWidget *parent)
    : QDialog(parent)
    , m_document(document)
    , m_summary(plainLabel({}, this, LabelKind::Paragraph))
    , m_list(new QTreeWidget(this))
    , m_failure(plainLabel({}, this, LabelKind::Paragraph))
{
    setObjectName(u"waiversDialog"_s);
    setWindowTitle(tr("Waivers"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_summary->setObjectName(u"waiversSummaryLabel"_s);
    m_list->setObjectName(u"waiversList"_s);
    m_list->setAccessibleName(tr("Waivers"));
    m_list->setHeaderLabels(
        {tr("State"), tr("Rule"), tr("What it accepts"), tr("Reason"), tr("Owner"), tr("Until")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setIconSize({14, 14});
    m_list->setItemDelegate(new ElidedDelegate(m_list));
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(2, QHeaderView::Stretch);
    m_list->header()->resizeSection(0, 190);
    m_list->header()->resizeSection(1, 130);
    m_list->header()->resizeSection(3, 160);
    m_failure->hide();

    auto *column = new QVBoxLayout(this);
    column->setSpacing(10);
    column->addWidget(m_summary);
    column->addWidget(m_list, 1);
    column->addWidget(m_failure);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_change = buttons->addButton(tr("Change…"), QDialogButtonBox::ActionRole);
    m_change->setObjectName(u"changeWaiverButton"_s);
    m_withdraw = buttons->addButton(tr("Withdraw"), QDialogButtonBox::ActionRole);
    m_withdraw->setObjectName(u"withdrawWaiverButton"_s);
    buttons->button(QDialogButtonBox::Close)->setDefault(true);
    column->addWidget(buttons);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_change, &QPushButton::clicked, this, [this] {
        if (const auto waiver = chosen())
            Q_EMIT changeRequested(*waiver);
    });
    connect(m_withdraw, &QPushButton::clicked, this, &WaiversDialog::withdraw);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &WaiversDialog::updateButtons);
    connect(&document, &Document::historyChanged, this, &WaiversDialog::fill);
    connect(&document, &Document::findingsChanged, this, &WaiversDialog::fill);
    fill();
    resize(900, 380);
}

void WaiversDialog::fill()
{
    const auto before = chosen();
    const auto &validator = m_document.validator();
    QList<Finding> findings;
    for (const auto id : validator.findings())
        findings.append(validator.finding(id));
    const auto &waivers = m_document.topology().waivers();
    const auto states = waiverStates(m_document.topology(), findings, m_document.today());
    QList<std::pair<WaiverState, Waiver>> rows;
    for (qsizetype i = 0; i < waivers.size(); ++i)
        rows.append({states.at(i), waivers.at(i)});
    std::stable_sort(
        rows.begin(), rows.end(), [](const auto &a, const auto &b) { return a.first > b.first; });

    m_rows.clear();
    m_list->clear();
    qsizetype unsound = 0;
    for (const auto &[state, waiver] : std::as_const(rows)) {
        m_rows.append(waiver);
        unsound += state != WaiverState::InForce;
        auto *item = new QTreeWidgetItem(m_list,
            {stateText(state), waiver.key.rule, plainText(waiver.about), plainText(waiver.reason),
                plainText(waiver.owner),
                waiver.expiry.isValid() ? locale().toString(waiver.expiry, QLocale::ShortFormat)
                                        : QString()});
        item->setIcon(0, markIcon(state == WaiverState::InForce ? Mark::Waived : Mark::Warning));
        if (before && before->key == waiver.key)
            m_list->setCurrentItem(item);
    }
    if (!m_list->currentItem())
        m_list->setCurrentItem(m_list->topLevelItem(0));
    const auto count = counted(m_rows.size(), tr("1 waiver"), tr("%1 waivers"));
    m_summary->setText(unsound == 0
            ? tr("%1, all in force.").arg(count)
            : tr("%1; to look at: %2, stale or expired.").arg(count).arg(unsound));
    updateButtons();
}

std::optional<Waiver> WaiversDialog::chosen() const
{
    const auto row = m_list->indexOfTopLevelItem(m_list->currentItem());
    return row >= 0 && row < m_rows.size() ? std::optional(m_rows.at(row)) : std::nullopt;
}

void WaiversDialog::updateButtons()
{
    const auto waiver = chosen();
    const bool canChange = waiver && !m_document.isReadOnly();
    m_withdraw->setEnabled(canChange);
    m_change->setEnabled(canChange && m_document.topology().contains(waiver->key.object));
}

void WaiversDialog::withdraw()
{
    const auto waiver = chosen();
    if (!waiver)
        return;
    const auto done = m_document.apply(
        [&](const Topology &topology) { return withdrawWaiver(topology, waiver->key); });
    m_failure->setVisible(!done);
    if (!done)
        m_failure->setText(done.error().text());
}
