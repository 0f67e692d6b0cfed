// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/stepeffect.h"
#include "views/common/mark.h"

#include <QTreeWidget>

/// "Host host-1 is added", "SMS_1: Tenants: +Acme".
QString changeText(const ObjectDifference &difference);

/// All that a step would do, for somebody who is asked to agree to it: changes of fields, findings
/// solved and created, and what becomes of the restart plan.
class StepEffectView final : public QTreeWidget
{
    Q_OBJECT

public:
    explicit StepEffectView(QWidget *parent = nullptr);

    /// Below what is there already. What comes and goes stands before what changes.
    void add(const StepEffect &effect);
    /// A group of its own below; nothing if there are no lines.
    void addGroup(const QString &heading, const QStringList &lines, std::optional<Mark> mark = {});

private:
    struct Line
    {
        QString text;
        std::optional<Mark> mark;
    };
    void add(const QString &heading, const QList<Line> &lines);
};
