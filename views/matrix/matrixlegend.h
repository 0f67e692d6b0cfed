// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

/// Says what the signs in the cells mean.
class MatrixLegend final : public QWidget
{
    Q_OBJECT

public:
    explicit MatrixLegend(QWidget *parent);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};
