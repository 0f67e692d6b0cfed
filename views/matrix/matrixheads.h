// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/document.h"

#include <QHeaderView>

class AssignmentsModel;

/// The names of the servers at the left, frozen: with the count of their tenants, what the plan
/// asks of them, and the worst finding. Headings of types fold and unfold by a click.
class ServerHead final : public QHeaderView
{
    Q_OBJECT

public:
    ServerHead(const Document &document, AssignmentsModel &model, QWidget *parent);

    QSize sizeHint() const override;

Q_SIGNALS:
    void foldingAsked(int row);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    void mousePressEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void paintHeading(QPainter *painter, QRect rect, int row) const;
    void paintServer(QPainter *painter, QRect rect, int row) const;

    const Document &m_document;
    AssignmentsModel &m_model;
};

/// The names of the tenants at the top, frozen, with the count of their servers and the worst
/// finding.
class TenantHead final : public QHeaderView
{
    Q_OBJECT

public:
    TenantHead(const Document &document, AssignmentsModel &model, QWidget *parent);

    QSize sizeHint() const override;
    /// Wide enough for most names.
    int usualWidth() const;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    bool viewportEvent(QEvent *event) override;

private:
    const Document &m_document;
    AssignmentsModel &m_model;
};
