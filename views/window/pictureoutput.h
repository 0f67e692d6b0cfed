// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"

#include <QObject>

class CanvasView;
class Prompts;
class QWidget;

/// Writes and prints the picture of the open document, and tells what came of it.
class PictureOutput final : public QObject
{
    Q_OBJECT

public:
    PictureOutput(Prompts &prompts, QWidget *window);

    enum class Part : quint8 {
        All,      ///< With nothing folded; painted beside the window, from a copy.
        Visible,  ///< As the canvas shows it; painted at once.
    };
    /// Asks for the file first; the ending of its name says what it becomes.
    void write(const CanvasView &canvas, Part part);
    /// Asks for the printer first.
    void print(const CanvasView &canvas, Part part);

Q_SIGNALS:
    void told(const QString &text);
    void failed(const Error &error);

private:
    Prompts &m_prompts;
    QWidget *m_window;
};
