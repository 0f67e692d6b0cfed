// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/review/exportwish.h"

#include <QWidget>

class Document;
class ExportForm;
class ExportedPane;
class LazyRefresh;
class LinkButton;
class QLabel;
class QStackedWidget;
class QTimer;
class Selection;

/// The end of the review: what is exported, and then what is left to do. What is asked for is done
/// elsewhere; meanwhile it says so, and can be told to stop.
///
/// Document and selection must outlive it.
class ExportStep final : public QWidget
{
    Q_OBJECT

public:
    ExportStep(Document &document, Selection &selection, QWidget *parent = nullptr);

    /// Something is being made; nothing else can be asked for until setIdle().
    void setBusy(const QString &text);
    void setIdle();
    void showOutcome(const ExportOutcome &outcome);
    void showFailure(const QString &text);

Q_SIGNALS:
    void exportRequested(const ExportWish &wish);
    void paperRequested(const PaperWish &wish);
    /// All errors are to be seen.
    void errorsRequested();
    /// Nobody waits for what is being made.
    void cancelRequested();

private:
    QWidget *makeBusyLine();
    void refresh();
    void showPending();

    Document &m_document;
    QStackedWidget *m_pages;
    ExportForm *m_form;
    ExportedPane *m_exported;
    LinkButton *m_pending;
    QWidget *m_busy;
    QLabel *m_busyText;
    LazyRefresh *m_refresh;
    QTimer *m_patience;  // Most is made before anybody would look for a sign of it.
    bool m_isBusy = false;
};
