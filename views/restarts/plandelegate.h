// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/common/elideddelegate.h"

class RestartsModel;

/// The action's mark and colour, what is done in the background, headings in bold.
class PlanDelegate final : public ElidedDelegate
{
    Q_OBJECT

public:
    PlanDelegate(const RestartsModel &model, QObject *parent);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    const RestartsModel &m_model;
};
