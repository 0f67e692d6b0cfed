// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPushButton>

struct PricedFix;

/// A way out, and below it what it costs. Long titles wrap: they name what they are about.
class FixButton final : public QPushButton
{
    Q_OBJECT

public:
    explicit FixButton(const PricedFix &fix, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
};
