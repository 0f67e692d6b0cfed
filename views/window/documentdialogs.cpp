// SPDX-License-Identifier: Apache-2.0
#include "views/window/documentdialogs.h"

#include "models/document/document.h"
#include "models/rules/waivers.h"
#include "views/common/prompts.h"
#include "views/problems/problemsview.h"
#include "views/window/comparedialog.h"
#include "views/window/fixdialog.h"
#include "views/window/importdialog.h"
#include "views/window/importfiles.h"
#include "views/window/mergedialog.h"
#include "views/window/onboardingdialog.h"
#include "views/window/removaldialog.h"
#include "views/window/revisiondialog.h"
#include "views/window/topologyfile.h"
#include "views/window/waiverdialog.h"
#include "views/window/waiversdialog.h"

#include <QFileInfo>

DocumentDialogs::DocumentDialogs(Prompts &prompts, QWidget *window)
    : QObject(window)
    , m_prompts(prompts)
    , m_window(window)
{
}

void DocumentDialogs::showImport(Document &document)
{
    const auto paths =
        m_prompts.openFiles(tr("Import"), tr("Topology and mutagen files (*.json);;All files (*)"));
    if (paths.isEmpty())
        return;
    auto input = readFiles(paths, document.topology(), m_window);
    if (!input)
        return;
    if (!*input) {
        Q_EMIT failed(input->error());
        return;
    }
    QStringList names;
    for (const auto &path : paths)
        names.append(QFileInfo(path).fileName());
    auto *dialog = new ImportDialog(document, names, std::move(**input), m_window);
    connect(dialog, &ImportDialog::imported, this, &DocumentDialogs::told);
    dialog->open();
}

void DocumentDialogs::showRevision(Document &document)
{
    auto *dialog = new RevisionDialog(document, m_window);
    connect(dialog, &RevisionDialog::kept, this, &DocumentDialogs::told);
    dialog->open();
}

void DocumentDialogs::showComparison(Document &document, Selection &selection)
{
    const auto path = m_prompts.openFile(tr("Compare with"), topologyFileFilter());
    if (path.isEmpty())
        return;
    auto other = readTopologyFile(path, document.topology(), m_window);
    if (!other)
        return;
    if (!*other) {
        Q_EMIT failed(other->error());
        return;
    }
    (new CompareDialog(
         document, selection, QFileInfo(path).fileName(), std::move(**other), m_window))
        ->show();
}

void DocumentDialogs::showMerge(Document &document)
{
    auto *dialog = new MergeDialog(document, m_prompts, m_window);
    connect(dialog, &MergeDialog::merged, this, &DocumentDialogs::told);
    dialog->open();
}

void DocumentDialogs::showFix(Document &document, FindingId finding, int choice)
{
    auto *dialog = new FixDialog(document, finding, choice, m_window);
    connect(dialog, &FixDialog::applied, this, &DocumentDialogs::told);
    dialog->open();
}

void DocumentDialogs::showWaiver(Document &document, const Waiver &waiver, QWidget *over)
{
    auto *dialog = new WaiverDialog(document, waiver, over);
    connect(dialog, &WaiverDialog::waived, this, &DocumentDialogs::told);
    dialog->open();
}

void DocumentDialogs::showWaivers(Document &document)
{
    auto *dialog = new WaiversDialog(document, m_window);
    connect(dialog, &WaiversDialog::changeRequested, this,
        [this, &document, dialog](const Waiver &waiver) { showWaiver(document, waiver, dialog); });
    dialog->open();
}

void DocumentDialogs::showRemoval(Document &document, const QList<ObjectId> &objects)
{
    (new RemovalDialog(document, objects, m_window))->open();
}

void DocumentDialogs::showOnboarding(Document &document, const QString &tenant)
{
    auto *dialog = new OnboardingDialog(document, tenant, m_window);
    connect(dialog, &OnboardingDialog::applied, this, &DocumentDialogs::told);
    dialog->open();
}

void DocumentDialogs::serve(Document &document, const ProblemsView &problems)
{
    connect(&problems, &ProblemsView::fixRequested, this,
        [this, &document](FindingId id, int choice) { showFix(document, id, choice); });
    connect(&problems, &ProblemsView::waiversRequested, this,
        [this, &document] { showWaivers(document); });
    connect(&problems, &ProblemsView::waiveRequested, this, [this, &document](FindingId id) {
        const auto &finding = document.validator().finding(id);
        const auto key = waiverKey(finding);
        const auto *present = document.topology().findWaiver(key);
        auto waiver = present ? *present : Waiver {key, {}, {}, {}, {}};
        waiver.about = message(document.topology(), finding);
        showWaiver(document, waiver, m_window);
    });
}
