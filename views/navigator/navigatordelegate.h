// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/common/elideddelegate.h"

/// A line of the navigator: headings bold, badges at the right edge, the name in what is left
/// between.
class NavigatorDelegate final : public ElidedDelegate
{
    Q_OBJECT

public:
    using ElidedDelegate::ElidedDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};
