// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include <optional>

class ChangesStep;
class Document;
class ExportStep;
class QStackedWidget;
class QTimer;
class Selection;
class StepList;
enum class Severity : quint8;

enum class ReviewStep : quint8 { Changes, Problems, Restarts, Export };

/// The way from a change to production: what changed, what stands against it, what has to be
/// restarted, and the export.
///
/// Document and selection must outlive the page.
class ReviewPage final : public QWidget
{
    Q_OBJECT

public:
    /// Takes the plan that the step of restarts shows.
    ReviewPage(
        Document &document, Selection &selection, QWidget *restarts, QWidget *parent = nullptr);

    void show(ReviewStep step);
    using QWidget::show;
    ExportStep &exportStep() const { return *m_export; }

Q_SIGNALS:
    /// Problems is to show these; without a severity those that are waived.
    void problemsRequested(std::optional<Severity> severity);

private:
    void scheduleUpdate();
    void updateStates();

    Document &m_document;
    StepList *m_steps;
    QStackedWidget *m_pages;
    ExportStep *m_export;
    QTimer *m_timer;
};
