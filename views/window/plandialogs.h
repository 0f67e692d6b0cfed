// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/objects.h"

#include <QObject>

class Document;
class Prompts;
class QWidget;
class RestartsView;

/// Opens the dialogs about the restart plan that the panel asks for, and tells what came of them.
///
/// Document, panel and prompts must outlive it.
class PlanDialogs final : public QObject
{
    Q_OBJECT

public:
    PlanDialogs(Document &document, const RestartsView &panel, Prompts &prompts, QWidget *window,
        QObject *parent);

    void showAnswer(ApplicationId application);
    void showWhatIf(ApplicationId application);
    void showStaging();

private:
    void tell(const QString &text) const;

    Document &m_document;
    Prompts &m_prompts;
    QWidget *m_window;
};
