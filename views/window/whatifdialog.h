// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/document.h"
#include "models/staging/whatif.h"

#include <QDialog>
#include <QTimer>

class EmptyState;
class QLabel;
class QLineEdit;
class QRadioButton;
class QStackedWidget;
class QTreeWidget;

/// What would become of the restart plan if a server had another release: the rows that differ,
/// beside those of the present plan. Nothing is changed.
///
/// The document must outlive the dialog.
class WhatIfDialog final : public QDialog
{
    Q_OBJECT

public:
    WhatIfDialog(Document &document, ApplicationId application, QWidget *parent);

private:
    QWidget *makeFields();
    void ask();
    void work();
    void take(const Result<WhatIf> &result);
    void say(const QString &title, const QString &sentence);

    Document &m_document;
    const ApplicationId m_application;
    QTimer m_patience;  // Until people stop typing.
    QLineEdit *m_release;
    QRadioButton *m_before;
    QRadioButton *m_with;
    QLabel *m_summary;
    QTreeWidget *m_rows;
    EmptyState *m_state;
    QStackedWidget *m_pages;
    bool m_isWorking = false;
    bool m_isOutdated = false;
};
