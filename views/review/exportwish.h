// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/plan/manualstep.h"
#include "models/store/store.h"

// What a review asks for, and what came of it. The window does it: it asks for the path, and works
// off its thread.

enum class ConfigurationForm : quint8 { Topology, Mutagen, MutagenChanges };

struct ExportWish
{
    ConfigurationForm form = ConfigurationForm::Topology;
    QString comment;
    bool allowsErrors = false;
};

struct ExportOutcome
{
    RevisionInfo revision;
    QString path;              ///< Empty of a revision that was exported earlier.
    QStringList warnings;      ///< What the format could not carry.
    QList<ManualStep> manual;  ///< What mutagen's import leaves to do.
};

/// What people read of a change, before it and while it is done.
enum class PaperKind : quint8 { Report, Runbook };
enum class PaperForm : quint8 { Html, Pdf, Markdown };
struct PaperWish
{
    PaperKind kind = PaperKind::Report;
    PaperForm form = PaperForm::Html;
};
