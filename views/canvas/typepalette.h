// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class ApplicationType;
class QLineEdit;
class QListWidget;

/// Types of servers, to be dragged to a lane, or added there by a double click or Enter.
class TypePalette final : public QWidget
{
    Q_OBJECT

public:
    explicit TypePalette(QWidget *parent);

Q_SIGNALS:
    /// Wanted where the keyboard is in the canvas.
    void chosen(const ApplicationType &type);

private:
    void filter(const QString &text);

    QLineEdit *m_filter;
    QListWidget *m_list;
};
