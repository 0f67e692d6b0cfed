// SPDX-License-Identifier: Apache-2.0
#include "views/window/documentfollower.h"

#include "models/document/document.h"

namespace {

constexpr int interval = 300;  // ms

}  // namespace

DocumentFollower::DocumentFollower(Document &document, QObject *parent)
    : QObject(parent)
    , m_document(document)
{
    connect(&m_timer, &QTimer::timeout, this, &DocumentFollower::follow);
    m_timer.start(interval);
}

void DocumentFollower::follow()
{
    const auto followed = m_document.follow();
    const bool fails = !followed && followed.error().code != Error::Code::Busy;
    if (fails && !m_isFailing)
        Q_EMIT failed(followed.error());
    m_isFailing = fails;
}
