// SPDX-License-Identifier: Apache-2.0
#include "views/window/documentdialogs.h"

#include "views/common/prompts.h"
#include "views/window/exportdialog.h"
#include "views/window/importdialog.h"
#include "views/window/importfiles.h"
#include "views/window/revisiondialog.h"

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

void DocumentDialogs::showExport(Document &document, Selection &selection)
{
    auto *dialog = new ExportDialog(document, selection, m_prompts, m_window);
    connect(dialog, &ExportDialog::exported, this, &DocumentDialogs::told);
    dialog->open();
}

void DocumentDialogs::showRevision(Document &document)
{
    auto *dialog = new RevisionDialog(document, m_window);
    connect(dialog, &RevisionDialog::kept, this, &DocumentDialogs::told);
    dialog->open();
}
