// SPDX-License-Identifier: Apache-2.0
#include "views/window/mergedialog.h"

#include "views/common/objecttext.h"
#include "views/common/plainlabel.h"
#include "views/common/prompts.h"
#include "views/window/longwork.h"
#include "views/window/topologyfile.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

// Of the entries that are no revision.
constexpr int noBase = 0;
constexpr int fileBase = -1;
constexpr int emptyBase = -2;

}  // namespace

MergeDialog::MergeDialog(Document &document, Prompts &prompts, QWidget *parent)
    : QDialog(parent)
    , m_document(document)
    , m_prompts(prompts)
    , m_bases(new QComboBox(this))
    , m_theirsPath(new QLineEdit(this))
    , m_view(new MergeView(this))
    , m_note(plainLabel({}, this, LabelKind::Paragraph))
    , m_failure(plainLabel({}, this, LabelKind::Paragraph))
{
    setObjectName(u"mergeDialog"_s);
    setWindowTitle(tr("Merge"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(10);
    column->addWidget(plainLabel(
        tr("What others made of an earlier state of this document is brought together with it, object by object and field by field."),
        this, LabelKind::Paragraph));
    makeSources();
    m_note->setObjectName(u"mergeNote"_s);
    m_note->setAlignment(Qt::AlignCenter);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_pages = new QStackedLayout;
    m_pages->addWidget(m_note);
    m_pages->addWidget(m_view);
    column->addLayout(m_pages, 1);
    m_failure->setObjectName(u"mergeFailureLabel"_s);
    m_failure->hide();
    column->addWidget(m_failure);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_accept = buttons->addButton(tr("Merge"), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(u"mergeButton"_s);
    m_accept->setDefault(true);
    column->addWidget(buttons);

    m_timer.setSingleShot(true);
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &MergeDialog::compute);
    connect(m_view, &MergeView::choicesChanged, m_failure, &QWidget::hide);
    connect(m_view, &MergeView::choicesChanged, this, &MergeDialog::schedule);
    connect(&document, &Document::historyChanged, this, &MergeDialog::follow);
    connect(buttons, &QDialogButtonBox::accepted, this, &MergeDialog::apply);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    updateButton();
    resize(960, 680);
}

void MergeDialog::makeSources()
{
    m_theirsPath->setObjectName(u"theirsEdit"_s);
    m_theirsPath->setReadOnly(true);
    m_theirsPath->setPlaceholderText(tr("A document or a file that somebody else edited"));
    m_theirsPath->setAccessibleName(tr("Theirs"));
    auto *choose = new QPushButton(tr("Choose…"), this);
    choose->setObjectName(u"chooseTheirsButton"_s);
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, &MergeDialog::chooseTheirs);
    auto *theirs = new QHBoxLayout;
    theirs->addWidget(m_theirsPath, 1);
    theirs->addWidget(choose);

    m_bases->setObjectName(u"baseBox"_s);
    m_bases->setAccessibleName(tr("Base"));
    m_bases->setToolTip(
        tr("The state that both sides began with: what differs from it was changed"));
    fillBases();
    connect(m_bases, &QComboBox::activated, this, &MergeDialog::chooseBase);

    auto *form = new QFormLayout;
    form->addRow(plainLabel(tr("Theirs"), this), theirs);
    form->addRow(plainLabel(tr("Base"), this), m_bases);
    static_cast<QVBoxLayout *>(layout())->addLayout(form);
}

void MergeDialog::fillBases()
{
    m_bases->addItem(tr("Choose the state that both began with"), noBase);
    const auto revisions = m_document.revisions();
    for (auto i = revisions ? revisions->size() - 1 : -1; i >= 0; --i) {
        const auto &revision = revisions->at(i);
        const auto name = tr("Revision %1 of this document").arg(revision.number);
        m_bases->addItem(
            revision.comment.isEmpty() ? name : u"%1: %2"_s.arg(name, plainText(revision.comment)),
            revision.number);
    }
    m_bases->addItem(tr("A file or another document…"), fileBase);
    m_bases->addItem(tr("None: both began with nothing"), emptyBase);
}

// --- What is merged ---

void MergeDialog::chooseTheirs()
{
    const auto path = m_prompts.openFile(tr("Theirs"), topologyFileFilter());
    if (path.isEmpty())
        return;
    m_failure->hide();
    const auto read = readTopologyFile(path, m_document.topology(), this);
    if (!read)
        return;
    if (!*read) {
        fail(read->error().text());
        return;
    }
    m_theirs = **read;
    m_theirsName = QFileInfo(path).fileName();
    m_theirsPath->setText(plainText(path));
    schedule();
}

void MergeDialog::chooseBase(int index)
{
    m_failure->hide();
    const int chosen = m_bases->itemData(index).toInt();
    if (chosen == fileBase) {
        chooseBaseFile();
        return;
    }
    m_base.reset();
    if (chosen == emptyBase)
        m_base = Topology();
    const auto revisions = m_document.revisions();
    const auto isChosen = [chosen](const RevisionInfo &r) { return r.number == chosen; };
    const auto found = revisions ? std::find_if(revisions->cbegin(), revisions->cend(), isChosen)
                                 : QList<RevisionInfo>::const_iterator();
    if (chosen > 0 && revisions && found != revisions->cend()) {
        const auto read =
            doLongWork<Result<Topology>>(tr("Reading revision %1 …").arg(chosen), this,
                [state = DocumentState {m_document.path(), m_document.topology(),
                     m_document.head().step},
                    revision = *found] { return topologyOf(state, revision); });
        if (read && !*read)
            fail(read->error().text());
        if (read && *read)
            m_base = **read;
    }
    if (!m_base)
        m_bases->setCurrentIndex(0);
    schedule();
}

void MergeDialog::chooseBaseFile()
{
    const auto path = m_prompts.openFile(tr("Base"), topologyFileFilter());
    const auto read =
        path.isEmpty() ? std::nullopt : readTopologyFile(path, m_document.topology(), this);
    if (read && *read) {
        m_base = **read;
        // The entry says which file it is.
        m_bases->setItemText(
            m_bases->currentIndex(), tr("File %1").arg(plainText(QFileInfo(path).fileName())));
    } else {
        m_base.reset();
        m_bases->setCurrentIndex(0);
        if (read)
            fail(read->error().text());
    }
    schedule();
}

void MergeDialog::follow()
{
    if (m_document.head() != m_head)
        schedule();
}

// --- What comes of it ---

void MergeDialog::schedule()
{
    m_isStale = true;
    m_outcome.reset();
    m_timer.start();
    updateButton();
}

void MergeDialog::compute()
{
    // One at a time: what became stale meanwhile is done after it.
    if (m_isComputing || !m_base || !m_theirs)
        return;
    m_isStale = false;
    m_isComputing = true;
    const auto head = m_document.head();
    startLongWork<MergeOutcome>(
        this,
        [base = *m_base, ours = m_document.topology(), theirs = *m_theirs,
            choices = m_view->choices(), today = m_document.today()] {
            return mergeOutcome(base, ours, theirs, choices, today);
        },
        [this, head](MergeOutcome outcome) { take(std::move(outcome), head); });
}

void MergeDialog::take(MergeOutcome outcome, const Head &head)
{
    m_isComputing = false;
    if (m_isStale) {
        schedule();
        return;
    }
    m_head = head;
    m_outcome = std::move(outcome);
    m_view->showOutcome(*m_outcome);
    updateButton();
}

void MergeDialog::updateButton()
{
    const bool hasBoth = m_base && m_theirs;
    const bool isShown = hasBoth && (m_outcome || m_pages->currentIndex() == 1);
    m_note->setText(
        hasBoth ? tr("Merging …") : tr("Choose theirs, and the state that both sides began with."));
    m_pages->setCurrentIndex(isShown ? 1 : 0);
    m_accept->setEnabled(m_outcome && !m_outcome->merge.step.isEmpty());
}

void MergeDialog::apply()
{
    if (!m_outcome)
        return;
    const auto outcome = *m_outcome;
    const auto head = m_head;
    // Not an outcome of what this does itself.
    disconnect(&m_document, &Document::historyChanged, this, nullptr);
    const auto done = m_document.apply([&](const Topology &) -> Result<Step> {
        if (m_document.head() != head)
            return failure(Error::Code::Conflict,
                tr("The document has changed meanwhile. The merge is made anew: look at it again."));
        auto step = outcome.merge.step;
        step.title = tr("Merge %1").arg(m_theirsName);
        return step;
    });
    if (done) {
        Q_EMIT merged(tr("Merged %1: %2")
                          .arg(plainText(m_theirsName),
                              counted(outcome.changes.differences.size(), tr("1 object changed."),
                                  tr("%1 objects changed."))));
        accept();
        return;
    }
    connect(&m_document, &Document::historyChanged, this, &MergeDialog::follow);
    schedule();
    fail(done.error().text());
}

void MergeDialog::fail(const QString &text)
{
    m_failure->setText(text);
    m_failure->show();
}
