// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/document.h"
#include "models/staging/limits.h"

#include <QWidget>

class QCheckBox;
class QListWidget;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

/// What a split into deployments has to keep to: whom not to interrupt together, how many
/// deployments there may be, and what is to be split off.
class StagingForm final : public QWidget
{
    Q_OBJECT

public:
    StagingForm(const Document &document, QWidget *parent);

    DeploymentLimits limits() const;

Q_SIGNALS:
    void changed();

private:
    void makeApart(QVBoxLayout &column);
    void makeSplitOff(QVBoxLayout &column);
    void keepApart();
    QList<TenantId> checkedTenants() const;

    const Document &m_document;
    QListWidget *m_tenants;
    QPushButton *m_keepApart;
    QListWidget *m_sets;
    QSpinBox *m_count;
    QListWidget *m_splitOff;
    QCheckBox *m_onTheirOwn;
    QList<QList<TenantId>> m_apart;  // By row of m_sets.
};
