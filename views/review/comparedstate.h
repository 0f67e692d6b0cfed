// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/document.h"

/// What the working copy is compared with: the baseline, or a revision. The plan follows the
/// document. The document must outlive it.
class ComparedState final : public QObject
{
    Q_OBJECT

public:
    explicit ComparedState(Document &document, QObject *parent = nullptr);
    ~ComparedState() override;

    /// Nothing: the baseline. On an error all stays as it was.
    Result<void> setRevision(std::optional<int> number);
    std::optional<int> revision() const;

    const Topology &topology() const;
    const Planner &planner() const;

private:
    struct Revision;

    Document &m_document;
    std::unique_ptr<Revision> m_revision;
};
