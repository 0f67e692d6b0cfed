// SPDX-License-Identifier: Apache-2.0
#include "views/problems/problemdetail.h"

#include "models/rules/catalogue.h"
#include "models/rules/facts.h"
#include "models/rules/waivers.h"
#include "models/topology/edits.h"
#include "views/common/flowlayout.h"
#include "views/common/linkbutton.h"
#include "views/common/mark.h"
#include "views/common/notices.h"
#include "views/common/objecttext.h"
#include "views/common/plainlabel.h"
#include "views/common/plannedrow.h"
#include "views/common/selection.h"
#include "views/problems/fixbutton.h"
#include "views/problems/problemsmodel.h"

#include <QDesktopServices>
#include <QLocale>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

ProblemDetail::ProblemDetail(Document &document, Selection &selection, QWidget *parent)
    : QScrollArea(parent)
    , m_document(document)
    , m_selection(selection)
    , m_offer(document, this)
{
    connect(&m_offer, &FixOffer::ready, this, &ProblemDetail::showFixes);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setBackgroundRole(QPalette::Base);
    show(nullptr);
}

void ProblemDetail::show(const ProblemRow *row)
{
    m_offer.stop();
    m_fixes = nullptr;
    m_behind.clear();
    m_finding.reset();
    auto *page = new QWidget;
    page->setObjectName(u"problemDetailPage"_s);
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    m_column = new QVBoxLayout(page);
    m_column->setContentsMargins(12, 10, 12, 10);
    m_column->setSpacing(6);
    if (!row)
        addText(tr("Choose a line to see the reason behind it."), true);
    else if (row->kind == ProblemRow::Kind::Finding)
        showFinding(row->finding());
    else
        showRestart(row->application());
    m_column->addStretch(1);
    setWidget(page);
}

void ProblemDetail::showFinding(FindingId id)
{
    const auto &topology = m_document.topology();
    const auto &finding = m_document.validator().finding(id);
    const auto rule = ruleInfo(finding.rule);
    addHead(markOf(finding), rule.title);
    addText(message(topology, finding));
    addWaiver(finding);

    QList<ObjectId> related;
    QStringList others;
    const auto subjects = relatedByName(topology, finding);
    for (const auto &subject : subjects) {
        if (subject.kind == Subject::Kind::Object)
            related.append(subject.object);
        else
            others.append(plainText(subjectName(topology, subject)));
    }
    QList<ObjectId> tenants;
    const auto named = tenantsByName(topology, finding);
    for (const auto tenant : named)
        tenants.append(tenant);
    addFacts(kindLabel(finding.object.kind), {finding.object});
    addFacts(tr("Tenants"), tenants);
    addFacts(tr("Related"), related, others);
    addReasons(finding);

    if (!m_document.isReadOnly()) {
        m_finding = id;
        m_fixes = new QVBoxLayout;
        m_fixes->setSpacing(4);
        m_column->addLayout(m_fixes);
        if (hasFixes(finding.rule))
            m_offer.start(id);
        addWaiverButtons(id);
    }

    addText(rule.explanation);
    addText(rule.remedy);
    if (!rule.reading.isEmpty())
        addText(tr("How we read the source: %1").arg(rule.reading));
    if (rule.isInference)
        addText(tr("This is our inference from the source, not its statement."), true);
    addText(tr("Source: %1, page %2: %3. Rule %4.")
                .arg(rule.source.document, rule.source.page, rule.source.topic, QString(rule.id)),
        true);
    addLink(rule.source.address, rule.source.address);
}

/// The facts that together make the finding: each leads to the field where it stands, and the
/// finding goes with any one of them.
void ProblemDetail::addReasons(const Finding &finding)
{
    const auto &topology = m_document.topology();
    const auto facts = factsOf(topology, finding);
    if (!facts.isEmpty())
        addText(tr("These together make it:"), true);
    for (const auto &fact : facts) {
        const auto text = plainText(factText(topology, fact));
        if (fact.isSetting()) {
            addText(text);
            continue;
        }
        auto *link = new LinkButton(tr("%1: %2").arg(objectLabel(topology, fact.object), text));
        link->setObjectName(u"reasonLink"_s);
        link->setToolTip(tr("Without this the finding would go."));
        connect(link, &LinkButton::clicked, this,
            [this, object = fact.object, field = fact.field.value_or(Field::Name)] {
                m_selection.reveal(object, field);
            });
        m_column->addWidget(link);
    }
}

void ProblemDetail::showFixes(const QList<PricedFix> &fixes)
{
    constexpr int shown = 3;
    const auto id = *m_finding;
    QList<QWidget *> inTabOrder;
    for (int i = 0; i < std::min(int(fixes.size()), shown); ++i) {
        auto *button = new FixButton(fixes.at(i));
        connect(button, &FixButton::clicked, this, [this, id, i] { Q_EMIT fixRequested(id, i); });
        m_fixes->addWidget(button);
        inTabOrder.append(button);
    }
    if (fixes.size() > shown) {
        auto *more = new LinkButton(tr("%1 more…").arg(fixes.size() - shown));
        more->setObjectName(u"moreFixesButton"_s);
        connect(more, &LinkButton::clicked, this, [this, id] { Q_EMIT fixRequested(id, shown); });
        m_fixes->addWidget(more);
        inTabOrder.append(more);
    }
    // They came last, and stand before the others.
    inTabOrder.append(m_behind);
    for (qsizetype i = 1; i < inTabOrder.size(); ++i)
        QWidget::setTabOrder(inTabOrder.at(i - 1), inTabOrder.at(i));
}

void ProblemDetail::addWaiver(const Finding &finding)
{
    const auto *waiver = m_document.topology().findWaiver(waiverKey(finding));
    if (!waiver)
        return;
    const auto until = QLocale().toString(waiver->expiry, QLocale::ShortFormat);
    QStringList about;
    if (!waiver->owner.isEmpty())
        about.append(tr("Owner: %1.").arg(plainText(waiver->owner)));
    if (waiver->expiry.isValid())
        about.append((finding.isWaived ? tr("Until %1.") : tr("Expired after %1.")).arg(until));
    addText((finding.isWaived ? tr("Waived: %1") : tr("Was waived: %1"))
                .arg(plainText(waiver->reason)));
    if (!about.isEmpty())
        addText(about.join(u' '), true);
}

void ProblemDetail::addWaiverButtons(FindingId id)
{
    const auto &finding = m_document.validator().finding(id);
    const auto *waiver = m_document.topology().findWaiver(waiverKey(finding));
    auto *row = new QWidget;
    auto *flow = new FlowLayout(row);
    auto *waive = new QPushButton(waiver ? tr("Change waiver…") : tr("Waive…"), row);
    waive->setObjectName(u"waiveButton"_s);
    connect(waive, &QPushButton::clicked, this, [this, id] { Q_EMIT waiveRequested(id); });
    flow->addWidget(waive);
    m_behind.append(waive);
    if (waiver) {
        auto *withdrawal = new QPushButton(tr("Withdraw waiver"), row);
        withdrawal->setObjectName(u"withdrawButton"_s);
        connect(
            withdrawal, &QPushButton::clicked, this, [this, key = waiver->key] { withdraw(key); },
            Qt::QueuedConnection);
        flow->addWidget(withdrawal);
        m_behind.append(withdrawal);
    }
    m_column->addWidget(row);
}

void ProblemDetail::withdraw(const WaiverKey &key)
{
    const auto state =
        m_document.apply([&](const Topology &topology) { return withdrawWaiver(topology, key); });
    if (succeeded(state, this))
        postNotice(this, {tr("The waiver is withdrawn: the finding counts again."), {}, {}, {}});
}

void ProblemDetail::showRestart(ApplicationId application)
{
    const auto instance = m_document.planner().instance(application);
    addHead(markOf(instance.action), markWord(markOf(instance.action)));
    addText(plannedSentence(m_document, application));
    for (const auto &reason : instance.reasons)
        addText(plainText(reasonText(reason)), true);
    addFacts(kindLabel(Kind::Application), {application});
    const auto *row = m_document.planner().row(application);
    QList<ObjectId> changed;
    QList<ObjectId> bystanders;
    QStringList gone;
    for (const auto tenant : row->interrupted) {
        if (!m_document.topology().tenants().contains(tenant))
            gone.append(nameText(m_document.baseline().tenant(tenant).name));
        else
            (row->bystanders.contains(tenant) ? bystanders : changed).append(tenant);
    }
    addFacts(tr("Interrupts"), changed, gone);
    addFacts(tr("Bystanders"), bystanders);
    const auto source = actionSource(instance);
    if (!source.isEmpty())
        addText(tr("Source: %1").arg(source), true);
}

void ProblemDetail::addHead(Mark mark, const QString &title)
{
    auto *row = new QHBoxLayout;
    auto *icon = plainLabel({}, widget());
    icon->setPixmap(markIcon(mark).pixmap(QSize(16, 16), devicePixelRatioF()));
    row->addWidget(icon);
    auto *label = plainLabel(title, nullptr, LabelKind::Paragraph);
    label->setObjectName(u"detailTitle"_s);
    auto font = label->font();
    font.setBold(true);
    label->setFont(font);
    row->addWidget(label, 1);
    m_column->addLayout(row);
}

void ProblemDetail::addText(const QString &text, bool isMuted)
{
    auto *label = plainLabel(text, nullptr, LabelKind::Paragraph);
    if (isMuted)
        label->setForegroundRole(QPalette::PlaceholderText);
    m_column->addWidget(label);
}

void ProblemDetail::addLink(const QString &text, const QString &address)
{
    auto *link = new LinkButton(text);
    link->setObjectName(u"sourceLink"_s);
    connect(
        link, &LinkButton::clicked, this, [address] { QDesktopServices::openUrl(QUrl(address)); });
    m_column->addWidget(link);
    m_behind.append(link);
}

void ProblemDetail::addFacts(
    const QString &label, const QList<ObjectId> &objects, const QStringList &others)
{
    if (objects.isEmpty() && others.isEmpty())
        return;
    constexpr qsizetype shown = 24;
    auto *facts = new QWidget;
    auto *flow = new FlowLayout(facts);
    auto *caption = plainLabel(label, facts);
    caption->setForegroundRole(QPalette::PlaceholderText);
    flow->addWidget(caption);
    for (const auto &object : objects.mid(0, shown)) {
        auto *link = new LinkButton(objectLabel(m_document.topology(), object), facts);
        link->setObjectName(u"factLink"_s);
        connect(link, &LinkButton::clicked, this, [this, object] { m_selection.select(object); });
        flow->addWidget(link);
    }
    for (const auto &text : others.mid(0, shown))
        flow->addWidget(plainLabel(text, facts));
    const auto more = std::max<qsizetype>(0, objects.size() - shown)
        + std::max<qsizetype>(0, others.size() - shown);
    if (more > 0)
        flow->addWidget(plainLabel(tr("and %1 more").arg(more), facts));
    m_column->addWidget(facts);
}
