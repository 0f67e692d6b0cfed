// SPDX-License-Identifier: Apache-2.0
#include "views/window/shortcutsdialog.h"

#include "views/common/plainlabel.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

ShortcutsDialog::ShortcutsDialog(const QList<QAction *> &actions, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"shortcutsDialog"_s);
    setWindowTitle(tr("Keyboard shortcuts"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *lines = new QFormLayout;
    lines->setHorizontalSpacing(28);
    lines->setVerticalSpacing(6);
    const auto add = [&](const QString &keys, const QString &meaning) {
        auto *label = plainLabel(keys, this);
        label->setForegroundRole(QPalette::PlaceholderText);
        lines->addRow(label, plainLabel(meaning, this));
    };
    for (const auto *action : actions) {
        const auto keys = action->shortcut().toString(QKeySequence::NativeText);
        // The icon text is the plain name where the text names a step.
        if (!keys.isEmpty())
            add(keys, action->iconText().remove(u'…'));
    }
    add(tr("Ctrl+Tab"), tr("Next page, or next list"));
    add(tr("Space"), tr("Toggle a cell of the matrix, or the selected range"));
    add(tr("Ctrl+C, Ctrl+V"), tr("Copy and paste cells of the matrix"));
    add(tr("Ctrl+Alt+Z, Ctrl+Alt+Shift+Z"), tr("Undo, or redo, up to a step of the history"));
    add(tr("O, T, Space"), tr("Take ours, theirs, or the other side of a conflict"));
    add(tr("Enter"), tr("Edit what is selected"));
    add(tr("Menu"), tr("What can be done with it"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(16);
    column->addLayout(lines);
    column->addWidget(buttons);
}
