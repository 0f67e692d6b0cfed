// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/document.h"
#include "models/document/stepcost.h"

#include <QTimer>

/// Works out the fixes of one finding and what they cost, one after the other whenever there is
/// nothing else to do: a trial on a large document takes its time, and who walks through the list
/// must not wait for it.
///
/// The document must outlive the offer.
class FixOffer final : public QObject
{
    Q_OBJECT

public:
    FixOffer(Document &document, QObject *parent);

    /// Forgets the finding before.
    void start(FindingId finding);
    void stop();

Q_SIGNALS:
    /// In the order of pricedFixes().
    void ready(const QList<PricedFix> &fixes);

private:
    void advance();

    Document &m_document;
    QTimer m_timer;
    std::optional<FindingId> m_finding;  // Until its fixes are known.
    QList<Fix> m_waiting;
    QList<PricedFix> m_priced;
};
