// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/rules/finding.h"

#include <QWidget>

class Document;
class Selection;

/// The findings of the document, live and grouped, with the reason and the facts of the one that is chosen.
///
/// Document and selection must outlive the panel.
class ProblemsView final : public QWidget
{
    Q_OBJECT

public:
    ProblemsView(Document &document, Selection &selection, QWidget *parent = nullptr);

    /// Groups and filters so that what has this severity is seen: for the strip's buttons.
    void showSeverity(Severity severity);
    /// The same for the restart warnings.
    void showRestarts();

public Q_SLOTS:
    /// Goes to the next finding and shows its object and field; after the last one to the first.
    void next();
    void previous();
};
