// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QListWidget>

/// The steps of a review, one below the other, each with how it stands.
class StepList final : public QListWidget
{
    Q_OBJECT

public:
    explicit StepList(QWidget *parent = nullptr);

    void addStep(const QString &title);
    void setState(int step, const QString &state, bool isRefused = false);
};
