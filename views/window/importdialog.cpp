// SPDX-License-Identifier: Apache-2.0
#include "views/window/importdialog.h"

#include "views/common/elideddelegate.h"
#include "views/common/mark.h"
#include "views/common/objecttext.h"
#include "views/common/plainlabel.h"

#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

ImportDialog::ImportDialog(
    Document &document, const QStringList &names, ReadResult input, QWidget *parent)
    : QDialog(parent)
    , m_document(document)
    , m_input(std::move(input))
    , m_effect(plainLabel({}, this, LabelKind::Paragraph))
    , m_problemsHead(plainLabel({}, this))
    , m_problems(new QListWidget(this))
    , m_failure(plainLabel({}, this, LabelKind::Paragraph))
{
    QStringList shown;
    for (const auto &name : names)
        shown.append(plainText(name));
    m_name = shortList(shown, 2);
    setObjectName(u"importDialog"_s);
    setWindowTitle(tr("Import"));
    setAttribute(Qt::WA_DeleteOnClose);

    auto *column = new QVBoxLayout(this);
    column->setSpacing(10);
    auto *title = plainLabel(tr("Import %1").arg(m_name), this);
    auto font = title->font();
    font.setBold(true);
    title->setFont(font);
    column->addWidget(title);
    const QString stays = tr("What the files lack stays as it is.");
    column->addWidget(
        addWay(Way::Merge, u"mergeButton"_s, tr("Merge into the working copy"), stays));
    column->addWidget(
        addWay(Way::Replace, u"replaceButton"_s, tr("Merge, and remove what the files lack"),
            tr("Objects and fields that are not in the files go.")));
    column->addWidget(addWay(Way::Baseline, u"baselineButton"_s,
        tr("Take it as what runs in production"),
        tr("It becomes the baseline that changes and restarts are counted from; the working copy stays.")));
    m_effect->setObjectName(u"importEffectLabel"_s);
    column->addWidget(m_effect);
    column->addWidget(m_problemsHead);
    m_problems->setObjectName(u"importProblemsList"_s);
    m_problems->setAccessibleName(tr("Problems of the files"));
    m_problems->setWordWrap(true);
    m_problems->setIconSize({14, 14});
    column->addWidget(m_problems, 1);
    m_failure->setObjectName(u"importFailureLabel"_s);
    m_failure->hide();
    column->addWidget(m_failure);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_accept = buttons->addButton(tr("Import"), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(u"importButton"_s);
    m_accept->setDefault(true);
    column->addWidget(buttons);

    addProblems(m_input.errors, true);
    addProblems(m_input.problems, false);
    connect(buttons, &QDialogButtonBox::accepted, this, &ImportDialog::apply);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_ways.constFirst()->setChecked(true);
    updatePreview();
    resize(620, m_problems->count() > 0 ? 520 : 300);
}

QRadioButton *ImportDialog::addWay(
    Way, const QString &name, const QString &text, const QString &explanation)
{
    auto *button = new QRadioButton(text, this);
    button->setObjectName(name);
    button->setToolTip(explanation);
    button->setAccessibleDescription(explanation);
    button->setEnabled(!m_input.isMalformed());
    connect(button, &QRadioButton::toggled, this, [this](bool isOn) {
        if (isOn)
            updatePreview();
    });
    m_ways.append(button);
    return button;
}

ImportDialog::Way ImportDialog::way() const
{
    for (qsizetype i = 0; i < m_ways.size(); ++i) {
        if (m_ways.at(i)->isChecked())
            return Way(i);
    }
    return Way::Merge;
}

void ImportDialog::addProblems(const QList<Problem> &problems, bool isMalformed)
{
    for (const auto &problem : problems)
        new QListWidgetItem(markIcon(isMalformed ? Mark::Error : Mark::Warning),
            plainText(problemText(problem)), m_problems);
}

void ImportDialog::updatePreview()
{
    if (m_ways.isEmpty())
        return;
    const auto readCount = m_input.errors.size() + m_input.furtherErrors + m_input.problems.size();
    while (m_problems->count() > m_input.errors.size() + m_input.problems.size())
        delete m_problems->takeItem(m_problems->count() - 1);
    qsizetype mergeProblems = 0;
    bool canImport = !m_input.isMalformed();
    if (m_input.isMalformed()) {
        m_effect->setText(tr(
            "Nothing can be imported: the files are malformed at the places below. The document stays as it is."));
    } else if (way() == Way::Baseline) {
        m_effect->setText(
            tr("The baseline is replaced. Changes and restarts are counted from it anew."));
        m_accept->setText(tr("Replace the baseline"));
    } else {
        const auto merge = mergeDrafts(m_document.topology(), m_input.draft,
            way() == Way::Replace ? Missing::Remove : Missing::Keep);
        canImport = merge && !merge->step.isEmpty();
        m_effect->setText(merge ? previewText(*merge) : merge.error().text());
        if (merge) {
            mergeProblems = merge->problems.size();
            addProblems(merge->problems, false);
        }
        m_accept->setText(tr("Import"));
    }
    m_accept->setEnabled(canImport);
    const auto count = readCount + mergeProblems;
    m_problemsHead->setVisible(count > 0);
    m_problemsHead->setText(counted(count, tr("1 problem"), tr("%1 problems")));
    m_problems->setVisible(count > 0);
}

QString ImportDialog::previewText(const Merge &merge)
{
    if (merge.step.isEmpty())
        return tr("The document has all of this already: nothing would change.");
    QStringList sentences {tr("%1 added, %2 changed, %3 removed.")
                               .arg(merge.added)
                               .arg(merge.modified)
                               .arg(merge.removed)};
    if (m_document.topology().isEmpty() && !m_document.canUndo()) {
        sentences.append(
            tr("The document is empty: what is imported becomes its baseline as well."));
        return sentences.join(u' ');
    }
    const auto before = m_document.planner().summary().restarts;
    const auto preview = m_document.preview(merge.step);
    const auto after = preview.planAfter.restarts;
    sentences.append(after == before
            ? counted(after, tr("1 restart, as before."), tr("%1 restarts, as before."))
            : counted(after, tr("1 restart (now %1).").arg(before),
                tr("%1 restarts (now %2).").arg(u"%1"_s).arg(before)));
    const auto isError = [](const Finding &finding) {
        return finding.severity == Severity::Error && !finding.isWaived;
    };
    const auto gained =
        std::count_if(preview.findingsAdded.cbegin(), preview.findingsAdded.cend(), isError);
    const auto lost =
        std::count_if(preview.findingsRemoved.cbegin(), preview.findingsRemoved.cend(), isError);
    if (gained > 0)
        sentences.append(counted(gained, tr("1 error appears."), tr("%1 errors appear.")));
    if (lost > 0)
        sentences.append(counted(lost, tr("1 error is solved."), tr("%1 errors are solved.")));
    return sentences.join(u' ');
}

Result<void> ImportDialog::write()
{
    if (way() == Way::Baseline) {
        const auto baseline = topologyFromDrafts(m_input.draft);
        if (!baseline)
            return tl::unexpected(baseline.error());
        return m_document.replaceBaseline(*baseline);
    }
    const auto missing = way() == Way::Replace ? Missing::Remove : Missing::Keep;
    const auto state = m_document.import([this, missing](const Topology &topology) -> Result<Step> {
        auto merge = mergeDrafts(topology, m_input.draft, missing);
        if (!merge)
            return tl::unexpected(merge.error());
        merge->step.title = tr("Import %1").arg(m_name);
        return std::move(merge->step);
    });
    if (!state)
        return tl::unexpected(state.error());
    return {};
}

void ImportDialog::apply()
{
    const bool isBaseline = way() == Way::Baseline;
    QGuiApplication::setOverrideCursor(Qt::WaitCursor);
    const auto written = write();
    QGuiApplication::restoreOverrideCursor();
    m_failure->setVisible(!written);
    if (!written) {
        m_failure->setText(written.error().text());
        return;
    }
    Q_EMIT imported(
        isBaseline ? tr("%1 is the baseline now.").arg(m_name) : tr("Imported %1.").arg(m_name));
    accept();
}
