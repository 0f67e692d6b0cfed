// SPDX-License-Identifier: Apache-2.0
#include "views/window/fixdialog.h"

#include "models/document/fixall.h"
#include "models/rules/catalogue.h"
#include "views/common/elideddelegate.h"
#include "views/common/objecttext.h"
#include "views/common/plainlabel.h"
#include "views/window/longwork.h"
#include "views/window/stepeffectview.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

FixDialog::FixDialog(Document &document, FindingId finding, int choice, QWidget *parent)
    : QDialog(parent)
    , m_document(document)
    , m_id(finding)
    , m_finding(document.validator().finding(finding))
    , m_message(plainLabel({}, this, LabelKind::Paragraph))
    , m_choices(new QListWidget(this))
    , m_effect(new StepEffectView(this))
    , m_all(new QCheckBox(this))
    , m_failure(plainLabel({}, this, LabelKind::Paragraph))
{
    setObjectName(u"fixDialog"_s);
    setWindowTitle(tr("Fix a problem"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_message->setObjectName(u"fixMessageLabel"_s);
    auto bold = m_message->font();
    bold.setBold(true);
    m_message->setFont(bold);
    m_choices->setObjectName(u"fixesList"_s);
    m_choices->setAccessibleName(tr("Ways to fix it, the cheapest first"));
    m_choices->setItemDelegate(new ElidedDelegate(m_choices));
    m_all->setObjectName(u"allOfRuleBox"_s);
    m_failure->setObjectName(u"fixFailureLabel"_s);
    m_failure->hide();

    auto *column = new QVBoxLayout(this);
    column->setSpacing(10);
    column->addWidget(m_message);
    column->addWidget(plainLabel(tr("Ways to fix it, the cheapest first:"), this));
    column->addWidget(m_choices);
    column->addWidget(plainLabel(tr("What this does:"), this));
    column->addWidget(m_effect, 1);
    column->addWidget(m_all);
    column->addWidget(m_failure);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_apply = buttons->addButton(tr("Apply this fix"), QDialogButtonBox::AcceptRole);
    m_apply->setObjectName(u"applyFixButton"_s);
    m_apply->setDefault(true);
    column->addWidget(buttons);

    connect(buttons, &QDialogButtonBox::accepted, this, &FixDialog::apply);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&document, &Document::historyChanged, this, &FixDialog::follow);
    connect(&document, &Document::baselineChanged, this, &FixDialog::follow);
    follow();
    m_choices->setCurrentRow(std::clamp(choice, 0, int(m_fixes.size()) - 1));
    connect(m_choices, &QListWidget::currentRowChanged, this, &FixDialog::preview);
    connect(m_all, &QCheckBox::toggled, this, &FixDialog::preview);
    preview();
    m_choices->setFocus();
    resize(720, 600);
}

/// The document is another one.
void FixDialog::follow()
{
    const QSignalBlocker blocker(m_choices);
    const int chosen = m_choices->currentRow();
    m_fixes.clear();
    m_choices->clear();
    const auto &validator = m_document.validator();
    const bool stands = validator.contains(m_id) && validator.finding(m_id).rule == m_finding.rule
        && validator.finding(m_id).object == m_finding.object;
    if (stands) {
        m_finding = validator.finding(m_id);
        m_message->setText(plainText(message(m_document.topology(), m_finding)));
        m_fixes = pricedFixes(m_document, m_finding);
    } else {
        m_message->setText(tr("This problem is gone already."));
    }
    for (const auto &fix : std::as_const(m_fixes)) {
        const auto cost = costText(fix.cost);
        const auto title = plainText(fix.fix.step.title);
        m_choices->addItem(cost.isEmpty() ? title : tr("%1 · %2").arg(title, cost));
    }
    constexpr int rowsSeen = 5;
    m_choices->setFixedHeight(2 * m_choices->frameWidth()
        + std::clamp(m_choices->count(), 1, rowsSeen) * m_choices->sizeHintForRow(0));
    m_choices->setCurrentRow(std::min(chosen, int(m_fixes.size()) - 1));

    const auto all = validator.findings();
    const auto ofRule = std::count_if(all.cbegin(), all.cend(), [&](FindingId id) {
        const auto &finding = validator.finding(id);
        return finding.rule == m_finding.rule && !finding.isWaived;
    });
    m_all->setVisible(stands && !m_finding.isWaived && ofRule > 1);
    m_all->setText(tr("Apply to all %1 of this rule").arg(ofRule));
    preview();
}

Step FixDialog::chosenStep(QStringList &skipped)
{
    const auto &fix = m_fixes.at(m_choices->currentRow()).fix;
    if (m_all->isHidden() || !m_all->isChecked())
        return fix.step;
    auto all = doLongWork<FixAll>(tr("Working out the fixes…"), this,
        [topology = m_document.topology(), baseline = m_document.baseline(),
            today = m_document.today(), rule = m_finding.rule,
            choice = FixChoice {fix.place, fix.way}] {
            const auto isWanted = [&](const Finding &finding) {
                return finding.rule == rule && !finding.isWaived;
            };
            return fixAll(topology, baseline, today, isWanted, choice);
        });
    if (!all)
        return {};
    for (const auto &left : std::as_const(all->skipped))
        skipped.append(tr("%1 %2").arg(plainText(left.finding), plainText(left.why)));
    all->step.title =
        tr("Fix %1 of rule %2").arg(all->fixed).arg(QString(ruleName(m_finding.rule)));
    return std::move(all->step);
}

void FixDialog::preview()
{
    QStringList skipped;
    m_step = m_choices->currentRow() < 0 ? Step() : chosenStep(skipped);
    m_head = m_document.head();
    m_effect->clear();
    if (!m_step.isEmpty())
        m_effect->add(m_document.effectOf(m_step));
    m_effect->addGroup(tr("Skipped (%1)").arg(skipped.size()), skipped, Mark::Warning);
    m_apply->setEnabled(!m_step.isEmpty());
    m_apply->setText(
        !m_all->isHidden() && m_all->isChecked() ? tr("Apply to all") : tr("Apply this fix"));
}

void FixDialog::apply()
{
    const auto shown = m_step;
    const auto head = m_head;
    // Not a preview of what this does itself. The same state would make the same step again;
    // another process may have brought about another one.
    disconnect(&m_document, &Document::historyChanged, this, nullptr);
    const auto done = m_document.apply([&](const Topology &) -> Result<Step> {
        if (m_document.head() != head)
            return failure(Error::Code::Conflict,
                tr("The document has changed meanwhile. The preview is made anew: look at it again."));
        return shown;
    });
    if (done) {
        Q_EMIT applied(tr("Done: %1.").arg(plainText(shown.title)));
        accept();
        return;
    }
    connect(&m_document, &Document::historyChanged, this, &FixDialog::follow);
    follow();
    m_failure->setText(done.error().text());
    m_failure->show();
}
