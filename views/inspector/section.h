// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/common/mark.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QToolButton;

/// Fields that belong together, under a heading that folds them away. The heading shows what is at
/// fault inside, so that folding hides no fault.
class Section final : public QWidget
{
    Q_OBJECT

public:
    Section(const QString &title, QWidget *parent);

    /// A short field stands beside its label, a wide one below it; without a label the heading says
    /// enough.
    void addField(const QString &label, QWidget *field, bool isWide, QWidget *notes);
    void setMark(std::optional<Mark> mark);
    bool isFolded() const;
    void setFolded(bool isFolded);

private:
    QToolButton *m_heading;
    QLabel *m_mark;
    QWidget *m_body;
    QGridLayout *m_fields;
};
