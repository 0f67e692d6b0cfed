// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/objectpage.h"

#include "views/common/fieldtext.h"
#include "views/common/icons.h"
#include "views/common/objecttext.h"
#include "views/common/plainlabel.h"
#include "views/common/plannedrow.h"
#include "views/inspector/faultnotes.h"
#include "views/inspector/fieldpane.h"
#include "views/inspector/notebox.h"
#include "views/inspector/placeholderbanner.h"
#include "views/inspector/referrerlinks.h"
#include "views/inspector/section.h"

#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

struct Group
{
    const char *title;
    QList<Field> fields;
};

/// Every field of an application; those of other kinds are few enough for one group.
const QList<Group> &applicationGroups()
{
    static const QList<Group> groups {
        {QT_TRANSLATE_NOOP("ObjectPage", "Identity"),
            {Field::Name, Field::Type, Field::Component, Field::Release, Field::State,
                Field::LoadBalanced, Field::Dbid, Field::Template}},
        {QT_TRANSLATE_NOOP("ObjectPage", "Tenants"), {Field::Tenants}},
        {QT_TRANSLATE_NOOP("ObjectPage", "Connections"), {Field::Connections}},
        {QT_TRANSLATE_NOOP("ObjectPage", "Host and ports"), {Field::Host, Field::Ports}},
        {QT_TRANSLATE_NOOP("ObjectPage", "High availability"), {Field::Redundancy, Field::Backup}},
        {QT_TRANSLATE_NOOP("ObjectPage", "Linked switches"), {Field::Switches}},
        {QT_TRANSLATE_NOOP("ObjectPage", "Start-up"),
            {Field::WorkingDirectory, Field::CommandLine, Field::Arguments, Field::AutoRestart,
                Field::StartupTimeout, Field::ShutdownTimeout}},
        {QT_TRANSLATE_NOOP("ObjectPage", "Options"), {Field::Options}},
        {QT_TRANSLATE_NOOP("ObjectPage", "Annex"), {Field::Annex}},
        {QT_TRANSLATE_NOOP("ObjectPage", "Other kept data"), {Field::Extra}},
    };
    return groups;
}

QList<Group> groupsOf(Kind kind)
{
    if (kind == Kind::Application)
        return applicationGroups();
    QList<Field> fields;
    for (const auto field : fieldsOf(kind)) {
        if (field != Field::Extra)
            fields.append(field);
    }
    return {{QT_TRANSLATE_NOOP("ObjectPage", "Identity"), fields},
        {QT_TRANSLATE_NOOP("ObjectPage", "Other kept data"), {Field::Extra}}};
}

/// What an administrator seldom comes for is folded until then.
bool isFoldedAtFirst(const Group &group)
{
    const auto field = group.fields.constFirst();
    return field == Field::Switches || field == Field::WorkingDirectory || field == Field::Options
        || field == Field::Annex || field == Field::Extra;
}

}  // namespace

ObjectPage::ObjectPage(Document &document, Selection &selection, Kind kind, QWidget *parent)
    : QScrollArea(parent)
    , m_document(document)
    , m_page(new QWidget(this))
    , m_icon(plainLabel({}, m_page))
    , m_name(plainLabel({}, m_page, LabelKind::Paragraph))
    , m_type(plainLabel({}, m_page, LabelKind::Paragraph))
    , m_change(plainLabel({}, m_page))
    , m_banner(new PlaceholderBanner(document, kind, m_page))
    , m_referrers(new ReferrerLinks(document, selection, m_page))
    , m_plan(new NoteBox(m_page))
{
    setObjectName(QString(kindToken(kind)) + u"Page"_s);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = new QVBoxLayout(m_page);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(4);
    makeHead();
    column->addWidget(m_banner);
    makeSections(kind);
    column->addWidget(m_referrers);
    m_plan->setObjectName(u"planNote"_s);
    column->addWidget(m_plan);
    column->addStretch(1);
    setWidget(m_page);
}

void ObjectPage::makeHead()
{
    auto *head = new QHBoxLayout;
    head->setContentsMargins(4, 0, 0, 4);
    head->setSpacing(8);
    head->addWidget(m_icon, 0, Qt::AlignTop);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(1);
    auto font = m_name->font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * 1.3);
    m_name->setFont(font);
    m_name->setObjectName(u"objectTitle"_s);
    m_type->setForegroundRole(QPalette::PlaceholderText);
    m_change->setObjectName(u"objectChange"_s);
    texts->addWidget(m_name);
    texts->addWidget(m_type);
    texts->addWidget(m_change);
    head->addLayout(texts, 1);
    static_cast<QVBoxLayout *>(m_page->layout())->addLayout(head);
}

void ObjectPage::makeSections(Kind kind)
{
    for (const auto &group : groupsOf(kind)) {
        auto *section = new Section(tr(group.title), m_page);
        for (const auto field : group.fields) {
            auto *pane = makeFieldPane(m_document, kind, field, section);
            auto *notes = new FaultNotes(section);
            section->addField(
                pane->hasLabel() ? fieldLabel(field) : QString(), pane, pane->isWide(), notes);
            m_entries.append({pane, notes, section});
        }
        section->setFolded(isFoldedAtFirst(group));
        m_page->layout()->addWidget(section);
    }
}

void ObjectPage::showObject(ObjectId object)
{
    const bool isOther = m_object != object;
    m_object = object;
    refresh();
    if (isOther)
        verticalScrollBar()->setValue(0);
}

void ObjectPage::refresh()
{
    if (!m_object || !m_document.topology().contains(*m_object))
        return;
    showHead();
    m_banner->showObject(*m_object);
    QHash<Section *, std::optional<Severity>> worst;
    for (const auto &entry : m_entries) {
        // The placeholder has a name, and nothing else that could be edited.
        entry.pane->showObject(*m_object);
        const auto severity = entry.notes->show(m_document, *m_object, entry.pane->field());
        auto &known = worst[entry.section];
        if (severity && (!known || *severity < *known))
            known = severity;
    }
    const bool isPlaceholder = m_document.topology().isPlaceholder(*m_object);
    for (auto it = worst.cbegin(); it != worst.cend(); ++it) {
        it.key()->setMark(*it ? std::optional(markOf(**it)) : std::nullopt);
        it.key()->setVisible(!isPlaceholder || it.key() == m_entries.constFirst().section);
    }
    m_referrers->showObject(*m_object);
    showPlan();
}

void ObjectPage::showHead()
{
    const auto &topology = m_document.topology();
    m_icon->setPixmap(objectIcon(topology, *m_object).pixmap(QSize(22, 22), devicePixelRatioF()));
    m_name->setText(nameText(topology.name(*m_object)));
    m_name->setToolTip(toolTipText(m_name->text()));
    auto type = kindLabel(m_object->kind);
    if (m_object->kind == Kind::Application && !topology.isPlaceholder(*m_object))
        type = typeText(topology.application(m_object->application()).type);
    m_type->setText(type);
    const auto change = m_document.planner().change(*m_object);
    QString text;
    if (change == ObjectDifference::Change::Added)
        text = tr("New since the baseline");
    else if (change == ObjectDifference::Change::Modified)
        text = tr("Changed since the baseline");
    m_change->setText(text.isEmpty() ? QString() : markGlyph(Mark::Changed) + u' ' + text);
    m_change->setVisible(!text.isEmpty());
    auto toned = palette();
    toned.setColor(QPalette::WindowText, toneColour(palette(), Tone::Changed));
    m_change->setPalette(toned);
}

void ObjectPage::showPlan()
{
    const auto *row = m_object->kind == Kind::Application
        ? m_document.planner().row(m_object->application())
        : nullptr;
    const auto revision = m_object->kind == Kind::Application
        ? m_document.topology().pendingRestart(m_object->application())
        : std::nullopt;
    if (!row) {
        m_plan->setVisible(revision.has_value());
        if (revision)
            m_plan->show(Mark::Pending, markWord(Mark::Pending), pendingSentence(*revision), {});
        return;
    }
    const auto instance = m_document.planner().instance(m_object->application());
    QStringList sentences {plannedSentence(m_document, m_object->application())};
    if (instance.action == Action::NotStated) {
        QStringList reasons;
        for (const auto &reason : instance.reasons)
            reasons.append(plainText(reasonText(reason)));
        sentences.append(tr("What differs: %1.").arg(shortList(reasons)));
    }
    if (instance.action == Action::Restart && !instance.isBackup) {
        const auto names = [](const QStringList &list) {
            QStringList plain;
            for (const auto &name : list)
                plain.append(nameText(name));
            return shortList(plain, 8);
        };
        sentences.append(tr("It interrupts %1.").arg(names(instance.tenantsInterrupted)));
        if (!instance.bystanders.isEmpty())
            sentences.append(tr("Nothing changes for %1.").arg(names(instance.bystanders)));
    }
    if (revision)
        sentences.prepend(pendingSentence(*revision));
    const auto mark = revision ? Mark::Pending : markOf(instance.action);
    const auto title = mark == Mark::Restart ? tr("Restart required") : markWord(mark);
    const auto source = actionSource(instance);
    m_plan->show(mark, title, sentences.join(u' '),
        source.isEmpty() ? QString() : tr("Source: %1").arg(source));
}

void ObjectPage::revealField(Field field)
{
    for (const auto &entry : m_entries) {
        if (entry.pane->field() != field)
            continue;
        entry.section->setFolded(false);
        // The layout has to know the new height before there is a place to scroll to.
        m_page->layout()->activate();
        ensureWidgetVisible(entry.section, 0, 8);
        ensureWidgetVisible(entry.pane, 0, 24);
        entry.pane->takeFocus();
        return;
    }
}
