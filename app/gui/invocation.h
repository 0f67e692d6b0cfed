// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"

#include <QSize>
#include <QStringList>

#include <optional>

/// What the program was asked for on its command line.
struct Invocation
{
    enum class Task { Window, Screenshot, Help, Version };

    Task task = Task::Window;
    QString document;  ///< Empty: the last one, unless isNew.
    bool isNew = false;
    QString picture;
    QSize size {1366, 768};
    QString theme;  ///< Token; empty: as in the settings, for pictures light.
    QString panel;

    /// Without the program's name. The error is for the user.
    static Result<Invocation> parse(const QStringList &arguments);
    static QString help();
};
