// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/document.h"
#include "models/onboarding/onboarding.h"

#include <QDialog>
#include <QTimer>

class EmptyState;
class QCheckBox;
class QComboBox;
class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class StepEffectView;

/// Tenant and media are chosen; the legal ways to serve them stand below with their price, and all
/// that the selected one does. What is applied is what was shown, as one step.
///
/// Ways are worked out in a thread of their own, anew whenever the wish or the document changes.
/// The document must outlive the dialog.
class OnboardingDialog final : public QDialog
{
    Q_OBJECT

public:
    /// The tenant's name may be empty: then people are asked for it first.
    OnboardingDialog(Document &document, const QString &tenant, QWidget *parent);

Q_SIGNALS:
    /// One sentence on what was done.
    void applied(const QString &text);

private:
    void makeTenantBox(const QString &tenant);
    QWidget *makeMediaBoxes();
    OnboardingRequest request() const;
    void describeTenant();

    void ask();
    void work();
    void take(Result<Proposals> found);
    void clear();
    void showWays(const Proposals &found);
    void say(const QString &title, const QString &sentence = {});
    void preview();
    const Proposal *chosen() const;
    void apply();

    Document &m_document;
    QList<Proposal> m_proposals;
    Head m_head;                                      // They are for the document in this state.
    Proposal::Kind m_wanted = Proposal::Kind::Share;  // The way that was looked at last.
    QTimer m_patience;                                // Until typing comes to an end.
    bool m_isWorking = false;
    bool m_isOutdated = false;  // What is being worked out is not wanted any more.

    QComboBox *m_tenant;
    QLabel *m_tenantNote;
    QList<QCheckBox *> m_media;  // In the order of allMedia().
    QListWidget *m_ways;
    QLabel *m_refused;
    QStackedWidget *m_pages;
    StepEffectView *m_effect;
    EmptyState *m_state;
    QProgressBar *m_busy;
    QLabel *m_failure;
    QPushButton *m_apply;
};
