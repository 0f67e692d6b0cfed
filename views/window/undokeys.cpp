// SPDX-License-Identifier: Apache-2.0
#include "views/window/undokeys.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>

namespace {

/// Whether the line itself has something to take back, or to do again.
bool isForLine(const QLineEdit &line, const QKeyEvent &key)
{
    if (key.matches(QKeySequence::Undo))
        return line.isModified() && line.isUndoAvailable();
    return line.isRedoAvailable();
}

}  // namespace

UndoKeys::UndoKeys(QWidget *window)
    : QObject(window)
    , m_window(*window)
{
    qApp->installEventFilter(this);
}

bool UndoKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return false;
    const auto *line = qobject_cast<QLineEdit *>(watched);
    const auto &key = static_cast<const QKeyEvent &>(*event);
    const bool isTravel = key.matches(QKeySequence::Undo) || key.matches(QKeySequence::Redo);
    if (!line || !isTravel || line->window() != &m_window || isForLine(*line, key))
        return false;
    event->ignore();
    return true;
}
