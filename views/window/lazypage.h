// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include <functional>

/// A page whose content is made when it is first shown, so that a window opens no slower for what
/// nobody looks at.
class LazyPage final : public QWidget
{
    Q_OBJECT

public:
    using Make = std::function<QWidget *(QWidget *parent)>;

    LazyPage(Make make, QWidget *parent);

    /// Makes it if need be.
    QWidget *content();

Q_SIGNALS:
    void made(QWidget *content);

protected:
    void showEvent(QShowEvent *event) override;

private:
    Make m_make;
    QWidget *m_content = nullptr;
};
