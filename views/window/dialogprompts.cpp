// SPDX-License-Identifier: Apache-2.0
#include "views/window/dialogprompts.h"

#include "views/common/objecttext.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPrintDialog>
#include <QPushButton>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace {

constexpr auto folderKey = "files/folder"_L1;

}  // namespace

DialogPrompts::DialogPrompts(QSettings &settings)
    : m_settings(settings)
{
}

void DialogPrompts::setWindow(QWidget *window)
{
    m_window = window;
}

QString DialogPrompts::folder() const
{
    const auto folder = m_settings.value(folderKey).toString();
    return QFileInfo(folder).isDir() ? folder : QDir::homePath();
}

void DialogPrompts::rememberFolder(const QString &file)
{
    if (!file.isEmpty())
        m_settings.setValue(folderKey, QFileInfo(file).absolutePath());
}

QString DialogPrompts::openFile(const QString &title, const QString &filter)
{
    const auto file = QFileDialog::getOpenFileName(m_window, title, folder(), filter);
    rememberFolder(file);
    return file;
}

QStringList DialogPrompts::openFiles(const QString &title, const QString &filter)
{
    const auto files = QFileDialog::getOpenFileNames(m_window, title, folder(), filter);
    rememberFolder(files.value(0));
    return files;
}

QString DialogPrompts::saveFile(
    const QString &title, const QString &suggestion, const QString &filter)
{
    QFileDialog dialog(m_window, title, folder(), filter);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QFileInfo(suggestion).suffix());
    dialog.selectFile(suggestion);
    if (dialog.exec() != QDialog::Accepted)
        return {};
    const auto file = dialog.selectedFiles().value(0);
    rememberFolder(file);
    return file;
}

bool DialogPrompts::choosePrinter(QPrinter &printer)
{
    QPrintDialog dialog(&printer, m_window);
    return dialog.exec() == QDialog::Accepted;
}

void DialogPrompts::tell(const QString &title, const QString &text)
{
    QMessageBox box(m_window);
    box.setWindowTitle(title);
    box.setTextFormat(Qt::PlainText);
    box.setText(text);
    box.addButton(QMessageBox::Close);
    box.exec();
}

bool DialogPrompts::ask(const QString &title, const QString &text, const QString &verb)
{
    QMessageBox box(m_window);
    box.setWindowTitle(title);
    box.setTextFormat(Qt::PlainText);
    box.setText(text);
    const auto *yes = box.addButton(mnemonicText(verb), QMessageBox::AcceptRole);
    box.addButton(QMessageBox::Cancel);
    box.exec();
    return box.clickedButton() == yes;
}
