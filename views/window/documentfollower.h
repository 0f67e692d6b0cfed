// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"

#include <QObject>
#include <QTimer>

class Document;

/// Takes over what other processes do to the document, a few times a second.
///
/// The document must outlive the follower.
class DocumentFollower final : public QObject
{
    Q_OBJECT

public:
    explicit DocumentFollower(Document &document, QObject *parent = nullptr);

Q_SIGNALS:
    /// Once for each time that following begins to fail; a document that is busy for a moment is no
    /// failure.
    void failed(const Error &error);

private:
    void follow();

    Document &m_document;
    QTimer m_timer;
    bool m_isFailing = false;
};
