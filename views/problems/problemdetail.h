// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/document.h"
#include "views/common/mark.h"
#include "views/problems/fixoffer.h"

#include <QScrollArea>

class QLabel;
class QVBoxLayout;
class Selection;
struct ProblemRow;

/// What stands behind one line of the problems list: the reason, the source, the facts, each a link
/// that selects, and the ways out: fixes with what they cost, and the waiver.
class ProblemDetail final : public QScrollArea
{
    Q_OBJECT

public:
    ProblemDetail(Document &document, Selection &selection, QWidget *parent);

    /// Null shows nothing.
    void show(const ProblemRow *row);

Q_SIGNALS:
    /// "choice" counts in the order of pricedFixes().
    void fixRequested(FindingId finding, int choice);
    void waiveRequested(FindingId finding);

private:
    void showFinding(FindingId finding);
    void showFixes(const QList<PricedFix> &fixes);
    void addWaiver(const Finding &finding);
    void addWaiverButtons(FindingId finding);
    void withdraw(const WaiverKey &key);
    void showRestart(ApplicationId application);
    void addHead(Mark mark, const QString &title);
    void addText(const QString &text, bool isMuted = false);
    void addLink(const QString &text, const QString &address);
    void addReasons(const Finding &finding);
    void addFacts(
        const QString &label, const QList<ObjectId> &objects, const QStringList &others = {});

    Document &m_document;
    Selection &m_selection;
    FixOffer m_offer;
    std::optional<FindingId> m_finding;
    QVBoxLayout *m_column = nullptr;
    QVBoxLayout *m_fixes = nullptr;  // Of the page that is shown.
    QList<QWidget *> m_behind;       // What Tab reaches after the fixes, in order.
};
