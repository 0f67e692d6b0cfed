// SPDX-License-Identifier: Apache-2.0
#include "views/problems/fixoffer.h"

FixOffer::FixOffer(Document &document, QObject *parent)
    : QObject(parent)
    , m_document(document)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &FixOffer::advance);
    connect(&document, &Document::aboutToChange, this, &FixOffer::stop);
}

void FixOffer::start(FindingId finding)
{
    constexpr int patience = 40;  // ms; a key that is held down repeats faster.
    stop();
    m_finding = finding;
    m_timer.start(patience);
}

void FixOffer::stop()
{
    m_timer.stop();
    m_finding.reset();
    m_waiting.clear();
    m_priced.clear();
}

void FixOffer::advance()
{
    if (m_finding) {
        m_waiting = fixesFor(m_document.topology(), m_document.validator().finding(*m_finding));
        m_finding.reset();
    } else {
        auto fix = m_waiting.takeFirst();
        const auto cost = costOf(m_document, fix.step);
        m_priced.append({std::move(fix), cost});
    }
    if (!m_waiting.isEmpty()) {
        m_timer.start(0);
        return;
    }
    sortByCost(m_priced);
    Q_EMIT ready(m_priced);
}
