// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>

/// A text that goes somewhere: looks like a link, takes its text as it is, and can be reached and
/// pressed by keyboard.
class LinkButton final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit LinkButton(const QString &text, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;
};
